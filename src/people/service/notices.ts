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

interface View {
	text: string;
	reply_markup?: InlineKeyboardMarkup;
}

/** Telling people what happened while they did something else. */
export function createNotices({ env, registry, people, log }: Needs) {
	return {
		/**
		 * Writes to somebody in their language, by a bot that can reach them.
		 * @param about the bot it is about: tried first, and also if they never pressed Start there
		 * @returns whether it was sent; nobody is there to hear it otherwise
		 * @throws RetryLater if the same call may well succeed later
		 */
		async tell(
			userId: number,
			view: (t: Translate) => View | Promise<View>,
			about: number | null = null,
		): Promise<boolean> {
			const [card, started] = await Promise.all([people.find(userId), people.botsOf(userId)]);
			if (about === null && !card?.language) return false;
			const bots = [...new Set(about === null ? started : [about, ...started])].filter((botId) =>
				registry.bots.has(botId),
			);
			if (bots.length === 0) return false;
			const text = await view(translator(card?.language ?? "en"));
			for (const botId of bots) {
				try {
					await sendText(env, botId, userId, text);
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
