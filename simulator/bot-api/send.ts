// What all sending methods share: the reply, the text, the answer.
import { badRequest } from "../errors.ts";
import { CAPTION_LIMIT, format, lengthOf, TEXT_LIMIT } from "../text/format.ts";
import { inlineKeyboard, messageForBot } from "../world/messages.ts";
import { post } from "../world/post.ts";
import type { Room, StoredMessage } from "../world/records.ts";
import type { Content, Message, MessageEntity, ReplyMarkup } from "../world/types.ts";
import { findRoom, findWritableRoom } from "./access.ts";
import { checkPayButton } from "./invoice.ts";
import type { Call } from "./method.ts";

export interface Sending {
	chat_id: number | string;
	message_thread_id?: number | undefined;
	protect_content?: boolean | undefined;
	message_effect_id?: string | undefined;
	reply_parameters?: ReplyParameters | undefined;
	reply_to_message_id?: number | undefined;
	allow_sending_without_reply?: boolean | undefined;
	reply_markup?: ReplyMarkup | undefined;
}

interface ReplyParameters {
	message_id: number;
	chat_id?: number | string | undefined;
	allow_sending_without_reply?: boolean | undefined;
	quote?: string | undefined;
	quote_parse_mode?: string | undefined;
	quote_position?: number | undefined;
}

/** Posts the bot's message and answers it as a Message. */
export function send(
	call: Call,
	parameters: Sending,
	content: Partial<Message>,
	permission: string,
): Message {
	const room = findWritableRoom(call, parameters.chat_id, permission);
	return messageForBot(call.bot, sendTo(call, room, parameters, content).message);
}

export function sendTo(
	call: Call,
	room: Room,
	parameters: Sending,
	content: Partial<Message>,
	product?: string,
): StoredMessage {
	// The general topic of a forum has this id and is written to without one.
	if (parameters.message_thread_id === 1) throw badRequest("message thread not found");
	checkPayButton(parameters.reply_markup, content);
	const draft: Partial<Message> = {
		...content,
		...reply(call, room, parameters),
		...(parameters.protect_content ? { has_protected_content: true as const } : {}),
		...(parameters.message_thread_id ? { message_thread_id: parameters.message_thread_id } : {}),
		...(parameters.message_effect_id ? { effect_id: parameters.message_effect_id } : {}),
		reply_markup: inlineKeyboard(parameters.reply_markup),
	};
	return post(call.world, room, call.bot.user, draft, { markup: parameters.reply_markup, product });
}

function reply(call: Call, room: Room, parameters: Sending): Partial<Message> {
	const to: ReplyParameters | undefined =
		parameters.reply_parameters ??
		(parameters.reply_to_message_id
			? {
					message_id: parameters.reply_to_message_id,
					allow_sending_without_reply: parameters.allow_sending_without_reply,
				}
			: undefined);
	if (!to) return {};
	const elsewhere = to.chat_id !== undefined ? findRoom(call, to.chat_id) : room;
	const stored = elsewhere.messages.get(to.message_id);
	if (!stored) {
		if (to.allow_sending_without_reply) return {};
		throw badRequest("message to be replied not found");
	}
	const { reply_to_message: _, ...message } = stored.message;
	const quote = to.quote !== undefined ? { quote: findQuote(call, message, to.quote, to) } : {};
	if (elsewhere === room) return { reply_to_message: message, ...quote };
	const origin = { type: "user" as const, date: message.date, sender_user: message.from ?? call.bot.user };
	return { external_reply: { origin, chat: message.chat, message_id: message.message_id }, ...quote };
}

function findQuote(
	call: Call,
	message: Message,
	source: string,
	to: ReplyParameters,
): NonNullable<Message["quote"]> {
	const quoted = format(call.world, source, to.quote_parse_mode, undefined).text;
	const position = (message.text ?? message.caption ?? "").indexOf(quoted, 0);
	if (position < 0 || quoted === "") throw badRequest("QUOTE_TEXT_INVALID");
	return { text: quoted, position: to.quote_position ?? position, is_manual: true };
}

interface TextParameters {
	parse_mode?: string | undefined;
	entities?: MessageEntity[] | undefined;
}

export function textContent(call: Call, source: string, { parse_mode, entities }: TextParameters): Content {
	const formatted = format(call.world, source, parse_mode, entities);
	if (formatted.text === "") throw badRequest("message text is empty");
	if (lengthOf(formatted.text) > TEXT_LIMIT) throw badRequest("message is too long");
	return { text: formatted.text, ...(formatted.entities.length > 0 ? { entities: formatted.entities } : {}) };
}

interface CaptionParameters {
	caption?: string | undefined;
	parse_mode?: string | undefined;
	caption_entities?: MessageEntity[] | undefined;
	show_caption_above_media?: boolean | undefined;
}

export function captionContent(call: Call, parameters: CaptionParameters): Content {
	if (!parameters.caption) return {};
	const { text, entities } = format(
		call.world,
		parameters.caption,
		parameters.parse_mode,
		parameters.caption_entities,
	);
	if (lengthOf(text) > CAPTION_LIMIT) throw badRequest("message caption is too long");
	if (text === "") return {};
	return {
		caption: text,
		...(entities.length > 0 ? { caption_entities: entities } : {}),
		...(parameters.show_caption_above_media ? { show_caption_above_media: true } : {}),
	};
}
