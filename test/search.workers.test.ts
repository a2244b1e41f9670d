import { abortAllDurableObjects, env, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Waiter } from "../src/chat/rules/matching.ts";
import { createDeps } from "../src/deps.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { addBot, Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
// In the future: an alarm set by this clock never rings by itself.
let clock = Date.UTC(2030, 0, 1);

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: clock });
	telegram ??= await startTelegram();
});

afterEach(() => {
	clock = Date.now() + 3_600_000;
	vi.useRealTimers();
});

const person = async (name: string, gender = "Male", language = "🇬🇧 English") => {
	const phone = new Phone(telegram.simulator, telegram.bot, name);
	await phone.start();
	await phone.press(language);
	await phone.press({ "🇷🇺 Русский": { Male: "Мужской", Female: "Женский" } }[language]?.[gender] ?? gender);
	await phone.send("30");
	return phone;
};

const pool = (language: string) => env.MATCHMAKER.getByName(`all:${language}`);

/** Lets time pass and rings every pool's alarm that would have rung meanwhile. */
async function pass(seconds: number) {
	vi.setSystemTime(Date.now() + seconds * 1_000);
	for (const language of ["en", "ru", "any"]) await runDurableObjectAlarm(pool(language));
	await telegram.simulator.settle();
}

async function seatOf(phone: Phone) {
	return (await env.PERSON.getByName(String(phone.id)).status()).seat;
}

async function passInChat(phone: Phone, seconds: number) {
	const seat = await seatOf(phone);
	vi.setSystemTime(Date.now() + seconds * 1_000);
	if (seat) await runDurableObjectAlarm(env.CHAT_PAIR.getByName(seat.chatId));
	await telegram.simulator.settle();
}

test("the search message turns ever more slowly, choices come after 3 minutes, the end after 30", async () => {
	const ana = await person("Ana");
	await ana.press("🔍 Find Partner");
	const searchMessage = () =>
		ana.messages().find((message) => /look/i.test(message.text ?? "") && !message.out)?.text;
	const seen = [searchMessage()];
	for (const seconds of [3, 5, 12, 30, 60]) {
		await pass(seconds);
		seen.push(searchMessage());
	}
	expect(new Set(seen.slice(0, 4)).size).toBe(4);
	expect(seen[5]).toBe(seen[4]);

	await pass(75);
	expect(ana.last.text).toContain("Nobody has turned up");
	expect(JSON.stringify(ana.last.reply_markup)).not.toContain("Anybody is fine");
	await pass(27 * 60);
	expect(ana.last.text).toContain("the search has ended");
	expect(await env.PERSON.getByName(String(ana.id)).isIdle()).toBe(true);
	const said = ana.messages().length;
	await pass(3_600);
	expect(ana.messages()).toHaveLength(said);
	await ana.press("🔍 Find Partner");
	expect(ana.heard.at(-1)).toContain("Looking for somebody");
	await ana.press("Cancel search");
});

test("people of different languages meet after 15 seconds", async () => {
	const ana = await person("Ana");
	const olga = await person("Olga", "Female", "🇷🇺 Русский");
	await ana.press("🔍 Find Partner");
	await olga.send("/find");
	expect(await seatOf(ana)).toBeNull();
	await pass(14);
	expect(await seatOf(ana)).toBeNull();
	await pass(2);
	const seat = await seatOf(ana);
	expect(seat?.chatId).toBeTruthy();
	expect((await seatOf(olga))?.chatId).toBe(seat?.chatId);
	expect(ana.last.text).toContain("🇷🇺 Русский");
	await ana.send("hello");
	expect(olga.last.text).toBe("hello");
	await olga.send("/stop");
});

test("who asks to be notified is told once when somebody compatible waits", async () => {
	const ana = await person("Ana");
	await ana.press("🔍 Find Partner");
	await pass(181);
	await ana.press("🔔 Notify me");
	expect(ana.heard.at(-1)).toContain("The search has stopped");
	const bo = await person("Bo");
	await bo.press("🔍 Find Partner");
	expect(await seatOf(bo)).toBeNull();
	await pass(16);
	expect(ana.last.text).toContain("Somebody is looking");
	const cy = await person("Cy");
	await cy.press("🔍 Find Partner");
	expect(await seatOf(bo)).toBeTruthy();
	const said = ana.messages().length;
	const dan = await person("Dan");
	await dan.press("🔍 Find Partner");
	await pass(16);
	expect(ana.messages()).toHaveLength(said);
	await dan.press("Cancel search");
	await bo.press("⏹ Stop");
});

test("who asked to be notified hears nothing at a bot where strangers no longer meet", async () => {
	const other = telegram.simulator.createBot({ first_name: "Other", username: "other_bot" });
	await addBot(other.token);
	const ana = await new Phone(telegram.simulator, other.bot.id, "Ana").settleIn();
	await ana.press("🔍 Find Partner");
	await pass(181);
	await ana.press("🔔 Notify me");
	await (await createDeps(env)).bots.furnish(other.bot.id, { rooms: ["shop"] }, "owner");
	const said = ana.messages().length;
	const bo = await person("Bo");
	await bo.press("🔍 Find Partner");
	await pass(16);
	expect(ana.messages()).toHaveLength(said);
	await bo.press("Cancel search");
});

test("a VIP's wish holds and can be widened; who is not VIP has none", async () => {
	const vip = await person("Vic");
	await env.DB.prepare("UPDATE people SET wish = 'female', vip_until = ?, version = version + 1 WHERE id = ?")
		.bind(Date.now() + 86_400_000, vip.id)
		.run();
	await (await createDeps(env)).people.refresh(vip.id);
	const bo = await person("Bo");
	await vip.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	expect(await seatOf(vip)).toBeNull();
	await pass(181);
	expect(vip.last.text).toContain("Nobody has turned up");
	await vip.press("Anybody is fine");
	expect((await seatOf(vip))?.chatId).toBe((await seatOf(bo))?.chatId);
	expect(await seatOf(vip)).toBeTruthy();
	await vip.press("⏹ Stop");
});

test("a silent chat is warned about, then ends for both", async () => {
	const ana = await person("Ana");
	const bo = await person("Bo");
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	await passInChat(ana, 9 * 60);
	await ana.send("still here");
	await passInChat(ana, 9 * 60);
	expect(bo.last.text).toBe("still here");
	await passInChat(ana, 61);
	expect(ana.last.text).toContain("Are you still there");
	expect(bo.last.text).toContain("Are you still there");
	await passInChat(ana, 60);
	expect(await seatOf(ana)).toBeTruthy();
	await passInChat(ana, 5 * 60);
	expect(ana.heard.at(-2)).toContain("quiet for a long time");
	expect(bo.heard.at(-2)).toContain("quiet for a long time");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
});

test("a chat goes on when every actor was thrown away, and is forgotten a day after its end", async () => {
	const ana = await person("Ana");
	const bo = await person("Bo");
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	const hello = await ana.send("hello");
	await abortAllDurableObjects();
	await getRegistry(env, { fresh: true });
	await bo.send({ text: "hi", reply_to: bo.last.message_id });
	expect(ana.last.text).toBe("hi");
	expect(ana.last.reply_to_message?.message_id).toBe(hello.message_id);

	const chatId = (await seatOf(ana))?.chatId;
	if (!chatId) throw new Error("not seated");
	await ana.press("⏹ Stop");
	const rows = () =>
		runIn(chatId, (sql) => sql.exec<{ n: number }>("SELECT count(*) AS n FROM messages").one().n);
	expect(await rows()).toBe(2);
	await runDurableObjectAlarm(env.CHAT_PAIR.getByName(chatId));
	vi.setSystemTime(Date.now() + 24 * 3_600_000 + 1_000);
	await runDurableObjectAlarm(env.CHAT_PAIR.getByName(chatId));
	await abortAllDurableObjects();
	const tables = () =>
		runIn(chatId, (sql) => sql.exec("SELECT name FROM sqlite_master WHERE name = 'messages'").toArray());
	expect(await tables()).toEqual([]);
	await bo.press("🚫 Block");
	expect(bo.heard.at(-1)).toContain("too long ago");
	expect(await tables()).toEqual([]);
});

test("a blocked person is never met again, a recent one not for 20 minutes", async () => {
	const ana = await person("Ana");
	const bo = await person("Bo");
	const meet = async () => {
		await ana.send("/find");
		await bo.send("/find");
		const met = (await seatOf(ana)) !== null;
		if (!met) {
			await ana.send("/stop");
			await bo.send("/stop");
		}
		return met;
	};
	expect(await meet()).toBe(true);
	await ana.press("⏹ Stop");
	expect(await meet()).toBe(false);
	vi.setSystemTime(Date.now() + 19 * 60_000);
	expect(await meet()).toBe(false);
	vi.setSystemTime(Date.now() + 2 * 60_000);
	expect(await meet()).toBe(true);
	await ana.press("⏹ Stop");
	await bo.press("🚫 Block");
	expect(bo.heard.at(-1)).toContain("Blocked");
	vi.setSystemTime(Date.now() + 60 * 60_000);
	expect(await meet()).toBe(false);
});

test("two who parted and both search, alone, meet when their 20 minutes have passed", async () => {
	for (const [language, find] of [
		["🇬🇧 English", "🔍 Find Partner"],
		["🇷🇺 Русский", "/find"],
	] as const) {
		const ana = await person("Ana");
		const bo = await person("Bo", "Male", language);
		await ana.press("🔍 Find Partner");
		await bo.send(find);
		await pass(16);
		const first = (await seatOf(ana))?.chatId;
		expect(first).toBeTruthy();
		await ana.press("⏹ Stop");
		await ana.press("🔍 Find Partner");
		await bo.send(find);
		await pass(16);
		await pass(19 * 60 + 40);
		expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
		// At once, not with the next search or the next alarm.
		await pass(6);
		const second = (await seatOf(ana))?.chatId;
		expect(second).toBeTruthy();
		expect(second).not.toBe(first);
		expect((await seatOf(bo))?.chatId).toBe(second);
		await bo.send("/stop");
	}
});

test("Find Partner works in a pool of 140,000 who wait", async () => {
	const wanted: Waiter = {
		seq: 1,
		...{ messageId: 1, joinedAt: Date.now(), passive: false, inAny: false },
		ticket: {
			...{ userId: 1, no: 1, botId: telegram.bot, cohort: "all", language: "en", gender: "male", age: 30 },
			...{ wish: "female", vip: true, avoid: [], recent: [] },
		},
	};
	await runInDurableObject(pool("en"), (_, { storage }) => {
		storage.sql.exec(
			`WITH RECURSIVE n (id) AS (SELECT 10000000 UNION ALL SELECT id + 1 FROM n WHERE id < 10139999)
			 INSERT INTO waiters SELECT id, json_set(?, '$.ticket.userId', id, '$.seq', id) FROM n`,
			JSON.stringify(wanted),
		);
		// As they stood before meetings had their ends: they are brought up to date on wake.
		storage.sql.exec("UPDATE waiters SET waiter = json_remove(waiter, '$.ticket.recent')");
		storage.sql.exec("UPDATE schema_version SET version = 2");
	});
	try {
		await abortAllDurableObjects();
		await getRegistry(env, { fresh: true });
		expect((await pool("en").counts()).waiting).toBe(140_000);
		const [ana, bo] = [await person("Ana"), await person("Bo")];
		await ana.press("🔍 Find Partner");
		expect(ana.last.text).toContain("Looking for somebody");
		await runDurableObjectAlarm(pool("en"));
		await bo.press("🔍 Find Partner");
		expect((await seatOf(ana))?.chatId).toBeTruthy();
		expect((await seatOf(bo))?.chatId).toBe((await seatOf(ana))?.chatId);
		await bo.press("⏹ Stop");
	} finally {
		await runInDurableObject(pool("en"), (_, { storage }) => {
			storage.sql.exec("DELETE FROM waiters");
		});
		await abortAllDurableObjects();
	}
}, 180_000);

async function runIn<T>(chatId: string, read: (sql: SqlStorage) => T): Promise<T> {
	return runInDurableObject(env.CHAT_PAIR.getByName(chatId), (_, { storage }) => read(storage.sql));
}
