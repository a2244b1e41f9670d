import { Random } from "./model/random.ts";

/** Whose updates they are. */
export interface Cast {
	/** Two in a chat, somebody new, one of ADMIN_TELEGRAM_IDS, and who owns the active group. */
	people: { seated: number; other: number; newcomer: number; staff: number; owner: number };
	chatId: string;
	groups: { active: number; room: number };
	bot: { id: number; username: string };
}

type Json = Record<string, unknown>;

const command = (text: string) => ({
	text,
	entities: [{ type: "bot_command", offset: 0, length: text.split(" ")[0]?.length ?? 0 }],
});
const file = { file_id: "AgAD", file_unique_id: "u", file_size: 12 };
const picture = { ...file, width: 90, height: 90 };
const place = { latitude: 52.5, longitude: 13.4 };

/** Content of every kind that a message can have. */
function contents({ people, groups, bot }: Cast): Json[] {
	const somebody = { id: people.other, is_bot: false, first_name: "Bo", username: "bo" };
	const words = ["hello", "🔍 Find Partner", "30", "Female", "https://example.com"];
	const commands = [
		...[
			"/start",
			"/start ref_abc",
			`/start grp_${groups.active}`,
			"/find",
			"/next",
			"/stop",
			"/block",
			"/report",
			"/lock",
		],
		...[
			"/del",
			"/profile",
			"/premium",
			"/credits",
			"/preferences",
			"/invite",
			"/language",
			"/help",
			"/terms",
		],
		...[
			"/support",
			"/paysupport",
			"/mydata",
			"/admin_login ABCD-EFGH",
			"/stats",
			"/ban 7 1d rude",
			"/unban 7",
		],
		...[
			"/set chat.protect_content false",
			`/settings@${bot.username}`,
			"/rules",
			"/setrules 1. No",
			"/warn rude",
		],
		...["/mute 1h rude", "/unmute", "/ban 5555 1d", "/unwarn", "/post hello", `/post@${bot.username} hi`],
	];
	const entity = { offset: 0, length: 2 };
	const rich = [
		{ ...entity, type: "text_mention", user: somebody },
		{ ...entity, type: "text_link", url: "tg://user?id=7" },
		{ ...entity, type: "url" },
		{ ...entity, type: "custom_emoji", custom_emoji_id: "5" },
	];
	return [
		...words.map((text) => ({ text })),
		...commands.map(command),
		{ text: "so many", entities: rich, link_preview_options: { is_disabled: true } },
		{ photo: [picture, picture], caption: "look", caption_entities: rich, media_group_id: "77" },
		{ video: { ...picture, duration: 3 }, caption: "look", has_media_spoiler: true },
		{ animation: { ...picture, duration: 3 }, document: file },
		{ document: { ...file, file_name: "a.pdf", mime_type: "application/pdf" } },
		{ audio: { ...file, duration: 3, performer: "P", title: "T" } },
		...[{ voice: { ...file, duration: 3 } }, { video_note: { ...file, length: 90, duration: 3 } }],
		{ sticker: { ...picture, type: "regular", emoji: "🙂", is_animated: false, is_video: false } },
		...[{ dice: { emoji: "🎲", value: 4 } }, { location: place }],
		{ contact: { phone_number: "+491", first_name: "Bo", user_id: people.other } },
		{ venue: { location: place, title: "Bar", address: "Street" }, location: place },
		{
			poll: {
				...{ id: "1", question: "?", type: "regular", is_closed: false, total_voter_count: 0 },
				...{ options: [{ text: "a", voter_count: 0 }], is_anonymous: true, allows_multiple_answers: false },
			},
		},
		{ story: { id: 3, chat: { id: people.other, type: "private", username: "bo" } } },
		{ paid_media: { star_count: 5, paid_media: [] } },
		{ text: "from", forward_origin: { type: "user", date: 3, sender_user: somebody } },
		{ text: "hidden", forward_origin: { type: "hidden_user", date: 3, sender_user_name: "x" } },
		{ text: "via", via_bot: { ...somebody, is_bot: true } },
		{ text: "quoted", quote: { text: "q", position: 0 }, external_reply: { origin: { type: "user" } } },
		{ reply_to_message: "own", text: "in answer", quote: { text: "he", position: 0 } },
		{ reply_to_message: "own", ...command("/report") },
		{ reply_to_message: "own", ...command("/del") },
		{ new_chat_members: [somebody] },
		{ left_chat_member: somebody },
		{ migrate_to_chat_id: -1009999 },
		{ migrate_from_chat_id: -9999 },
		{ forum_topic_created: { name: "T", icon_color: 1 }, message_thread_id: 4, is_topic_message: true },
		{ forum_topic_edited: { name: "U" }, message_thread_id: 4, is_topic_message: true },
		{ pinned_message: { message_id: 3, date: 0, chat: { id: 1, type: "private" } } },
		{
			successful_payment: {
				...{ currency: "XTR", total_amount: 150, invoice_payload: "order_x" },
				...{ telegram_payment_charge_id: "c", provider_payment_charge_id: "" },
			},
		},
		{
			refunded_payment: {
				...{ currency: "XTR", total_amount: 150, invoice_payload: "order_x" },
				telegram_payment_charge_id: "c",
			},
		},
		{ something_new: { deep: [1] } },
	];
}

const buttonsOf = ({ groups, people, chatId }: Cast) => [
	...["find", "premium", "preferences", "joined", "appeal", "dont_share", "dont_erase", "convert", "payout"],
	...[
		"convert:ai:5",
		"language:en",
		"gender:male",
		"edit:age",
		"accept_terms:1",
		"wish:male",
		"vip:week",
		"",
	],
	...["pack:starter", "ai:month", "unsubscribe:order_1", "resume:order_1", "refund:1", "cancel:1", "widen:1"],
	...[
		"notify:1",
		"adm:yes:login_1",
		"adm:no:login_1",
		`appeal:${people.other}:1:lift`,
		"review:report_1:ban",
	],
	...[
		`share:${chatId}:4`,
		`report:${chatId}`,
		`report:${chatId}:spam`,
		`lock:${chatId}:5`,
		`block:${chatId}`,
	],
	...["open", "approve", "watch", "set"].map((verb) => `grp:${verb}:${groups.active}:link_filter:1`),
	...[`grp:captcha:${groups.active}:2`, "grp:set:x:y:z", "something else"],
];

/** An update as Telegram sends it. */
function wellFormed(random: Random, cast: Cast, updateId: number): Json {
	const { people, groups, bot } = cast;
	const who = random.pick(Object.values(people)) ?? people.seated;
	const from = { id: who, is_bot: false, first_name: "Ana", username: "ana", language_code: "en" };
	const group = {
		id: random.pick([groups.active, groups.active, groups.room, -1004242]),
		...{ type: "supergroup", title: "Chess" },
	};
	const own = { id: who, type: "private", first_name: "Ana", username: "ana" };
	const chat = random.chance(0.4) ? group : own;
	const head = (messageId: number, author: Json = from) => {
		return { message_id: messageId, date: 1_790_000_000, chat, from: author };
	};
	const botUser = { id: bot.id, is_bot: true, first_name: "Rialto", username: bot.username };
	const says = (): Json => {
		const content = random.pick(contents(cast)) ?? {};
		const reply =
			"reply_to_message" in content ? { reply_to_message: { ...head(2, botUser), text: "x" } } : {};
		return { ...head(10 + updateId), ...content, ...reply };
	};
	const member = (user: Json, status: string) => ({ user, status, until_date: 0, is_member: true });
	const change = (user: Json) => ({
		...{ chat, from, date: 1_790_000_000 },
		old_chat_member: member(user, random.pick(["left", "member", "restricted"])),
		new_chat_member: member(user, random.pick(["member", "administrator", "kicked", "restricted"])),
	});
	const kind = random.weighted({
		...{ message: 12, edited_message: 3, callback_query: 5, message_reaction: 2, my_chat_member: 2 },
		...{ chat_member: 2, chat_join_request: 1, pre_checkout_query: 1, subscription: 1, some_new_kind: 0.2 },
	});
	const bodies: Record<typeof kind, () => Json> = {
		message: says,
		edited_message: () => ({ ...says(), edit_date: 1_790_000_001 }),
		callback_query: () => ({
			...{ id: String(updateId), from, chat_instance: "1", data: random.pick(buttonsOf(cast)) ?? "" },
			message: { ...head(3, botUser), text: "press", reply_to_message: { ...head(2), text: "x" } },
		}),
		message_reaction: () => ({
			...{ chat, message_id: 3, user: from, date: 1_790_000_000, old_reaction: [] },
			new_reaction: [{ type: "emoji", emoji: "👍" }],
		}),
		my_chat_member: () => change(botUser),
		chat_member: () => change(from),
		chat_join_request: () => ({ chat: group, from, user_chat_id: who, date: 1_790_000_000 }),
		pre_checkout_query: () => ({
			...{ id: String(updateId), from, currency: "XTR", total_amount: 150, invoice_payload: "order_x" },
		}),
		subscription: () => ({ user: from, invoice_payload: "order_x", state: "canceled" }),
		some_new_kind: () => ({ from, text: "x" }),
	};
	return { update_id: updateId, [kind]: bodies[kind]() };
}

const strange: unknown[] = [
	...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 31), "", "x", "0", "💥", "\ud83d", "__proto__"],
	...["y".repeat(5_000), [], {}, [null], [[]], ["x"], { id: 1 }, { chat: null }, { type: 1 }, [{ type: 1 }]],
];

/** Every place in a value that can be taken out or replaced. */
function placesIn(value: unknown): [Json, string][] {
	if (value === null || typeof value !== "object") return [];
	const holder = value as Json;
	return Object.keys(holder).flatMap((key) => [[holder, key] as [Json, string], ...placesIn(holder[key])]);
}

/** An update that can't be, made of one that can. The same seed gives the same one. */
export function mutated(seed: number, cast: Cast, updateId: number): Json {
	const random = new Random(seed);
	const update = structuredClone(wellFormed(random, cast, updateId));
	for (let times = 1 + random.below(3); times > 0; times--) {
		const places = placesIn(update).filter(([holder, key]) => holder !== update || key !== "update_id");
		const [place, other] = [random.pick(places), random.pick(places)];
		if (!place || !other) break;
		const [holder, key] = place;
		switch (random.weighted({ drop: 4, replace: 6, move: 2, wrap: 1, empty: 1 })) {
			case "drop":
				delete holder[key];
				break;
			case "replace":
				holder[key] = structuredClone(random.pick(strange));
				break;
			case "move":
				holder[key] = structuredClone(other[0][other[1]]);
				break;
			case "wrap":
				holder[key] = [holder[key]];
				break;
			case "empty":
				holder[key] = Array.isArray(holder[key]) ? [] : {};
		}
	}
	return update;
}
