import { expect, test } from "vitest";
import type { PersonMessage } from "../simulator/world/messages.ts";
import { api, Phone, startTelegram, twoTalking } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

/** Two strangers in a chat. */
const talking = () => twoTalking(simulator, bot);

/** A message without where and when it stands. */
const contentOf = ({ message_id, date, from, chat, out, ...content }: PersonMessage) => content;

let injected = 0;
/** What Telegram tells of a message that the simulator's apps can't write. */
async function inject(phone: Phone, content: Record<string, unknown>) {
	injected += 1;
	const message = {
		message_id: 1_000_000 + injected,
		date: Math.floor(Date.now() / 1000),
		chat: { id: phone.id, type: "private", first_name: "Ana" },
		from: { id: phone.id, is_bot: false, first_name: "Ana" },
		...content,
	};
	simulator.sendUpdate(bot, { update_id: 900_000_000 + injected, message });
	await simulator.settle();
}

test("every kind of content arrives as it was sent", async () => {
	const { ana, bo } = await talking();
	const words = {
		text: "bold, secret, a link, some code, @durov #tag https://example.com 👨‍👩‍👧",
		entities: [
			{ type: "bold", offset: 0, length: 4 },
			{ type: "spoiler", offset: 6, length: 6 },
			{ type: "text_link", offset: 16, length: 4, url: "https://example.org/" },
			{ type: "pre", offset: 22, length: 9, language: "js" },
		],
	};
	const caption = {
		caption: "me, in italics",
		caption_entities: [{ type: "italic", offset: 4, length: 10 }],
	};
	const contents: [kind: keyof PersonMessage, content: Parameters<Phone["send"]>[0]][] = [
		["entities", words],
		["has_media_spoiler", { photo: true, ...caption, has_media_spoiler: true }],
		["caption_entities", { photo: true, ...caption }],
		["video", { video: true, ...caption, has_media_spoiler: true }],
		["animation", { animation: true, ...caption }],
		["audio", { audio: true, ...caption }],
		["voice", { voice: true, ...caption }],
		["video_note", { video_note: true }],
		["document", { document: { data: btoa("a,b"), file_name: "table.csv" }, ...caption }],
		["sticker", { sticker: true }],
		["poll", { poll: { question: "Tea?", options: ["yes", "no"] } }],
	];
	for (const [kind, content] of contents) {
		const sent = await ana.send(content);
		expect(sent).toHaveProperty(kind);
		expect(contentOf(bo.last)).toEqual(contentOf(sent));
		expect(bo.last.from?.id).toBe(bot);
		expect(ana.last.message_id).toBe(sent.message_id);
	}
	// A dice that is copied is thrown again: what crosses is what this one shows.
	await ana.send({ dice: { emoji: "🎯", value: 6 } });
	expect(contentOf(bo.last)).toEqual({ text: "🎯 6" });
	const answer = await bo.send({ text: "and back, *as typed* <b>" });
	expect(contentOf(ana.last)).toEqual(contentOf(answer));
});

test("only what is typed here is a command; all else goes over, forwards without their origin", async () => {
	const { ana, bo } = await talking();
	const group = simulator.createGroup(ana.id, { title: "Book club", type: "group" });
	const forward = async (content: { text: string } | { photo: true; caption: string }) => {
		const { message_id } = await simulator.send(ana.id, { chat: group.id, ...content });
		return ana.send({ forward_from: { chat: group.id, message_id } });
	};
	for (const text of ["gossip", "/stop", "⏹ Stop", "⏭ Next", "🚫 Block", "/start find"]) {
		const sent = await forward({ text });
		expect(sent.forward_origin).toBeTruthy();
		expect(bo.last.text).toBe(text);
		expect(JSON.stringify(bo.last)).not.toMatch(new RegExp(`forward|Ana|Book club|${ana.id}`));
	}
	await forward({ photo: true, caption: "/stop" });
	expect(bo.last).toMatchObject({ caption: "/stop", photo: expect.anything() });
	expect(bo.last.forward_origin).toBeUndefined();

	await ana.send({ video: true, caption: "/stop" });
	expect(bo.last).toMatchObject({ caption: "/stop", video: expect.anything() });
	for (const text of [
		"/dance with me",
		"/stop@another_bot",
		"/stopping",
		"https://t.me/rialto_bot?start=find",
	]) {
		await ana.send(text);
		expect(bo.last.text).toBe(text);
	}
	const hello = await ana.send("hello");
	await simulator.edit(ana.id, { chat: bot, message_id: hello.message_id, text: "/stop" });
	await simulator.settle();
	expect(bo.last.text).toBe("/stop");

	await bo.send("you keep saying stop");
	expect(ana.last.text).toBe("you keep saying stop");
	await ana.send("/stop@rialto_bot");
	expect(ana.last.text).toContain("You have left");
});

test("words that carry a person become plain, the rest of the formatting stays", async () => {
	const { ana, bo } = await talking();
	const words = "I am Ana or her, so bold, see @somebody";
	const bold = { type: "bold", offset: 20, length: 4 };
	const telling = [
		{ type: "text_mention", offset: 5, length: 3, user: { id: ana.id, is_bot: false, first_name: "Ana" } },
		{ type: "text_link", offset: 12, length: 3, url: `tg://user?id=${ana.id}` },
		bold,
	];
	const harmless = [bold, { type: "mention", offset: 30, length: 9 }];
	const seen = () => JSON.stringify(bo.last).replace(words, "");

	const text = await ana.send({ text: words, entities: telling });
	expect(bo.last).toMatchObject({ text: words, entities: harmless });
	expect(seen()).not.toMatch(new RegExp(`tg://user|text_mention|Ana|${ana.id}`));

	const photo = await ana.send({
		photo: true,
		caption: words,
		caption_entities: telling,
		has_media_spoiler: true,
	});
	expect(bo.last).toMatchObject({ caption: words, caption_entities: harmless, has_media_spoiler: true });
	expect(bo.last.photo).toEqual(photo.photo);
	expect(seen()).not.toMatch(new RegExp(`tg://user|text_mention|Ana|${ana.id}`));

	// An edit is no way around it.
	for (const { message_id, ...original } of [text, photo]) {
		const changes = original.photo
			? { photo: true as const, caption: `${words}!`, caption_entities: telling }
			: { text: `${words}!`, entities: telling };
		await simulator.edit(ana.id, { chat: bot, message_id, ...changes });
		await simulator.settle();
	}
	const [editedText, editedPhoto] = bo.messages().slice(-2);
	expect(editedText).toMatchObject({ text: `${words}!`, entities: harmless });
	expect(editedPhoto).toMatchObject({ caption: `${words}!`, caption_entities: harmless });
});

test("a contact or a place goes over only if its sender agrees, once, and never to the next stranger", async () => {
	const { ana, bo } = await talking();
	const place = { latitude: 38.72, longitude: -9.14 };
	const cases: [Parameters<Phone["send"]>[0], question: string][] = [
		[{ contact: { phone_number: "+15550001", first_name: "Mum", user_id: ana.id } }, "can show who you are"],
		[{ location: place }, "where you are"],
		[{ venue: { location: place, title: "Café", address: "Rua 1" } }, "where you are"],
	];
	for (const [content, question] of cases) {
		const before = bo.messages().length;
		const first = await ana.send(content);
		expect(ana.last.text).toContain(question);
		expect(ana.last.reply_to_message?.message_id).toBe(first.message_id);
		await ana.press("Don't share");
		expect(ana.last.text).toBe("Not shared.");
		expect(bo.messages()).toHaveLength(before);

		const second = await ana.send(content);
		expect(bo.messages()).toHaveLength(before);
		// A finger that slips presses twice.
		await simulator.press(ana.id, { chat: bot, text: "Share it" });
		await ana.press("Share it");
		expect(ana.last.text).toBe("Shared.");
		expect(bo.messages()).toHaveLength(before + 1);
		expect(contentOf(bo.last)).toEqual(contentOf(second));
	}

	await ana.send({ location: place });
	await ana.send({ location: place });
	await ana.press("⏹ Stop");
	const left = bo.messages().length;
	await ana.press("Share it");
	expect(ana.heard.filter((text) => text.includes("That chat is over. Nothing was shared."))).toHaveLength(1);
	const cy = await new Phone(simulator, bot, "Cy").settleIn();
	await ana.press("🔍 Find Partner");
	await cy.press("🔍 Find Partner");
	expect(cy.last.text).toContain("Somebody is here");
	await ana.press("Share it");
	expect(ana.heard.filter((text) => text.includes("That chat is over. Nothing was shared."))).toHaveLength(2);
	expect(cy.last.text).toContain("Somebody is here");
	expect(bo.messages()).toHaveLength(left);
});

const mentioning = ({ id }: Phone) => ({
	...{ type: "text_mention", text: "me", offset: 0, length: 2 },
	user: { id, is_bot: false, first_name: "Ana" },
});
const poll = { id: "1", question: "Tea?", options: [], type: "regular", description: "me" };

test("what can't be relayed is told to its sender and reaches nobody", async () => {
	const { ana, bo } = await talking();
	const before = bo.messages().length;
	const refusals: [content: Record<string, unknown>, told: string][] = [
		[
			{ invoice: { title: "x", description: "x", start_parameter: "", currency: "XTR", total_amount: 1 } },
			"invoices",
		],
		[{ paid_media: { star_count: 5, paid_media: [{ type: "preview" }] } }, "Paid media"],
		[{ giveaway: { chats: [], winners_selection_date: 1, winner_count: 1 } }, "Giveaways"],
		[{ giveaway_winners: { winner_count: 1, winners: [] } }, "Giveaways"],
		[{ checklist: { title: "x", tasks: [{ id: 1, text: "x" }] } }, "Checklists"],
		[{ pinned_message: { message_id: 1, date: 1, chat: { id: ana.id, type: "private" } } }, "of this kind"],
		[{ message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } }, "of this kind"],
		[{ story: { id: 3, chat: { id: ana.id, type: "private", username: "ana" } } }, "shows who somebody is"],
		[{ rich_message: { blocks: [{ type: "paragraph", text: mentioning(ana) }] } }, "shows who somebody is"],
		[{ poll: { ...poll, description_entities: [mentioning(ana)] } }, "shows who somebody is"],
		// Telegram adds kinds: one that nobody has looked at waits for that.
		[{ hologram: { depth: 3 } }, "of this kind"],
	];
	for (const [content, told] of refusals) {
		const heard = ana.heard.length;
		await inject(ana, content);
		expect(ana.heard.slice(heard)).toEqual([expect.stringContaining(told)]);
	}
	const heard = ana.heard.length;
	const quiz = await ana.send({ poll: { question: "2+2?", options: ["4", "5"], type: "quiz" } });
	expect(ana.heard.slice(heard)).toEqual([expect.stringContaining("A quiz can't be passed on")]);
	expect(ana.last.reply_to_message?.message_id).toBe(quiz.message_id);
	expect(bo.messages()).toHaveLength(before);
});

test("protected content is protected whichever way it goes", async () => {
	const { ana, bo } = await talking();
	await api("/api/config/bulk", { "chat.protect_content": true });
	try {
		const me = [
			{ type: "text_mention", offset: 0, length: 2, user: { id: ana.id, is_bot: false, first_name: "Ana" } },
		];
		const from = simulator.calls().at(-1)?.seq ?? 0;
		const card = bo.last.message_id;
		const hello = await ana.send("hello");
		await ana.send({ text: "me", entities: me });
		await ana.send({ photo: true, caption: "me", caption_entities: me });
		await ana.send({ media_group: [{ photo: true }, { photo: true }] });
		await ana.send({ media_group: [{ photo: true }, { photo: true }], reply_to: hello.message_id });
		await ana.send({ location: { latitude: 1, longitude: 2 } });
		await ana.press("Share it");
		const calls = simulator
			.calls({ after: from })
			.filter((call) => Number(call.parameters.chat_id) === bo.id);
		expect(new Set(calls.map((call) => call.method))).toEqual(
			new Set(["copyMessage", "sendMessage", "copyMessages", "sendMediaGroup"]),
		);
		for (const call of calls) expect(call.parameters.protect_content, call.method).toBe(true);
		const received = bo.messages().filter((message) => message.message_id > card);
		expect(received).toHaveLength(8);
		expect(received.every((message) => message.has_protected_content)).toBe(true);
	} finally {
		await api("/api/config/bulk", { "chat.protect_content": false });
	}
	await ana.send("free again");
	expect(bo.last).toMatchObject({ text: "free again" });
	expect(bo.last.has_protected_content).toBeUndefined();
});
