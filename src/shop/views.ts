import type { InlineKeyboardMarkup } from "grammy/types";
import { callback, number } from "../platform/callbacks.ts";
import type { Translate } from "../platform/i18n/index.ts";

/** What the buttons of the shop send. Products and creators by number: an id of theirs is too long beside others. */
export const callbacks = {
	again: callback("again", number),
};

export const againButton = (t: Translate, productNo: number): InlineKeyboardMarkup => ({
	inline_keyboard: [[{ text: t("button-again"), callback_data: callbacks.again.pack(productNo) }]],
});
