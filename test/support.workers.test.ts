import { env, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { Person } from "../durable-objects/index.ts";
import { createDeps } from "../src/deps.ts";
import { addBot, api, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
const staff = simulator.createUser({ first_name: "Sam" });
const group = simulator.createGroup(staff.id, { title: "Support", type: "supergroup" });
simulator.setMember(staff.id, { chat: group.id, user: bot, status: "member" });

const configure = (values: Record<string, unknown>) => api("/api/config/bulk", values);
const withGroup = () => configure({ "people.support_chat_id": group.id });

/** The support chat as staff see it. */
const inGroup = () => simulator.messages(staff.id, group.id);
const newest = () => {
	const message = inGroup().at(-1);
	if (!message) throw new Error("nothing in the support chat");
	return message;
};

async function answer(to: number, content: { text?: string; voice?: true }) {
	await simulator.send(staff.id, { chat: group.id, reply_to: to, ...content });
	await simulator.settle();
}

const questionsKept = async () =>
	(await env.DB.prepare("SELECT * FROM support_messages").all<Record<string, unknown>>()).results;

test("without a support chat the contact is shown, and nothing is waited for", async () => {
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/support");
	expect(ana.last.text).toContain("no contact here");
	await configure({ "people.support_contact": "@rialto_help" });
	await ana.send("/support");
	expect(ana.last.text).toContain("@rialto_help");
	await ana.send("hello?");
	expect(ana.last.text).toContain("You are not in a chat");
	await ana.send("/help");
	expect(ana.last.text).toContain("/support");
});

test("a question goes to support and its answer comes back, to each their own", async () => {
	await withGroup();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const rui = new Phone(simulator, bot, "Rui", "pt-BR");
	await ana.send("/support");
	expect(ana.last.text).toContain("next message goes to them");
	await ana.send("my profile is wrong");
	expect(ana.last.text).toContain("Sent to our team");
	const [header, question] = inGroup().slice(-2);
	expect(header?.text).toContain(`${ana.id}, en, @rialto_bot`);
	expect(question?.text).toBe("my profile is wrong");
	// Only one message goes there.
	const count = inGroup().length;
	await ana.send("and this is for nobody");
	expect(inGroup()).toHaveLength(count);

	// Somebody on the way in may ask as well; a photo and its caption go as they are.
	await rui.start();
	await rui.send("/support");
	await rui.send({ photo: true, caption: "não consigo entrar" });
	expect(newest()).toMatchObject({ caption: "não consigo entrar", photo: expect.anything() });
	const fromRui = newest().message_id;

	if (!header || !question) throw new Error("nothing arrived");
	await answer(fromRui, { text: "which phone?" });
	await answer(header.message_id, { text: "mended" });
	await answer(question.message_id, { voice: true });
	expect(rui.last.text).toBe("which phone?");
	expect(rui.heard.at(-2)).toContain("/support");
	expect(ana.heard.at(-2)).toContain("Our team answers");
	expect(ana.last.voice).toBeTruthy();
	expect(ana.heard).toContain("mended");
	expect(ana.heard).not.toContain("which phone?");
	expect(rui.heard).not.toContain("mended");
	// Nothing shows who of the staff it was.
	expect(JSON.stringify(ana.messages())).not.toContain("Sam");
});

test("in a chat only what stands behind the command goes to the team", async () => {
	await withGroup();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	// An album is one message, however many updates it comes in.
	await ana.send("/support");
	await simulator.sendAll(ana.id, {
		chat: bot,
		media_group: [{ photo: true, caption: "they threaten me" }, { photo: true }],
	});
	await simulator.settle();
	expect(inGroup().filter((message) => message.photo && message.date)).not.toHaveLength(0);
	const question = inGroup().findLast((message) => message.caption === "they threaten me");
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	expect(ana.last.text).toContain("Somebody is here");
	expect(ana.heard.join()).not.toContain("What I asked you is over");
	await answer(question?.message_id ?? 0, { text: "leave that chat" });
	expect(ana.last.text).toBe("leave that chat");
	expect(bo.heard).not.toContain("leave that chat");

	const count = inGroup().length;
	await ana.send("/support");
	expect(ana.last.text).toContain("behind the command");
	await ana.send("so where were we?");
	expect(bo.last.text).toBe("so where were we?");
	expect(inGroup()).toHaveLength(count);
	await ana.send("/support they threaten me here too");
	expect(ana.last.text).toContain("Sent to our team");
	expect(newest().text).toContain("they threaten me here too");
	expect(bo.last.text).toBe("so where were we?");
	await ana.send("hello again");
	expect(bo.last.text).toBe("hello again");
	await ana.press("⏹ Stop");

	// Whoever presses something else has given up asking.
	await ana.send("/support");
	await ana.send("/profile");
	const before = inGroup().length;
	await ana.send("hello?");
	expect(inGroup()).toHaveLength(before);
});

test("a match ends every question: its answer reaches the partner or nobody, never the team or the profile", async () => {
	await withGroup();
	const ageOf = async (id: number) => (await env.PERSON.getByName(String(id)).status()).card?.age;
	const asked: Record<string, (ana: Phone) => Promise<unknown>> = {
		support: (ana) => ana.send("/support"),
		age: async (ana) => {
			await ana.send("/profile");
			await ana.press("Edit age");
		},
	};
	for (const [what, ask] of Object.entries(asked)) {
		const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
		const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
		await ana.press("🔍 Find Partner");
		await ask(ana);
		const actor = env.PERSON.getByName(String(ana.id));
		expect((await actor.status()).session.waiting?.for).toBe(what);
		const count = inGroup().length;
		await bo.press("🔍 Find Partner");
		expect(ana.heard.slice(-2)).toEqual([
			expect.stringContaining("What I asked you is over"),
			expect.stringContaining("Somebody is here"),
		]);
		expect(bo.heard.join()).not.toContain("What I asked you is over");
		await ana.send("33");
		expect(bo.last.text).toBe("33");
		expect(inGroup()).toHaveLength(count);
		expect(await ageOf(ana.id)).toBe(27);

		// An update that asks is still under way when the seat is taken, and its session comes last.
		const begun = await actor.begin({ update: `${bot}:late-${what}`, botId: bot, claim: "always" });
		if (begun.state !== "fresh" || begun.token === null) throw new Error("not fresh");
		await actor.finish(begun.token, { waiting: { for: what as "age" | "support", bot } });
		await ana.send("44");
		expect(ana.last.text).toContain("this went to nobody");
		expect(bo.last.text).toBe("33");
		expect(inGroup()).toHaveLength(count);
		expect(await ageOf(ana.id)).toBe(27);
		await ana.send("55");
		expect(bo.last.text).toBe("55");
		await ana.press("⏹ Stop");
	}
});

test("sessions of before are read as what they wait for", async () => {
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const waits = [
		[{ editingAge: true }, { for: "age" }],
		[{ appealing: true }, { for: "appeal" }],
		[
			{ writingSupport: bot, editingAge: false },
			{ for: "support", bot },
		],
		[{ editingAge: false, hinted: true }, undefined],
	] as const;
	for (const [before, waiting] of waits) {
		const session = await runInDurableObject(env.PERSON.getByName(String(ana.id)), async (_, ctx) => {
			const { sql } = ctx.storage;
			const [row] = sql.exec<{ state: string }>("SELECT state FROM state").toArray();
			const old = JSON.stringify({ ...JSON.parse(row?.state ?? "{}"), session: before });
			sql.exec("UPDATE state SET state = ?", old);
			sql.exec("UPDATE claims SET seen = ?", JSON.stringify({ card: null, session: before }));
			sql.exec("UPDATE schema_version SET version = 1");
			const { session } = new Person(ctx, env).status();
			const [claim] = sql.exec<{ seen: string }>("SELECT seen FROM claims").toArray();
			expect(JSON.parse(claim?.seen ?? "{}").session).toEqual(session);
			return session;
		});
		expect(session.waiting).toEqual(waiting);
		expect(Object.keys(session)).not.toContain("editingAge");
	}
});

test("nobody floods the team: so many messages a minute of one person, and the rest is told to wait", async () => {
	await withGroup();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	const ask = async (phone: Phone, text: string) => {
		await phone.send("/support");
		await phone.send(text);
		return phone.last.text;
	};
	for (const text of ["one", "two", "three"]) expect(await ask(ana, text)).toContain("Sent to our team");
	const count = inGroup().length;
	expect(await ask(ana, "four")).toContain("Wait a minute");
	await simulator.sendAll(ana.id, { chat: bot, media_group: [{ photo: true }, { photo: true }] });
	await simulator.settle();
	expect(inGroup()).toHaveLength(count);
	expect(await ask(bo, "mine")).toContain("Sent to our team");
});

test("what else is said in groups is nothing to the bot", async () => {
	await withGroup();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/support");
	await ana.send("is anybody there?");
	const heard = ana.heard.length;
	const kept = await questionsKept();
	const other = simulator.createGroup(staff.id, { title: "Elsewhere", type: "supergroup" });
	simulator.setMember(staff.id, { chat: other.id, user: bot, status: "administrator" });
	simulator.setMember(staff.id, { chat: group.id, user: bot, status: "administrator" });
	// In a group that is no room of staff it says that it waits, once.
	await simulator.settle();
	const calls = simulator.calls({ bot }).length;
	for (const chat of [group.id, other.id])
		for (const text of ["/start", "/support", "just talking"]) await simulator.send(staff.id, { chat, text });
	const own = await simulator.send(staff.id, { chat: group.id, text: "to each other" });
	await simulator.send(staff.id, { chat: group.id, reply_to: own.message_id, text: "yes?" });
	await simulator.settle();
	expect(simulator.calls({ bot })).toHaveLength(calls);
	expect(ana.heard).toHaveLength(heard);
	expect(await questionsKept()).toEqual(kept);
	expect((await env.PERSON.getByName(String(staff.id)).status()).card).toBeNull();
});

test("each bot answers for its own, though message ids collide", async () => {
	await withGroup();
	const second = simulator.createBot({ first_name: "Rialto 2", username: "rialto2_bot" });
	await addBot(second.token);
	simulator.setMember(staff.id, { chat: group.id, user: second.bot.id, status: "member" });
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const eve = await new Phone(simulator, second.bot.id, "Eve").settleIn("Female", "33");
	await ana.send("/support");
	await ana.send("from one");
	const fromAna = newest().message_id;
	await eve.send("/support");
	await eve.send("from two");
	const fromEve = newest().message_id;
	await answer(fromAna, { text: "to one" });
	await answer(fromEve, { text: "to two" });
	expect([ana.last.text, eve.last.text]).toEqual(["to one", "to two"]);

	// Asked in one bot, only what is written to that one is the question.
	await ana.send("/support");
	const before = inGroup().length;
	await simulator.send(ana.id, { chat: second.bot.id, text: "hello, other bot" });
	await simulator.settle();
	expect(inGroup()).toHaveLength(before);
	await ana.send("hello, team");
	expect(newest().text).toBe("hello, team");

	// Who has blocked the bot can't be answered, and staff read so.
	simulator.block(eve.id, { bot: second.bot.id });
	await simulator.settle();
	await answer(fromEve, { text: "still there?" });
	expect(newest().text).toContain("Not delivered: they have blocked this bot");
});

test("a support chat that can't be reached costs nobody their place", async () => {
	await configure({ "people.support_chat_id": -1009999999999, "people.support_contact": "@rialto_help" });
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.press("🔍 Find Partner");
	await ana.send("/support");
	await ana.send("hello?");
	expect(ana.last.text).toContain("@rialto_help");
	// Taken for a person who blocked the bot it would have ended their search.
	expect((await env.PERSON.getByName(String(ana.id)).status()).search).toBeTruthy();
	await ana.send("/stop");
});

test("after 30 days nothing says whose question it was", async () => {
	expect((await questionsKept()).length).toBeGreaterThan(0);
	const { support } = await createDeps(env);
	await support.purge();
	expect((await questionsKept()).length).toBeGreaterThan(0);
	await env.DB.prepare("UPDATE support_messages SET at = at - 31 * 86400000").run();
	await support.purge();
	expect(await questionsKept()).toEqual([]);
});
