import type { Api } from "grammy";
import type { ReplyParameters } from "grammy/types";
import type { Relayable } from "../src/chat/rules/content.ts";
import { type AlbumMedia, captionOf, fileOf, spoilerOf, textOptionsOf } from "../src/chat/rules/relay.ts";
import { carryFile } from "../src/platform/telegram.ts";
import type { Shared } from "./attempts.ts";

type Options = Shared & { reply_parameters?: ReplyParameters };

/** Who has the message, and whom it goes to by the partner's bot. */
interface Crossing {
	env: Env;
	fromBotId: number;
	to: Api;
	userId: number;
}

/**
 * Sends the content of a message by another bot. `copyMessage` knows one bot's messages only, and file ids belong
 * to one bot, so media is streamed from one to the other.
 * @returns the copy's id; null for what no bot can send
 */
export async function sendAcross(
	crossing: Crossing,
	message: Relayable,
	options: Options,
): Promise<number | null> {
	const { to, userId } = crossing;
	const sent = message.text === undefined ? await sendMedia(crossing, message, options) : null;
	if (sent) return sent.message_id;
	if (message.text !== undefined) {
		const text = { ...options, ...textOptionsOf(message) };
		return (await to.sendMessage(userId, message.text, text)).message_id;
	}
	if (message.contact) {
		const { phone_number, first_name, user_id: _, ...rest } = message.contact;
		return (await to.sendContact(userId, phone_number, first_name, { ...options, ...rest })).message_id;
	}
	if (message.venue) {
		const { location, title, address } = message.venue;
		const { latitude, longitude } = location;
		return (await to.sendVenue(userId, latitude, longitude, title, address, options)).message_id;
	}
	if (message.location) {
		const { latitude, longitude } = message.location;
		return (await to.sendLocation(userId, latitude, longitude, options)).message_id;
	}
	if (message.poll) {
		const { question, is_anonymous, allows_multiple_answers } = message.poll;
		const choices = message.poll.options.map(({ text }) => ({ text }));
		const poll = { ...options, is_anonymous, allows_multiple_answers };
		return (await to.sendPoll(userId, question, choices, poll)).message_id;
	}
	return null;
}

/** An album of which only one item is there. */
export function sendOne(to: Api, userId: number, media: AlbumMedia, options: Options) {
	switch (media.type) {
		case "photo":
			return to.sendPhoto(userId, media.media, { ...media, ...options });
		case "video":
			return to.sendVideo(userId, media.media, { ...media, ...options });
		case "audio":
			return to.sendAudio(userId, media.media, { ...media, ...options });
		case "document":
			return to.sendDocument(userId, media.media, { ...media, ...options });
	}
}

async function sendMedia({ env, fromBotId, to, userId }: Crossing, message: Relayable, options: Options) {
	const file = fileOf(message);
	if (!file) return null;
	const input = await carryFile(env, fromBotId, file.file_id, file.file_name);
	const caption = { ...options, ...captionOf(message) };
	const spoiler = { ...caption, ...spoilerOf(message) };
	if (message.photo) return to.sendPhoto(userId, input, spoiler);
	if (message.animation) return to.sendAnimation(userId, input, spoiler);
	if (message.video) {
		const { duration, width, height } = message.video;
		return to.sendVideo(userId, input, { ...spoiler, duration, width, height, supports_streaming: true });
	}
	if (message.audio) {
		const { duration, performer, title } = message.audio;
		const about = { duration, ...(performer ? { performer } : {}), ...(title ? { title } : {}) };
		return to.sendAudio(userId, input, { ...caption, ...about });
	}
	if (message.voice) return to.sendVoice(userId, input, { ...caption, duration: message.voice.duration });
	if (message.video_note) {
		const { duration, length } = message.video_note;
		return to.sendVideoNote(userId, input, { ...options, duration, length });
	}
	if (message.sticker) return to.sendSticker(userId, input, options);
	return to.sendDocument(userId, input, caption);
}
