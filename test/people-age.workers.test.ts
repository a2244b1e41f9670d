import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { deliverEvents } from "./staff-room.ts";
import { addBot, api, keptOf, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

const statusOf = (userId: number) => env.PERSON.getByName(String(userId)).status();

async function underage() {
	const ana = new Phone(simulator, bot, "Ana");
	await ana.start("find");
	await ana.press("🇬🇧 English");
	await ana.press("Female");
	await ana.send("17");
	return ana;
}

/** What is kept of who is refused on their way in: what the refusal says. */
const saidToBeKept = ["age_refusals", "people", "person_bots", "recipients"];

test("17 is refused, what is kept is what they read, and it holds everywhere", async () => {
	const ana = await underage();
	const onlyRefused = async () => {
		await deliverEvents();
		const kept = await keptOf(ana.id);
		expect(Object.keys(kept)).toEqual(saidToBeKept);
		expect(kept.age_refusals).toMatchObject([{ user_id: ana.id, lifted_at: null, lifted_by: null }]);
		expect(kept.people).toMatchObject([
			{ language: "en", gender: null, age: null, wish: "any", terms_version: null, last_active_day: null },
		]);
		const { card, session, search, seat } = await statusOf(ana.id);
		expect(card).toMatchObject({
			refused: true,
			language: "en",
			gender: null,
			age: null,
			termsVersion: null,
		});
		expect({ payload: session.payload, waiting: session.waiting, search, seat }).toEqual({
			search: null,
			seat: null,
		});
	};
	expect(ana.last.text).toContain("18 or older, and I can't let you in");
	expect(ana.last.text).toContain("Kept are this refusal, your language and in which bots you were");
	expect(simulator.screen(ana.id, bot).reply_keyboard).toBeNull();
	await onlyRefused();

	for (const text of ["/start", "/start find", "/find", "/profile", "🔍 Find Partner"]) {
		await ana.send(text);
		expect(ana.last.text).toContain("I can't let you in");
	}
	// Another age is no way in, and not worth an answer each time.
	for (const text of ["30", "I meant 30", "hello?"]) await ana.send(text);
	expect(ana.heard.filter((text) => text.includes("all set"))).toEqual([]);
	// Neither are buttons.
	const before = ana.heard.length;
	await ana.send("/language");
	await ana.press("🇬🇧 English");
	simulator.sendUpdate(bot, {
		update_id: 900_000_001,
		callback_query: {
			id: "1",
			from: { id: ana.id, is_bot: false, first_name: "Ana" },
			message: {
				message_id: 1,
				date: 0,
				chat: { id: ana.id, type: "private", first_name: "Ana" },
				text: "old",
			},
			chat_instance: "1",
			data: "gender:male",
		},
	});
	await simulator.settle();
	expect(ana.heard.slice(before).join()).not.toMatch(/How old are you|What is your gender/);
	await onlyRefused();

	const second = simulator.createBot({ first_name: "Rialto 2", username: "rialto2_bot" });
	await addBot(second.token);
	const heardThere = () => simulator.messages(ana.id, second.bot.id).filter((message) => !message.out);
	await simulator.start(ana.id, { bot: second.bot.id, payload: "find" });
	await simulator.settle();
	expect(heardThere().map((message) => message.text)).toEqual([
		expect.stringContaining("I can't let you in"),
	]);
	await onlyRefused();
});

test("only staff lift a refusal, on the record, and then the person starts over", async () => {
	await api("/api/config/bulk", { "people.support_contact": "@rialto_help" });
	const ana = await underage();
	expect(ana.last.text).toContain("write to @rialto_help");
	const path = `/api/users/${ana.id}/lift-age-refusal`;
	for (const key of ["", "not-the-key"]) expect((await api(path, {}, key)).status).toBe(401);
	expect((await api("/api/users/ana/lift-age-refusal", {})).status).toBe(400);
	await deliverEvents();
	expect(Object.keys(await keptOf(ana.id))).toEqual(saidToBeKept);
	await ana.start();
	expect(ana.last.text).toContain("I can't let you in");

	expect((await api(path, {})).status).toBe(200);
	expect((await api(path, {})).status).toBe(404);
	expect((await api("/api/users/42/lift-age-refusal", {})).status).toBe(404);
	const kept = await keptOf(ana.id);
	expect(kept.age_refusals).toMatchObject([{ lifted_at: expect.any(Number), lifted_by: "owner" }]);
	expect(kept.audit_entries).toMatchObject([
		{ actor: "owner", action: "age_refusal.lifted", subject: String(ana.id) },
	]);

	await deliverEvents();
	expect(ana.last.text).toContain("you can start over");
	await ana.start();
	expect(ana.last.text).toContain("What is your gender?");
	await ana.press("Female");
	await ana.send("18");
	expect(ana.last.text).toContain("You're all set");
	expect((await keptOf(ana.id)).people).toMatchObject([{ id: ana.id, gender: "female", age: 18 }]);
	// Declared once more it is refused once more.
	await ana.send("/profile");
	await ana.press("Edit age");
	await ana.send("17");
	expect(ana.last.text).toContain("I can't let you in");
	expect((await keptOf(ana.id)).people).toMatchObject([{ gender: null, age: null }]);
	expect((await api(path, {})).status).toBe(200);
});

test("after a lifted refusal writing anything begins the way in as well as /start does", async () => {
	const ana = await underage();
	await api(`/api/users/${ana.id}/lift-age-refusal`, {});
	await ana.send("may I?");
	expect(ana.last.text).toContain("What is your gender?");
	await ana.press("Female");
	await ana.send("27");
	expect(ana.last.text).toContain("You're all set");
	expect((await keptOf(ana.id)).person_bots).toMatchObject([{ bot_id: bot, blocked_at: null }]);
});

test("an age refused in the middle of a chat ends it", async () => {
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	expect(bo.last.text).toContain("Somebody is here");

	// Nothing is asked in a chat: this is one that was answered in the moment of the match.
	await (await createDeps(env)).people.declareAge(ana.id, 17, 27);
	await ana.send("/profile");
	expect(ana.last.text).toContain("I can't let you in");
	expect(simulator.screen(ana.id, bot).reply_keyboard).toBeNull();
	expect(bo.heard.at(-2)).toContain("Your partner has left");
	expect(bo.heard.join()).not.toContain("17");
	await deliverEvents();
	expect(Object.keys(await keptOf(ana.id))).toEqual(saidToBeKept);
	expect((await statusOf(ana.id)).seat).toBeNull();
	expect((await statusOf(bo.id)).seat).toBeNull();

	const heard = bo.messages().length;
	await ana.send("but I am still here");
	expect(bo.messages()).toHaveLength(heard);
	await bo.press("🔍 Find Partner");
	expect(bo.last.text).toContain("Looking for somebody");
});
