import { expect, test } from "vitest";
import { type Ornament, refusedOrnaments, withoutOrnaments } from "./ornaments.ts";
import { editPlan, FloodGate, quoteOf, relayPlan } from "./relay.ts";

const ana = { id: 7, is_bot: false, first_name: "Ana" };
const mention = { type: "text_mention", offset: 0, length: 2, user: ana };
const bold = { type: "bold", offset: 0, length: 2 };
const place = { latitude: 38.72, longitude: -9.14 };

/** As it comes: around the content stands who wrote it. */
const messageWith = (content: object) =>
	JSON.parse(
		JSON.stringify({
			...{ message_id: 5, date: 1, from: ana, chat: { id: 7, type: "private" } },
			...{ direct_messages_topic: { topic_id: 1, user: ana }, sender_tag: "ana", via_bot: ana },
			...content,
		}),
	);
const planOf = (content: object, confirmed = false) => relayPlan(messageWith(content), confirmed);

const poll = (more: object = {}) => ({
	poll: { id: "1", question: "Tea?", options: [{ text: "yes" }], type: "regular", ...more },
});
const rich = (...blocks: object[]) => ({ rich_message: { blocks } });
const paragraph = (text: unknown) => ({ type: "paragraph", text });

test("what shows who somebody is is found wherever it stands", () => {
	const telling = [
		{ story: { id: 3, chat: { id: 7, type: "private", username: "ana" } } },
		poll({ question_entities: [mention] }),
		poll({ description: "me", description_entities: [bold, mention] }),
		poll({ options: [{ text: "me", text_entities: [mention] }] }),
		poll({ options: [{ text: "yes", added_by_user: ana }] }),
		poll({ media: { contact: { phone_number: "+1555", first_name: "Mum" } } }),
		rich(paragraph(["me", { type: "text_mention", text: "Ana", user: ana }])),
		rich({ type: "list", items: [{ blocks: [paragraph([[{ type: "bold", text: { ...mention } }]])] }] }),
		rich(paragraph({ type: "url", text: "me", url: "tg://user?id=7" })),
		rich({
			type: "table",
			cells: [[{ text: { type: "url", text: "me", url: "TG:openmessage?user_id=7" } }]],
		}),
		{ text: "me", profile_card: { owner: { id: 7, type: "private" } } },
		{ photo: [{ file_id: "f" }], caption: "me", shared_by: ana },
	];
	for (const content of telling) {
		expect(planOf(content), JSON.stringify(content)).toEqual({ kind: "refuse", why: "person" });
		expect(planOf(content, true), JSON.stringify(content)).toEqual({ kind: "refuse", why: "person" });
	}
	const harmless = [
		poll(),
		rich(paragraph(["plain", { type: "url", text: "there", url: "https://example.org" }])),
		{ text: "plain", reply_to_message: { from: ana }, quote: { text: "p", entities: [mention] } },
		{ text: "plain", forward_origin: { type: "user", sender_user: ana }, via_bot: ana },
		{ voice: { file_id: "f" }, external_reply: { origin: { sender_user: ana }, location: place } },
	];
	for (const content of harmless) expect(planOf(content), JSON.stringify(content)).toEqual({ kind: "copy" });
});

test("what can go without the person does", () => {
	const links = ["tg://user?id=7", "tg:user?id=7", " TG://openmessage?user_id=7", "tg://contact?token=x"];
	const entities = [mention, bold, ...links.map((url) => ({ type: "text_link", offset: 0, length: 2, url }))];
	expect(planOf({ text: "me", entities, link_preview_options: { is_disabled: true } })).toEqual({
		kind: "text",
		text: "me",
		options: { entities: [bold], link_preview_options: { is_disabled: true } },
	});
	const caption = { caption: "me", caption_entities: entities, show_caption_above_media: true };
	const kept = { caption: "me", caption_entities: [bold], show_caption_above_media: true };
	expect(planOf({ video: { file_id: "f" }, ...caption })).toEqual({ kind: "caption", options: kept });
	expect(planOf({ photo: [{ file_id: "f" }], media_group_id: "1", ...caption })).toMatchObject({
		kind: "album",
		carriesPerson: true,
		media: kept,
	});
	const quote = { text: "me", position: 0, is_manual: true, entities };
	expect(quoteOf(messageWith({ quote }))).toEqual({ quote: "me", quote_entities: [bold], quote_position: 0 });
});

test("a kind that nobody has looked at is refused, also when its sender agreed to share it", () => {
	const unknown = [{ hologram: { depth: 3 } }, { game: { title: "x" } }, { gift: {} }, { dice_set: {} }, {}];
	for (const content of unknown)
		for (const confirmed of [false, true])
			expect(planOf(content, confirmed)).toEqual({ kind: "refuse", why: "kind" });
});

test("a place is asked about, also as a poll's medium or a map in a text; then it is copied", () => {
	const telling = [
		{ location: place },
		{ location: place, venue: { location: place, title: "Café", address: "Rua 1" } },
		poll({ media: { location: place } }),
		rich({ type: "map", location: place, zoom: 13 }),
	];
	for (const content of telling) {
		expect(planOf(content)).toEqual({ kind: "ask", what: "location" });
		expect(planOf(content, true)).toEqual({ kind: "copy" });
	}
	const contact = { contact: { phone_number: "+1555", first_name: "Mum", user_id: 7 } };
	expect(planOf(contact)).toEqual({ kind: "ask", what: "contact" });
	expect(planOf(contact, true)).toEqual({ kind: "copy" });
});

test("a dice crosses as what it shows", () => {
	expect(planOf({ dice: { emoji: "🎯", value: 6 } })).toEqual({ kind: "text", text: "🎯 6", options: {} });
});

test("an edit keeps where the caption stands and how a link is previewed", () => {
	const preview = { url: "https://example.org", prefer_small_media: true, show_above_text: true };
	expect(editPlan({ message_id: 5, text: "a", link_preview_options: preview })).toEqual({
		kind: "text",
		text: "a",
		options: { entities: [], link_preview_options: preview },
	});
	const photo = [{ file_id: "f", file_unique_id: "u", width: 1, height: 1 }];
	expect(editPlan({ message_id: 5, photo, caption: "a", show_caption_above_media: true })).toMatchObject({
		media: { type: "photo", media: "f", caption: "a", show_caption_above_media: true },
	});
});

test("what a message must not show comes in by no edit either", () => {
	const edited = { message_id: 5, text: "a" };
	expect(editPlan({ ...edited, link_preview_options: { url: "tg://user?id=777" } })).toBeNull();
	expect(editPlan({ ...edited, link_preview_options: { url: "https://a.example" } })).not.toBeNull();
});

test("what Telegram refuses of the ornaments is left out, one after the other where its words say which", () => {
	const payload = {
		chat_id: 1,
		text: "hi",
		entities: [bold],
		link_preview_options: { is_disabled: true },
		reply_parameters: { message_id: 3, quote: "ho", quote_entities: [], quote_position: 4 },
	};
	const without = (...ornaments: Ornament[]) => withoutOrnaments(payload, new Set(ornaments));
	const { entities, link_preview_options, reply_parameters, ...bare } = payload;
	expect(without()).toBe(payload);
	expect(without("quote")).toEqual({ ...payload, reply_parameters: { message_id: 3 } });
	expect(without("reply")).toEqual({ ...bare, entities, link_preview_options });
	expect(without("entities")).toEqual({ ...bare, link_preview_options, reply_parameters });
	expect(without("preview")).toEqual({ ...bare, entities, reply_parameters });
	const media = [{ type: "photo", media: "f", caption: "a", caption_entities: [bold] }];
	const plain = [{ type: "photo", media: "f", caption: "a" }];
	expect(withoutOrnaments({ media }, new Set(["entities"]))).toEqual({ media: plain });
	expect(withoutOrnaments({ media: media[0] }, new Set(["entities"]))).toEqual({ media: plain[0] });

	const refused = (words: string, ...before: Ornament[]) => refusedOrnaments(payload, words, new Set(before));
	expect(refused("Bad Request: QUOTE_TEXT_INVALID")).toEqual(["quote"]);
	expect(refused("Bad Request: message to be replied not found")).toEqual(["reply"]);
	expect(refused("Bad Request: ENTITY_BOUNDS_INVALID")).toEqual(["entities"]);
	expect(refused("Bad Request: WEBPAGE_URL_INVALID")).toEqual(["preview"]);
	expect(refused("Bad Request: no")).toEqual(["quote", "reply", "entities", "preview"]);
	expect(refused("Bad Request: QUOTE_TEXT_INVALID", "quote")).toEqual(["reply", "entities", "preview"]);
	expect(refused("Bad Request: no", "quote", "reply", "entities", "preview")).toEqual([]);
	expect(refused("Bad Request: message is not modified: specified new message content ...")).toEqual([]);
	const undecorated = { chat_id: 1, text: "hi", entities: [] };
	expect(refusedOrnaments(undecorated, "Bad Request: no", new Set())).toEqual([]);
});

test("a flood waits until there is room again, and is worth a warning once a minute", () => {
	const gate = new FloodGate(3, 5_000);
	expect([0, 1_000, 2_000].map((now) => gate.pass(now))).toEqual([null, null, null]);
	expect(gate.pass(2_000)).toEqual({ seconds: 3, warn: true });
	expect(gate.pass(4_990)).toEqual({ seconds: 1, warn: false });
	expect(gate.pass(5_000)).toBeNull();
	expect(gate.pass(5_500)).toEqual({ seconds: 1, warn: false });
	expect([70_000, 70_001, 70_002].map((now) => gate.pass(now))).toEqual([null, null, null]);
	expect(gate.pass(70_003)).toEqual({ seconds: 5, warn: true });
});
