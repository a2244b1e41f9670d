import { env, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { Person } from "../durable-objects/index.ts";
import { createDeps } from "../src/deps.ts";
import { threadAnswer } from "../src/operations/api/requests.ts";
import { read } from "./staff-answers.ts";
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

/** The message of the bot that says this, as this person has it. */
const answerOf = (phone: Phone, text: string) =>
	phone.messages().findLast((message) => message.text === text)?.message_id ?? 0;

const questionsKept = async () =>
	(await env.DB.prepare("SELECT * FROM support_messages").all<Record<string, unknown>>()).results;

/** The request of somebody, with what was written about it. */
async function threadOf(phone: Phone) {
	const { requests } = await (await api(`/api/requests?user=${phone.id}`)).json<{
		requests: { id: string }[];
	}>();
	return read(`/api/requests/${requests[0]?.id}`, threadAnswer);
}

const said = (messages: { direction: string; text: string }[]) =>
	messages.map(({ direction, text }) => `${direction}: ${text}`);

test("without a support chat a question is read and answered in the dashboard, and damped like any other", async () => {
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/support");
	await ana.send("where is my VIP?");
	expect(ana.last.text).toContain("Sent to our team");
	const { request } = await threadOf(ana);
	await api(`/api/requests/${request.id}/messages`, { text: "It is back." });
	expect(ana.heard.at(-2)).toContain("reply to this answer");
	expect(ana.last.text).toBe("It is back.");
	// The button leads back to it, and so does a reply to the answer itself.
	await ana.press("↩️ Reply");
	await ana.send("thank you");
	await simulator.send(ana.id, { chat: bot, reply_to: answerOf(ana, "It is back."), text: "and bye" });
	await simulator.settle();
	expect(said((await threadOf(ana)).messages)).toEqual([
		"in: where is my VIP?",
		"out: It is back.",
		"in: thank you",
		"in: and bye",
	]);
	await ana.send("/support one more");
	expect(ana.last.text).toContain("Wait a minute");
	await api(`/api/requests/${request.id}/close`, {});
	expect(ana.last.text).toContain("closed your question");
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
	expect(rui.heard.at(-2)).toContain("reply to this answer");
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
	expect(ana.last.text).toContain("Sent to our team");
	expect(said((await threadOf(ana)).messages)).toEqual(["in: hello?"]);
	// Taken for a person who blocked the bot it would have ended their search.
	expect((await env.PERSON.getByName(String(ana.id)).status()).search).toBeTruthy();
	await ana.send("/stop");
});

test("an album has one header, and is a message each in the thread", async () => {
	await withGroup();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/support");
	const count = inGroup().length;
	const pictures = [
		{ photo: true as const, caption: "look" },
		{ photo: true as const },
		{ photo: true as const },
	];
	await simulator.sendAll(ana.id, { chat: bot, media_group: pictures });
	await simulator.settle();
	const came = inGroup().slice(count);
	expect(came.filter(({ text }) => text?.startsWith("💬"))).toHaveLength(1);
	expect(came.filter(({ photo }) => photo)).toHaveLength(3);
	expect(new Set(came.slice(1).map((one) => one.reply_to_message?.message_id))).toEqual(
		new Set([came[0]?.message_id]),
	);
	expect((await threadOf(ana)).messages.map(({ text, media }) => [text, media])).toEqual([
		["look", "photo"],
		["", "photo"],
		["", "photo"],
	]);
	expect(ana.heard.filter((text) => text.includes("Sent to our team"))).toHaveLength(1);
});

test("each side shows what the other one answered, and both say when it did not arrive", async () => {
	await withGroup();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/support");
	await ana.send("which of you answers?");
	await answer(newest().message_id, { text: "both" });
	const { request } = await threadOf(ana);
	expect(request).toMatchObject({ state: "open", unread: false, answered: true });
	await api(`/api/requests/${request.id}/messages`, { text: "indeed" });
	expect(newest().text).toContain("Answered in the dashboard");
	expect(newest().text).toContain("indeed");
	// What the dashboard said can be replied to in the chat as well.
	await answer(newest().message_id, { text: "and once more" });
	expect(ana.last.text).toBe("and once more");
	const { messages } = await threadOf(ana);
	expect(messages.map(({ author, text }) => [author, text])).toEqual([
		[null, "which of you answers?"],
		[`telegram:${staff.id}`, "both"],
		["owner", "indeed"],
		[`telegram:${staff.id}`, "and once more"],
	]);

	simulator.block(ana.id, { bot });
	await simulator.settle();
	const lost = await api(`/api/requests/${request.id}/messages`, { text: "are you there?" });
	const { message } = await lost.json<{ message: { no: number; failure: string } }>();
	expect(message.failure).toBe("blocked");
	expect(newest().text).toContain("Not delivered");
	simulator.unblock(ana.id, { bot });
	await simulator.settle();
	const again = await api(`/api/requests/${request.id}/messages/${message.no}/retry`, {});
	expect((await again.json<{ message: { failure: null } }>()).message.failure).toBeNull();
	expect(ana.last.text).toBe("are you there?");
	expect((await api(`/api/requests/${request.id}/messages/${message.no}/retry`, {})).status).toBe(409);

	// In a chat with somebody a reply to the answer goes to the team alone; the button says how.
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	await simulator.press(ana.id, { chat: bot, text: "↩️ Reply", message_id: answerOf(ana, "are you there?") });
	await simulator.settle();
	expect(ana.last.text).toContain("Reply to our team's answer itself");
	await simulator.send(ana.id, { chat: bot, reply_to: answerOf(ana, "are you there?"), text: "I am" });
	await simulator.settle();
	expect(bo.heard).not.toContain("I am");
	expect((await threadOf(ana)).messages.at(-1)?.text).toBe("I am");
	await ana.press("⏹ Stop");

	await answer(newest().message_id, { text: "/close" });
	expect(ana.last.text).toContain("closed your question");
	expect(newest().text).toContain("Closed by Sam");
});

test("after 30 days nothing says whose question it was", async () => {
	expect((await questionsKept()).length).toBeGreaterThan(0);
	const { support, threads } = await createDeps(env);
	const words = async () => (await env.DB.prepare("SELECT * FROM thread_messages").all()).results;
	const states = async () =>
		(
			await env.DB.prepare("SELECT state, last_out_at FROM requests").all<{
				state: string;
				last_out_at: number | null;
			}>()
		).results;
	await Promise.all([support.purge(), threads.purge()]);
	expect((await questionsKept()).length).toBeGreaterThan(0);
	expect((await words()).length).toBeGreaterThan(0);
	await env.DB.batch([
		env.DB.prepare("UPDATE support_messages SET at = at - 31 * 86400000"),
		env.DB.prepare("UPDATE thread_messages SET at = at - 31 * 86400000"),
		env.DB.prepare("UPDATE requests SET last_out_at = NULL, state = 'open'"),
		env.DB.prepare(`UPDATE requests SET created_at = created_at - 31 * 86400000, last_in_at = NULL,
			last_out_at = created_at - 30.5 * 86400000 WHERE rowid % 2 = 0`),
	]);
	await Promise.all([support.purge(), threads.purge()]);
	expect(await questionsKept()).toEqual([]);
	expect(await words()).toEqual([]);
	// What was answered is over with it; what nobody answered still waits.
	for (const { state, last_out_at } of await states())
		expect(state).toBe(last_out_at === null ? "open" : "closed");
});
