import { z } from "zod";
import { badRequest } from "../errors.ts";
import { contentOf, hasMedia, isService, messageForBot } from "../world/messages.ts";
import type { Room, StoredMessage } from "../world/records.ts";
import type { Message, MessageOrigin } from "../world/types.ts";
import { findMessage, findRoom, findWritableRoom } from "./access.ts";
import { boolean, captioned, chatId, integer, json, messageId, sending } from "./fields.ts";
import { type Call, type Method, method } from "./method.ts";
import { mediaGroupId } from "./methods-send.ts";
import { captionContent, type Sending, sendTo } from "./send.ts";

const MANY = "message identifiers must be 1-100 in a strictly increasing order";
const manyIds = json(
	z
		.array(z.int("message identifiers are not specified"), "message identifiers are not specified")
		.min(1, "message identifiers are not specified")
		.max(100, "too many messages specified")
		.refine((ids) => ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0)), MANY),
	"can't parse message identifiers JSON object",
);

/** Bot API, copyMessage: service messages, paid media, giveaways and invoices can't be copied; a quiz only if known. */
function isCopyable(call: Call, message: Message): boolean {
	if (isService(message) || message.invoice || message.paid_media || message.giveaway) return false;
	if (message.has_protected_content && message.from?.id !== call.bot.user.id) return false;
	const poll = message.poll;
	if (poll?.type !== "quiz") return true;
	return messageForBot(call.bot, message).poll?.correct_option_ids !== undefined;
}

function forwardOrigin({ message }: StoredMessage): MessageOrigin {
	if (message.forward_origin) return message.forward_origin;
	const { date, from, sender_chat } = message;
	if (from) return { type: "user", date, sender_user: from };
	return { type: "channel", date, chat: sender_chat ?? message.chat, message_id: message.message_id };
}

/** Several at once: what can't be sent is skipped, and albums stay albums. */
function sendMany(
	call: Call,
	from: Room,
	ids: readonly number[],
	isSendable: (message: Message) => boolean,
	sendOne: (stored: StoredMessage, group: Partial<Message>) => StoredMessage,
): { message_id: number }[] {
	const found = ids.flatMap((id) => from.messages.get(id) ?? []).filter(({ message }) => isSendable(message));
	const groups = new Map<string, string>();
	return found.map((stored) => {
		const old = stored.message.media_group_id;
		const isAlbum =
			old !== undefined && found.filter(({ message }) => message.media_group_id === old).length > 1;
		if (old !== undefined && isAlbum && !groups.has(old)) groups.set(old, mediaGroupId(call));
		const media_group_id = old !== undefined && isAlbum ? groups.get(old) : undefined;
		return { message_id: sendOne(stored, media_group_id ? { media_group_id } : {}).message.message_id };
	});
}

const many = {
	chat_id: chatId,
	message_thread_id: integer().optional(),
	from_chat_id: chatId,
	message_ids: manyIds,
	protect_content: boolean(),
};

function forwardTo(
	call: Call,
	room: Room,
	parameters: Sending,
	stored: StoredMessage,
	group: Partial<Message> = {},
) {
	const { invoice, reply_markup } = stored.message;
	const content = { ...contentOf(stored.message), ...group, forward_origin: forwardOrigin(stored) };
	// A forwarded invoice can be paid too.
	const keyboard = invoice && reply_markup ? { reply_markup } : {};
	return sendTo(call, room, { ...parameters, ...keyboard }, content, stored.product);
}

const isForwardable = (message: Message) => !isService(message) && !message.has_protected_content;

export const COPY_METHODS: Record<string, Method> = {
	copyMessage: method(
		z.object({ ...sending, ...captioned, from_chat_id: chatId, message_id: messageId }),
		(call, parameters) => {
			const room = findWritableRoom(call, parameters.chat_id, "can_send_messages");
			const from = findRoom(call, parameters.from_chat_id);
			const { message } = findMessage(from, parameters.message_id, "message to copy not found");
			if (!isCopyable(call, message)) throw badRequest("message can't be copied");
			let content = contentOf(message);
			if (parameters.caption !== undefined && hasMedia(message)) {
				const { caption: _, caption_entities: __, ...rest } = content;
				content = { ...rest, ...captionContent(call, parameters) };
			}
			return { message_id: sendTo(call, room, parameters, content).message.message_id };
		},
	),
	copyMessages: method(z.object({ ...many, remove_caption: boolean() }), (call, parameters) => {
		const room = findWritableRoom(call, parameters.chat_id, "can_send_messages");
		const from = findRoom(call, parameters.from_chat_id);
		const sendOne = ({ message }: StoredMessage, group: Partial<Message>) => {
			const { caption, caption_entities, ...rest } = contentOf(message);
			const kept = parameters.remove_caption ? rest : { ...rest, caption, caption_entities };
			return sendTo(call, room, parameters, { ...kept, ...group });
		};
		const copies = sendMany(
			call,
			from,
			parameters.message_ids,
			(message) => isCopyable(call, message),
			sendOne,
		);
		if (copies.length === 0) throw badRequest("there are no messages to copy");
		return copies;
	}),
	forwardMessage: method(
		z.object({ ...sending, from_chat_id: chatId, message_id: messageId }),
		(call, parameters) => {
			const room = findWritableRoom(call, parameters.chat_id, "can_send_messages");
			const from = findRoom(call, parameters.from_chat_id);
			const stored = findMessage(from, parameters.message_id, "message to forward not found");
			if (!isForwardable(stored.message)) throw badRequest("message can't be forwarded");
			return messageForBot(call.bot, forwardTo(call, room, parameters, stored).message);
		},
	),
	forwardMessages: method(z.object(many), (call, parameters) => {
		const room = findWritableRoom(call, parameters.chat_id, "can_send_messages");
		const from = findRoom(call, parameters.from_chat_id);
		const sendOne = (stored: StoredMessage, group: Partial<Message>) =>
			forwardTo(call, room, parameters, stored, group);
		const forwards = sendMany(call, from, parameters.message_ids, isForwardable, sendOne);
		if (forwards.length === 0) throw badRequest("there are no messages to forward");
		return forwards;
	}),
};
