import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import * as insights from "../src/insights/shapes.ts";
import * as shapes from "../src/operations/shapes.ts";
import { userAnswer } from "../src/people/shapes.ts";
import { openDb } from "../src/platform/db.ts";
import { readConfig } from "../src/platform/env.ts";
import { webhookSecret } from "../src/platform/registry.ts";
import { failedUpdates } from "../src/platform/schema.ts";
import { fieldsOf, read } from "./staff-answers.ts";
import { addBot, api, Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
beforeAll(async () => {
	telegram = await startTelegram();
});

const remove = (path: string) =>
	exports.default.fetch(`https://rialto.test${path}`, {
		method: "DELETE",
		headers: { authorization: "Bearer owner-key-for-tests" },
	});

const secretOf = (bot: number) => webhookSecret(readConfig(env).ENCRYPTION_KEY, bot);
const userOf = async (id: number) => (await read(`/api/users/${id}`, userAnswer)).user;

test("staff see somebody search, chat and be banned out of it", async () => {
	const { simulator, bot } = telegram;
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	expect(await userOf(ana.id)).toMatchObject({
		profile: { language: "en", gender: "female", age: 27 },
		ban: null,
		age_refused_at: null,
		bots: [{ bot_id: bot, username: "rialto_bot", blocked_at: null }],
		now: { state: "idle", bot_id: null, chat_id: null },
		chats: 0,
	});
	await ana.press("🔍 Find Partner");
	expect((await userOf(ana.id)).now).toEqual({ state: "searching", bot_id: bot, chat_id: null });
	await bo.press("🔍 Find Partner");
	const { now, chats } = await userOf(ana.id);
	expect(now).toMatchObject({ state: "chatting", bot_id: bot, chat_id: expect.stringMatching(/^chat_/) });
	expect(chats).toBe(1);

	const until = new Date(Date.now() + 86_400_000).toISOString();
	expect((await api(`/api/users/${ana.id}/ban`, { reason: "Selling things", until })).status).toBe(200);
	await simulator.settle();
	expect((await userOf(ana.id)).now.state).toBe("idle");
	expect((await userOf(ana.id)).ban).toMatchObject({ reason: "Selling things", until, banned_by: "owner" });
	expect(bo.heard.at(-2)).toContain("Your partner has left");
	await ana.send("/find");
	expect(ana.last.text).toContain("Selling things");

	expect((await api(`/api/users/${ana.id}/unban`, {})).status).toBe(200);
	expect((await api(`/api/users/${ana.id}/unban`, {})).status).toBe(404);
	expect((await userOf(ana.id)).ban).toBeNull();
	await ana.send("/find");
	expect(ana.last.text).toContain("Looking for somebody");
	await ana.send("/stop");

	const { entries } = await read("/api/audit", shapes.auditAnswer);
	const mine = entries.filter((entry) => entry.subject === String(ana.id));
	expect(mine.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
		"owner person.unbanned",
		"owner person.banned",
	]);
	expect(mine[1]?.details).toEqual({ reason: "Selling things", until: Date.parse(until) });
});

test("a ban for somebody unknown awaits them; what is wrong with a ban is named", async () => {
	const { simulator, bot } = telegram;
	const cy = new Phone(simulator, bot, "Cy");
	expect((await api(`/api/users/${cy.id}`)).status).toBe(404);
	expect((await api(`/api/users/${cy.id}/ban`, { reason: "Known from elsewhere" })).status).toBe(200);
	expect(await userOf(cy.id)).toMatchObject({ profile: null, ban: { until: null }, bots: [], chats: 0 });
	await cy.start();
	expect(cy.last.text).toContain("Known from elsewhere");

	const path = `/api/users/${cy.id}/ban`;
	expect(await fieldsOf(await api(path, {}))).toEqual(["reason"]);
	expect(await fieldsOf(await api(path, { reason: "  ", until: "soon" }))).toEqual(["reason", "until"]);
	expect(await fieldsOf(await api(path, { reason: "x", until: Date.now() - 1 }))).toEqual(["until"]);
	expect(await fieldsOf(await api("/api/users/cy/ban", { reason: "x" }))).toEqual(["id"]);
	expect((await api(path, { reason: "x", until: Date.now() + 60_000 })).status).toBe(200);
	const broken = await exports.default.fetch(`https://rialto.test${path}`, {
		method: "POST",
		headers: { authorization: "Bearer owner-key-for-tests", "content-type": "application/json" },
		body: "{",
	});
	expect(broken.status).toBe(400);
	expect(await broken.text()).toContain("must be JSON");
	await api(`/api/users/${cy.id}/unban`, {});
	// As curl sends it when told nothing.
	const plain = await exports.default.fetch(`https://rialto.test${path}`, {
		method: "POST",
		headers: {
			authorization: "Bearer owner-key-for-tests",
			"content-type": "application/x-www-form-urlencoded",
		},
		body: '{"reason":"by curl"}',
	});
	expect(plain.status).toBe(200);
	expect((await userOf(cy.id)).ban?.reason).toBe("by curl");
});

test("a removed bot's webhook is refused, its history stays, and adding it again brings it back", async () => {
	const { simulator } = telegram;
	const { bot, token } = simulator.createBot({ first_name: "Third", username: "third_bot" });
	await addBot(token);
	const dan = new Phone(simulator, bot.id, "Dan");
	await dan.start();
	const heard = dan.messages().length;
	expect(heard).toBeGreaterThan(1);
	const webhook = async () => {
		const response = await simulator.fetch(
			new Request(`http://telegram.test/bot${token}/getWebhookInfo`, { method: "POST" }),
		);
		return (await response.json<{ result: { url: string } }>()).result.url;
	};
	expect(await webhook()).toBe(`https://rialto.test/telegram/${bot.id}`);

	expect((await remove(`/api/bots/${bot.id}`)).status).toBe(200);
	expect(await webhook()).toBe("");
	expect((await remove(`/api/bots/${bot.id}`)).status).toBe(404);
	expect((await remove("/api/bots/x")).status).toBe(400);
	const { bots } = await read("/api/bots", shapes.botsAnswer);
	expect(bots.map(({ username }) => username)).toEqual(["rialto_bot"]);
	const update = await exports.default.fetch(`https://rialto.test/telegram/${bot.id}`, {
		method: "POST",
		headers: {
			"content-type": "application/json",
			"x-telegram-bot-api-secret-token": await secretOf(bot.id),
		},
		body: JSON.stringify({ update_id: 1 }),
	});
	expect(update.status).toBe(401);
	expect((await userOf(dan.id)).bots).toMatchObject([{ bot_id: bot.id, username: null }]);
	const { entries } = await read("/api/audit?limit=1", shapes.auditAnswer);
	expect(entries[0]).toMatchObject({ action: "bot.removed", subject: String(bot.id) });

	await addBot(token);
	await dan.send("hello again");
	expect(dan.messages().length).toBeGreaterThan(heard + 1);
});

test("overview and stats count what is there", async () => {
	const before = (await read("/api/overview", insights.overviewAnswer)).overview;
	await new Phone(telegram.simulator, telegram.bot, "Eli").settleIn("Other", "33");
	const now = Date.now();
	const insert = env.DB.prepare(
		"INSERT INTO people (id, language, gender, age, vip_until, version, created_at) VALUES (?, 'pt', 'other', 30, ?, 1, ?)",
	);
	await env.DB.batch([
		insert.bind(9001, now + 60_000, now),
		insert.bind(9002, now - 60_000, now - 3 * 86_400_000),
		insert.bind(9003, null, now - 30 * 86_400_000),
	]);
	await api("/api/users/9003/ban", { reason: "x" });
	await openDb(env.DB)
		.insert(failedUpdates)
		.values([
			{ id: "1:1", tries: 3, error: "boom", update: {}, failedAt: 10, gaveUpAt: 10 },
			{ id: "1:2", tries: 1, error: "once", update: {}, failedAt: 20 },
		]);
	const { stats } = await read("/api/stats", insights.statsAnswer);
	const joined = stats.users.total - before.users.total;
	expect(joined).toBe(4);
	expect(stats.users.new_today - before.users.new_today).toBe(joined - 2);
	expect(stats.users.new_7_days - before.users.new_7_days).toBe(joined - 1);
	expect(stats.users.vip - before.users.vip).toBe(1);
	expect(stats.users.banned - before.users.banned).toBe(1);
	expect(stats.failed_updates - before.failed_updates).toBe(1);
	expect(stats.by_language.pt).toBe(3);
	expect(stats.by_gender.other).toBe(4);
	expect(stats.by_bot.map(({ bot_id }) => bot_id)).toContain(telegram.bot);

	const first = await read("/api/failed-updates?limit=1", shapes.failedUpdatesAnswer);
	expect(first.failed_updates.map(({ id }) => id)).toEqual(["1:2"]);
	const second = await read(`/api/failed-updates?limit=1&cursor=${first.next}`, shapes.failedUpdatesAnswer);
	expect(second.failed_updates.map(({ id, gave_up_at }) => [id, gave_up_at !== null])).toEqual([
		["1:1", true],
	]);
	expect(second.next).toBeNull();
});
