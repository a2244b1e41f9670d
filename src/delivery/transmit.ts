import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { botApi } from "../platform/telegram.ts";
import type { Content } from "./rules/content.ts";

type Api = Awaited<ReturnType<typeof botApi>>;

/** One message as it goes to one reader. */
export interface Outgoing {
	content: Content;
	keyboard: InlineKeyboardMarkup | undefined;
	/** Rings nobody's phone. */
	silent?: boolean;
	/** The topic of a forum it goes to. */
	topicId?: number;
	/** The message it answers; one that is gone has it refused. */
	replyTo?: number;
	/** Only asks whether Telegram would take it: as a reply to what can't exist, it is refused in the end. */
	probe?: boolean;
}

/** Hands a message to Telegram. @returns its id @throws whatever `callFailure` tells apart */
export type Transmit = (botId: number, chatId: number, message: Outgoing) => Promise<number>;

/** No message has this id. */
const nowhere = 2 ** 31 - 1;
/** How Telegram refuses a probe that is otherwise right. */
export const probePassed =
	/message to be replied not found|replied message not found|reply message not found/i;

export const transmitBy =
	(env: Env): Transmit =>
	async (botId, chatId, message) =>
		(await sendBy(await botApi(env, botId), chatId, message)).message_id;

function sendBy(api: Api, chatId: number, outgoing: Outgoing) {
	const { content, keyboard, silent, topicId, probe } = outgoing;
	const { message, media, parse_mode } = content;
	// Checked at the door as far as we can; Telegram refuses what is no entity.
	const entities = content.entities as MessageEntity[] | undefined;
	const replyTo = probe ? nowhere : outgoing.replyTo;
	const more = {
		...(parse_mode ? { parse_mode } : {}),
		...(keyboard ? { reply_markup: keyboard } : {}),
		...(silent ? { disable_notification: true } : {}),
		...(topicId ? { message_thread_id: topicId } : {}),
		...(replyTo ? { reply_parameters: { message_id: replyTo } } : {}),
	};
	if (!media) return api.sendMessage(chatId, message, { ...more, ...(entities ? { entities } : {}) });
	const captioned = { ...more, caption: message, ...(entities ? { caption_entities: entities } : {}) };
	switch (media.kind) {
		case "photo":
			return api.sendPhoto(chatId, media.file, captioned);
		case "video":
			return api.sendVideo(chatId, media.file, captioned);
		case "animation":
			return api.sendAnimation(chatId, media.file, captioned);
		case "document":
			return api.sendDocument(chatId, media.file, captioned);
	}
}

/** Deletes a message. @throws whatever `callFailure` tells apart */
export type Remove = (botId: number, chatId: number, messageId: number) => Promise<void>;

export const removeBy =
	(env: Env): Remove =>
	async (botId, chatId, messageId) =>
		void (await (await botApi(env, botId)).deleteMessage(chatId, messageId));
