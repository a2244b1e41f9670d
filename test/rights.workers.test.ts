import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { erasedHash } from "../src/people/store/erasures.ts";
import { readConfig } from "../src/platform/env.ts";
import { eventually } from "./eventually.ts";
import { addBot, api, keptOf, Phone, startTelegram, twoTalking } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
const ban = { reason: "threats", until: null };

const actorOf = (phone: Phone) => env.PERSON.getByName(String(phone.id));
const hashOf = (phone: Phone) => erasedHash(readConfig(env).ENCRYPTION_KEY, phone.id);

const person = (name: string, gender = "Female", age = "27") =>
	new Phone(simulator, bot, name).settleIn(gender, age);

const talking = () => twoTalking(simulator, bot);

async function erase(phone: Phone) {
	await phone.send("/deletemydata");
	expect(phone.last.text).toContain("Delete everything that is kept about you?");
	await phone.press("Delete everything");
}

/** Nothing is left of them, neither in D1 nor at their actor. */
async function expectGone(phone: Phone) {
	expect(await keptOf(phone.id)).toEqual({});
	const { session, ...rest } = await actorOf(phone).status();
	expect(rest).toEqual({ card: null, seat: null, search: null, chats: 0 });
	// Whether they were told what to do says nothing about them.
	expect({ ...session, hinted: undefined }).toEqual({});
	expect(await actorOf(phone).counts()).toEqual({ chats: 0, metLately: 0, blocked: 0 });
}

async function exportOf(phone: Phone): Promise<Record<string, never>> {
	await phone.send("/mydata");
	const { document } = phone.last;
	expect(document?.file_name).toBe("my-data.json");
	const file = simulator.file(document?.file_unique_id ?? "");
	return JSON.parse(new TextDecoder().decode(file?.bytes));
}

test("/mydata has everything of one and nothing of another", async () => {
	const { ana, bo } = await talking();
	await ana.send("a secret between us");
	await ana.press("🚫 Block");
	await api("/api/config/bulk", { "people.support_chat_id": 0 });
	const { people, support } = await createDeps(env);
	await support.remember({ botId: bot, chatId: -100, userId: ana.id, askedIn: 7, requestId: null }, [1, 2]);
	await support.remember({ botId: bot, chatId: -100, userId: bo.id, askedIn: 8888, requestId: null }, [3]);
	await people.ban(ana.id, { reason: "rude", until: Date.now() + 60_000 }, "telegram:424242");
	const exported = await exportOf(ana);
	expect(exported).toMatchObject({
		telegram_id: ana.id,
		exported_at: expect.stringMatching(/^20/),
		people: {
			profile: { language: "en", gender: "female", age: 27, wish: "any", since: expect.any(String) },
			terms: { version: "1", at: expect.any(String) },
			bots: [{ id: bot, started_at: expect.any(String), blocked_at: null }],
			ban: { reason: "rude", until: expect.any(String) },
			age_refusal: null,
			audit: [{ action: "person.banned" }],
		},
		chat: { chats: 1, metLately: 1, blocked: 1, searching: null, in_a_chat: null },
		support: [{ message: 7 }, { message: 7 }],
	});
	const text = JSON.stringify(exported);
	for (const other of [String(bo.id), "8888", "424242", "secret"]) expect(text).not.toContain(other);

	// Somebody unknown gets a document that says so, and isn't registered by it.
	const eve = new Phone(simulator, bot, "Eve");
	await simulator.start(eve.id, { bot });
	await eve.send("/mydata");
	const cy = await person("Cy", "Male");
	await cy.press("🔍 Find Partner");
	expect(await exportOf(cy)).toMatchObject({ chat: { searching: { bot, language: "en" } } });
	await cy.send("/stop");
});

test("nothing is deleted without a yes; then everything is, and coming back begins anew", async () => {
	const ana = await person("Ana");
	await ana.send("/deletemydata");
	await ana.press("Keep it");
	expect(ana.last.text).toContain("Nothing was deleted");
	expect(Object.keys(await keptOf(ana.id))).toEqual([
		"people",
		"person_bots",
		"recipients",
		"person_names",
		"person_words",
	]);

	await erase(ana);
	expect(ana.last.text).toContain("Deleted");
	expect(simulator.screen(ana.id, bot).reply_keyboard).toBeNull();
	await expectGone(ana);
	const hash = await hashOf(ana);
	expect(await keptOf(hash)).toEqual({
		audit_entries: [
			expect.objectContaining({
				action: "person.erased",
				subject: `erased:${hash}`,
				actor: `erased:${hash}`,
			}),
		],
	});

	// A card of before that was under way comes too late, and so does an event.
	const late = { refused: false, ban: null, language: "en", gender: "female", age: 27, wish: "any" } as const;
	await actorOf(ana).put({ ...late, version: 1, vipUntil: null, termsVersion: "1" });
	await (await createDeps(env)).outbox["person.changed"]({ userId: ana.id });
	await expectGone(ana);

	await ana.start();
	expect(ana.last.text).toContain("Which language");
	await ana.press("🇬🇧 English");
	await ana.press("Other");
	await ana.send("44");
	expect(ana.last.text).toContain("You're all set");
	expect((await actorOf(ana).status()).card).toMatchObject({ gender: "other", age: 44, ban: null });
	await ana.press("🔍 Find Partner");
	expect(ana.last.text).toContain("Looking for somebody");
	// And once more, out of the search.
	await erase(ana);
	await expectGone(ana);
});

test("who searches is not found any more, nor told that somebody is there", async () => {
	const ana = await person("Ana");
	await ana.press("🔍 Find Partner");
	await erase(ana);
	await expectGone(ana);
	// A pool that still has them on its list asks this before it writes.
	expect(await actorOf(ana).isIdle()).toBe(false);
	const bo = await person("Bo", "Male");
	await bo.press("🔍 Find Partner");
	expect(bo.last.text).toContain("Looking for somebody");
	const heard = ana.heard.length;
	await bo.send("/stop");
	expect(ana.heard).toHaveLength(heard);
	expect((await actorOf(bo).status()).seat).toBeNull();
});

test("out of a chat: the partner is told as of any other end, and is free", async () => {
	const { ana, bo } = await talking();
	await ana.send("soon I am gone");
	await erase(ana);
	expect(bo.heard.at(-2)).toContain("Your partner has left");
	expect(bo.heard.join()).not.toContain("deleted");
	expect((await actorOf(bo).status()).seat).toBeNull();
	await expectGone(ana);
	const heard = bo.messages().length;
	await ana.send("still there?");
	expect(bo.messages()).toHaveLength(heard);
	await bo.press("🔍 Find Partner");
	expect(bo.last.text).toContain("Looking for somebody");
	await bo.send("/stop");
});

test("in the middle of a match nobody stays seated alone", async () => {
	for (let round = 0; round < 4; round++) {
		const ana = await person("Ana");
		const bo = await person("Bo", "Male");
		await ana.press("🔍 Find Partner");
		const { rights } = await createDeps(env);
		// The two run side by side: whichever is first, the outcome is the same.
		await bo.type("/find");
		await Promise.all([simulator.settle(), rights.erase(ana.id)]);
		await simulator.settle();
		await eventually(async () => expect((await actorOf(ana).status()).seat).toBeNull());
		await expectGone(ana);
		await eventually(async () => expect((await actorOf(bo).status()).seat).toBeNull());
		await bo.send("/stop");
	}
});

test("a ban outlives the deletion, is one again on coming back, in every bot, and can be lifted", async () => {
	const ana = await person("Ana");
	const { people } = await createDeps(env);
	await people.ban(ana.id, ban, "owner");
	await ana.send("hello?");
	expect(ana.last.text).toContain("excluded from this bot for good");
	await erase(ana);
	await expectGone(ana);
	const hash = await hashOf(ana);
	expect((await keptOf(hash)).erasures).toMatchObject([{ ban_reason: "threats", refused_at: null }]);
	expect((await keptOf(hash)).audit_entries?.map((row) => row.action).sort()).toEqual([
		"person.banned",
		"person.erased",
	]);
	expect(await exportOf(ana)).toMatchObject({
		people: { profile: null, kept_from_an_earlier_deletion: { ban: { reason: "threats" } } },
	});

	const second = simulator.createBot({ first_name: "Rialto 2", username: "rialto2_bot" });
	await addBot(second.token);
	await simulator.start(ana.id, { bot: second.bot.id });
	await simulator.settle();
	const heardThere = simulator.messages(ana.id, second.bot.id).filter((message) => !message.out);
	expect(heardThere.at(-1)?.text).toContain("excluded from this bot for good");
	for (const text of ["/start", "/find"]) {
		await ana.send(text);
		expect(ana.last.text).toContain("excluded from this bot for good");
	}
	expect((await actorOf(ana).status()).search).toBeNull();
	expect((await keptOf(hash)).erasures).toBeUndefined();

	// Deleting once more changes nothing about it, and staff can lift it in between.
	await erase(ana);
	await people.unban(ana.id, "owner");
	await ana.start();
	expect(ana.last.text).toContain("Which language");
	await expect(people.unban(ana.id, "owner")).rejects.toThrow("No ban holds");
});

test("a refusal outlives the deletion, and comes back with nothing but the bot they came to", async () => {
	const ana = await person("Ana", "Female", "17");
	expect(ana.last.text).toContain("I can't let you in");
	await erase(ana);
	await expectGone(ana);
	for (const again of [() => ana.start(), () => ana.send("hello"), () => ana.send("/find")]) {
		await again();
		expect(ana.last.text).toContain("I can't let you in");
		expect(Object.keys(await keptOf(ana.id))).toEqual([
			"age_refusals",
			"people",
			"person_bots",
			"recipients",
		]);
		await erase(ana);
		await expectGone(ana);
	}
	// Staff find them by their id all the same.
	expect((await api(`/api/users/${ana.id}/lift-age-refusal`, {})).status).toBe(200);
	await ana.settleIn("Female", "30");
	expect(ana.last.text).toContain("You're all set");
});

test("pressing twice, also at once, does it once", async () => {
	const ana = await person("Ana");
	const { people, rights } = await createDeps(env);
	await people.ban(ana.id, ban, "owner");
	await ana.send("/deletemydata");
	await ana.send("/deletemydata");
	const questions = ana.messages().filter((message) => message.text?.includes("Delete everything that"));
	for (const { message_id } of questions)
		await simulator.press(ana.id, { chat: bot, message_id, text: "Delete everything", wait: false });
	await Promise.all([simulator.settle(), rights.erase(ana.id), rights.erase(ana.id)]);
	await expectGone(ana);
	const kept = await keptOf(await hashOf(ana));
	expect(kept.audit_entries?.filter((row) => row.action === "person.erased")).toHaveLength(1);
	expect(kept.erasures).toMatchObject([{ ban_reason: "threats" }]);
	await ana.start();
	expect(ana.last.text).toContain("excluded from this bot for good");
});

test("an update that was under way brings nothing back", async () => {
	const ana = await person("Ana");
	const actor = actorOf(ana);
	const begun = await actor.begin({ update: "1:1", botId: bot, claim: "always" });
	if (begun.state !== "fresh" || begun.token === null) throw new Error("not claimed");
	await (await createDeps(env)).rights.erase(ana.id);
	const search = { userId: ana.id, botId: bot, cohort: "all", by: "1:1", token: begun.token, widen: false };
	expect((await actor.search(search)).kind).not.toBe("started");
	await actor.finish(begun.token, { payload: "find", hinted: true });
	await expectGone(ana);
});
