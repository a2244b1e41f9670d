import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { openReportsAbout } from "../src/chat/reports/store.ts";
import { among } from "../src/platform/db.ts";
import { purgeIdempotencyKeys } from "../src/platform/retention.ts";
import { outbox } from "../src/platform/schema.ts";
import { Browser, deps, owner, wholeTeam } from "./staff-kit.ts";
import { ownerKey, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
let team: Awaited<ReturnType<typeof wholeTeam>>["browsers"];
beforeAll(async () => {
	telegram = await startTelegram();
	team = (await wholeTeam(telegram)).browsers;
});

const limits = (headers: Headers) => [headers.get("ratelimit-policy"), headers.get("ratelimit")];

test("wrong keys are counted by address; after too many none is looked at for a while", async () => {
	await owner().post("/api/config", { key: "api.requests_per_minute", value: 5 });
	const guesser = new Browser();
	const guess = (authorization: string) => guesser.call("GET", "/api/bots", undefined, { authorization });
	const statuses = [];
	for (const key of ["Bearer a", "Bearer rlt_b", "Basic c", "Bearer ", "Bearer d"])
		statuses.push((await guess(key)).status);
	expect(statuses).toEqual(Array(5).fill(401));
	for (const key of ["Bearer e", `Bearer ${ownerKey}`]) {
		const { status, headers, body } = await guess(key);
		expect([status, body.error.code]).toEqual([429, "too_many"]);
		expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
		expect(limits(headers)).toEqual(['"keys";q=5;w=60', expect.stringMatching(/^"keys";r=0;t=\d+$/)]);
	}
	// Nobody else waits for them: neither who signed in there, nor another address.
	expect((await owner().get("/api/bots")).status).toBe(200);
	await owner().post("/api/config", { key: "api.requests_per_minute", value: 1000 });
});

test("every answer that is limited says what is left", async () => {
	const browser = new Browser();
	for (let left = 4; left >= 0; left--) {
		const { status, headers } = await browser.post("/api/request-login");
		expect(status).toBe(200);
		expect(limits(headers)).toEqual([
			'"login";q=5;w=900',
			expect.stringMatching(new RegExp(`^"login";r=${left};t=\\d+$`)),
		]);
	}
	const refused = await browser.post("/api/request-login");
	expect(refused.status).toBe(429);
	expect(limits(refused.headers)).toEqual([
		'"login";q=5;w=900',
		expect.stringMatching(/^"login";r=0;t=\d+$/),
	]);
	expect(
		limits((await browser.post("/api/auth/sign-in/magic-link", { email: "x@rialto.test" })).headers)[1],
	).toMatch(/r=0;/);

	await owner().post("/api/config", { key: "delivery.broadcasts_an_hour", value: 2 });
	const left = [];
	for (const message of ["", "one", "two", "three"]) {
		const { status, headers } = await owner().post("/api/broadcast", { message, audience: "vip" });
		left.push([status, limits(headers)[0], limits(headers)[1]?.replace(/t=\d+/, "t")]);
	}
	const policy = '"broadcast";q=2;w=3600';
	expect(left).toEqual([
		[400, policy, '"broadcast";r=2;t'],
		[202, policy, '"broadcast";r=1;t'],
		[202, policy, '"broadcast";r=0;t'],
		[429, policy, '"broadcast";r=0;t'],
	]);
	await owner().post("/api/config", { key: "delivery.broadcasts_an_hour", value: 100 });
});

test("a body that is too long is 413, on every door", async () => {
	const long = { reason: "x".repeat(1024 * 1024) };
	for (const path of ["/api/users/1/ban", "/api/config", "/api/auth/sign-in/magic-link", "/telegram/1"]) {
		const { status, body } = await owner().post(path, long);
		expect([path, status, body.error.code]).toEqual([path, 413, "too_big"]);
	}
});

test("answers of the API are data, and kept by nobody", async () => {
	const paths = ["/api/users/people.csv", "/api/payments.csv", "/api/audit.csv", "/api/bots", "/api/docs"];
	for (const path of [...paths, "/api/openapi.json", "/api/nothing", "/api/users/x"]) {
		const { headers } = await owner().get(path);
		expect([path, headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
		expect([path, headers.get("cache-control")]).toEqual([path, "no-store"]);
	}
	const { headers } = await new Browser().get("/api/bots");
	expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("an Idempotency-Key belongs to who sent it, and to what came with it", async () => {
	const send = (browser: Browser, key: string, message: string, path = "/api/broadcast") =>
		browser.call("POST", path, { message, audience: "vip" }, { "idempotency-key": key });
	const first = await send(team.owner, "k1", "hello");
	expect(first.status).toBe(202);
	expect((await send(team.owner, "k1", "hello")).body).toEqual(first.body);
	const other = await send(team.owner, "k1", "something else");
	expect([other.status, other.body.error.code]).toEqual([409, "key_used"]);
	// Somebody else has the same key by chance.
	const theirs = await send(team.operator, "k1", "hello");
	expect(theirs.status).toBe(202);
	expect(theirs.body.id).not.toBe(first.body.id);
	// What was refused did nothing: put right, it may come under its key.
	expect((await send(team.owner, "k2", "<b", "/api/broadcast")).status).toBe(202);
	await owner().post("/api/config", { key: "delivery.broadcasts_an_hour", value: 1 });
	expect((await send(team.owner, "k3", "too soon")).status).toBe(429);
	await owner().post("/api/config", { key: "delivery.broadcasts_an_hour", value: 100 });
	expect((await send(team.owner, "k3", "now")).status).toBe(202);
	expect((await send(team.owner, "", "x")).status).toBe(400);
	expect((await send(team.owner, "x".repeat(256), "x")).status).toBe(400);

	// The same on another address, and for everything that takes a key.
	const { simulator, bot } = telegram;
	const person = simulator.createUser({ first_name: "Ana" });
	await simulator.start(person.id, { bot });
	await simulator.settle();
	await env.DB.prepare("UPDATE people SET language = 'en' WHERE id = ?").bind(person.id).run();
	const gift = (amount: number) =>
		team.owner.call(
			"POST",
			`/api/users/${person.id}/grants`,
			{ what: "vip", amount, reason: "quiz" },
			{ "idempotency-key": "k1" },
		);
	expect((await gift(1)).status).toBe(409);
});

test("keys are forgotten after their time", async () => {
	const { db, now } = await deps();
	const kept = () => env.DB.prepare("SELECT count(*) AS n FROM idempotency_keys").first("n");
	await purgeIdempotencyKeys(db, now());
	expect(await kept()).toBeGreaterThan(0);
	await purgeIdempotencyKeys(db, now() + 31 * 86_400_000);
	expect(await kept()).toBe(0);
});

test("what is sold is a setting by whichever route it is changed", async () => {
	const { body } = await owner().get("/api/plans");
	const change = (browser: Browser) => [
		browser.call("PUT", "/api/plans", { vip_plans: body.vip_plans }),
		browser.post("/api/config", { key: "payments.vip_plans", value: body.vip_plans }),
		browser.post("/api/config/bulk", { "payments.vip_plans": body.vip_plans }),
	];
	const statuses = async (browser: Browser) =>
		(await Promise.all(change(browser))).map(({ status }) => status);
	expect(await statuses(team.owner)).toEqual([200, 200, 200]);
	expect(await statuses(team.operator)).toEqual([403, 403, 403]);
	expect(await statuses(team.viewer)).toEqual([403, 403, 403]);
	expect((await team.viewer.get("/api/plans")).status).toBe(200);
});

test("a key that every object has is no setting", async () => {
	for (const key of ["__proto__", "constructor", "toString"]) {
		const { status, body } = await owner().post("/api/config", { key, value: 1 });
		expect([status, Object.keys(body.error.fields)]).toEqual([400, [key]]);
	}
	const path = "https://rialto.test/api/config/bulk";
	const { exports } = await import("cloudflare:workers");
	const answer = await exports.default.fetch(path, {
		method: "POST",
		headers: { authorization: `Bearer ${ownerKey}` },
		body: '{"__proto__":1}',
	});
	expect(answer.status).toBe(400);
});

test("a hundred jobs at once, by their ids", async () => {
	const ids = (from: number) =>
		Array.from({ length: 100 }, (_, i) => `dead_${String(from + i).padStart(26, "0")}`);
	const insert = env.DB.prepare(
		"INSERT INTO dead_jobs (id, queue, job, died_at) VALUES (?, 'events-dead', '{\"kind\":\"probe\"}', 1)",
	);
	await env.DB.batch([...ids(0), ...ids(100)].map((id) => insert.bind(id)));
	expect((await owner().post("/api/dead-jobs/retry", { ids: ids(0) })).body).toEqual({ jobs: 100 });
	expect((await owner().post("/api/dead-jobs/discard", { ids: ids(100) })).body).toEqual({ jobs: 100 });
	expect(await env.DB.prepare("SELECT count(*) AS n FROM dead_jobs").first("n")).toBe(0);
});

test("of a hundred and more who report somebody, each has their record", async () => {
	const { db } = await deps();
	const insert = env.DB.prepare(
		`INSERT INTO reports (id, chat_id, reporter_id, reported_id, reported_bot_id, reason, created_at, status)
		VALUES (?, ?, ?, ?, 1, 'spam', 1, ?)`,
	);
	const rows = Array.from({ length: 130 }, (_, i) => [
		insert.bind(`now_${i}`, `now_${i}`, 1000 + i, 7, "open"),
		insert.bind(`old_${i}`, `old_${i}`, 1000 + i, 8, "dismissed"),
	]);
	await env.DB.batch(rows.flat());
	const records = (await openReportsAbout(db, async (id) => -id, 7)).map(({ record }) => record);
	expect(records).toEqual(Array(130).fill({ upheld: 0, dismissed: 1 }));
	// What else takes a list that can grow, takes it as one parameter.
	const many = Array.from({ length: 5000 }, (_, i) => i + 1_000_000);
	expect(await db.select().from(outbox).where(among(outbox.id, many))).toEqual([]);
});
