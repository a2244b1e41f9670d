import { z } from "zod";
import { badRequest } from "../errors.ts";
import { hasRight } from "../world/members.ts";
import { contentOf, hasMedia, inlineKeyboard, isService, messageForBot, same } from "../world/messages.ts";
import { edit, post, remove, tell } from "../world/post.ts";
import type { Room, StoredMessage } from "../world/records.ts";
import type { Content, InlineKeyboardMarkup, Message } from "../world/types.ts";
import { findGroup, findMessage, findRoom, requireMembership, requireRight } from "./access.ts";
import {
	boolean,
	captioned,
	chatId,
	entities,
	inlineMarkup,
	integer,
	json,
	messageId,
	text,
} from "./fields.ts";
import { inputFile } from "./input-file.ts";
import { checkPayButton } from "./invoice.ts";
import { type Call, type Method, method } from "./method.ts";
import { captionContent, textContent } from "./send.ts";

const target = { chat_id: chatId, message_id: messageId, reply_markup: inlineMarkup };

interface Target {
	chat_id: number | string;
	message_id: number;
	reply_markup?: InlineKeyboardMarkup | undefined;
}

function findEditable(call: Call, { chat_id, message_id }: Target): { room: Room; stored: StoredMessage } {
	const room = findRoom(call, chat_id);
	const stored = findMessage(room, message_id, "message to edit not found");
	const isChannel = room.kind === "group" && room.chat.type === "channel";
	const isOwn = stored.sender === call.bot.user.id;
	const mayEdit = isOwn || (isChannel && hasRight(call.world, room, call.bot.user.id, "can_edit_messages"));
	if (!mayEdit || isService(stored.message) || stored.message.forward_origin) {
		throw badRequest("message can't be edited");
	}
	return { room, stored };
}

const NOT_MODIFIED =
	"message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

const NO_CONTENT: Record<keyof Content, undefined> = {
	text: undefined,
	entities: undefined,
	link_preview_options: undefined,
	caption: undefined,
	caption_entities: undefined,
	show_caption_above_media: undefined,
	has_media_spoiler: undefined,
	photo: undefined,
	video: undefined,
	animation: undefined,
	audio: undefined,
	document: undefined,
	voice: undefined,
	video_note: undefined,
	sticker: undefined,
	contact: undefined,
	location: undefined,
	venue: undefined,
	dice: undefined,
	poll: undefined,
	invoice: undefined,
	paid_media: undefined,
	giveaway: undefined,
};

/** Replaces content and inline keyboard, as an edit without `reply_markup` takes the keyboard away. */
function applyEdit(call: Call, parameters: Target, change: (message: Message) => Content): Message {
	const { room, stored } = findEditable(call, parameters);
	const content = change(stored.message);
	checkPayButton(parameters.reply_markup, content);
	const reply_markup = inlineKeyboard(parameters.reply_markup);
	const before = { content: contentOf(stored.message), reply_markup: stored.message.reply_markup };
	if (same(before, { content, reply_markup })) throw badRequest(NOT_MODIFIED);
	edit(call.world, room, stored, { ...NO_CONTENT, ...content, reply_markup });
	return messageForBot(call.bot, stored.message);
}

const DAY = 86_400;

/** Bot API, deleteMessage: what may be deleted; older than 48 hours nothing can. */
function requireDeletable(call: Call, room: Room, stored: StoredMessage): void {
	const age = call.world.date() - stored.message.date;
	if (age > 2 * DAY) throw badRequest("message can't be deleted for everyone");
	if (room.kind === "private") {
		if (stored.message.dice && age < DAY) throw badRequest("message can't be deleted for everyone");
		return;
	}
	const { group_chat_created, supergroup_chat_created, channel_chat_created } = stored.message;
	if (group_chat_created ?? supergroup_chat_created ?? channel_chat_created)
		throw badRequest("message can't be deleted");
	if (stored.sender === call.bot.user.id) return;
	requireRight(call, room, "can_delete_messages", "message can't be deleted");
}

const inputMedia = z.object({
	type: z.enum(["photo", "video", "animation", "audio", "document"], "wrong type of the input media"),
	media: z.string("media not found"),
	...captioned,
	has_spoiler: z.boolean().optional(),
});

export const EDIT_METHODS: Record<string, Method> = {
	editMessageText: method(
		z.object({
			...target,
			text: text("message text is empty"),
			parse_mode: text().optional(),
			entities,
			link_preview_options: json(
				z.looseObject({}).optional(),
				"can't parse link preview options JSON object",
			),
		}),
		(call, parameters) =>
			applyEdit(call, parameters, (message) => {
				if (message.text === undefined) throw badRequest("there is no text in the message to edit");
				const { link_preview_options } = parameters;
				return { ...textContent(call, parameters.text, parameters), link_preview_options };
			}),
	),
	editMessageCaption: method(z.object({ ...target, ...captioned }), (call, parameters) =>
		applyEdit(call, parameters, (message) => {
			if (!hasMedia(message)) throw badRequest("there is no caption in the message to edit");
			const { caption: _, caption_entities: __, show_caption_above_media: ___, ...rest } = contentOf(message);
			return { ...rest, ...captionContent(call, parameters) };
		}),
	),
	editMessageMedia: method(
		z.object({ ...target, media: json(inputMedia, "can't parse input media JSON object") }),
		async (call, parameters) => {
			const { media } = parameters;
			findEditable(call, parameters);
			const content: Content = {
				...(await inputFile(call, media.type, media.media)),
				...captionContent(call, media),
				...(media.has_spoiler ? { has_media_spoiler: true } : {}),
			};
			return applyEdit(call, parameters, () => content);
		},
	),
	editMessageReplyMarkup: method(z.object(target), (call, parameters) =>
		applyEdit(call, parameters, (message) => contentOf(message)),
	),
	stopPoll: method(z.object(target), (call, parameters) => {
		const { room, stored } = findEditable(call, parameters);
		const poll = stored.message.poll;
		if (!poll) throw badRequest("message with poll to stop not found");
		if (poll.is_closed) throw badRequest("poll has already been closed");
		const reply_markup = inlineKeyboard(parameters.reply_markup);
		edit(call.world, room, stored, { poll: { ...poll, is_closed: true }, reply_markup });
		return stored.message.poll;
	}),
	deleteMessage: method(
		z.object({ chat_id: chatId, message_id: messageId }),
		(call, { chat_id, message_id }) => {
			const room = findRoom(call, chat_id);
			if (room.kind === "group") requireMembership(call, room);
			const stored = findMessage(room, message_id, "message to delete not found");
			requireDeletable(call, room, stored);
			remove(call.world, room, stored);
			return true;
		},
	),
	deleteMessages: method(
		z.object({
			chat_id: chatId,
			message_ids: json(
				z
					.array(z.int(), "message identifiers are not specified")
					.min(1, "message identifiers are not specified")
					.max(100, "too many messages specified"),
				"can't parse message identifiers JSON object",
			),
		}),
		(call, { chat_id, message_ids }) => {
			const room = findRoom(call, chat_id);
			if (room.kind === "group") requireMembership(call, room);
			// Missing ones are skipped.
			const found = [...new Set(message_ids)].flatMap((id) => room.messages.get(id) ?? []);
			for (const stored of found) requireDeletable(call, room, stored);
			for (const stored of found) remove(call.world, room, stored);
			return true;
		},
	),
	pinChatMessage: method(
		z.object({ chat_id: chatId, message_id: messageId, disable_notification: boolean() }),
		(call, { chat_id, message_id }) => {
			const room = findRoom(call, chat_id);
			const stored = findMessage(room, message_id, "message to pin not found");
			if (room.kind === "private") return true;
			findGroup(call, chat_id);
			const right = room.chat.type === "channel" ? "can_edit_messages" : "can_pin_messages";
			requireRight(call, room, right, "not enough rights to manage pinned messages in the chat");
			room.pinned.push(message_id);
			post(call.world, room, call.bot.user, { pinned_message: stored.message });
			return true;
		},
	),
	unpinChatMessage: method(
		z.object({ chat_id: chatId, message_id: integer().optional() }),
		(call, { chat_id, message_id }) => {
			const room = findRoom(call, chat_id);
			if (room.kind === "private") return true;
			const right = room.chat.type === "channel" ? "can_edit_messages" : "can_pin_messages";
			requireRight(call, room, right, "not enough rights to manage pinned messages in the chat");
			const gone = message_id ?? room.pinned.at(-1);
			room.pinned = room.pinned.filter((id) => id !== gone);
			const stored = gone === undefined ? undefined : room.messages.get(gone);
			if (stored) tell(call.world, room, stored, "edit");
			return true;
		},
	),
};
