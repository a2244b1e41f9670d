import type {
	InputMedia,
	InputMediaAudio,
	InputMediaDocument,
	InputMediaPhoto,
	InputMediaVideo,
	Message,
	MessageEntity,
} from "grammy/types";

/** A message as it comes, or only its id where the sender confirmed it. */
export type Relayable = Partial<Message> & { message_id: number };

/** How a message goes to the partner. */
export type RelayPlan =
	/** `copyMessage` as it stands: no origin, same content. */
	| { kind: "copy" }
	/** Its text or caption carries a person: that goes out as plain text. */
	| { kind: "text"; text: string; entities: MessageEntity[] }
	| { kind: "caption"; caption: string; entities: MessageEntity[] }
	/** Waits for the rest of its album. */
	| { kind: "album"; groupId: string; media: AlbumMedia; carriesPerson: boolean }
	/** Tells who or where the sender is: only after they confirm. */
	| { kind: "ask"; what: "contact" | "location" }
	| { kind: "refuse"; why: RefusalReason };

type RefusalReason = "too_big" | "service" | "payment" | "paid_media" | "giveaway" | "quiz" | "checklist";
export type AlbumMedia = InputMediaPhoto | InputMediaVideo | InputMediaAudio | InputMediaDocument;

// What copyMessage refuses: https://core.telegram.org/bots/api#copymessage
const refused: { why: RefusalReason; fields: (keyof Message)[] }[] = [
	{ why: "payment", fields: ["invoice", "successful_payment", "refunded_payment"] },
	{ why: "paid_media", fields: ["paid_media"] },
	{ why: "giveaway", fields: ["giveaway", "giveaway_created", "giveaway_winners", "giveaway_completed"] },
	{ why: "checklist", fields: ["checklist"] },
	{
		why: "service",
		fields: [
			"pinned_message",
			"message_auto_delete_timer_changed",
			"chat_background_set",
			"users_shared",
			"chat_shared",
			"write_access_allowed",
			"connected_website",
			"passport_data",
			"proximity_alert_triggered",
			"web_app_data",
			"gift",
			"unique_gift",
			"boost_added",
			"new_chat_title",
			"new_chat_photo",
			"delete_chat_photo",
			"forum_topic_created",
			"forum_topic_edited",
			"video_chat_started",
			"video_chat_ended",
			"video_chat_scheduled",
			"video_chat_participants_invited",
		],
	},
];

/** Anything not named here is tried as a copy: Telegram adds kinds, and its refusal is told to the sender too. */
export function relayPlan(message: Relayable): RelayPlan {
	for (const { why, fields } of refused)
		if (fields.some((field) => field in message)) return { kind: "refuse", why };
	if (message.poll?.type === "quiz") return { kind: "refuse", why: "quiz" };
	if (message.contact) return { kind: "ask", what: "contact" };
	if (message.location || message.venue) return { kind: "ask", what: "location" };
	const entities = withoutPeople(message.entities ?? message.caption_entities ?? []);
	if (message.media_group_id) {
		const media = albumMediaOf(message);
		if (media) {
			return { kind: "album", groupId: message.media_group_id, media, carriesPerson: entities.carriesPerson };
		}
	}
	if (entities.carriesPerson && message.text !== undefined) {
		return { kind: "text", text: message.text, entities: entities.kept };
	}
	if (entities.carriesPerson && message.caption !== undefined) {
		return { kind: "caption", caption: message.caption, entities: entities.kept };
	}
	return { kind: "copy" };
}

/** Takes out what would name a person by id: the words stay, the link goes. A typed @name is only text. */
export function withoutPeople(entities: MessageEntity[]): { kept: MessageEntity[]; carriesPerson: boolean } {
	const kept = entities.filter(
		(entity) =>
			entity.type !== "text_mention" && !(entity.type === "text_link" && /^tg:\/\/user/i.test(entity.url)),
	);
	return { kept, carriesPerson: kept.length < entities.length };
}

/** What a bot can fetch: https://core.telegram.org/bots/api#getfile */
const largestFile = 20 * 1024 * 1024;

/** The file a message carries. A photo is its largest size; an animation's `document` is the same file. */
export function fileOf(
	message: Relayable,
): { file_id: string; file_name?: string; file_size?: number } | null {
	const { photo, animation, video, audio, voice, video_note, sticker, document } = message;
	return photo?.at(-1) ?? animation ?? video ?? audio ?? voice ?? video_note ?? sticker ?? document ?? null;
}

/** Whether it can't be streamed from one bot to another. */
export const isTooBigToCarry = (message: Relayable) => (fileOf(message)?.file_size ?? 0) > largestFile;

/** How an edit goes to the partner's copy; null if Telegram lets nobody edit such a message. */
type EditPlan =
	| { kind: "text"; text: string; entities: MessageEntity[] }
	| { kind: "media"; media: InputMedia }
	| { kind: "caption"; caption: string; entities: MessageEntity[] };

export function editPlan(message: Relayable): EditPlan | null {
	if (message.text !== undefined) {
		return { kind: "text", text: message.text, entities: withoutPeople(message.entities ?? []).kept };
	}
	const media = mediaOf(message);
	if (media) return { kind: "media", media };
	if (message.voice) {
		const entities = withoutPeople(message.caption_entities ?? []).kept;
		return { kind: "caption", caption: message.caption ?? "", entities };
	}
	return null;
}

function mediaOf(message: Relayable): InputMedia | null {
	// An animation carries a `document` as well, for old clients: it comes first.
	if (message.animation) {
		return {
			type: "animation",
			media: message.animation.file_id,
			...captionOf(message),
			...spoilerOf(message),
		};
	}
	return albumMediaOf(message);
}

function albumMediaOf(message: Relayable): AlbumMedia | null {
	const caption = captionOf(message);
	const photo = message.photo?.at(-1);
	if (photo) return { type: "photo", media: photo.file_id, ...caption, ...spoilerOf(message) };
	if (message.video)
		return { type: "video", media: message.video.file_id, ...caption, ...spoilerOf(message) };
	if (message.audio) return { type: "audio", media: message.audio.file_id, ...caption };
	if (message.document) return { type: "document", media: message.document.file_id, ...caption };
	return null;
}

export const captionOf = (message: Relayable) => ({
	...(message.caption === undefined
		? {}
		: { caption: message.caption, caption_entities: withoutPeople(message.caption_entities ?? []).kept }),
	...(message.show_caption_above_media ? { show_caption_above_media: true } : {}),
});

export const spoilerOf = (message: Relayable) => (message.has_media_spoiler ? { has_spoiler: true } : {});

/** What came of passing something on. */
export type RelayAnswer =
	/** Passed on, now or by an earlier try of the same update. */
	| { kind: "relayed" }
	/** There is nothing to pass on. */
	| { kind: "nothing" }
	| { kind: "ask"; what: "contact" | "location" }
	| { kind: "refused"; why: RefusalReason }
	| { kind: "failed" }
	| { kind: "wait"; seconds: number }
	| { kind: "flood"; warn: boolean }
	| { kind: "partner_gone" }
	/** Older than the chat: dropped. */
	| { kind: "stale" }
	/** The chat is still opening. */
	| { kind: "not_yet" }
	/** No open chat here for this person and bot. */
	| { kind: "over" };

/** One message of a chat is one row: its id packs the sender's message id and the sender's side. */
export const rowId = (messageId: number, side: 0 | 1) => messageId * 2 + side;
export const messageIdOf = (row: number) => Math.floor(row / 2);

/** More than `limit` messages in `windowMs` are damped; the first one too many is worth a warning. */
export class FloodGate {
	readonly #times: number[] = [];
	#warned = false;
	readonly #limit: number;
	readonly #windowMs: number;

	constructor(limit = 20, windowMs = 5_000) {
		this.#limit = limit;
		this.#windowMs = windowMs;
	}

	/** Takes one message at `now`. */
	pass(now: number): "pass" | "warn" | "drop" {
		while ((this.#times[0] ?? now) <= now - this.#windowMs) this.#times.shift();
		if (this.#times.length < this.#limit) {
			this.#times.push(now);
			if (this.#times.length <= this.#limit / 2) this.#warned = false;
			return "pass";
		}
		if (this.#warned) return "drop";
		this.#warned = true;
		return "warn";
	}
}
