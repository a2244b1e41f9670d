import type { Language } from "../platform/i18n/index.ts";

export const tiers = ["bronze", "silver", "gold", "platinum"] as const;
export type Tier = (typeof tiers)[number];

/** A pack of media; one message's media; or what lasts for days. */
export const productTypes = ["content", "ppv", "subscription"] as const;
export type ProductType = (typeof productTypes)[number];

/** `grant`: given without a payment, by a code of 100 % or a trial. */
export const saleKinds = ["product", "gift", "tip", "grant"] as const;
export type SaleKind = (typeof saleKinds)[number];

/** Telegram's own limits: of an invoice, and of a subscription. */
export const maxStars = 25_000;
export const maxRecurringStars = 10_000;
/** So many items a paid message takes. */
export const paidMediaLimit = 10;
/** Telegram's only period of a Star subscription. */
export const recurringDays = 30;

/** The end of what does not end: the last moment a date can have, ms. */
export const forever = 8_640_000_000_000_000;
/** Stars are held by Telegram for so long before they can be withdrawn. */
export const holdDays = 21;
/** How long the checkout of one person keeps the last piece from others. */
export const reservedMs = 15 * 60_000;

interface Visible {
	active: boolean;
	verifiedAt: number | null;
}

/** Whether people may see a creator, and buy of them. */
export const isVisible = ({ active, verifiedAt }: Visible): boolean => active && verifiedAt !== null;

/** A text in the reader's language, else in English, else in any it has; empty if it has none. */
export const inLanguage = (text: Partial<Record<Language, string>>, language: Language): string =>
	text[language] ?? text.en ?? Object.values(text)[0] ?? "";

export interface Code {
	creatorNo: number;
	productNo: number | null;
	percent: number | null;
	starsOff: number | null;
	from: number | null;
	until: number | null;
	renewals: boolean;
	active: boolean;
}

interface Priced {
	no: number;
	creatorNo: number;
	stars: number;
	recurring: boolean;
}

/** Why a code does not help, as the person is told: `code-{refusal}`. */
export type CodeRefusal = "code_over" | "code_other" | "code_not_recurring";

/** Whether a code makes this cheaper now; how often it may still be used is counted at the checkout. */
export function codeRefusal(code: Code, product: Priced, now: number): CodeRefusal | null {
	if (!code.active || (code.from ?? 0) > now || (code.until ?? forever) <= now) return "code_over";
	if (code.creatorNo !== product.creatorNo) return "code_other";
	if (code.productNo !== null && code.productNo !== product.no) return "code_other";
	return product.recurring && !code.renewals ? "code_not_recurring" : null;
}

/** The price with a code; 0: it is given away. */
export function priceWith(code: Pick<Code, "percent" | "starsOff"> | null, stars: number): number {
	if (!code) return stars;
	const off = code.percent === null ? (code.starsOff ?? 0) : Math.ceil((stars * code.percent) / 100);
	return Math.max(0, stars - off);
}

/** A creator's part of a sale, in whole Stars: of what the affiliate's share leaves. */
export const shareOf = (stars: number, affiliate: number, percent: number): number =>
	Math.floor(((stars - affiliate) * percent) / 100);

/** The holder of a creator's accounts in the ledger: below all pseudonyms of people, which have 48 bits. */
export const holderOf = (creatorNo: number): number => -(2 ** 52) - creatorNo;

export const normalizeCode = (text: string): string => text.trim().toUpperCase();

/** Payloads of `t.me/bot?start=`. */
export type Payload =
	| { what: "model"; id: string; post: number | null }
	| { what: "promo"; code: string }
	| { what: "product"; id: string }
	| { what: "gift"; token: string };

const shapes: [RegExp, (found: RegExpExecArray) => Payload][] = [
	[
		/^model_(crt_[0-9a-z]{26})(?:-(\d{1,12}))?$/,
		([, id = "", post]) => ({ what: "model", id, post: post ? Number(post) : null }),
	],
	[/^product_(prd_[0-9a-z]{26})$/, ([, id = ""]) => ({ what: "product", id })],
	[/^promo_([A-Za-z0-9_-]{2,32})$/, ([, code = ""]) => ({ what: "promo", code: normalizeCode(code) })],
	[/^gift_([A-Za-z0-9_-]{16,48})$/, ([, token = ""]) => ({ what: "gift", token })],
];

export function payloadOf(text: string): Payload | null {
	for (const [shape, read] of shapes) {
		const found = shape.exec(text);
		if (found) return read(found);
	}
	return null;
}

/** @param post the post whose button it is, so that its sales can be counted */
export const modelPayload = (id: string, post: number | null = null): string =>
	post === null ? `model_${id}` : `model_${id}-${post}`;
