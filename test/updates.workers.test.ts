import { env, runInDurableObject } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { DrizzleQueryError } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import type { Person } from "../durable-objects/person.ts";
import { openDb } from "../src/platform/db.ts";
import { readConfig } from "../src/platform/env.ts";
import { webhookSecret } from "../src/platform/registry.ts";
import { failedUpdates } from "../src/platform/schema.ts";
import { addBot, api, Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;

beforeAll(async () => {
	telegram = await startTelegram();
});

const secretOf = (bot: number) => webhookSecret(readConfig(env).ENCRYPTION_KEY, bot);

async function post(body: unknown, { bot = telegram.bot, secret }: { bot?: number; secret?: string } = {}) {
	return exports.default.fetch(`https://rialto.test/telegram/${bot}`, {
		method: "POST",
		headers: {
			"content-type": "application/json",
			"x-telegram-bot-api-secret-token": secret ?? (await secretOf(bot)),
		},
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
}

const message = (userId: number, updateId: number, messageId: number, text: string) => ({
	update_id: updateId,
	message: {
		message_id: messageId,
		date: 1_790_000_000,
		chat: { id: userId, type: "private", first_name: "X" },
		from: { id: userId, is_bot: false, first_name: "X", language_code: "en" },
		text,
		...(text.startsWith("/") ? { entities: [{ type: "bot_command", offset: 0, length: text.length }] } : {}),
	},
});

test("only Telegram with this bot's own secret is listened to", async () => {
	const { simulator, bot } = telegram;
	const other = simulator.createBot({ first_name: "Second", username: "second_bot" });
	await addBot(other.token);
	const dora = new Phone(simulator, bot, "Dora");
	const start = message(dora.id, 1, 1, "/start");

	const wrong = [
		await post(start, { secret: "wrong" }),
		await post(start, { secret: "" }),
		await post(start, { secret: await secretOf(other.bot.id) }),
		await post(start, { bot: 4242, secret: await secretOf(4242) }),
		await exports.default.fetch(`https://rialto.test/telegram/${bot}`, { method: "POST", body: "{}" }),
	];
	expect(wrong.map((response) => response.status)).toEqual([401, 401, 401, 401, 401]);
	expect(await env.DB.prepare("SELECT count(*) AS n FROM people WHERE id = ?").bind(dora.id).first("n")).toBe(
		0,
	);

	await simulator.start(dora.id, { bot });
	await simulator.settle();
	expect(await env.DB.prepare("SELECT count(*) AS n FROM people WHERE id = ?").bind(dora.id).first("n")).toBe(
		1,
	);
});

test("a body that is no update is 400; a kind we don't know is 200 and a log line", async () => {
	expect((await post("not json")).status).toBe(400);
	expect((await post({ hello: 1 })).status).toBe(400);
	expect((await post({ update_id: "7" })).status).toBe(400);
	const log = vi.spyOn(console, "info").mockImplementation(() => undefined);
	expect((await post({ update_id: 70, some_future_kind: { text: "secret words" } })).status).toBe(200);
	expect((await post({ update_id: 71 })).status).toBe(200);
	const lines = log.mock.calls.flat().join("\n");
	expect(lines).toContain('"update_id":70');
	expect(lines).toContain("some_future_kind");
	expect(lines).not.toContain("secret words");
	log.mockRestore();
});

test("an update that can't be one is answered 200 with a line in the log, wherever it would break", async () => {
	const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
	const { message: good } = message(5151, 0, 3, "secret words");
	const from = { id: 5151, is_bot: false, first_name: "X" };
	const press = { id: "1", from, chat_instance: "1", data: "find" };
	const { chat, ...nowhere } = good;
	const impossible: [object, string][] = [
		[{ message: {} }, "message.message_id"],
		[{ message: null }, "message"],
		[{ message: nowhere }, "message.chat"],
		[{ edited_message: nowhere }, "edited_message.chat"],
		[{ message: { ...good, chat: { id: -1, type: "supergroup" } } }, "message.chat.title"],
		[{ message: { ...good, entities: "secret words" } }, "message.entities"],
		[{ message: { ...good, photo: [] } }, "message.photo"],
		[{ message: { ...good, reply_to_message: { text: "secret words" } } }, "message.reply_to_message.chat"],
		[{ callback_query: { ...press, message: nowhere } }, "callback_query.message.chat"],
		[{ callback_query: { ...press, from: undefined, message: good } }, "callback_query.from"],
		[{ my_chat_member: { chat, from, date: 1 } }, "my_chat_member.old_chat_member"],
		[{ message_reaction: { chat, message_id: 3, date: 1 } }, "message_reaction.new_reaction"],
		[{ pre_checkout_query: { id: "1", from, currency: "XTR" } }, "total_amount"],
		[{ message: { ...good, successful_payment: { currency: "XTR" } } }, "successful_payment.total_amount"],
	];
	for (const [i, [update, at]] of impossible.entries()) {
		warn.mockClear();
		expect((await post({ update_id: 600 + i, ...update })).status, at).toBe(200);
		const lines = warn.mock.calls.flat().join("\n");
		expect(lines).toContain(`"update_id":${600 + i}`);
		expect(lines).toContain(at);
		expect(lines).not.toContain("secret words");
	}
	warn.mockRestore();
});

test("a passing fault of the database counts as no try, however often it comes", async () => {
	const gus = await new Phone(telegram.simulator, telegram.bot, "Gus").settleIn();
	const heard = gus.messages().length;
	const statement = Object.getPrototypeOf(env.DB.prepare("SELECT 1")) as D1PreparedStatement;
	const lost = () => Promise.reject(new Error("D1_ERROR: Network connection lost."));
	const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
	const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
	const spies = (["run", "all", "raw"] as const).map((call) =>
		vi.spyOn(statement, call).mockImplementation(lost as never),
	);
	const paid = message(gus.id, 950, 4_000, "");
	const payment = { currency: "XTR", total_amount: 5, invoice_payload: "order_x" };
	const successful_payment = {
		...payment,
		telegram_payment_charge_id: "gus",
		provider_payment_charge_id: "",
	};
	Object.assign(paid.message, { successful_payment });
	for (let i = 0; i < 5; i++) {
		for (const update of [message(gus.id, 951, 4_001, "/premium"), paid]) {
			const response = await post(update);
			expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "1"]);
		}
	}
	const asked = await api("/api/users?limit=1");
	expect([asked.status, asked.headers.get("Retry-After")]).toEqual([503, "1"]);
	// Nor is it one that what failed can't be counted.
	telegram.simulator.addFault({ method: "sendMessage", status: 400, times: 1 });
	expect((await post(message(gus.id, 952, 4_002, "/help"))).status).toBe(503);
	for (const spy of spies) spy.mockRestore();
	const rows = await openDb(env.DB).select().from(failedUpdates);
	expect(rows.filter(({ id }) => /:95\d$/.test(id))).toEqual([]);
	const lines = [...warn.mock.calls, ...error.mock.calls].flat().join("\n");
	expect(lines).toContain("Network connection lost");
	expect(lines).not.toContain("params");
	warn.mockRestore();
	error.mockRestore();

	telegram.simulator.clearFaults();
	expect((await post(message(gus.id, 951, 4_001, "/premium"))).status).toBe(200);
	expect(gus.messages()).toHaveLength(heard + 1);
});

test("a query that failed in an actor is no try either, whether what it failed for came along or not", async () => {
	const ben = await new Phone(telegram.simulator, telegram.bot, "Ben").settleIn();
	const actor = env.PERSON.getByName(String(ben.id));
	const person: Person = await runInDurableObject(actor, (instance) => Object.getPrototypeOf(instance));
	const noise = (["warn", "error"] as const).map((level) =>
		vi.spyOn(console, level).mockImplementation(() => undefined),
	);
	const lost = new DrizzleQueryError("select ?", ["x"], new Error("D1_ERROR: Network connection lost."));
	for (const error of [lost, new Error(lost.message)]) {
		const begin = vi.spyOn(person, "begin").mockImplementation(() => {
			throw error;
		});
		for (let i = 0; i < 4; i++) expect((await post(message(ben.id, 960, 4_010, "/help"))).status).toBe(503);
		begin.mockRestore();
	}
	for (const spy of noise) spy.mockRestore();
	const rows = await openDb(env.DB).select().from(failedUpdates);
	expect(rows.filter(({ id }) => id.endsWith(":960"))).toEqual([]);
	expect((await post(message(ben.id, 960, 4_010, "/help"))).status).toBe(200);
});

test("an update that always throws is kept after three tries and answered 200, without what was written", async () => {
	const eva = new Phone(telegram.simulator, telegram.bot, "Eva");
	const broken = message(eva.id, 900, 3, "my secret words");
	Object.assign(broken.message, { chat: { id: eva.id, type: "private" } });
	telegram.simulator.addFault({
		method: "sendMessage",
		chat_id: eva.id,
		status: 400,
		description: "Bad Request: it hates this",
		times: 99,
	});
	await telegram.simulator.start(eva.id, { bot: telegram.bot });
	const noise = vi.spyOn(console, "error").mockImplementation(() => undefined);
	const statuses: number[] = [];
	for (let i = 0; i < 4; i++) statuses.push((await post(broken)).status);
	expect(statuses).toEqual([500, 500, 200, 200]);
	telegram.simulator.clearFaults();
	expect(noise.mock.calls.flat().join()).not.toContain("secret words");
	noise.mockRestore();

	const rows = await openDb(env.DB).select().from(failedUpdates);
	const row = rows.find((candidate) => candidate.id === `${telegram.bot}:900`);
	expect(row?.gaveUpAt).toBeTruthy();
	expect(row?.error).toContain("it hates this");
	expect(JSON.stringify(row)).not.toContain("secret words");
	await telegram.simulator.settle();
});

test("the same update ten times side by side has one effect; smaller and reordered ids are not dropped", async () => {
	const { simulator, bot } = telegram;
	const fay = await new Phone(simulator, bot, "Fay").settleIn();
	const find = message(fay.id, 50_000, 90_000, "🔍 Find Partner");
	const before = fay.messages().length;
	const responses = await Promise.all(Array.from({ length: 10 }, () => post(find)));
	expect(responses.map((response) => response.status).sort()).toEqual([200, ...Array(9).fill(503)]);
	expect(
		responses
			.filter((response) => response.status === 503)
			.every((r) => r.headers.get("Retry-After") === "1"),
	).toBe(true);
	expect((await post(find)).status).toBe(200);
	expect(fay.messages()).toHaveLength(before + 1);

	// An older id that comes late is a new update all the same.
	expect((await post(message(fay.id, 7, 90_001, "/find"))).status).toBe(200);
	expect(fay.last.text).toContain("already searching");
	// The same ids at another bot are another update.
	const other = simulator.createBot({ first_name: "Second", username: "second_bot" });
	await simulator.start(fay.id, { bot: other.bot.id });
	await simulator.settle();
	const heard = simulator.messages(fay.id, other.bot.id).length;
	expect((await post(message(fay.id, 50_000, 90_000, "/find"), { bot: other.bot.id })).status).toBe(200);
	expect(simulator.messages(fay.id, other.bot.id)).toHaveLength(heard + 1);
	await fay.press("Cancel search");
	expect(fay.heard).toContain("Search stopped.");
});

test("settings change without a restart, are audited, and are refused with the field at fault", async () => {
	expect((await exports.default.fetch("https://rialto.test/api/config")).status).toBe(401);
	expect((await api("/api/config", undefined, "another-key-that-is-long")).status).toBe(401);
	const bad = await api("/api/config/bulk", {
		"people.minimum_age": 15,
		"no.such": 1,
		"chat.protect_content": true,
	});
	expect(bad.status).toBe(400);
	const { error } = await bad.json<{ error: { fields: Record<string, string> } }>();
	expect(Object.keys(error.fields).sort()).toEqual(["no.such", "people.minimum_age"]);

	const good = await api("/api/config", { key: "people.minimum_age", value: 21 });
	expect(good.status).toBe(200);
	const gil = new Phone(telegram.simulator, telegram.bot, "Gil");
	await gil.settleIn("Other", "20");
	expect(gil.last.text).toContain("21 or older");
	const audit = await env.DB.prepare("SELECT * FROM audit_entries WHERE action = 'setting.changed'").all();
	expect(audit.results).toHaveLength(1);
	expect(audit.results[0]).toMatchObject({
		actor: "owner",
		subject: "people.minimum_age",
		details: '{"from":18,"to":21}',
	});
	await api("/api/config", { key: "people.minimum_age", value: 18 });
});

test("bot tokens are kept encrypted and never shown", async () => {
	const stored = await env.DB.prepare("SELECT * FROM bots").all();
	expect(JSON.stringify(stored.results)).not.toContain(telegram.token.split(":")[1]);
	const listed = await (await api("/api/bots")).text();
	expect(listed).toContain("rialto_bot");
	expect(listed).not.toContain(telegram.token.split(":")[1]);
	const refused = await api("/api/bots", { token: "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" });
	expect(refused.status).toBe(400);
	expect(await refused.text()).toContain("Unauthorized");
});
