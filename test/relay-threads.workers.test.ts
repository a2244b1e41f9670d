import { evictAllDurableObjects } from "cloudflare:test";
import { expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { type Phone, startTelegram, twoTalking } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

/** Two strangers in a chat. */
const talking = () => twoTalking(simulator, bot);

const edit = async (phone: Phone, change: Omit<Parameters<typeof simulator.edit>[1], "chat">) => {
	await simulator.edit(phone.id, { chat: bot, ...change });
	await simulator.settle();
};

const react = async (phone: Phone, message_id: number, emoji?: string) => {
	simulator.react(phone.id, { chat: bot, message_id, ...(emoji ? { emoji } : {}) });
	await simulator.settle();
};

/** An album goes out a moment after its last item. */

test("a reply points at the same message on the other side, also to one's own and with a quote", async () => {
	const { ana, bo } = await talking();
	const question = await ana.send("tea or coffee today?");
	const atBo = bo.last.message_id;
	// The partner, with a sticker and with a part quoted.
	await bo.send({ sticker: true, reply_to: atBo });
	expect(ana.last).toMatchObject({
		sticker: expect.anything(),
		reply_to_message: { message_id: question.message_id },
	});
	const answer = await bo.send({ text: "the second", reply_to: atBo, quote: "coffee" });
	expect(ana.last).toMatchObject({
		text: "the second",
		reply_to_message: { message_id: question.message_id },
		quote: { text: "coffee", position: 7, is_manual: true },
	});
	// The sender to their own, and across a restart of every actor.
	await ana.send({ text: "well?", reply_to: question.message_id });
	expect(bo.last).toMatchObject({ text: "well?", reply_to_message: { message_id: atBo } });
	const atAna = ana.messages().find((message) => message.text === "the second")?.message_id ?? 0;
	await evictAllDurableObjects();
	await ana.send({ photo: true, caption: "here", reply_to: atAna });
	expect(bo.last).toMatchObject({
		caption: "here",
		reply_to_message: { message_id: answer.message_id },
	});
	// With words that carry a person it is sent anew, and still replies.
	const user = { id: ana.id, is_bot: false, first_name: "Ana" };
	await ana.send({
		text: "me",
		entities: [{ type: "text_mention", offset: 0, length: 2, user }],
		reply_to: atAna,
	});
	expect(bo.last).toMatchObject({ text: "me", reply_to_message: { message_id: answer.message_id } });
	// What the partner never had can't be pointed at.
	const card = ana.messages().find((message) => message.text?.includes("Somebody is here"));
	await ana.send({ text: "what a card", reply_to: card?.message_id ?? 0 });
	expect(bo.last.text).toBe("what a card");
	expect(bo.last.reply_to_message).toBeUndefined();
});

test("edits of text, caption and media follow, and only at the partner's copy", async () => {
	const { ana, bo } = await talking();
	const text = await ana.send("frist");
	const photo = await ana.send({ photo: true, caption: "a cta" });
	const voice = await ana.send({ voice: true, caption: "hm" });
	const before = bo.messages().slice(-3);
	expect(before).toHaveLength(3);

	const bold = [{ type: "bold", offset: 0, length: 5 }];
	await edit(ana, { message_id: text.message_id, text: "first", entities: bold });
	await edit(ana, { message_id: photo.message_id, caption: "a cat" });
	await edit(ana, { message_id: voice.message_id, caption: "hmm" });
	let [atText, atPhoto, atVoice] = bo.messages().slice(-3);
	expect(atText).toMatchObject({ message_id: before[0]?.message_id, text: "first", entities: bold });
	expect(atPhoto).toMatchObject({ message_id: before[1]?.message_id, caption: "a cat" });
	expect(atPhoto?.photo).toEqual(before[1]?.photo);
	expect(atVoice).toMatchObject({ message_id: before[2]?.message_id, caption: "hmm" });

	const video = await simulator.edit(ana.id, {
		chat: bot,
		message_id: photo.message_id,
		video: true,
		caption: "a cat, moving",
	});
	await simulator.settle();
	[atText, atPhoto, atVoice] = bo.messages().slice(-3);
	expect(atPhoto).toMatchObject({ message_id: before[1]?.message_id, caption: "a cat, moving" });
	expect(atPhoto?.video).toEqual(video.video);
	expect(atPhoto?.photo).toBeUndefined();

	// What can't be passed on is told; what changes nothing is not.
	const heard = ana.heard.length;
	await edit(ana, { message_id: text.message_id, text: "first", entities: bold });
	expect(ana.heard).toHaveLength(heard);
	simulator.addFault({ method: "editMessageText", status: 400, description: "Bad Request: no" });
	await edit(ana, { message_id: text.message_id, text: "second" });
	expect(ana.heard.slice(heard)).toEqual([expect.stringContaining("edit could not be passed on")]);
	expect(bo.messages().slice(-3)[0]?.text).toBe("first");
});

test("reactions go both ways, change, and are taken back", async () => {
	const { ana, bo } = await talking();
	const mine = await ana.send("look");
	const atBo = bo.last.message_id;
	const reactionsAt = (phone: Phone, id: number) =>
		phone.messages().find((message) => message.message_id === id)?.reactions ?? [];

	await react(bo, atBo, "🔥");
	expect(reactionsAt(ana, mine.message_id)).toEqual([{ emoji: "🔥", from: bot }]);
	await react(bo, atBo, "❤️");
	expect(reactionsAt(ana, mine.message_id)).toEqual([{ emoji: "❤", from: bot }]);
	// On one's own message it shows on the partner's copy.
	await react(ana, mine.message_id, "👀");
	expect(reactionsAt(bo, atBo)).toContainEqual({ emoji: "👀", from: bot });
	await react(bo, atBo);
	expect(reactionsAt(ana, mine.message_id)).toEqual([{ emoji: "👀", from: ana.id }]);
	await react(ana, mine.message_id);
	expect(reactionsAt(bo, atBo)).toEqual([]);
	expect(ana.last.message_id).toBe(mine.message_id);
	expect(bo.last.message_id).toBe(atBo);
});

test("/del by reply takes one's own message away at the partner's", async () => {
	const { ana, bo } = await talking();
	const oops = await ana.send("my address is ...");
	await bo.send("what?");
	const theirs = ana.last.message_id;
	const atBo = () => bo.messages().map((message) => message.text);

	await ana.send({ text: "/del", reply_to: oops.message_id });
	expect(ana.last.text).toContain("Deleted at your partner's");
	expect(atBo()).not.toContain("my address is ...");
	expect(atBo()).toContain("what?");
	await ana.send({ text: "/del", reply_to: theirs });
	expect(ana.last.text).toContain("not a message of yours");
	expect(atBo()).toContain("what?");
	await ana.send("/del");
	expect(ana.last.text).toContain("Reply with /del");
	await ana.send({ text: "/del", reply_to: oops.message_id });
	expect(ana.last.text).toContain("couldn't be deleted");
	expect(atBo()).not.toContain("/del");
	await ana.press("⏹ Stop");
	await ana.send({ text: "/del", reply_to: oops.message_id });
	expect(ana.last.text).toContain("not in a chat");
});

test("an album stays an album, with its captions, its reply and its place in the order", async () => {
	const { ana, bo } = await talking();
	const bold = [{ type: "bold", offset: 0, length: 3 }];
	const sent = await simulator.sendAll(ana.id, {
		chat: bot,
		media_group: [
			{ photo: true, caption: "one", caption_entities: bold, has_media_spoiler: true },
			{ video: true, caption: "two" },
			{ photo: true },
		],
	});
	await simulator.settle();
	const album = () => bo.messages().slice(-3);
	await eventually(() => expect(album()[0]).toMatchObject({ caption: "one", has_media_spoiler: true }));
	const received = album();
	expect(received.map((item) => item.photo ?? item.video)).toEqual(
		sent.map((item) => item.photo ?? item.video),
	);
	expect(received.map((item) => item.caption)).toEqual(["one", "two", undefined]);
	expect(received[0]?.caption_entities).toEqual(bold);
	expect(new Set(received.map((item) => item.media_group_id)).size).toBe(1);
	expect(received[0]?.media_group_id).toBeTruthy();
	expect(simulator.calls({ method: "copyMessages" })).toHaveLength(1);

	// A reply to one of its items, and an album that replies.
	await bo.send({ text: "the second!", reply_to: received[1]?.message_id ?? 0 });
	expect(ana.last.reply_to_message?.message_id).toBe(sent[1]?.message_id);
	const atAna = ana.last.message_id;
	const answer = bo.last.message_id;
	const documents = await simulator.sendAll(ana.id, {
		chat: bot,
		reply_to: atAna,
		media_group: [{ document: true }, { document: true, caption: "both", caption_entities: bold }],
	});
	// Text that follows at once must not overtake it.
	await ana.send("there");
	const [first, second, text] = bo.messages().slice(-3);
	expect([first?.document, second?.document]).toEqual(documents.map((item) => item.document));
	expect(first?.reply_to_message?.message_id).toBe(answer);
	expect(second).toMatchObject({ caption: "both", caption_entities: bold });
	expect(first?.media_group_id).toBeTruthy();
	expect(second?.media_group_id).toBe(first?.media_group_id);
	expect(text?.text).toBe("there");
	expect(simulator.calls({ method: "sendMediaGroup" })).toHaveLength(1);

	// What Telegram asks to wait for waits together with what follows.
	const words = bo.messages().length;
	simulator.addFault({ method: "copyMessages", retry_after: 2 });
	await ana.type({ media_group: [{ photo: true, caption: "a" }, { photo: true }] });
	await ana.type({ media_group: [{ photo: true, caption: "b" }, { photo: true }] });
	await ana.send("c");
	expect(
		bo
			.messages()
			.slice(words)
			.map((item) => item.caption ?? item.text),
	).toEqual(["a", undefined, "b", undefined, "c"]);
});

test("an album item that carries a person loses only that, also by an edit before the album is out", async () => {
	const { ana, bo } = await talking();
	const user = { id: ana.id, is_bot: false, first_name: "Ana" };
	const me = [
		{ type: "text_mention", offset: 0, length: 2, user },
		{ type: "bold", offset: 4, length: 5 },
	];
	await ana.send({
		media_group: [
			{ photo: true, caption: "me, today", caption_entities: me, has_media_spoiler: true },
			{ photo: true },
		],
	});
	await ana.send("first");
	let [item] = bo.messages().slice(-3);
	expect(item).toMatchObject({
		caption: "me, today",
		caption_entities: [{ type: "bold", offset: 4, length: 5 }],
		has_media_spoiler: true,
	});
	expect(item?.media_group_id).toBeTruthy();

	const [late] = await simulator.sendAll(ana.id, {
		chat: bot,
		media_group: [{ photo: true, caption: "me, today" }, { photo: true }],
	});
	await edit(ana, {
		message_id: late?.message_id ?? 0,
		photo: true,
		caption: "me, today",
		caption_entities: me,
	});
	await ana.send("second");
	[item] = bo.messages().slice(-3);
	expect(item?.caption).toBe("me, today");
	expect(item?.caption_entities).toEqual([{ type: "bold", offset: 4, length: 5 }]);
});

test("an item deleted before its album is out never goes; a refused album is told once", async () => {
	const { ana, bo } = await talking();
	const card = bo.last.message_id;
	const [first] = await simulator.sendAll(ana.id, {
		chat: bot,
		media_group: [
			{ photo: true, caption: "not this" },
			{ photo: true, caption: "but this" },
		],
	});
	await ana.send({ text: "/del", reply_to: first?.message_id ?? 0 });
	expect(ana.last.text).toContain("Deleted");
	await eventually(() => expect(bo.last.caption).toBe("but this"));
	expect(bo.messages().filter((message) => message.message_id > card)).toHaveLength(1);

	const heard = ana.heard.length;
	simulator.addFault({ method: "copyMessages", status: 400, description: "Bad Request: no" });
	await ana.send({ media_group: [{ photo: true }, { photo: true }] });
	await eventually(() =>
		expect(ana.heard.slice(heard)).toEqual([expect.stringContaining("not be delivered")]),
	);
	await ana.send("still here");
	expect(bo.last.text).toBe("still here");
	expect(ana.heard).toHaveLength(heard + 1);
});
