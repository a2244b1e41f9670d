import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { deliveriesAnswer, failuresAnswer, previewAnswer } from "../src/delivery/shapes.ts";
import { translator } from "../src/platform/i18n/index.ts";
import { broadcast, campaign, deliveries, holdSends, runJobs } from "./delivery-kit.ts";
import { deps, post } from "./payment-world.ts";
import { fieldsOf, read } from "./staff-answers.ts";
import { configure } from "./staff-room.ts";
import { addBot, api, ownerKey, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
const second = simulator.createBot({ first_name: "Second", username: "second_bot" });
await addBot(second.token);
let jobs: ReturnType<typeof holdSends>;
let people = 0;

beforeEach(async () => {
	jobs = holdSends();
	simulator.clearFaults();
	await env.DB.batch(
		["people", "person_bots", "bans", "deliveries", "delivery_blocks", "campaigns"].map((table) =>
			env.DB.prepare(`DELETE FROM ${table}`),
		),
	);
	await configure({ "delivery.broadcasts_an_hour": 1000, "delivery.messages_per_second": 1000 });
});

const none = { queued: 0, sent: 0, failed: 0, skipped: 0, unknown: 0, cancelled: 0, deleted: 0 };
const person = (language?: string, gender = "Male") =>
	new Phone(simulator, bot, `Person${++people}`).settleIn(gender, "30", language);
const makeVip = (phone: Phone) =>
	env.DB.prepare("UPDATE people SET vip_until = ? WHERE id = ?")
		.bind(Date.now() + 86_400_000, phone.id)
		.run();
const got = (phone: Phone, text: string) => phone.heard.filter((heard) => heard === text).length;

test("each audience gets it once, through the bot started last, and nobody who must not", async () => {
	const ana = await person();
	const vip = await person();
	await makeVip(vip);
	const gone = await person();
	await simulator.block(gone.id, { bot });
	await simulator.settle();
	const banned = await person();
	await post(`/api/users/${banned.id}/ban`, { reason: "spam" });
	const away = await person();
	const both = await person();
	const elsewhere = new Phone(simulator, second.bot.id, "unused");
	Object.assign(elsewhere, { id: both.id });
	await elsewhere.start();

	const preview = previewAnswer.parse(
		await post("/api/broadcast/preview", { message: "x", audience: "all" }),
	);
	expect(preview.recipients).toBe(4);
	for (const [audience, readers] of [
		["all", [ana, vip, away]],
		["vip", [vip]],
		["free", [ana, away]],
	] as [string, Phone[]][]) {
		const message = `for ${audience}`;
		const id = await broadcast({ message, audience });
		// One to expand, one for each bot at most.
		expect(await runJobs(jobs)).toBeLessThanOrEqual(3);
		const { status, counts, progress, total } = await campaign(id);
		expect([status, progress, counts]).toEqual(["finished", 1, { ...none, sent: total }]);
		for (const phone of [ana, vip, away, gone, banned])
			expect([message, phone.id, got(phone, message)]).toEqual([
				message,
				phone.id,
				readers.includes(phone) ? 1 : 0,
			]);
		expect([got(both, message), got(elsewhere, message)]).toEqual([0, audience === "vip" ? 0 : 1]);
	}
	const russian = await person("🇷🇺 Русский", translator("ru")("gender-male"));
	await broadcast({
		message: "по-русски",
		language: "ru",
		buttons: [[{ text: "Site", url: "https://example.com" }]],
	});
	await runJobs(jobs);
	expect([got(russian, "по-русски"), got(ana, "по-русски")]).toEqual([1, 0]);
	expect((russian.last.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)).toEqual([
		"Site",
		"🔕 Меньше сообщений",
	]);
});

test("who wants fewer messages gets none, sees it under preferences and can take it back", async () => {
	const ana = await person();
	await broadcast({ message: "one" });
	await runJobs(jobs);
	await ana.press("🔕 Fewer messages");
	expect(ana.last.text).toContain("You no longer get");
	const id = await broadcast({ message: "two" });
	await runJobs(jobs);
	expect([got(ana, "two"), (await campaign(id)).counts]).toEqual([0, { ...none, skipped: 1 }]);
	expect(await deliveries(id, "skipped")).toMatchObject([{ user_id: ana.id, note: "wants fewer messages" }]);
	// What they do here is still answered.
	await ana.send("/preferences");
	expect(ana.heard.at(-2)).toContain("You no longer get");
	const exported = (await (await deps()).rights.export(ana.id)).delivery;
	expect(exported).toMatchObject({
		campaigns: { sent: 1, skipped: 1 },
		fewer_messages_since: expect.any(String),
	});
	await ana.press("🔔 All messages");
	await broadcast({ message: "three" });
	await runJobs(jobs);
	expect(got(ana, "three")).toBe(1);
	// Also who never went beyond Start.
	const bo = new Phone(simulator, bot, "Bo");
	await bo.start();
	await broadcast({ message: "four" });
	await runJobs(jobs);
	expect(got(bo, "four")).toBe(1);
	await bo.press("🔕 Fewer messages");
	expect(bo.last.text).toContain("You no longer get");
	await (await deps()).rights.erase(ana.id);
	expect(
		(await env.DB.prepare("SELECT * FROM recipients WHERE chat_id = ?").bind(ana.id).all()).results,
	).toEqual([]);
});

test("what Telegram would refuse is refused before it is queued, and a test goes to one", async () => {
	const ana = await person();
	for (const [input, fields] of [
		[{ message: "" }, ["message"]],
		[{ message: "x".repeat(4097) }, ["message"]],
		[{ message: "<b>open", parse_mode: "HTML" }, ["message"]],
		[
			{ message: "a", parse_mode: "HTML", entities: [{ type: "bold", offset: 0, length: 1 }] },
			["parse_mode"],
		],
		[{ message: "a", entities: [{ type: "bold", offset: 0, length: 9 }] }, ["entities"]],
		[{ message: "a", media: { kind: "photo", file: "no-such-file" } }, ["bot_id"]],
		[{ message: "a", bot_id: bot, media: { kind: "photo", file: "no-such-file" } }, ["message"]],
		[{ message: "a", buttons: [[{ text: "x", url: "javascript:1" }]] }, ["buttons.0.0.url"]],
		[{ message: "a", buttons: [[{ text: "x", url: "http://localhost" }]] }, ["message"]],
		[{ message: "a", audience: "nobody" }, ["audience"]],
	] as [object, string[]][])
		expect(await fieldsOf(await api("/api/broadcast", { audience: "all", ...input }))).toEqual(fields);
	expect(jobs).toEqual([]);
	const heard = ana.heard.length;

	await broadcast({ message: "<b>bold</b>", parse_mode: "HTML" });
	expect(ana.heard.length).toBe(heard);
	await runJobs(jobs);
	expect(ana.last).toMatchObject({ text: "bold", entities: [{ type: "bold", offset: 0, length: 4 }] });

	await post("/api/broadcast/test", { to: ana.id, message: "just you" });
	expect(ana.last.text).toBe("just you");
	expect((await api("/api/broadcast/test", { to: 1, message: "x" })).status).toBe(400);
});

test("a repeat with a key sends nothing more, and the eleventh in an hour has to wait", async () => {
	await person();
	const send = (key: string) =>
		exports.default.fetch("https://rialto.test/api/broadcast", {
			method: "POST",
			headers: { authorization: `Bearer ${ownerKey}`, "idempotency-key": key },
			body: JSON.stringify({ message: "once", audience: "all" }),
		});
	const [a, b] = await Promise.all([send("k").then((r) => r.json()), send("k").then((r) => r.json())]);
	expect(a).toEqual(b);
	await configure({ "delivery.broadcasts_an_hour": 10 });
	const answers: Response[] = [];
	for (let i = 0; i < 11; i++) answers.push(await api("/api/broadcast", { message: "x", audience: "all" }));
	const refused = answers.at(-1);
	expect(refused?.status).toBe(429);
	expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(3000);
});

test("failures are rows with Telegram's words, and only a person sends again", async () => {
	const [ana, bo, cy, di] = [await person(), await person(), await person(), await person()];
	simulator.addFault({ method: "sendMessage", chat_id: ana.id, status: 400, description: "Bad Request: no" });
	simulator.addFault({ method: "sendMessage", chat_id: bo.id, drop_answer: true });
	simulator.addFault({ method: "sendMessage", chat_id: cy.id, status: 502 });
	simulator.addFault({ method: "sendMessage", chat_id: di.id, status: 403 });
	const id = await broadcast({ message: "hello" });
	await runJobs(jobs);
	// A 5xx that says ok:false was not carried out, and is tried again; what got no answer is not.
	expect((await campaign(id)).counts).toEqual({ ...none, failed: 2, unknown: 1, sent: 1 });
	expect([got(bo, "hello"), got(cy, "hello")]).toEqual([1, 1]);
	expect(await deliveries(id, "failed")).toMatchObject([
		{ user_id: ana.id, note: "Bad Request: no" },
		{ user_id: di.id, note: "Forbidden: bot was blocked by the user" },
	]);
	const reach = await env.DB.prepare("SELECT blocked_at FROM person_bots WHERE user_id = ?")
		.bind(di.id)
		.first();
	expect(reach?.blocked_at).not.toBeNull();

	await post(`/api/campaigns/${id}/resend`, {});
	expect((await campaign(id)).counts).toEqual({ ...none, queued: 2, unknown: 1, sent: 1 });
	await runJobs(jobs);
	// Who blocked the bot is no longer meant.
	expect((await campaign(id)).counts).toEqual({ ...none, skipped: 1, unknown: 1, sent: 2 });
	expect([got(ana, "hello"), got(bo, "hello")]).toEqual([1, 1]);
	expect((await api(`/api/campaigns/${id}/resend`, {})).status).toBe(409);
	await post(`/api/campaigns/${id}/resend`, { include_unknown: true });
	await runJobs(jobs);
	expect((await campaign(id)).counts).toEqual({ ...none, skipped: 1, sent: 3 });
	expect(got(bo, "hello")).toBe(2);
});

test("failures stand together by their cause, and are sent again by cause or singly", async () => {
	const people = [await person(), await person(), await person(), await person()];
	const [ana, bo, cy, di] = people as [Phone, Phone, Phone, Phone];
	const refuse = (one: Phone, description: string) =>
		simulator.addFault({ method: "sendMessage", chat_id: one.id, status: 400, description });
	refuse(ana, "Bad Request: limit 17 reached");
	refuse(bo, "Bad Request: limit 4 reached");
	refuse(cy, "Bad Request: can't parse entities");
	refuse(di, "Bad Request: can't parse entities");
	const id = await broadcast({ message: "again" });
	await runJobs(jobs);
	const { failures } = await read(`/api/campaigns/${id}/failures`, failuresAnswer);
	expect(failures).toEqual([
		{ state: "failed", cause: "Bad Request: can't parse entities", advice: "correct", recipients: 2 },
		{ state: "failed", cause: "Bad Request: limit # reached", advice: "retry", recipients: 2 },
	]);
	const { deliveries: found } = await read(`/api/campaigns/${id}/deliveries?q=LIMIT`, deliveriesAnswer);
	expect(found.map(({ user_id }) => user_id)).toEqual([ana.id, bo.id]);
	await post(`/api/campaigns/${id}/resend`, { cause: "Bad Request: limit # reached" });
	await runJobs(jobs);
	expect(people.map((one) => got(one, "again"))).toEqual([1, 1, 0, 0]);
	await post(`/api/campaigns/${id}/resend`, { user_ids: [di.id] });
	await runJobs(jobs);
	expect(people.map((one) => got(one, "again"))).toEqual([1, 1, 0, 1]);
	expect((await campaign(id)).counts).toEqual({ ...none, failed: 1, sent: 3 });
	expect((await api(`/api/campaigns/${id}/resend`, { cause: "no such cause" })).status).toBe(409);
});

test("deliveries are forgotten after their time, their counts stay", async () => {
	await person();
	const id = await broadcast({ message: "old" });
	await runJobs(jobs);
	const before = await campaign(id);
	await env.DB.prepare("UPDATE campaigns SET changed_at = ?")
		.bind(Date.now() - 91 * 86_400_000)
		.run();
	await (await deps()).delivery.purge();
	expect(
		(await env.DB.prepare("SELECT id FROM deliveries UNION SELECT id FROM delivery_blocks").all()).results,
	).toEqual([]);
	expect((await campaign(id)).counts).toEqual(before.counts);
});
