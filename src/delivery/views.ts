import type { InlineKeyboardMarkup } from "grammy/types";
import { callback } from "../platform/callbacks.ts";
import { isLanguage, type Translate, translator } from "../platform/i18n/index.ts";
import type { Content } from "./rules/content.ts";

/** What the button under a broadcast sends, and the one that takes it back. */
export const fewer = callback("fewer_messages");
export const again = callback("all_messages");

/** The sender's links, and the way out. */
export function broadcastKeyboard({ buttons }: Content, language: string | null): InlineKeyboardMarkup {
	const t = translator(language !== null && isLanguage(language) ? language : "en");
	return {
		inline_keyboard: [
			...(buttons ?? []),
			[{ text: t("button-fewer-messages"), callback_data: fewer.pack() }],
		],
	};
}

/** Whether somebody gets broadcasts, and the button that changes it. */
export const subscription = (t: Translate, optedOut: boolean) => ({
	text: t(optedOut ? "fewer-messages-on" : "fewer-messages-off"),
	reply_markup: {
		inline_keyboard: [
			[
				optedOut
					? { text: t("button-all-messages"), callback_data: again.pack() }
					: { text: t("button-fewer-messages"), callback_data: fewer.pack() },
			],
		],
	} satisfies InlineKeyboardMarkup,
});
