import { fileIdOf, type SentAs, type SentMessage } from "../../media/rules/telegram.ts";
import type { Media } from "../../media/service.ts";
import { AppError } from "../../platform/errors.ts";
import { type Log, reason } from "../../platform/log.ts";
import { callFailure, type FileForTelegram } from "../../platform/telegram.ts";

interface Known {
	as: SentAs;
	/** By this the bot sends it again. */
	file: string;
}

/** Sends an uploaded file by a bot: `send` is given what to send it as. */
export type Carry = <Sent extends SentMessage | true>(
	botId: number,
	mediaId: string,
	send: (as: SentAs, file: string | FileForTelegram) => Promise<Sent>,
) => Promise<Sent>;

const forgotten = /wrong file identifier|wrong remote file|FILE_REFERENCE/i;

/**
 * Uploads a file once a bot, with the first message it goes in: whoever sends it beside that waits for its id. What is
 * known is asked for once, so that a thousand recipients cost no query each.
 */
export function createCarrier(media: Pick<Media, "telegramFile" | "sent" | "forgetFile">, log: Log): Carry {
	const files = new Map<string, Promise<Known | null>>();

	/** @returns null if Telegram made something else of it, or it could not be kept: then it is uploaded again */
	async function keep(botId: number, mediaId: string, as: SentAs, sent: SentMessage | true) {
		const file = sent === true ? null : fileIdOf(sent, as);
		if (sent === true || file === null) return null;
		// It is sent: that must not fail for what is only remembered.
		await media.sent(botId, mediaId, as, sent).catch((error: unknown) => {
			log.warn("delivery", "a file's id was not kept", { media: mediaId, reason: reason(error) });
		});
		return { as, file };
	}

	return async (botId, mediaId, send) => {
		const key = `${botId}:${mediaId}`;
		for (;;) {
			const pending = files.get(key);
			if (pending) {
				const known = await pending;
				if (!known) continue;
				try {
					return await send(known.as, known.file);
				} catch (error) {
					const failure = callFailure(error);
					if (failure.kind !== "refused" || !forgotten.test(failure.description)) throw error;
					if (files.get(key) !== pending) continue;
					files.delete(key);
					await media.forgetFile(botId, mediaId);
					continue;
				}
			}
			const first = Promise.withResolvers<Known | null>();
			files.set(key, first.promise);
			let known: Known | null = null;
			try {
				const found = await media.telegramFile(botId, mediaId);
				if (found.as === "link")
					throw new AppError(400, "media_too_big", "No bot may send a file of this size.");
				if (typeof found.file === "string") {
					known = { as: found.as, file: found.file };
					continue;
				}
				const sent = await send(found.as, found.file);
				known = await keep(botId, mediaId, found.as, sent);
				return sent;
			} finally {
				if (!known) files.delete(key);
				first.resolve(known);
			}
		}
	};
}
