import { type Language, paragraphs, type Translate } from "../../platform/i18n/index.ts";
import { cut } from "../../platform/text.ts";
import { inLanguage, type Tier } from "../rules.ts";
import { button, callbacks, ownButtons, type View } from "../views.ts";

interface CreatorShown {
	no: number;
	name: string;
	tier: Tier;
	country: string | null;
	bio: Partial<Record<Language, string>>;
}

/** The flag of a country by its two letters; empty without one. */
const flag = (country: string | null): string =>
	country === null
		? ""
		: String.fromCodePoint(...[...country.toUpperCase()].map((letter) => 0x1f1a5 + letter.charCodeAt(0)));

const named = (t: Translate, { name, tier, country }: CreatorShown) =>
	[flag(country), name, "·", t(`tier-${tier}`)].filter((part) => part !== "").join(" ");

/** Who sells here, a page at a time. @param more the last of this page, if others follow */
export const creatorsPage = (
	t: Translate,
	creators: readonly CreatorShown[],
	{ more, first }: { more: number | null; first: boolean },
): View => ({
	text: creators.length > 0 ? t("models") : t("models-none"),
	reply_markup: {
		inline_keyboard: [
			...creators.map((creator) => [button(named(t, creator), callbacks.creator.pack(creator.no, 0))]),
			[
				...(first ? [] : [button(t("button-first"), callbacks.models.pack(0))]),
				...(more === null ? [] : [button(t("button-more"), callbacks.models.pack(more))]),
			],
			ownButtons(t),
			[button(t("button-code"), callbacks.code.pack(0, 0))],
		].filter((row) => row.length > 0),
	},
});

/** A button of something that a creator sells. */
interface Offered {
	no: number;
	title: string;
	/** As it is for this reader. */
	stars: number;
}

/** Telegram shows at most 100 buttons. */
const productsShown = 90;

/** One creator, and what they sell. @param code the one that makes it cheaper */
export const profilePage = (
	t: Translate,
	language: Language,
	creator: CreatorShown,
	{ offers, code, post }: { offers: readonly Offered[]; code: string | null; post: number },
): View => ({
	text: paragraphs(
		named(t, creator),
		inLanguage(creator.bio, language),
		code === null ? "" : t("with-code", { code }),
		offers.length === 0 ? t("profile-empty") : "",
	),
	reply_markup: {
		inline_keyboard: [
			...offers
				.slice(0, productsShown)
				.map(({ no, title, stars }) => [
					button(t("button-product", { title: cut(title, 48), stars }), callbacks.product.pack(no, post)),
				]),
			[button(t("button-tip"), callbacks.tips.pack(creator.no))],
			ownButtons(t),
		],
	},
});

const tips = [25, 50, 100, 500, 1000];

export const tipsPage = (t: Translate, { no, name }: CreatorShown): View => ({
	text: t("tips", { name }),
	reply_markup: {
		inline_keyboard: [tips.map((stars) => button(`⭐ ${stars}`, callbacks.tip.pack(no, stars)))],
	},
});
