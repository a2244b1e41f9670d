import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from "grammy/types";
import { ageBand, type Gender } from "../people/rules.ts";
import { menuKeyboard } from "../people/views.ts";
import { type BotRooms, hasChat } from "../platform/bot-rooms.ts";
import { callback, chatId, number, oneOf } from "../platform/callbacks.ts";
import { flags } from "../platform/flags.ts";
import { type Language, languageNames, type Translate } from "../platform/i18n/index.ts";
import type { ChatId } from "../platform/ids.ts";
import type { Settings } from "../platform/settings.ts";
import type { EndReason } from "./rules/end.ts";
import { type MediaReview, reportReasons } from "./rules/reports.ts";

/** What people see of the chat: a text and its keyboard. Pure, so actors and handlers show the same. */
export interface View<Markup = InlineKeyboardMarkup> {
	text: string;
	reply_markup: Markup;
}

/** What the buttons of a chat send. */
export const callbacks = {
	find: callback("find"),
	cancel: callback("cancel", number),
	widen: callback("widen", number),
	notify: callback("notify", number),
	block: callback("block", chatId),
	report: callback("report", chatId),
	reportFor: callback("report", chatId, oneOf(reportReasons)),
	share: callback("share", chatId, number),
	dontShare: callback("dont_share"),
	end: callback("end", chatId),
	lock: callback("lock", chatId, number),
};

const buttons = {
	find: "button-find",
	next: "button-next",
	stop: "button-stop",
	block: "button-block",
	report: "button-report",
	lock: "button-lock",
} as const;

const button = (text: string, callback_data: string) => ({ text, callback_data });

export const chatKeyboard = (t: Translate, settings: Settings): ReplyKeyboardMarkup => ({
	keyboard: [
		[{ text: t(buttons.next) }, { text: t(buttons.stop) }],
		[{ text: t(buttons.block) }, { text: t(buttons.report) }],
		...(settings.get(flags.lockChat) ? [[{ text: t(buttons.lock) }]] : []),
	],
	resize_keyboard: true,
});

/** The search message as it stands at its turn number `turn` (0 is the first text). */
export const searching = (t: Translate, turn: number, no: number): View => ({
	text: t(`search-${turn}`),
	reply_markup: { inline_keyboard: [[button(t("button-cancel"), callbacks.cancel.pack(no))]] },
});

export const offer = (t: Translate, no: number, hasWish: boolean): View => ({
	text: t("search-nobody"),
	reply_markup: {
		inline_keyboard: [
			...(hasWish ? [[button(t("button-widen"), callbacks.widen.pack(no))]] : []),
			[
				button(t("button-notify"), callbacks.notify.pack(no)),
				button(t("button-stop-search"), callbacks.cancel.pack(no)),
			],
		],
	},
});

export const findAgain = (t: Translate, key: string): View => ({
	text: t(key),
	reply_markup: { inline_keyboard: [[button(t(buttons.find), callbacks.find.pack())]] },
});

/** The partner as a stranger may see them: never a name or an id. */
export const matchCard = (
	t: Translate,
	partner: { gender: Gender; age: number; language: Language },
	settings: Settings,
): View<ReplyKeyboardMarkup> => ({
	text: t("match-card", {
		gender: t(`gender-${partner.gender}`),
		age: ageBand(partner.age),
		language: languageNames[partner.language],
	}),
	reply_markup: chatKeyboard(t, settings),
});

/** What somebody reads whose chat ended without their doing. */
export const ended = (
	t: Translate,
	reason: EndReason,
	settings: Settings,
	rooms: BotRooms,
): View<ReplyKeyboardMarkup> => ({
	text: t(reason === "idle" ? "chat-ended-idle" : "partner-left"),
	reply_markup: menuKeyboard(t, settings, rooms),
});

export const afterChat = (t: Translate, chatId: ChatId, rooms: BotRooms): View => ({
	text: t(hasChat(rooms) ? "after-chat" : "after-chat-closed"),
	reply_markup: {
		inline_keyboard: [
			...(hasChat(rooms) ? [[button(t(buttons.find), callbacks.find.pack())]] : []),
			[
				button(t(buttons.block), callbacks.block.pack(chatId)),
				button(t(buttons.report), callbacks.report.pack(chatId)),
			],
		],
	},
});

/** Somebody writes to one bot while they chat with another. */
export const chattingElsewhere = (t: Translate, bot: string, chatId: ChatId): View => ({
	text: t("in-chat-elsewhere", { bot }),
	reply_markup: {
		inline_keyboard: [
			[
				{ text: t("button-open-there"), url: `https://t.me/${bot}` },
				button(t("button-end-there"), callbacks.end.pack(chatId)),
			],
		],
	},
});

/** Somebody searches at one bot and asks another. */
export const searchingElsewhere = (t: Translate, bot: string, no: number): View => ({
	text: t("search-elsewhere", { bot }),
	reply_markup: {
		inline_keyboard: [
			[
				{ text: t("button-open-there"), url: `https://t.me/${bot}` },
				button(t("button-cancel"), callbacks.cancel.pack(no)),
			],
		],
	},
});

/** What staff get to see of messages, as people are told; empty if nothing. */
export const reviewNotice = (t: Translate, review: MediaReview): string =>
	review === "off" ? "" : t(`review-notice-${review}`);

export const askToShare = (
	t: Translate,
	what: "contact" | "location",
	chatId: ChatId,
	messageId: number,
): View => ({
	text: t(`share-${what}`),
	reply_markup: {
		inline_keyboard: [
			[
				button(t("button-share"), callbacks.share.pack(chatId, messageId)),
				button(t("button-dont-share"), callbacks.dontShare.pack()),
			],
		],
	},
});
