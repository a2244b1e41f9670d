import type { InlineKeyboardMarkup } from "grammy/types";
import { callback, number, oneOf } from "../platform/callbacks.ts";
import type { Translate } from "../platform/i18n/index.ts";
import { type CreditAccount, exchange, type PayoutState, stepsUpTo } from "./rules.ts";

interface View {
	text: string;
	reply_markup: InlineKeyboardMarkup;
}

/** What the buttons of /invite send. */
export const callbacks = {
	convert: callback("convert"),
	convertTo: callback("convert", oneOf(["ai", "lock"]), number),
	payout: callback("payout"),
};

interface Page {
	/** Null while referrals are off. */
	link: string | null;
	came: number;
	counted: number;
	held: number;
	vipDays: number;
	pending: number;
	spendable: number;
	owed: number;
	paid: number;
	requested: number;
	/** What friends lead to, by the settings. */
	offer: { days: number; percent: number; gift: number };
	minimum: number;
	convertible: boolean;
}

const button = (text: string, callback_data: string) => ({ text, callback_data });

/** What somebody sees of their link and of what came of it. */
export function invitePage(t: Translate, page: Page): View {
	const { link, offer } = page;
	const earned = page.pending + page.spendable + page.owed + page.paid + page.requested > 0;
	const lines = [
		t("invite-title"),
		link === null ? t("invite-off") : t("invite-link", { link }),
		...(link !== null && offer.days > 0 ? [t("invite-offer-days", { days: offer.days })] : []),
		...(link !== null && offer.percent > 0 ? [t("invite-offer-share", { percent: offer.percent })] : []),
		...(link !== null && offer.gift > 0 ? [t("invite-offer-gift", { days: offer.gift })] : []),
		"",
		t("invite-counts", { came: page.came, counted: page.counted, days: page.vipDays }),
		...(page.held > 0 ? [t("invite-held", { held: page.held })] : []),
		...(earned || offer.percent > 0
			? [t("invite-earned", { pending: page.pending, spendable: page.spendable, paid: page.paid })]
			: []),
		...(page.owed > 0 ? [t("invite-owed", { owed: page.owed })] : []),
		...(page.requested > 0 ? [t("invite-requested", { stars: page.requested })] : []),
		...(page.spendable > 0 && page.spendable < page.minimum
			? [t("invite-minimum", { minimum: page.minimum })]
			: []),
	];
	const share = link && `https://t.me/share/url?url=${encodeURIComponent(link)}`;
	const payable = page.requested === 0 && page.spendable >= page.minimum;
	return {
		text: lines.join("\n"),
		reply_markup: {
			inline_keyboard: [
				...(share ? [[{ text: t("button-share-link"), url: share }]] : []),
				...(page.convertible && page.spendable > 0
					? [[button(t("button-convert"), callbacks.convert.pack())]]
					: []),
				...(payable ? [[button(t("button-payout"), callbacks.payout.pack())]] : []),
			],
		},
	};
}

const short = { ai_credits: "ai", lock_credits: "lock" } as const satisfies Record<CreditAccount, string>;
export const accountOf = (name: "ai" | "lock"): CreditAccount =>
	name === "lock" ? "lock_credits" : "ai_credits";

/** Amounts to turn into credits, each with what it makes; the last is all that makes whole credits. */
export function convertPage(
	t: Translate,
	spendable: number,
	rates: readonly { account: CreditAccount; rate: number }[],
): View {
	const rows = rates.flatMap(({ account, rate }) => {
		const all = exchange(spendable, rate).stars;
		return [...stepsUpTo(all), all].flatMap((stars) => {
			const deal = exchange(stars, rate);
			if (deal.credits === 0) return [];
			const text = t(`convert-to-${account}`, { stars: deal.stars, credits: deal.credits });
			return [[button(text, callbacks.convertTo.pack(short[account], deal.stars))]];
		});
	});
	if (rows.length === 0) return { text: t("convert-too-little"), reply_markup: { inline_keyboard: [] } };
	return { text: t("convert-ask", { spendable }), reply_markup: { inline_keyboard: rows } };
}

/** Who brought somebody, never whom. */
export const rewarded = (t: Translate, days: number) => ({
	text: days > 0 ? t("referral-rewarded", { days }) : t("referral-counted"),
});

export const gifted = (t: Translate, days: number) => ({ text: t("referral-gift", { days }) });

export function payoutDecided(
	t: Translate,
	{ state, stars, note }: { state: PayoutState; stars: number; note: string | null },
) {
	if (state === "declined") return { text: t("payout-declined", { stars, reason: note ?? "" }) };
	return { text: [t("payout-paid", { stars }), ...(note ? [note] : [])].join("\n") };
}
