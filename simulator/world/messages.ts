import { fileIdFor } from "./files.ts";
import { mayBotSee, mayPersonSee, preview } from "./paid-media.ts";
import type { BotRecord, Room, StoredMessage } from "./records.ts";
import type { Content, InlineKeyboardMarkup, Message, MessageOrigin, ReplyMarkup } from "./types.ts";
import type { World } from "./world.ts";

const CONTENT_FIELDS = [
	"text",
	"entities",
	"link_preview_options",
	"caption",
	"caption_entities",
	"show_caption_above_media",
	"has_media_spoiler",
	"photo",
	"video",
	"animation",
	"audio",
	"document",
	"voice",
	"video_note",
	"sticker",
	"contact",
	"location",
	"venue",
	"dice",
	"poll",
	"invoice",
	"paid_media",
	"giveaway",
] as const satisfies readonly (keyof Content)[];

export function contentOf(message: Message): Content {
	const content: Record<string, unknown> = {};
	for (const field of CONTENT_FIELDS) {
		if (message[field] !== undefined) content[field] = message[field];
	}
	return content;
}

/** What a forwarded copy has. */
export function forwarded({ message }: Pick<StoredMessage, "message">): Partial<Message> {
	const { date, sender_chat, invoice, reply_markup } = message;
	const origin: MessageOrigin =
		message.forward_origin ??
		(message.from
			? { type: "user", date, sender_user: message.from }
			: { type: "channel", date, chat: sender_chat ?? message.chat, message_id: message.message_id });
	// A forwarded invoice can be paid too.
	return { ...contentOf(message), forward_origin: origin, ...(invoice ? { reply_markup } : {}) };
}

export const isService = (message: Message) => Object.keys(contentOf(message)).length === 0;

export const hasMedia = (message: Message) =>
	Boolean(
		message.photo ??
			message.video ??
			message.animation ??
			message.audio ??
			message.document ??
			message.voice ??
			message.video_note ??
			message.sticker ??
			message.paid_media,
	);

/** A message carries an inline keyboard; a reply keyboard goes under the input instead. */
export function inlineKeyboard(markup: ReplyMarkup | undefined): InlineKeyboardMarkup | undefined {
	if (!markup || !("inline_keyboard" in markup)) return undefined;
	return markup.inline_keyboard.flat().length > 0 ? markup : undefined;
}

/** The same content and markup, whatever the order of keys and whether absent ones are written as undefined. */
export function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
	return Object.fromEntries(
		entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sorted(entry)]),
	);
}

/** The message as this bot sees it: with its own file_ids. */
export function messageForBot(bot: BotRecord, message: Message): Message {
	const rewritten = rewriteFileIds(bot.user.id, message) as Message;
	if (message.paid_media && !mayBotSee(bot, message)) rewritten.paid_media = preview(message.paid_media);
	const poll = rewritten.poll;
	if (poll && poll.type === "quiz" && !poll.is_closed && message.from?.id !== bot.user.id) {
		// Bot API, Poll.correct_option_ids: only for closed quizzes or those that the bot sent.
		rewritten.poll = { ...poll, correct_option_ids: undefined, explanation: undefined };
	}
	return rewritten;
}

function rewriteFileIds(bot: number, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((entry) => rewriteFileIds(bot, entry));
	if (typeof value !== "object" || value === null) return value;
	const copy: Record<string, unknown> = {};
	for (const [key, entry] of Object.entries(value)) {
		if (entry !== undefined) copy[key] = rewriteFileIds(bot, entry);
	}
	if (typeof copy.file_unique_id === "string") copy.file_id = fileIdFor(bot, copy.file_unique_id);
	return copy;
}

export interface PersonMessage extends Message {
	/** the person's own */
	out?: true;
	reactions?: { emoji: string; from: number }[];
	/** what a payment was for, as Telegram's apps show it */
	receipt?: { title: string };
}

/** The message as this person sees it: a private chat is the bot. */
export function messageForPerson(
	world: World,
	person: number,
	room: Room,
	stored: StoredMessage,
): PersonMessage {
	const chat = world.chatFor(person, room);
	const reply = stored.message.reply_to_message;
	const reactions = stored.reactions.flatMap(({ from, reaction }) =>
		reaction.map((one) => ({ emoji: one.type === "emoji" ? one.emoji : one.type, from })),
	);
	const { paid_media } = stored.message;
	const message: PersonMessage = structuredClone({
		...stored.message,
		chat,
		...(reply ? { reply_to_message: { ...withoutPaidMedia(reply), chat } } : {}),
		...(reactions.length > 0 ? { reactions } : {}),
		...(paid_media && !mayPersonSee(world, person, stored) ? { paid_media: preview(paid_media) } : {}),
		...receiptOf(world, stored.message),
	});
	if (stored.sender === person) message.out = true;
	return message;
}

/** A quoted message shows no more than its preview, whoever has bought it. */
function withoutPaidMedia(message: Message): Message {
	return message.paid_media ? { ...message, paid_media: preview(message.paid_media) } : message;
}

function receiptOf(world: World, message: Message): Pick<PersonMessage, "receipt"> {
	const about = message.successful_payment ?? message.refunded_payment;
	const payment = about && world.state.books.payments.get(about.telegram_payment_charge_id);
	return payment ? { receipt: { title: payment.title } } : {};
}
