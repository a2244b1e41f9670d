import { DrizzleQueryError } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { readConfig } from "./env.ts";
import { isHiccup, violationOf } from "./errors.ts";
import { redact } from "./failed-updates.ts";
import { isChatId, newId } from "./ids.ts";
import { Log, reason } from "./log.ts";
import { decrypt, deriveSecret, encrypt, sameSecret } from "./secrets.ts";
import { defineSetting, problemsOf, type Setting, Settings } from "./settings.ts";
import { callFailure } from "./telegram.ts";

const complete = {
	TELEGRAM_API_ROOT: "https://api.telegram.org",
	PUBLIC_URL: "https://rialto.example.com",
	OWNER_KEY: "sixteen letters!",
	ENCRYPTION_KEY: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
};

test("a missing or malformed variable names itself and what it should look like", () => {
	expect(readConfig({ ...complete, ADMIN_TELEGRAM_IDS: "12, 34", SETTINGS: '{"a.b":1}' })).toMatchObject({
		ADMIN_TELEGRAM_IDS: [12, 34],
		SETTINGS: { "a.b": 1 },
		LOG_LEVEL: "info",
	});
	const wrong: [Record<string, string>, RegExp][] = [
		[{ OWNER_KEY: "short" }, /OWNER_KEY must have at least 16/],
		[{ ENCRYPTION_KEY: "abc" }, /ENCRYPTION_KEY must be 32 bytes in base64/],
		[{ PUBLIC_URL: "rialto" }, /PUBLIC_URL must be the address.*https:\/\//],
		[{ ADMIN_TELEGRAM_IDS: "12,me" }, /ADMIN_TELEGRAM_IDS must be Telegram ids/],
		[{ SETTINGS: "{" }, /SETTINGS must be a JSON object/],
		[{ SETTINGS: "[1]" }, /SETTINGS must be a JSON object/],
		[{ LOG_LEVEL: "loud" }, /LOG_LEVEL must be debug/],
	];
	for (const [change, message] of wrong)
		expect(() => readConfig({ ...complete, ...change })).toThrow(message);
	expect(() => readConfig({ TELEGRAM_API_ROOT: "x" })).toThrow(
		/TELEGRAM_API_ROOT[\s\S]*PUBLIC_URL[\s\S]*OWNER_KEY is missing[\s\S]*ENCRYPTION_KEY is missing/,
	);
});

test("a setting is what staff stored, else what the deployment began with, else its variable, else the default", () => {
	const flag = defineSetting({
		key: "chat.flag",
		schema: z.union([z.boolean(), z.stringbool()]),
		default: true,
		label: "",
		help: "",
		env: "ENABLE_FLAG",
	});
	expect(new Settings({}, {}, {}).get(flag)).toBe(true);
	expect(new Settings({}, {}, { ENABLE_FLAG: "false" }).get(flag)).toBe(false);
	expect(new Settings({}, { "chat.flag": true }, { ENABLE_FLAG: "false" }).get(flag)).toBe(true);
	expect(new Settings({ "chat.flag": false }, { "chat.flag": true }, {}).get(flag)).toBe(false);
	expect(new Settings({ "chat.flag": "no longer valid" }, {}, {}).get(flag)).toBe(true);
	const problems = problemsOf({ "chat.flag": "maybe", "chat.flagg": true }, [flag as Setting]);
	expect(problems.map((line) => line.split(":")[0])).toEqual(["chat.flag", "chat.flagg"]);
	expect(problemsOf({ "chat.flag": false }, [flag as Setting])).toEqual([]);

	const list = defineSetting<string[]>({
		...{ key: "chat.list", label: "", help: "", default: [], env: "CHANNEL_n" },
		schema: z.array(z.string().startsWith("@")),
	});
	const variables = { CHANNEL_10: "@j", CHANNEL_2: "@b", CHANNEL_1: "@a", CHANNEL_3: "", CHANNEL_NAME: "x" };
	expect(new Settings({}, {}, variables).get(list)).toEqual(["@a", "@b", "@j"]);
	expect(new Settings({ "chat.list": [] }, {}, variables).get(list)).toEqual([]);
	expect(new Settings({}, {}, { CHANNEL_1: "" }).get(list)).toEqual([]);
});

test("logs are JSON with their ids, from their level on, and without tokens", () => {
	const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
	const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
	const log = new Log("warn").with({ request_id: "r1", update_id: 7 });
	const url = "https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw4/sendMessage";
	log.info("chat", "not shown");
	log.warn("chat", "shown", { reason: reason(new Error(`fetch ${url} failed`)), url });
	expect(info).not.toHaveBeenCalled();
	const line = String(warn.mock.calls[0]?.[0]);
	expect(JSON.parse(line)).toMatchObject({
		level: "warn",
		area: "chat",
		message: "shown",
		request_id: "r1",
		update_id: 7,
	});
	expect(line).not.toContain("AAHdqTcv");
	vi.restoreAllMocks();
});

test("what is encrypted opens with its key only, and secrets differ by purpose", async () => {
	const sealed = await encrypt(complete.ENCRYPTION_KEY, "123:token");
	expect(sealed).not.toContain("token");
	expect(await encrypt(complete.ENCRYPTION_KEY, "123:token")).not.toBe(sealed);
	expect(await decrypt(complete.ENCRYPTION_KEY, sealed)).toBe("123:token");
	await expect(decrypt("BAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", sealed)).rejects.toThrow();
	const one = await deriveSecret(complete.ENCRYPTION_KEY, "webhook:1");
	expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
	expect(await sameSecret(one, await deriveSecret(complete.ENCRYPTION_KEY, "webhook:1"))).toBe(true);
	expect(await sameSecret(one, await deriveSecret(complete.ENCRYPTION_KEY, "webhook:2"))).toBe(false);
	expect(await sameSecret(one, "")).toBe(false);
});

test("a kept update keeps its shape, not what anybody wrote or who else is in it", () => {
	const other = { id: 2, is_bot: false, first_name: "Eve", username: "secret_eve" };
	const message = {
		...{
			message_id: 9,
			date: 17,
			media_group_id: "123",
			chat: { id: 1, type: "private", first_name: "Ana" },
		},
		from: { id: 1, is_bot: false, first_name: "Ana", username: "ana", language_code: "en" },
		...{ text: "meet me", caption: "secret", author_signature: "secret", sender_tag: "secret" },
		...{ via_bot: other, left_chat_member: other, new_chat_members: [other], new_chat_title: "secret" },
		forward_origin: { type: "hidden_user", sender_user_name: "secret", date: 3, sender_user: other },
		location: { latitude: 1.5, longitude: 2.5, heading: 350 },
		contact: { phone_number: "+4911", first_name: "secret", user_id: 2, vcard: "secret" },
		audio: { file_id: "secret", performer: "secret", title: "secret", duration: 4 },
		story: { id: 2, chat: { id: 2, type: "private", username: "secret_eve" } },
		poll: { question: "secret", options: [{ text: "secret", voter_count: 1 }], type: "regular" },
		entities: [
			{ type: "text_link", offset: 0, length: 4, url: "https://secret" },
			{ type: "text_mention", offset: 0, length: 4, user: other },
		],
		order_info: { name: "secret", shipping_address: { street_line1: "secret", city: "secret" } },
		successful_payment: { currency: "XTR", total_amount: 5, invoice_payload: "secret" },
		reply_to_message: { message_id: 8, from: other, chat: { id: 1, type: "private", title: "secret" } },
		quote: { text: "secret", position: 1 },
		...{
			something_new: "secret",
			type: "secret words in place of a type",
			also_new: { id: 2, deep: [["secret"]] },
		},
	};
	const kept = JSON.stringify(redact({ update_id: 5, message }));
	for (const secret of ["Ana", "ana", "meet", "1.5", "350", "secret", "4911", '"id":2', "Eve"])
		expect(kept).not.toContain(secret);
	expect(redact({ update_id: 5, message })).toMatchObject({
		update_id: 5,
		message: {
			...{
				message_id: 9,
				media_group_id: "123",
				from: { id: 1, is_bot: false },
				chat: { id: 1, type: "private" },
			},
			entities: [{ type: "text_link", offset: 0, length: 4, url: "[string, 14 characters]" }, {}],
			successful_payment: { currency: "XTR", total_amount: 5 },
			reply_to_message: { message_id: 8, from: { id: "[number]" } },
		},
	});
	const pressed = { from: { id: 1 }, data: "secret", message: { chat: { id: 1 }, text: "secret" } };
	expect(redact({ callback_query: pressed })).toEqual({
		callback_query: {
			from: { id: 1 },
			data: "[string, 6 characters]",
			message: { chat: { id: 1 }, text: "[string, 6 characters]" },
		},
	});
});

test("the platform's hiccups are told from what an update does wrong", () => {
	const marked = (mark: object) => Object.assign(new Error("broken"), mark);
	const hiccups = [
		marked({ retryable: true }),
		marked({ overloaded: true }),
		new Error("D1_ERROR: Network connection lost."),
		// A single query comes wrapped: what passes stands in the cause.
		new DrizzleQueryError("insert into t values (?)", ["x"], new Error("D1_ERROR: Network connection lost.")),
		new DrizzleQueryError("insert into t values (?)", ["x"], marked({ retryable: true })),
		new Error("it failed", { cause: new Error("outer", { cause: marked({ overloaded: true }) }) }),
		// Of an actor, without what it failed for: nobody can say that the update is at fault.
		new Error("Failed query: insert into t values (?)\nparams: x"),
		new Error("it failed", { cause: new Error("Failed query: insert into t values (?)\nparams: x") }),
	];
	const faults = [
		new Error("D1_ERROR: CHECK constraint failed"),
		marked({ retryable: false }),
		"text",
		new TypeError("x is undefined"),
		// Nor is it one because somebody wrote so.
		new DrizzleQueryError(
			"insert into t values (?)",
			["network connection lost"],
			new Error("datatype mismatch"),
		),
	];
	expect(hiccups.map(isHiccup)).toEqual(hiccups.map(() => true));
	expect(faults.map(isHiccup)).toEqual(faults.map(() => false));
});

test("what refused a write is read from the database's words, not from what was to be written", () => {
	const failed = (words: string, cause: string) =>
		new DrizzleQueryError("insert into t values (?)", [words], new Error(cause));
	const unique = "D1_ERROR: UNIQUE constraint failed: t.a, t.b: SQLITE_CONSTRAINT";
	expect(violationOf(failed("x", unique))).toEqual({ kind: "unique", columns: "t.a, t.b" });
	expect(violationOf(failed("CHECK constraint failed: state", unique))).toEqual({
		kind: "unique",
		columns: "t.a, t.b",
	});
	expect(violationOf(failed(unique, "D1_ERROR: Network connection lost."))).toBeNull();
});

test("ids carry their kind and sort by time", () => {
	const first = newId("chat");
	expect(isChatId(first)).toBe(true);
	expect(isChatId("chat_x:1")).toBe(false);
	expect(newId("chat") > first).toBe(true);
});

test("a failed query says nothing of what it was to write, wherever its words go", () => {
	const error = new DrizzleQueryError("insert into t values (?)", ["our secret"], new Error("gone"));
	expect(reason(error)).toBe("Error: gone (Failed query: insert into t values (?))");
	expect(callFailure(error)).toEqual({
		kind: "unknown",
		description: "gone (Failed query: insert into t values (?))",
	});
	const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
	new Log("info").warn("chat", "failed", { reason: error.message });
	expect(String(warn.mock.calls)).toContain("insert into t");
	expect(String(warn.mock.calls)).not.toContain("secret");
	vi.restoreAllMocks();
});
