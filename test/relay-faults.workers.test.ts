import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { Phone, startTelegram, twoTalking } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

afterEach(() => {
	simulator.clearFaults();
	vi.useRealTimers();
});

/** Two strangers in a chat. */
const talking = () => twoTalking(simulator, bot);

/** What the bot wrote to this person from now on. */
function listen(phone: Phone) {
	const before = phone.heard.length;
	return () => phone.heard.slice(before);
}

const seatOf = async (phone: Phone) => (await env.PERSON.getByName(String(phone.id)).status()).seat;

/** The newest update of the bot, delivered or not. */
function lastUpdate(): number {
	const id = [...simulator.world.bot(bot).history.keys()].at(-1);
	if (id === undefined) throw new Error("no update yet");
	return id;
}

/** Has Telegram deliver an update ten times side by side. @returns the answers' statuses */
async function tenTimes(updateId: number): Promise<number[]> {
	const { webhook, history } = simulator.world.bot(bot);
	if (!webhook) throw new Error("no webhook");
	const body = JSON.stringify(history.get(updateId)?.update);
	const headers = {
		"content-type": "application/json",
		"x-telegram-bot-api-secret-token": webhook.secret_token ?? "",
	};
	const answers = await Promise.all(
		Array.from({ length: 10 }, () => exports.default.fetch(webhook.url, { method: "POST", headers, body })),
	);
	return answers.map((answer) => answer.status);
}

/** Has Telegram repeat what waits, each time 5 seconds later, until all of it has arrived. */
async function inTime() {
	for (let rounds = 2; rounds < 30; rounds++) {
		await simulator.settle({ rounds, allowFailures: true });
		if (simulator.idle()) return;
		vi.setSystemTime(Date.now() + 5_000);
	}
	throw new Error("updates remain undelivered");
}

test("a flood is delayed, not lost: 45 messages at once arrive in order, with one warning", async () => {
	const { ana, bo } = await talking();
	const [toAna, toBo] = [listen(ana), listen(bo)];
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
	for (let i = 1; i <= 45; i++) await ana.type(`line ${i}`);
	await bo.type("slow down");
	await simulator.settle({ rounds: 1, allowFailures: true });
	expect(toBo()).toEqual(Array.from({ length: 20 }, (_, i) => `line ${i + 1}`));
	await inTime();
	expect(toBo()).toEqual(Array.from({ length: 45 }, (_, i) => `line ${i + 1}`));
	expect(toAna().filter((text) => text.includes("Too fast"))).toHaveLength(1);
	// The other side is not damped for it.
	expect(toAna().filter((text) => !text.includes("Too fast"))).toEqual(["slow down"]);
});

test("thirty pictures in three albums are no flood", async () => {
	const { ana, bo } = await talking();
	const toAna = listen(ana);
	const before = bo.messages().length;
	const after = simulator.calls().at(-1)?.seq ?? 0;
	const ten = Array.from({ length: 10 }, () => ({ photo: true as const }));
	for (let i = 0; i < 3; i++) await ana.type({ media_group: ten });
	await ana.send("that's all");
	const received = bo.messages().slice(before);
	expect(received).toHaveLength(31);
	expect(new Set(received.map((message) => message.media_group_id)).size).toBe(4);
	expect(simulator.calls({ method: "copyMessages", after }).map(({ status }) => status)).toEqual([
		200, 200, 200,
	]);
	expect(received.at(-1)?.text).toBe("that's all");
	expect(toAna()).toEqual([]);
});

test("what decorates a message never costs it: text, media, album and edits go without what is refused", async () => {
	const { ana, bo } = await talking();
	const refuse = (method: string, description: string) =>
		simulator.addFault({ method, status: 400, description: `Bad Request: ${description}` });
	await bo.send("tea or coffee today?");
	const toAna = listen(ana);
	const reply_to = ana.last.message_id;

	refuse("copyMessage", "QUOTE_TEXT_INVALID");
	const quoting = await ana.send({ text: "coffee", reply_to, quote: "coffee" });
	expect(bo.last).toMatchObject({ text: "coffee", reply_to_message: { text: "tea or coffee today?" } });
	expect(bo.last.quote).toBeUndefined();
	refuse("copyMessage", "message to be replied not found");
	await ana.send({ photo: true, caption: "this", reply_to, quote: "tea" });
	expect(bo.last).toMatchObject({ caption: "this", photo: expect.anything() });
	expect(bo.last.reply_to_message).toBeUndefined();

	const user = { id: ana.id, is_bot: false, first_name: "Ana" };
	const entities = [
		{ type: "text_mention", offset: 0, length: 2, user },
		{ type: "bold", offset: 4, length: 4 },
	];
	refuse("sendMessage", "ENTITY_BOUNDS_INVALID");
	await ana.send({ text: "me, bold", entities, reply_to });
	expect(bo.last).toMatchObject({ text: "me, bold", reply_to_message: { text: "tea or coffee today?" } });
	expect(bo.last.entities).toBeUndefined();
	refuse("copyMessage", "no");
	await ana.send({ photo: true, caption: "me, bold", caption_entities: entities, reply_to });
	expect(bo.last).toMatchObject({ caption: "me, bold", photo: expect.anything() });
	expect(bo.last.caption_entities).toBeUndefined();
	expect(bo.last.reply_to_message).toBeUndefined();

	refuse("sendMediaGroup", "can't parse entities");
	refuse("sendMediaGroup", "REPLY_MESSAGE_ID_INVALID");
	const media_group = [
		{ photo: true as const, caption: "me, bold", caption_entities: entities },
		{ photo: true as const },
	];
	await ana.type({ media_group, reply_to });
	await ana.send("after it");
	const [first, second] = bo.messages().slice(-3);
	expect(first).toMatchObject({ caption: "me, bold", media_group_id: expect.any(String) });
	expect(first?.caption_entities).toBeUndefined();
	expect(first?.reply_to_message).toBeUndefined();
	expect(second?.media_group_id).toBe(first?.media_group_id);

	refuse("editMessageText", "ENTITIES_TOO_LONG");
	await simulator.edit(ana.id, {
		...{ chat: bot, message_id: quoting.message_id, text: "bold" },
		entities: [{ type: "bold", offset: 0, length: 4 }],
	});
	await simulator.settle();
	const edited = bo.messages().find((message) => message.text === "bold");
	expect(edited).toBeTruthy();
	expect(edited?.entities).toBeUndefined();
	expect(toAna()).toEqual([]);
});

test("an album to somebody gone ends the chat, whatever comes after it", async () => {
	for (const words of ["USER_IS_BLOCKED", "INPUT_USER_DEACTIVATED"]) {
		for (const after of ["words", "another album"]) {
			const { ana, bo } = await talking();
			const toAna = listen(ana);
			const description = `Bad Request: ${words}`;
			simulator.addFault({ method: "copyMessages", chat_id: bo.id, status: 400, description });
			const album = { media_group: [{ photo: true as const }, { photo: true as const }] };
			await ana.type(album);
			await ana.send(after === "words" ? "are you there?" : album);
			expect(toAna().filter((text) => text.includes("Your partner has left"))).toHaveLength(1);
			expect(toAna().join()).not.toContain("could not be delivered");
			expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
		}
	}
});

test("Telegram's 429 holds the order: nothing is lost, doubled or told", async () => {
	const { ana, bo } = await talking();
	const [toAna, toBo] = [listen(ana), listen(bo)];
	const after = simulator.deliveries().at(-1)?.seq ?? 0;
	simulator.addFault({ method: "copyMessage", retry_after: 7, times: 3 });
	for (const text of ["one", "two", "three"]) await ana.type(text);
	await simulator.settle();
	expect(toBo()).toEqual(["one", "two", "three"]);
	expect(toAna()).toEqual([]);
	const refused = simulator.deliveries({ after }).filter((delivery) => delivery.status !== 200);
	expect(refused.map(({ status, wait }) => ({ status, wait }))).toEqual(
		Array.from({ length: 3 }, () => ({ status: 503, wait: 7 })),
	);
});

test("after three failures, or one refusal, the sender is told once and the next message goes", async () => {
	const { ana, bo } = await talking();
	const [toAna, toBo] = [listen(ana), listen(bo)];
	simulator.addFault({ method: "copyMessage", status: 500, times: 2 });
	await ana.send("lucky");
	expect(toBo()).toEqual(["lucky"]);
	expect(toAna()).toEqual([]);

	simulator.addFault({ method: "copyMessage", status: 500, times: 3 });
	const unlucky = await ana.type("unlucky");
	await ana.type("next");
	await simulator.settle();
	expect(toBo()).toEqual(["lucky", "next"]);
	expect(toAna()).toEqual([expect.stringContaining("could not be delivered")]);
	expect(ana.last.reply_to_message?.message_id).toBe(unlucky.message_id);

	const from = simulator.calls().at(-1)?.seq ?? 0;
	simulator.addFault({
		method: "copyMessage",
		status: 400,
		description: "Bad Request: message can't be copied",
	});
	await ana.send("forbidden");
	await ana.send("last");
	expect(toBo()).toEqual(["lucky", "next", "last"]);
	expect(toAna()).toHaveLength(2);
	expect(simulator.calls({ method: "copyMessage", after: from })).toHaveLength(2);
});

test("an answer that is lost after the act doubles a line at most once and loses none", async () => {
	const { ana, bo } = await talking();
	const [toAna, toBo] = [listen(ana), listen(bo)];
	simulator.addFault({ method: "copyMessage", drop_answer: true });
	for (const text of ["one", "two", "three"]) await ana.type(text);
	await simulator.settle();
	const heard = toBo();
	expect([...new Set(heard)]).toEqual(["one", "two", "three"]);
	expect(heard.length).toBeLessThanOrEqual(4);
	expect(toAna()).toEqual([]);
});

test("whoever can't be reached any more leaves the chat, and the other is told", async () => {
	const { ana, bo } = await talking();
	const toAna = listen(ana);
	// Telegram says so on the message itself; no my_chat_member came.
	simulator.addFault({ method: "copyMessage", chat_id: bo.id, status: 403 });
	await ana.send("are you there?");
	expect(toAna()[0]).toContain("Your partner has left");
	expect(toAna().join()).not.toContain("could not be delivered");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
	await bo.send("hello?");
	expect(bo.last.text).toContain("not in a chat");
	expect(ana.heard.filter((text) => text.includes("has left"))).toHaveLength(1);

	// Both at once: the block and a message.
	const { ana: cy, bo: di } = await talking();
	const toCy = listen(cy);
	simulator.block(di.id, { bot });
	await cy.send("and you?");
	expect(toCy().filter((text) => text.includes("Your partner has left"))).toHaveLength(1);
	expect([await seatOf(cy), await seatOf(di)]).toEqual([null, null]);
	await cy.press("🔍 Find Partner");
	expect(cy.last.text).toContain("Looking for somebody");
	await cy.press("Cancel search");
});

test("what was written before a chat began never reaches its stranger", async () => {
	const { ana, bo } = await talking();
	const secret = await ana.send("for Bo only");
	const secretUpdate = lastUpdate();
	await ana.press("⏭ Next");
	const cy = await new Phone(simulator, bot, "Cy").settleIn();
	await cy.press("🔍 Find Partner");
	expect(ana.last.text).toContain("Somebody is here");
	const toCy = listen(cy);
	const toBo = listen(bo);

	simulator.redeliver(bot, secretUpdate);
	const message = {
		message_id: secret.message_id + 1,
		date: secret.date,
		chat: { id: ana.id, type: "private", first_name: "Ana" },
		from: { id: ana.id, is_bot: false, first_name: "Ana" },
	};
	simulator.sendUpdate(bot, { update_id: 1, message: { ...message, text: "late, for Bo" } });
	// A button pressed in the chat before acts on that one, which is over.
	simulator.sendUpdate(bot, { update_id: 2, message: { ...message, text: "⏹ Stop" } });
	simulator.sendUpdate(bot, { update_id: 3, message: { ...message, text: "⏭ Next" } });
	await simulator.settle();
	await simulator.edit(ana.id, { chat: bot, message_id: secret.message_id, text: "for Bo, edited" });
	simulator.react(ana.id, { chat: bot, message_id: secret.message_id, emoji: "👍" });
	await simulator.settle();
	expect(toCy()).toEqual([]);
	expect(toBo()).toEqual([]);

	await ana.send("hello, stranger");
	expect(toCy()).toEqual(["hello, stranger"]);
	expect(toBo()).toEqual([]);
	// Ids of updates say nothing about age: a small one is no repeat.
	simulator.sendUpdate(bot, { update_id: 4, message: { ...message, message_id: 2_000_000, text: "/del" } });
	await simulator.settle();
	expect(ana.last.text).toContain("Reply with /del");
});

test("the same update ten times, side by side, has one effect", async () => {
	const { ana, bo } = await talking();
	const [toAna, toBo] = [listen(ana), listen(bo)];
	await ana.type("just once");
	const statuses = await tenTimes(lastUpdate());
	expect(statuses).toContain(200);
	expect(statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
	await simulator.settle();
	simulator.redeliver(bot, lastUpdate());
	await simulator.settle();
	expect(toBo()).toEqual(["just once"]);

	await simulator.send(ana.id, { chat: bot, contact: { phone_number: "+15550001", first_name: "Mum" } });
	await simulator.settle();
	await simulator.press(ana.id, { chat: bot, text: "Share it" });
	await tenTimes(lastUpdate());
	await simulator.settle();
	expect(bo.messages().filter((message) => message.contact)).toHaveLength(1);

	await simulator.press(ana.id, { chat: bot, text: "⏹ Stop" });
	await tenTimes(lastUpdate());
	await simulator.settle();
	expect(toAna().filter((text) => text.includes("You have left"))).toHaveLength(1);
	expect(toBo().filter((text) => text.includes("has left"))).toHaveLength(1);
	const heard = ana.heard.length;
	simulator.redeliver(bot, lastUpdate());
	await simulator.settle();
	expect(ana.heard).toHaveLength(heard);
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
});
