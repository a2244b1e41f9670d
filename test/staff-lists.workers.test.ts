import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import type { z } from "zod";
import { createJournal } from "../src/operations/service/journal.ts";
import * as shapes from "../src/operations/shapes.ts";
import { createBooks } from "../src/payments/service/books.ts";
import { createDirectory } from "../src/people/directory.ts";
import { usersAnswer } from "../src/people/shapes.ts";
import { openDb } from "../src/platform/db.ts";
import { readConfig } from "../src/platform/env.ts";
import { firstIdAt } from "../src/platform/ids.ts";
import { Settings } from "../src/platform/settings.ts";
import { createRequests } from "../src/platform/staff-requests.ts";
import { fieldsOf, read } from "./staff-answers.ts";
import { api } from "./telegram.ts";

test("the list of people goes page by page, by each of its filters", async () => {
	await env.DB.exec("DELETE FROM people; DELETE FROM bans;");
	const insert = env.DB.prepare("INSERT INTO people (id, language, version, created_at) VALUES (?, ?, 1, ?)");
	const ids = [12, 120, 1200, 129, 13, 2, 1299, 12000];
	// Two at a time in the same moment: the id decides then.
	await env.DB.batch(
		ids.map((id, i) => insert.bind(id, i % 2 === 0 ? "en" : "fr", 1000 + Math.floor(i / 2))),
	);

	async function walk(query: string): Promise<number[]> {
		const found: number[] = [];
		let cursor: string | null = "";
		for (let i = 0; i < 20 && cursor !== null; i++) {
			const more: string = cursor ? `&cursor=${cursor}` : "";
			const page: z.infer<typeof usersAnswer> = await read(`/api/users?limit=2${query}${more}`, usersAnswer);
			expect(page.users.length).toBeLessThanOrEqual(2);
			found.push(...page.users.map(({ id }) => id));
			cursor = page.next;
		}
		return found;
	}
	expect(await walk("")).toEqual([12000, 1299, 13, 2, 1200, 129, 120, 12].sort(newestFirst));
	expect(await walk("&language=en")).toEqual([1299, 13, 1200, 12]);
	const oldestFirst = [12000, 1299, 13, 2, 1200, 129, 120, 12].sort(newestFirst).reverse();
	expect(await walk("&sort=oldest")).toEqual(oldestFirst);
	expect(await walk("&language=en&sort=oldest")).toEqual([12, 1200, 13, 1299]);
	const vip = env.DB.prepare("UPDATE people SET vip_until = ? WHERE id = ?");
	const soon = Date.now() + 1_000_000;
	await env.DB.batch([vip.bind(soon, 12), vip.bind(soon, 129), vip.bind(soon + 5, 2), vip.bind(5, 13)]);
	expect(await walk("&vip=true")).toEqual([2, 129, 12]);
	expect(await walk("&q=12")).toEqual([12, 120, 129, 1200, 1299, 12000]);
	expect(await walk("&q=129")).toEqual([129, 1299]);
	expect(await walk("&q=7")).toEqual([]);

	for (const id of [13, 777, 2, 120]) await api(`/api/users/${id}/ban`, { reason: `no ${id}` });
	await api("/api/users/2/unban", {});
	await env.DB.exec("UPDATE bans SET until = 5 WHERE user_id = 120; UPDATE bans SET banned_at = 9;");
	// Lifted and run out are not banned; who was never here has no profile.
	expect(await walk("&banned=true")).toEqual([777, 13]);
	const { users } = await read("/api/users?banned=true", usersAnswer);
	expect(users[0]).toEqual({
		...{ id: 777, language: null, gender: null, age: null, vip_until: null, created_at: null },
		...{ name: null, username: null, last_seen_on: null },
		banned: { reason: "no 777", until: null },
		age_refused_at: null,
	});
	// By their whole id they are found without a profile.
	expect(await walk("&q=777")).toEqual([777]);
	expect(await walk("&q=77")).toEqual([]);

	const refused = env.DB.prepare(
		"INSERT INTO age_refusals (user_id, refused_at, version, lifted_at) VALUES (?, ?, 1, ?)",
	);
	await env.DB.batch([
		refused.bind(129, 30, null),
		refused.bind(12, 40, null),
		refused.bind(888, 20, null),
		refused.bind(13, 50, 60),
	]);
	expect(await walk("&refused=true")).toEqual([12, 129, 888]);
	expect(await walk("&q=888")).toEqual([888]);
	expect(await walk("&q=12")).toEqual([12, 120, 129, 1200, 1299, 12000]);
	const found = (await read("/api/users?q=12", usersAnswer)).users;
	expect(found.filter(({ age_refused_at }) => age_refused_at).map(({ id }) => id)).toEqual([12, 129]);
	const all = await read("/api/users", usersAnswer);
	expect(all.users.filter(({ banned }) => banned).map(({ id }) => id)).toEqual([13]);

	function newestFirst(a: number, b: number) {
		const time = (id: number) => Math.floor(ids.indexOf(id) / 2);
		return time(b) - time(a) || b - a;
	}
});

test("filters that can't be are refused, with the field at fault", async () => {
	for (const [query, field] of [
		["refused=no", "refused"],
		["sort=up", "sort"],
		["q=-", "q"],
		["q=012", "q"],
		["bot=x", "bot"],
		["profile=some", "profile"],
		["banned=no", "banned"],
		["language=xx", "language"],
		["limit=1000", "limit"],
		["cursor=garbage", "cursor"],
		["cursor=5.abc", "cursor"],
	])
		expect(await fieldsOf(await api(`/api/users?${query}`)), query).toEqual([field]);
});

test("each list goes along its index", async () => {
	const queries: string[] = [];
	const prepare = (sql: string) => {
		queries.push(sql);
		return env.DB.prepare(sql);
	};
	const batch = (statements: D1PreparedStatement[]) => env.DB.batch(statements);
	const db = openDb({ prepare, batch } as unknown as D1Database);
	const directory = createDirectory({ db, config: readConfig(env), settings: new Settings(), now: () => 5 });
	const watch = createJournal({ db });
	const requests = createRequests({ db, now: () => 5 });
	const books = createBooks({ db, now: () => 5 });
	const at = { at: 5, id: "x" };
	const payments = { userId: null, sort: "oldest", after: 5, limit: 3 } as const;
	const place = { at: 5, id: 5 };
	const lists: [string, () => Promise<unknown>][] = [
		["people_created", () => directory.list({ sort: "newest" }, place, 3)],
		["people_created", () => directory.list({ sort: "oldest" }, place, 3)],
		[
			"people_vip_until",
			() => directory.list({ vip: true, language: "en", bot: 5, sort: "newest" }, place, 3),
		],
		[
			"people_language_created",
			() => directory.list({ language: "en", profile: "complete", bot: 5, sort: "newest" }, place, 3),
		],
		[
			"age_refusals_standing",
			() => directory.list({ refused: true, language: "en", vip: true, sort: "newest" }, place, 3),
		],
		[
			"bans_standing",
			() =>
				directory.list({ banned: true, refused: true, vip: true, language: "en", sort: "newest" }, place, 3),
		],
		["people_seen", () => directory.list({ sort: "seen", language: "en" }, place, 3)],
		[
			"person_words_word",
			() => directory.list({ q: "bob sm", banned: true, refused: true, vip: true, sort: "newest" }, place, 3),
		],
		["person_names USING INTEGER PRIMARY KEY", () => directory.namesOf([5])],
		[
			"INTEGER PRIMARY KEY (rowid>? AND rowid<?)",
			() => directory.list({ q: "12", banned: true, bot: 5, sort: "newest" }, place, 3),
		],
		["sqlite_autoindex_audit_entries_1", () => watch.audit({}, "aud_x", 3)],
		["audit_entries_actor", () => watch.audit({ by: { column: "actor", value: "x" }, from: 5 }, "aud_x", 3)],
		["audit_entries_action", () => watch.audit({ by: { column: "action", value: "x" } }, "aud_x", 3)],
		["audit_entries_subject", () => watch.audit({ by: { column: "subject", value: "x" } }, null, 3)],
		["requests_state", () => requests.list({ state: "open", kind: null, userId: null, taken: null }, at, 3)],
		[
			"requests_state",
			() => requests.list({ state: "closed", kind: "refund", userId: null, taken: null }, at, 3),
		],
		["SEARCH payments USING INTEGER PRIMARY KEY", () => books.payments(payments)],
		["payments_user", () => books.payments({ ...payments, userId: 5, sort: "newest" })],
		["sqlite_autoindex_orders_1", () => books.orders(null, "order_x", 3)],
		["orders_user", () => books.orders(5, "order_x", 3)],
		["ledger_entries_user", () => books.entries(5, "stars", 5, 3)],
		["failed_updates_at", () => watch.failedUpdates({ at: 5, id: "x" }, 3)],
	];
	for (const [index, list] of lists) {
		queries.length = 0;
		await list();
		expect(queries.length).toBeGreaterThan(0);
		for (const sql of queries) {
			// Any value does: a plan doesn't depend on it.
			const explain = `EXPLAIN QUERY PLAN ${sql.replaceAll("?", "5")}`;
			const { results } = await env.DB.prepare(explain).all<{ detail: string }>();
			const plan = results.map(({ detail }) => detail).join("; ");
			expect(plan).toContain(index);
			expect(plan).not.toMatch(
				/TEMP B-TREE|SCAN (people|person_words|bans|age_refusals|audit_entries|failed_updates|requests|payments|orders|ledger_entries)\b(?! USING INDEX)/,
			);
		}
	}
});

test("the audit goes page by page, newest first", async () => {
	for (const value of [21, 22, 23]) await api("/api/config", { key: "people.minimum_age", value });
	await api("/api/config", { key: "people.minimum_age", value: 18 });
	const first = await read("/api/audit?limit=2", shapes.auditAnswer);
	const second = await read(`/api/audit?limit=2&cursor=${first.next}`, shapes.auditAnswer);
	const values = [...first.entries, ...second.entries].map(({ details }) => (details as { to: number }).to);
	expect(values).toEqual([18, 23, 22, 21]);
});

test("the audit is filtered by one column and a time, and goes out as a file without formulas", async () => {
	const insert = env.DB.prepare(
		"INSERT INTO audit_entries (id, at, actor, action, subject, details) VALUES (?, ?, ?, ?, ?, NULL)",
	);
	const at = (time: string) => Date.parse(time);
	const rows: [string, string, string, string][] = [
		["2031-01-01T00:00:00.000Z", "staff:a", "thing.made", "1"],
		["2031-01-02T00:00:00.000Z", "staff:b", "thing.made", "=HYPERLINK(1)"],
		["2031-01-03T00:00:00.000Z", "staff:a", "thing.lost", "1"],
	];
	await env.DB.batch(
		rows.map(([time, ...rest]) => insert.bind(firstIdAt("aud", at(time)), at(time), ...rest)),
	);
	const found = async (query: string) =>
		(await read(`/api/audit?${query}`, shapes.auditAnswer)).entries.map(({ at }) => at.slice(8, 10));
	expect(await found("actor=staff:a")).toEqual(["03", "01"]);
	expect(await found("action=thing.made")).toEqual(["02", "01"]);
	expect(await found("action=thing.made&from=2031-01-02T00:00:00.000Z")).toEqual(["02"]);
	expect(await found("subject=1&to=2031-01-03T00:00:00.000Z&from=2031-01-01T00:00:00.000Z")).toEqual(["01"]);
	expect(await fieldsOf(await api("/api/audit?actor=x&action=y"))).toEqual(["subject"]);

	const file = await api("/api/audit.csv?action=thing.made");
	expect(file.headers.get("content-type")).toContain("text/csv");
	const [head, ...lines] = (await file.text()).trim().split("\r\n");
	expect(head).toBe("id,at,actor,action,subject,details");
	expect(lines.map((line) => line.split(",").slice(2).join(","))).toEqual([
		`staff:b,thing.made,"'=HYPERLINK(1)",`,
		"staff:a,thing.made,1,",
	]);
	await env.DB.prepare(
		"INSERT INTO people (id, language, version, created_at) VALUES (88, 'pt', 1, 5)",
	).run();
	expect(await (await api("/api/users/people.csv")).text()).toContain(
		"\r\n88,,,pt,,,,1970-01-01T00:00:00.005Z,\r\n",
	);
	expect(await (await api("/api/payments.csv")).text()).toContain("id,paid_at,user_id");
});
