import { env, runInDurableObject } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { addBot, api, ownerKey, Phone, startTelegram, twoTalking } from "./telegram.ts";

let simulator: Awaited<ReturnType<typeof startTelegram>>["simulator"];
let first: number;
let second: number;

beforeAll(async () => {
	const telegram = await startTelegram();
	simulator = telegram.simulator;
	first = telegram.bot;
	const other = simulator.createBot({ first_name: "Second", username: "second_bot" });
	await addBot(other.token);
	second = other.bot.id;
});

const statusOf = (phone: Phone) => env.PERSON.getByName(String(phone.id)).status();
const names = (() => {
	let n = 0;
	return () => `Person${++n}`;
})();

async function bytesOf(file: string | undefined): Promise<number[]> {
	const response = await simulator.fetch(new Request(`http://simulator/control/files/${file}`));
	return [...new Uint8Array(await response.arrayBuffer())];
}

const talkingAcross = () => twoTalking(simulator, first, second);

test("people of two bots meet; text, media, stickers, replies, edits and reactions cross", async () => {
	const { ana, bo } = await talkingAcross();
	// Their ids collide: each bot counts its own messages.
	const hello = await ana.send("hello over there");
	expect(bo.last.text).toBe("hello over there");
	const answer = await bo.send({ text: "hi", reply_to: bo.last.message_id });
	expect(ana.last.text).toBe("hi");
	expect(ana.last.reply_to_message?.message_id).toBe(hello.message_id);
	expect(ana.messages().filter((message) => message.text === "hello over there")).toHaveLength(1);

	const picture = btoa(String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte)));
	const bold = [{ type: "bold" as const, offset: 0, length: 3 }];
	await ana.send({
		photo: { data: picture },
		caption: "see this",
		caption_entities: bold,
		has_media_spoiler: true,
	});
	expect(bo.last).toMatchObject({ caption: "see this", caption_entities: bold, has_media_spoiler: true });
	const sent = ana.last.photo?.at(-1);
	const received = bo.last.photo?.at(-1);
	expect(received?.file_id).toBeTruthy();
	expect(received?.file_id).not.toBe(sent?.file_id);
	expect(await bytesOf(received?.file_unique_id)).toEqual(await bytesOf(sent?.file_unique_id));
	expect(await bytesOf(received?.file_unique_id)).toHaveLength(256);

	await ana.send({ voice: true });
	expect(bo.last.voice?.file_id).toBeTruthy();
	await bo.send({ sticker: true });
	expect(ana.last.sticker?.file_id).toBeTruthy();
	await bo.send({ document: { file_name: "plan.txt", data: btoa("a plan") } });
	expect(ana.last.document).toMatchObject({ file_name: "plan.txt" });
	await bo.send({ video_note: true });
	expect(ana.last.video_note?.file_id).toBeTruthy();

	await simulator.edit(ana.id, { chat: first, message_id: hello.message_id, text: "hello, neighbour" });
	await simulator.settle();
	expect(bo.messages().some((message) => message.text === "hello, neighbour")).toBe(true);
	await simulator.react(ana.id, {
		chat: first,
		message_id: ana.messages().find((m) => m.text === "hi")?.message_id ?? 0,
		emoji: "👍",
	});
	await simulator.settle();
	const original = bo.messages().find((message) => message.message_id === answer.message_id);
	expect(original?.reactions?.map(({ emoji }) => emoji)).toEqual(["👍"]);

	await ana.send({ media_group: [{ photo: true, caption: "one" }, { video: true }] });
	await ana.send("after the album");
	const [one, two, after] = bo.messages().slice(-3);
	expect([one?.caption, one?.media_group_id === two?.media_group_id, after?.text]).toEqual([
		"one",
		true,
		"after the album",
	]);
	expect(one?.media_group_id).toBeTruthy();

	await ana.send({ text: "/del", reply_to: hello.message_id });
	expect(bo.messages().some((message) => message.text === "hello, neighbour")).toBe(false);
	await ana.send({ contact: { phone_number: "+15551000", first_name: "Ana" } });
	expect(bo.last.contact).toBeUndefined();
	await ana.press("Share it");
	expect(bo.last.contact?.phone_number).toBe("+15551000");
	await ana.send({ poll: { question: "Tea?", options: ["yes", "no"] } });
	expect(bo.last.poll?.question).toBe("Tea?");
	await ana.press("⏹ Stop");
	expect(bo.heard.at(-2)).toContain("Your partner has left");
});

test("between two bots, too, a refused quote or entity costs no message, and a dice keeps its value", async () => {
	const { ana, bo } = await talkingAcross();
	const refuse = (method: string, description: string) =>
		simulator.addFault({ method, status: 400, description: `Bad Request: ${description}` });
	await bo.send("tea or coffee?");
	const heard = ana.heard.length;
	const reply_to = ana.last.message_id;
	refuse("sendMessage", "QUOTE_TEXT_INVALID");
	await ana.send({ text: "coffee", reply_to, quote: "coffee" });
	expect(bo.last).toMatchObject({ text: "coffee", reply_to_message: { text: "tea or coffee?" } });
	expect(bo.last.quote).toBeUndefined();
	// The file is streamed anew.
	refuse("sendPhoto", "ENTITY_BOUNDS_INVALID");
	refuse("sendPhoto", "message to be replied not found");
	const bold = [{ type: "bold" as const, offset: 0, length: 3 }];
	await ana.send({ photo: { data: btoa("a picture") }, caption: "see", caption_entities: bold, reply_to });
	expect(bo.last.caption).toBe("see");
	expect(bo.last.caption_entities).toBeUndefined();
	expect(bo.last.reply_to_message).toBeUndefined();
	expect(await bytesOf(bo.last.photo?.at(-1)?.file_unique_id)).toHaveLength("a picture".length);
	await ana.send({ dice: { emoji: "🎲", value: 4 } });
	expect(bo.last.text).toBe("🎲 4");
	expect(ana.heard).toHaveLength(heard);
	await ana.press("⏹ Stop");
});

test("what is too big to be carried is told, and the same ids at two bots don't touch each other", async () => {
	const { ana, bo } = await talkingAcross();
	const before = bo.messages().length;
	simulator.sendUpdate(first, {
		update_id: 990_001,
		message: {
			message_id: 800_000,
			date: 1,
			chat: { id: ana.id, type: "private", first_name: "A" },
			from: { id: ana.id, is_bot: false, first_name: "A" },
			document: { file_id: "x", file_unique_id: "x", file_size: 21 * 1024 * 1024 },
		},
	});
	await simulator.settle();
	expect(ana.last.text).toContain("over 20 MB");
	expect(bo.messages()).toHaveLength(before);

	// One message id and one update id, at both bots, by both people.
	for (const [phone, bot] of [
		[ana, first],
		[bo, second],
	] as const) {
		simulator.sendUpdate(bot, {
			update_id: 990_100,
			message: {
				message_id: 900_000,
				date: 1,
				chat: { id: phone.id, type: "private", first_name: "X" },
				from: { id: phone.id, is_bot: false, first_name: "X" },
				text: `from ${bot}`,
			},
		});
	}
	await simulator.settle();
	expect(bo.heard.filter((text) => text.startsWith("from "))).toEqual([`from ${first}`]);
	expect(ana.heard.filter((text) => text.startsWith("from "))).toEqual([`from ${second}`]);
	await ana.press("⏹ Stop");
});

test("in another bot: where the chat is, and Open or End there", async () => {
	const { ana, bo } = await talkingAcross();
	const there = new Phone(simulator, second, names());
	const inSecond = Object.assign(there, { id: ana.id });
	await simulator.start(ana.id, { bot: second });
	await simulator.settle();
	expect(inSecond.last.text).toContain("in a chat at @rialto_bot");
	expect(JSON.stringify(inSecond.last.reply_markup)).toContain("https://t.me/rialto_bot");
	await inSecond.send("does this reach anybody?");
	expect(bo.heard).not.toContain("does this reach anybody?");
	await inSecond.send("/find");
	expect(inSecond.last.text).toContain("in a chat at @rialto_bot");
	await inSecond.send("/premium");
	expect(inSecond.last.text).toContain("Premium can be bought when it is over");
	await inSecond.press("End it there");
	expect(bo.heard.at(-2)).toContain("Your partner has left");
	expect((await statusOf(ana)).seat).toBeNull();
});

test("a search at one bot is named at another, and can be stopped there", async () => {
	const ana = await new Phone(simulator, first, names()).settleIn();
	await ana.press("🔍 Find Partner");
	const inSecond = Object.assign(new Phone(simulator, second, names()), { id: ana.id });
	await simulator.start(ana.id, { bot: second });
	await simulator.settle();
	for (const words of ["/find", "hello?"]) {
		await inSecond.send(words);
		expect(inSecond.last.text).toContain("already searching at @rialto_bot");
		expect(JSON.stringify(inSecond.last.reply_markup)).toContain("https://t.me/rialto_bot");
	}
	await ana.send("/find");
	expect(ana.last.text).toContain("You are already searching. I'll write");
	await inSecond.press("Cancel search");
	expect(inSecond.last.text).toBe("Search stopped.");
	expect((await statusOf(ana)).search).toBeNull();
});

test("a button made up for a chat that never was leaves nothing stored", async () => {
	const ana = await new Phone(simulator, first, names()).settleIn();
	const stored = async (chatId: string) =>
		runInDurableObject(env.CHAT_PAIR.getByName(chatId), async (_, { storage }) => [
			...storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'"),
			...(await storage.list()),
			await storage.getAlarm(),
		]);
	const data = (chatId: string) => [
		...[`end:${chatId}`, `block:${chatId}`, `share:${chatId}:5`, `lock:${chatId}:5`],
		...[`report:${chatId}`, `report:${chatId}:spam`],
	];
	let n = 0;
	for (const pressed of data("chat_x")) {
		n += 1;
		const chatId = `chat_01h455vb4pex5vsknk084sn0${(10 + n).toString()}`;
		simulator.sendUpdate(first, {
			update_id: 995_000 + n,
			callback_query: {
				...{ id: String(n), chat_instance: "1", data: pressed.replace("chat_x", chatId) },
				from: { id: ana.id, is_bot: false, first_name: "Ana" },
				message: {
					message_id: 1,
					date: 1,
					chat: { id: ana.id, type: "private", first_name: "Ana" },
					text: "",
				},
			},
		});
		await simulator.settle();
		expect(await stored(chatId), pressed).toEqual([null]);
	}
	const { ana: cy, bo } = await twoTalking(simulator, first);
	const chatId = (await statusOf(cy)).seat?.chatId ?? "";
	expect((await stored(chatId)).length).toBeGreaterThan(1);
	await bo.press("⏹ Stop");
});

test("with the flag off, people of two bots don't meet", async () => {
	await api("/api/config", { key: "flags.cross_bot_matching", value: false });
	const ana = await new Phone(simulator, first, names()).settleIn();
	const bo = await new Phone(simulator, second, names()).settleIn();
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	expect([(await statusOf(ana)).seat, (await statusOf(bo)).seat]).toEqual([null, null]);
	const cy = await new Phone(simulator, first, names()).settleIn();
	await cy.press("🔍 Find Partner");
	expect((await statusOf(cy)).seat?.chatId).toBe((await statusOf(ana)).seat?.chatId);
	await bo.press("Cancel search");
	await ana.press("⏹ Stop");
	await api("/api/config", { key: "flags.cross_bot_matching", value: true });
});

test("a removed bot's chats and searches end with a notice, and it hears nothing any more", async () => {
	const third = simulator.createBot({ first_name: "Third", username: "third_bot" });
	await addBot(third.token);
	const ana = await new Phone(simulator, first, names()).settleIn();
	const bo = await new Phone(simulator, third.bot.id, names()).settleIn();
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	expect((await statusOf(bo)).seat).toBeTruthy();
	const cy = await new Phone(simulator, third.bot.id, names()).settleIn();
	await cy.press("🔍 Find Partner");
	const dan = await new Phone(simulator, third.bot.id, names()).settleIn();

	const removed = await exports.default.fetch(`https://rialto.test/api/bots/${third.bot.id}`, {
		method: "DELETE",
		headers: { authorization: `Bearer ${ownerKey}` },
	});
	expect(removed.status).toBe(200);
	const promised = await env.DB.prepare("SELECT count(*) AS n FROM outbox WHERE kind = 'bot.closed'").first(
		"n",
	);
	const { outbox } = await createDeps(env);
	// The queue may have been faster; done again it finds nobody.
	expect(promised === 1 || bo.heard.some((text) => text.includes("has been closed"))).toBe(true);
	await outbox["bot.closed"]({ botId: third.bot.id, after: 0 });
	await outbox["bot.closed"]({ botId: third.bot.id, after: 0 });

	expect(bo.heard.filter((text) => text.includes("has been closed"))).toHaveLength(1);
	expect(cy.heard.filter((text) => text.includes("has been closed"))).toHaveLength(1);
	expect(dan.heard.some((text) => text.includes("has been closed"))).toBe(false);
	expect(ana.heard.at(-2)).toContain("Your partner has left");
	for (const phone of [ana, bo, cy])
		expect(await statusOf(phone)).toMatchObject({ seat: null, search: null });
	await dan.type("/find");
	await simulator.settle({ rounds: 2, allowFailures: true });
	expect((await statusOf(dan)).search).toBeNull();
	// The history stays.
	const seats = await runInDurableObject(env.PERSON.getByName(String(bo.id)), async (person) =>
		person.status(),
	);
	expect(seats.chats).toBe(1);
});
