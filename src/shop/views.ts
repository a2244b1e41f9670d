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

/** What lets ask to join: a link handed on lets nobody else in. */
export const chatLinks = (
	t: Translate,
	title: string,
	links: readonly { title: string; link: string }[],
) => ({
	text: t("chat-links", { title }),
	reply_markup: {
		inline_keyboard: links.map((to) => [
			{ text: t("button-ask-to-join", { title: to.title }), url: to.link },
		]),
	},
});
