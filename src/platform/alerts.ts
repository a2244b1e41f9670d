import type { InlineKeyboardMarkup } from "grammy/types";
import { readConfig } from "./env.ts";
import { flags } from "./flags.ts";
import { type Log, reason } from "./log.ts";
import type { Registry } from "./registry.ts";
import type { Settings } from "./settings.ts";
import { controlChat, staffBot } from "./staff-settings.ts";
import { sendText } from "./telegram.ts";

/** As the setting names it, without the @ and in small letters; empty: none is named. */
export const staffBotName = (settings: Settings): string =>
	settings.get(staffBot).replace(/^@/, "").toLowerCase();

export interface AlertOptions {
	keyboard?: InlineKeyboardMarkup;
	/** Where the dashboard shows it, as in `people/7`. */
	page?: string;
	/** Something is well again: no warning. */
	good?: boolean;
}

export interface SentAlert {
	botId: number;
	chatId: number;
	messageId: number;
	text: string;
}

export interface Alerts {
	/** Tells staff; never throws, as an alert must not stop what it is about. @returns where it stands, null if nowhere */
	send(text: string, options?: AlertOptions): Promise<SentAlert | null>;
}

/** Alerts go to the control chat by the staff's bot, else by the first, and to the log in any case. No texts of people in them. */
export function createAlerts({ env, registry, log }: { env: Env; registry: Registry; log: Log }): Alerts {
	return {
		async send(text, { keyboard, page, good = false } = {}) {
			log.warn("staff", "alert", { alert: text });
			const chat = registry.settings.get(controlChat);
			const bots = [...registry.bots.values()];
			const named = staffBotName(registry.settings);
			const bot = (bots.find(({ username }) => username.toLowerCase() === named) ?? bots[0])?.id;
			if (chat === 0 || bot === undefined || !registry.settings.get(flags.adminAlerts)) return null;
			try {
				const link =
					page === undefined ? "" : `\n${readConfig(env).PUBLIC_URL.replace(/\/$/, "")}/admin/${page}`;
				const said = `${good ? "✅" : "⚠️"} ${text}${link}`;
				const messageId = await sendText(env, bot, chat, {
					text: said,
					...(keyboard ? { reply_markup: keyboard } : {}),
				});
				return { botId: bot, chatId: chat, messageId, text: said };
			} catch (error) {
				log.error("staff", "alert not delivered", { reason: reason(error) });
				return null;
			}
		},
	};
}
