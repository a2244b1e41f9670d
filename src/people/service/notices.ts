import type { InlineKeyboardMarkup } from "grammy/types";
import { RetryLater } from "../../platform/errors.ts";
import { type Translate, translator } from "../../platform/i18n/index.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { Registry } from "../../platform/registry.ts";
import { callFailure, sendText } from "../../platform/telegram.ts";
import type { People } from "../service.ts";

export type Notices = ReturnType<typeof createNotices>;

interface Needs {
	env: Env;
	registry: Registry;
	people: People;
	log: Log;
}

/** Telling people what happened while they did something else. */
export function createNotices({ env, registry, people, log }: Needs) {
	return {
		/**
		 * Writes to somebody in their language, by a bot that can reach them.
		 * @returns whether it was sent; nobody is there to hear it otherwise
		 * @throws RetryLater if the same call may well succeed later
		 */
		async tell(
			userId: number,
			view: (t: Translate) => { text: string; reply_markup?: InlineKeyboardMarkup },
		): Promise<boolean> {
			const card = await people.refresh(userId);
			if (!card?.language) return false;
			const bots = (await people.botsOf(userId)).filter((botId) => registry.bots.has(botId));
			for (const botId of bots) {
				try {
					await sendText(env, botId, userId, view(translator(card.language)));
					return true;
				} catch (error) {
					const failure = callFailure(error);
					if (failure.kind === "wait") throw new RetryLater(failure.seconds, "Telegram makes us wait");
					if (failure.kind === "passing") throw new RetryLater(2, failure.description);
					log.warn("people", "notice not delivered", { bot: botId, reason: reason(error) });
					// It may have been delivered: another bot would say it twice.
					if (failure.kind === "unknown") return false;
				}
			}
			return false;
		},
	};
}
