import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from "grammy/types";
import { type BotRooms, hasChat, openRooms } from "../platform/bot-rooms.ts";
import { callback, number, oneOf, text } from "../platform/callbacks.ts";
import { flags } from "../platform/flags.ts";
import { languageNames, languages, paragraphs, type Translate } from "../platform/i18n/index.ts";
import { commandsOf, type Intent, menuRows } from "../platform/intents.ts";
import type { Settings } from "../platform/settings.ts";
import { type Ban, type Card, genders, type InCard, underReview } from "./rules.ts";

export const wishes = [...genders, "any"] as const;

/** What the buttons of the profile and the way in send. */
export const callbacks = {
	language: callback("language", oneOf(languages)),
	gender: callback("gender", oneOf(genders)),
	edit: callback("edit", oneOf(["gender", "age", "language"])),
	acceptTerms: callback("accept_terms", text),
	joined: callback("joined"),
	preferences: callback("preferences"),
	wish: callback("wish", oneOf(wishes)),
	erase: callback("erase"),
	dontErase: callback("dont_erase"),
	appeal: callback("appeal"),
	/** Under an answer of the team; `threadUnder` knows it too. */
	supportReply: callback("support", text),
	appealReview: callback("appeal", oneOf(["ban", "refusal"]), number, number, oneOf(["lift", "keep"])),
};

/** Under an answer of the team: leads back to its thread. */
export const replyKeyboard = (t: Translate, requestId: string): InlineKeyboardMarkup => ({
	inline_keyboard: [
		[{ text: t("button-support-reply"), callback_data: callbacks.supportReply.pack(requestId) }],
	],
});

/** The main menu, under the input whenever somebody is in no chat. */
export function menuKeyboard(t: Translate, settings: Settings, rooms: BotRooms): ReplyKeyboardMarkup {
	const off: Partial<Record<Intent, boolean>> = {
		premium: !(settings.get(flags.starsPayments) && settings.get(flags.vip)),
		invite: !settings.get(flags.referrals),
	};
	const rows = menuRows(rooms, (intent) => !off[intent]);
	return {
		keyboard: rows.map((row) => row.map((key) => ({ text: t(key) }))),
		resize_keyboard: true,
		is_persistent: true,
	};
}

export const languageKeyboard: InlineKeyboardMarkup = {
	inline_keyboard: chunk(
		languages.map((language) => ({
			text: languageNames[language],
			callback_data: callbacks.language.pack(language),
		})),
	),
};

export const genderKeyboard = (t: Translate): InlineKeyboardMarkup => ({
	inline_keyboard: [
		genders.map((gender) => ({ text: t(`gender-${gender}`), callback_data: callbacks.gender.pack(gender) })),
	],
});

/** What they told of themselves; where strangers meet also what these get to see of it. */
export const profile = (t: Translate, card: InCard, chats: number, preferences: boolean) => ({
	text: card.gender
		? t("profile", {
				gender: t(`gender-${card.gender}`),
				age: card.age,
				language: languageNames[card.language],
				chats,
			})
		: t("profile-no-chat", { age: card.age, language: languageNames[card.language] }),
	reply_markup: {
		inline_keyboard: [
			[
				...(card.gender
					? [{ text: t("button-edit-gender"), callback_data: callbacks.edit.pack("gender") }]
					: []),
				{ text: t("button-edit-age"), callback_data: callbacks.edit.pack("age") },
			],
			[{ text: t("button-edit-language"), callback_data: callbacks.edit.pack("language") }],
			...(preferences
				? [[{ text: t("button-preferences"), callback_data: callbacks.preferences.pack() }]]
				: []),
		],
	} satisfies InlineKeyboardMarkup,
});

/** What there is at this bot, and what one may do there only by accepting it. @param review what staff see of messages */
export const welcome = (t: Translate, rooms: BotRooms, limits: { minimumAge: number }, review: string) =>
	paragraphs(
		hasChat(rooms) ? t("welcome-chat") : "",
		...openRooms(rooms).flatMap((room) => (room === "chat" ? [] : [t(`has-${room}`)])),
		t("welcome-terms", limits),
		hasChat(rooms) ? review : "",
	);

/** What a bot has, and every command it knows. */
export const help = (t: Translate, rooms: BotRooms, contact: string) =>
	paragraphs(
		openRooms(rooms)
			.map((room) => t(`has-${room}`))
			.join("\n"),
		commandsOf(rooms)
			.filter((command) => command !== "start" && command !== "help")
			.map((command) => `/${command} – ${t(`command-${command}`)}`)
			.join("\n"),
		hasChat(rooms) ? t("help-chat") : "",
		contact ? t("help-contact", { contact }) : "",
	);

export function banNotice(t: Translate, { reason, until }: Ban): string {
	if (reason === underReview) return t("banned-under-review");
	if (until === null) return t("banned-for-good", { reason });
	const day = new Date(until).toISOString().slice(0, 16).replace("T", " ");
	return t("banned-until", { reason, until: `${day} UTC` });
}

/** The terms, and whether this person has accepted them as they stand. */
export const terms = (
	t: Translate,
	card: Card | null,
	version: string,
	variables: Record<string, string | number>,
) => {
	const accepted = card?.termsVersion === version;
	return {
		text: `${t("terms", { ...variables, version })}\n\n${t(accepted ? "terms-accepted" : "terms-not-accepted")}`,
		reply_markup: {
			inline_keyboard:
				accepted || !card
					? []
					: [[{ text: t("button-accept-terms"), callback_data: callbacks.acceptTerms.pack(version) }]],
		} satisfies InlineKeyboardMarkup,
	};
};

function chunk<T>(items: T[]): T[][] {
	return items.flatMap((_, i) => (i % 2 === 0 ? [items.slice(i, i + 2)] : []));
}
