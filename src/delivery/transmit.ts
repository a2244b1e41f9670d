import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import type { SentAs, SentMessage } from "../media/rules/telegram.ts";
import { botApi, type FileForTelegram, fileForTelegram } from "../platform/telegram.ts";
import type { Content } from "./rules/content.ts";
import type { Carry } from "./service/carrier.ts";

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

/** What is uploaded may take longer than an answer. */
const uploadSeconds = 60;

export const transmitBy =
	(env: Env, carry: Carry): Transmit =>
	async (botId, chatId, message) => {
		const { media } = message.content;
		if (!media) return (await sendText(await botApi(env, botId), chatId, message)).message_id;
		const send = async (as: SentAs, file: File) => {
			const isUpload = typeof file !== "string";
			return sendFile(
				await botApi(env, botId, isUpload ? uploadSeconds : undefined),
				chatId,
				message,
				as,
				file,
			);
		};
		if (media.media_id === undefined) return (await send(media.kind, media.file ?? "")).message_id;
		// What is under a file is judged as well under a small one.
		if (message.probe) return (await send("document", smallFile())).message_id;
		return (await carry(botId, media.media_id, send)).message_id;
	};

type File = string | FileForTelegram;
const smallFile = () => fileForTelegram(new Blob(["."]).stream(), "file.txt");

// Checked at the door as far as we can; Telegram refuses what is no entity.
const entitiesOf = ({ entities }: Content) => entities as MessageEntity[] | undefined;

function optionsOf({ content: { parse_mode }, keyboard, silent, topicId, probe, ...outgoing }: Outgoing) {
	const replyTo = probe ? nowhere : outgoing.replyTo;
	return {
		...(parse_mode ? { parse_mode } : {}),
		...(keyboard ? { reply_markup: keyboard } : {}),
		...(silent ? { disable_notification: true } : {}),
		...(topicId ? { message_thread_id: topicId } : {}),
		...(replyTo ? { reply_parameters: { message_id: replyTo } } : {}),
	};
}

function sendText(api: Api, chatId: number, outgoing: Outgoing) {
	const entities = entitiesOf(outgoing.content);
	const more = { ...optionsOf(outgoing), ...(entities ? { entities } : {}) };
	return api.sendMessage(chatId, outgoing.content.message, more);
}

function sendFile(
	api: Api,
	chatId: number,
	outgoing: Outgoing,
	as: SentAs,
	file: File,
): Promise<SentMessage & { message_id: number }> {
	const caption = outgoing.content.message;
	const entities = entitiesOf(outgoing.content);
	const captioned = { ...optionsOf(outgoing), caption, ...(entities ? { caption_entities: entities } : {}) };
	switch (as) {
		case "photo":
			return api.sendPhoto(chatId, file, captioned);
		case "video":
			return api.sendVideo(chatId, file, captioned);
		case "animation":
			return api.sendAnimation(chatId, file, captioned);
		case "document":
			return api.sendDocument(chatId, file, captioned);
	}
}

/** Deletes a message. @throws whatever `callFailure` tells apart */
export type Remove = (botId: number, chatId: number, messageId: number) => Promise<void>;

export const removeBy =
	(env: Env): Remove =>
	async (botId, chatId, messageId) =>
		void (await (await botApi(env, botId)).deleteMessage(chatId, messageId));
