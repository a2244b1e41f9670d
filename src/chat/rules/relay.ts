import type {
	InputMedia,
	InputMediaAudio,
	InputMediaDocument,
	InputMediaPhoto,
	InputMediaVideo,
	LinkPreviewOptions,
	Message,
	MessageEntity,
} from "grammy/types";
import { isRelayed, type Relayable, showsPerson, showsPlace, withoutPeople } from "./content.ts";

/** How a message goes to the partner. */
export type RelayPlan =
	/** `copyMessage` as it stands: no origin, same content. */
	| { kind: "copy" }
	/** Its text or caption carries a person, and goes without; or it is a dice, of which a copy would show another value. */
	| { kind: "text"; text: string; options: TextOptions }
	| { kind: "caption"; options: CaptionOptions }
	/** Waits for the rest of its album. */
	| { kind: "album"; groupId: string; media: AlbumMedia; carriesPerson: boolean }
	/** Tells who or where the sender is: only after they confirm. */
	| { kind: "ask"; what: "contact" | "location" }
	| { kind: "refuse"; why: RefusalReason };

type RefusalReason =
	| "too_big"
	| "kind"
	| "person"
	| "payment"
	| "paid_media"
	| "giveaway"
	| "quiz"
	| "checklist";
export type AlbumMedia = InputMediaPhoto | InputMediaVideo | InputMediaAudio | InputMediaDocument;

/** What is refused with words of its own. */
const refused: { why: RefusalReason; fields: (keyof Message)[] }[] = [
	// What copyMessage refuses: https://core.telegram.org/bots/api#copymessage
	{ why: "payment", fields: ["invoice", "successful_payment", "refunded_payment"] },
	{ why: "paid_media", fields: ["paid_media"] },
	{ why: "giveaway", fields: ["giveaway", "giveaway_created", "giveaway_winners", "giveaway_completed"] },
	{ why: "checklist", fields: ["checklist"] },
	// A copy of it still names who posted it.
	{ why: "person", fields: ["story"] },
];

/** @param confirmed the sender agreed to share what shows who or where they are */
export function relayPlan(message: Relayable, confirmed = false): RelayPlan {
	for (const { why, fields } of refused)
		if (fields.some((field) => field in message)) return { kind: "refuse", why };
	if (message.poll?.type === "quiz") return { kind: "refuse", why: "quiz" };
	if (!isRelayed(message)) return { kind: "refuse", why: "kind" };
	if (showsPerson(message)) return { kind: "refuse", why: "person" };
	if (message.contact) return confirmed ? { kind: "copy" } : { kind: "ask", what: "contact" };
	if (message.location || message.venue || showsPlace(message))
		return confirmed ? { kind: "copy" } : { kind: "ask", what: "location" };
	if (message.dice) return { kind: "text", text: `${message.dice.emoji} ${message.dice.value}`, options: {} };
	const entities = withoutPeople(message.entities ?? message.caption_entities ?? []);
	if (message.media_group_id) {
		const media = albumMediaOf(message);
		if (media) {
			return { kind: "album", groupId: message.media_group_id, media, carriesPerson: entities.carriesPerson };
		}
	}
	if (entities.carriesPerson && message.text !== undefined) {
		return { kind: "text", text: message.text, options: textOptionsOf(message) };
	}
	if (entities.carriesPerson && message.caption !== undefined) {
		return { kind: "caption", options: captionOf(message) };
	}
	return { kind: "copy" };
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

/** How an edit goes to the partner's copy; null if it may not, or Telegram lets nobody edit such a message. */
type EditPlan =
	| { kind: "text"; text: string; options: TextOptions }
	| { kind: "media"; media: InputMedia }
	| { kind: "caption"; options: CaptionOptions };

export function editPlan(message: Relayable): EditPlan | null {
	// What would be refused as a message must not come in by an edit.
	if (showsPerson(message)) return null;
	if (message.text !== undefined) {
		return { kind: "text", text: message.text, options: textOptionsOf(message) };
	}
	const media = mediaOf(message);
	if (media) return { kind: "media", media };
	// Without a caption it has been taken away.
	if (message.voice) return { kind: "caption", options: { caption: "", ...captionOf(message) } };
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

export interface CaptionOptions {
	caption?: string;
	caption_entities?: MessageEntity[];
	show_caption_above_media?: true;
}

export const captionOf = (message: Relayable): CaptionOptions => ({
	...(message.caption === undefined
		? {}
		: { caption: message.caption, caption_entities: withoutPeople(message.caption_entities ?? []).kept }),
	...(message.show_caption_above_media ? { show_caption_above_media: true } : {}),
});

export interface TextOptions {
	entities?: MessageEntity[];
	link_preview_options?: LinkPreviewOptions;
}

export const textOptionsOf = (message: Relayable): TextOptions => ({
	entities: withoutPeople(message.entities ?? []).kept,
	...(message.link_preview_options ? { link_preview_options: message.link_preview_options } : {}),
});

/** What the sender marked of the message they reply to, as it stands in the partner's copy: without people there, too. */
export const quoteOf = ({ quote }: Relayable) =>
	quote?.is_manual
		? {
				quote: quote.text,
				quote_entities: withoutPeople(quote.entities ?? []).kept,
				quote_position: quote.position,
			}
		: {};

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
	/** Too fast: it may come again after so long, and nothing overtakes it meanwhile. */
	| { kind: "flood"; seconds: number; warn: boolean }
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

/** Of one sender, more than `limit` messages in `windowMs` wait. */
export class FloodGate {
	readonly #times: number[] = [];
	#warnedAt = Number.NEGATIVE_INFINITY;
	readonly #limit: number;
	readonly #windowMs: number;

	constructor(limit = 20, windowMs = 5_000) {
		this.#limit = limit;
		this.#windowMs = windowMs;
	}

	/** Takes one message at `now`. @returns null if it may go, else when to come again; worth a warning once a minute */
	pass(now: number): { seconds: number; warn: boolean } | null {
		while ((this.#times[0] ?? now) <= now - this.#windowMs) this.#times.shift();
		const [oldest = now] = this.#times;
		if (this.#times.length < this.#limit) {
			this.#times.push(now);
			return null;
		}
		const warn = now >= this.#warnedAt + 60_000;
		if (warn) this.#warnedAt = now;
		return { seconds: Math.max(1, Math.ceil((oldest + this.#windowMs - now) / 1_000)), warn };
	}
}
