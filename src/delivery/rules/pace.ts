/** How fast one bot, or one group, may send. */
export interface Policy {
	/** Messages a second. */
	perSecond: number;
	/** Of those, what is kept free for answers to people while Telegram says that there are too many. */
	reserve: number;
}

/** Telegram's limit for a group is 20 a minute; a call that is some seconds late must not meet it, nor an answer in between. */
export const groupPolicy: Policy = { perSecond: 18 / 60, reserve: 0 };

/** Bulk is campaigns; cosmetic is what nobody misses, and gets what bulk leaves. */
export type Lane = "bulk" | "cosmetic";

/** A rate limit's memory: when the next slot is free, and until when Telegram wants silence. Times in ms. */
export interface Pace {
	nextAt: number;
	penaltyUntil: number;
}

export const freshPace: Pace = { nextAt: 0, penaltyUntil: 0 };

/** Slots at `startAt`, `startAt + everyMs` ...; with a count of 0, ask again at `startAt`. */
export interface Grant {
	startAt: number;
	everyMs: number;
	count: number;
}

/** A slot not used within this time is lost: sending late would bunch up. */
export const slotLifeMs = 250;
/** So long after a penalty the reserve stays free. */
const cautionMs = 60_000;
/** So far ahead slots are given; who wants more asks again. */
const horizonMs = 2_000;

/** One virtual schedule (GCRA): each slot given moves the next one on. */
export function lease(
	pace: Pace,
	policy: Policy,
	lane: Lane,
	wanted: number,
	now: number,
): { pace: Pace; grant: Grant } {
	// Interactive traffic is not counted: that it is busy shows by Telegram's 429, and is lent from until then.
	const careful = pace.penaltyUntil > 0 && now < pace.penaltyUntil + cautionMs;
	const rate = Math.max(0.01, policy.perSecond - (careful ? policy.reserve : 0));
	const everyMs = 1000 / rate;
	const none = (startAt: number) => ({ pace, grant: { startAt, everyMs, count: 0 } });
	if (now < pace.penaltyUntil) return none(pace.penaltyUntil);
	if (lane === "cosmetic" && (pace.nextAt > now || careful)) return none(now + 1_000);
	const startAt = Math.max(pace.nextAt, now, pace.penaltyUntil);
	if (startAt > now + horizonMs) return none(startAt - horizonMs / 2);
	return {
		pace: { ...pace, nextAt: startAt + wanted * everyMs },
		grant: { startAt, everyMs, count: wanted },
	};
}

/** Telegram wants silence for so long; every lane keeps it, and what was given ahead is void. */
export function penalize(pace: Pace, seconds: number, now: number): Pace {
	const penaltyUntil = Math.max(pace.penaltyUntil, now + seconds * 1000);
	return { nextAt: Math.max(now, penaltyUntil), penaltyUntil };
}

/** How many of `limit` are left of any window, and when one more is. */
export function remaining(
	times: readonly number[],
	limit: number,
	windowMs: number,
	now: number,
): { left: number; resetMs: number } {
	const recent = times.filter((at) => at > now - windowMs);
	const [oldest = now] = recent;
	return { left: Math.max(0, limit - recent.length), resetMs: oldest + windowMs - now };
}

/** A 429 that a call about this chat got; null: it was about none. */
export interface TooFast {
	chat: number | null;
	at: number;
	until: number;
}

/** Chats refused within so long say something of the bot, and so many of them that it is too fast. */
const togetherMs = 5_000;
const severalChats = 3;

/**
 * Whose a 429 is. One chat's is its own; the bot's it is when chats of both kinds meet one, or several do, within a
 * short time.
 * @returns what to remember, and until when the whole bot keeps silent; null if it may go on elsewhere
 */
export function whose429(
	before: readonly TooFast[],
	chat: number | null,
	seconds: number,
	now: number,
): { recent: TooFast[]; until: number | null } {
	const others = before.filter((one) => one.at > now - togetherMs && one.chat !== chat);
	const recent = [...others, { chat, at: now, until: now + seconds * 1000 }];
	const kinds = new Set(recent.flatMap((one) => (one.chat === null ? [] : [Math.sign(one.chat)])));
	if (kinds.size < 2 && recent.length < severalChats) return { recent, until: null };
	return { recent, until: recent.reduce((latest, one) => Math.max(latest, one.until), 0) };
}

/** At most `limit` in any `windowMs`. @returns the times to remember, and how long to wait if it is too much */
export function admit(
	times: readonly number[],
	limit: number,
	windowMs: number,
	now: number,
): { times: number[]; waitMs: number } {
	const recent = times.filter((at) => at > now - windowMs);
	const oldest = recent.at(-limit);
	if (recent.length >= limit && oldest !== undefined)
		return { times: recent, waitMs: oldest + windowMs - now };
	return { times: [...recent, now], waitMs: 0 };
}
