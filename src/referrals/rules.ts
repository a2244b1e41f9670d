export const referralStates = ["held", "counted", "rejected"] as const;
export type ReferralState = (typeof referralStates)[number];

export const payoutStates = ["requested", "paid", "declined"] as const;
export type PayoutState = (typeof payoutStates)[number];

/** What earned Stars can be turned into. */
export type CreditAccount = "ai_credits" | "lock_credits";

/**
 * Why a newcomer rewards nobody until staff have looked.
 * - `self`: by their own link
 * - `banned`: the referrer may not take part
 * - `loop`: the newcomer once brought the referrer, or somebody who did
 * - `burst`: too many within 24 hours
 * - `silent`: most of the referrer's newcomers never chatted
 */
export type HoldReason = "self" | "banned" | "loop" | "burst" | "silent";
export const holdReasons = ["self", "banned", "loop", "burst", "silent"] as const satisfies HoldReason[];

/** For so long Telegram holds received Stars back. */
export const holdDays = 21;
/** So many steps up a chain of referrers are looked at. */
export const chainLimit = 10;
/** So many of the referrer's newcomers are looked at, the newest. */
export const silenceSample = 5;

export interface Facts {
	newcomerId: number;
	referrerId: number;
	/** The referrer is banned, or has no complete profile any more. */
	referrerOut: boolean;
	/** Who brought the referrer, who brought them, and so on. */
	chain: readonly number[];
	/** The referrer's newcomers counted within the last 24 hours. */
	countedLately: number;
	burstLimit: number;
	/** How many chats each of the referrer's newest newcomers had, of those older than 24 hours. */
	chats: readonly number[];
}

/** What keeps a newcomer from being counted; null if nothing does. */
export function holdReason(facts: Facts): HoldReason | null {
	if (facts.referrerId === facts.newcomerId) return "self";
	if (facts.referrerOut) return "banned";
	if (facts.chain.slice(0, chainLimit).includes(facts.newcomerId)) return "loop";
	if (facts.countedLately + 1 > facts.burstLimit) return "burst";
	if (areSilent(facts.chats)) return "silent";
	return null;
}

/** At least three, and more than half of them never chatted. */
export const areSilent = (chats: readonly number[]): boolean =>
	chats.length >= 3 && chats.filter((count) => count === 0).length * 2 > chats.length;

/** A referral of oneself is worth nothing, whoever says so. */
export const mayRelease = (reason: HoldReason | null): boolean => reason !== "self";

/** Whole Stars, in favour of the house. */
export const shareOf = (stars: number, percent: number): number => Math.floor((stars * percent) / 100);

/** How many credits these Stars make, and how many of the Stars that takes: what makes no whole credit stays. */
export function exchange(stars: number, creditsPerStar: number): { stars: number; credits: number } {
	// A product like 100 × 0.29 is a hair below its whole number.
	const credits = Math.floor(stars * creditsPerStar + 1e-9);
	if (credits === 0) return { stars: 0, credits: 0 };
	return { stars: Math.min(stars, Math.ceil(credits / creditsPerStar - 1e-9)), credits };
}

/** Amounts to choose from, beside all. */
export const stepsUpTo = (stars: number): number[] =>
	[10, 50, 100, 250, 500, 1000, 2500, 5000].filter((step) => step < stars).slice(-4);

/** Without what looks alike: i, l, 1 and o, 0. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
export const codeLength = 10;

/** @param random one byte a letter */
export const codeFrom = (random: Uint8Array): string =>
	Array.from(random, (byte) => letters[byte % letters.length]).join("");

export const payloadOf = (code: string) => `ref_${code}`;

/** The code in a deep link's payload; null if it is another kind of link. */
export const codeOf = (payload: string): string | null => /^ref_([a-z0-9]{8,32})$/.exec(payload)?.[1] ?? null;
