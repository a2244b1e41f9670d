import type { InlineKeyboardButton } from "grammy/types";
import { day } from "../../payments/views.ts";
import { type Language, paragraphs, type Translate } from "../../platform/i18n/index.ts";
import { forever, inLanguage } from "../rules.ts";
import { button, callbacks, type View } from "../views.ts";

interface ProductShown {
	no: number;
	id: string;
	title: string;
	about: Partial<Record<Language, string>>;
	stars: number;
	days: number | null;
	recurring: boolean;
	trialDays: number;
	referenceCurrency: string | null;
	referenceAmount: number | null;
}

interface ProductPage {
	product: ProductShown;
	creator: { no: number; name: string };
	photos: number;
	videos: number;
	/** The price with the code that makes it cheaper; null without one. */
	reduced: { stars: number; code: string } | null;
	/** Until when the reader has it, ms; null if they have not. */
	until: number | null;
	/** It is charged again to them already. */
	subscribed: boolean;
	mayTry: boolean;
	/** Whether it can be bought at this moment. */
	sold: boolean;
	post: number;
	bot: string;
}

/** What it would be elsewhere, as that currency is written; empty if nobody said. */
export function referencePrice({ referenceCurrency, referenceAmount }: ProductShown, language: Language) {
	if (referenceCurrency === null || referenceAmount === null) return "";
	const format = new Intl.NumberFormat(language === "pt" ? "pt-BR" : language, {
		style: "currency",
		currency: referenceCurrency,
	});
	return format.format(referenceAmount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

function priceLine(t: Translate, language: Language, { product, reduced }: ProductPage): string {
	const { stars } = product;
	const price = reduced ? t("price-reduced", { ...reduced, before: stars }) : t("price", { stars });
	const reference = referencePrice(product, language);
	return reference ? `${price} ${t("price-reference", { reference })}` : price;
}

const isOwned = ({ product, until }: ProductPage) => product.days === null && until !== null;

/** The ways to have it. */
function offers(t: Translate, page: ProductPage): InlineKeyboardButton[][] {
	const { product, reduced, mayTry, subscribed, post } = page;
	const { no, recurring, trialDays } = product;
	const buy = button(t("button-buy"), callbacks.buy.pack(no, post));
	const gift = button(t("button-gift"), callbacks.gift.pack(no, post));
	return [
		...(mayTry ? [[button(t("button-try", { days: trialDays }), callbacks.tryOut.pack(no, post))]] : []),
		...(isOwned(page) || subscribed ? [] : [[buy]]),
		...(recurring ? [] : [[gift]]),
		reduced
			? [button(t("button-without-code"), callbacks.withoutCode.pack(no, post))]
			: [button(t("button-code"), callbacks.code.pack(no, post))],
	];
}

export function productPage(t: Translate, language: Language, page: ProductPage): View {
	const { product, creator, photos, videos, until, sold, post, bot } = page;
	const link = `https://t.me/${bot}?start=product_${product.id}`;
	const parts = [
		...(photos > 0 ? [t("what-photos", { photos })] : []),
		...(videos > 0 ? [t("what-videos", { videos })] : []),
	];
	const has =
		until === null ? "" : until === forever ? t("product-owned") : t("product-runs", { until: day(until) });
	return {
		text: paragraphs(
			t("product-by", { title: product.title, name: creator.name }),
			inLanguage(product.about, language),
			[
				parts.join(", "),
				product.recurring
					? t("product-monthly")
					: product.days === null
						? ""
						: t("product-days", { days: product.days }),
				priceLine(t, language, page),
			]
				.filter((line) => line !== "")
				.join("\n"),
			has,
			sold ? "" : t("product-paused"),
		),
		reply_markup: {
			inline_keyboard: [
				...(isOwned(page) ? [[button(t("button-again"), callbacks.again.pack(product.no))]] : []),
				...(page.subscribed ? [[button(t("button-subscriptions"), callbacks.subscriptions.pack())]] : []),
				...(sold ? offers(t, page) : []),
				[{ text: t("button-share-product"), url: `https://t.me/share/url?url=${encodeURIComponent(link)}` }],
				[button(creator.name, callbacks.creator.pack(creator.no, post))],
			],
		},
	};
}
