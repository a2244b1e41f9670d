import type { InlineKeyboardMarkup } from "grammy/types";
import { z } from "zod";
import { readConfig } from "./env.ts";
import { flags } from "./flags.ts";
import { type Log, reason } from "./log.ts";
import type { Registry } from "./registry.ts";
import { defineSetting, type Settings } from "./settings.ts";
import { sendText } from "./telegram.ts";

/** A chat's id as staff or the environment give it; 0 is none. */
export const chatIdSchema = z.coerce.number("must be a chat's id, e.g. -1001234567890").int();

export const controlChat = defineSetting({
	key: "staff.control_chat_id",
	env: "ADMIN_CONTROL_CHAT_ID",
	schema: chatIdSchema,
	default: 0,
	label: "Control chat",
	help: "Where alerts to staff go: a group or channel that the staff's bot can write to. None (0): nowhere.",
});

export const staffBot = defineSetting({
	key: "staff.login_bot",
	schema: z.string().regex(/^@?\w{0,40}$/, "must be a bot's @username, or empty"),
	default: "",
	label: "Bot of the staff",
	help: "The @username of the bot that takes codes of the dashboard's login and brings alerts. Empty: every bot takes codes, and the first one brings alerts.",
});

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

export interface Alerts {
	/** Tells staff; never throws, as an alert must not stop what it is about. */
	send(text: string, options?: AlertOptions): Promise<void>;
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
			if (chat === 0 || bot === undefined || !registry.settings.get(flags.adminAlerts)) return;
			try {
				const link =
					page === undefined ? "" : `\n${readConfig(env).PUBLIC_URL.replace(/\/$/, "")}/admin/${page}`;
				await sendText(env, bot, chat, {
					text: `${good ? "✅" : "⚠️"} ${text}${link}`,
					...(keyboard ? { reply_markup: keyboard } : {}),
				});
			} catch (error) {
				log.error("staff", "alert not delivered", { reason: reason(error) });
			}
		},
	};
}
