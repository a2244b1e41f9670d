import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { callback, number } from "../platform/callbacks.ts";
import type { Translate } from "../platform/i18n/index.ts";

/** A text and its buttons. */
export interface View {
	text: string;
	reply_markup: InlineKeyboardMarkup;
}

/**
 * What the buttons of the shop send. Products and creators by number: an id of theirs is too long beside others. The
 * number behind one of them is the post that brought the reader, 0 for none.
 */
export const callbacks = {
	again: callback("again", number),
	models: callback("shop:models", number),
	creator: callback("shop:creator", number, number),
	product: callback("shop:product", number, number),
	buy: callback("shop:buy", number, number),
	tryOut: callback("shop:try", number, number),
	gift: callback("shop:gift", number, number),
	code: callback("shop:code", number, number),
	withoutCode: callback("shop:no_code", number, number),
	tips: callback("shop:tips", number),
	tip: callback("shop:tip", number, number),
	purchases: callback("shop:purchases", number),
	subscriptions: callback("shop:subscriptions"),
	links: callback("shop:links", number),
};

export const button = (text: string, callback_data: string): InlineKeyboardButton => ({
	text,
	callback_data,
});

export const againButton = (t: Translate, productNo: number): InlineKeyboardMarkup => ({
	inline_keyboard: [[button(t("button-again"), callbacks.again.pack(productNo))]],
});

/** To what one has. */
export const ownButtons = (t: Translate): InlineKeyboardButton[] => [
	button(t("button-purchases"), callbacks.purchases.pack(0)),
	button(t("button-subscriptions"), callbacks.subscriptions.pack()),
];

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
