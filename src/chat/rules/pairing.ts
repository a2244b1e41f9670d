import type { Gender } from "../../people/rules.ts";
import type { Language } from "../../platform/i18n/index.ts";
import type { ChatId } from "../../platform/ids.ts";
import type { EndReason } from "./end.ts";
import {
	beginLock,
	heldUntil,
	knownAnswer,
	type LockAnswer,
	type LockNews,
	type LockRequest,
	type Locks,
	lapsed,
	noLocks,
	unlocked,
} from "./locks.ts";
import type { SeatAnswer, Ticket } from "./seating.ts";

/** `back`: searches on with the same ticket. `gone`: does not. */
type Fate = "back" | "gone";

export interface Side {
	userId: number;
	botId: number;
	no: number;
	language: Language;
	gender: Gender;
	age: number;
	searchMessageId: number;
	seated: boolean;
	/** The match card: a message not newer than it was not written in this chat. */
	cardMessageId: number | null;
	/** Aborted: what became of them. */
	fate: Fate | null;
	/** Closing: the seat is free. */
	released: boolean;
	/** Closing: they know. True from the start for who ended it. */
	told: boolean;
	tellAttempts: number;
}

export interface Pair {
	chatId: ChatId;
	state: "opening" | "open" | "aborted" | "closing" | "closed";
	openedAt: number;
	closedAt: number | null;
	endedBy: number | null;
	reason: EndReason | null;
	/** They avoid each other: it must not be tried again. */
	incompatible: boolean;
	sides: [Side, Side];
	/** The last activity that an idle warning was about. */
	warnedAbout: number | null;
	locks: Locks;
	/** The pool that counts it until it has ended; null: none does any more. */
	countedBy: string | null;
}

/** An opening that takes longer is given up. */
const openingLimitMs = 10_000;
/** How often somebody is told something, before we take it that they can't be reached. */
const tellLimit = 5;
/** An open chat has more time to tell of its lock. */
const newsLimit = 20;

export interface Seeker {
	ticket: Ticket;
	messageId: number;
}

export function openingPair(chatId: ChatId, pool: string, a: Seeker, b: Seeker, now: number): Pair {
	return {
		chatId,
		state: "opening",
		openedAt: now,
		closedAt: null,
		endedBy: null,
		reason: null,
		incompatible: false,
		sides: [sideOf(a), sideOf(b)],
		warnedAbout: null,
		locks: noLocks,
		countedBy: pool,
	};
}

function sideOf({ ticket, messageId }: Seeker): Side {
	const { userId, botId, no, language, gender, age } = ticket;
	return {
		...{ userId, botId, no, language, gender, age, searchMessageId: messageId },
		...{ seated: false, cardMessageId: null, fate: null, released: false, told: false, tellAttempts: 0 },
	};
}

export type SideNo = 0 | 1;
export const otherSide = (side: SideNo): SideNo => (side === 0 ? 1 : 0);

/** What must be done next, for which side (`give_back` and `sign_off` for either). Recomputed from what is stored, so it is the same after a crash. */
export type PairAction = {
	side: SideNo;
	kind: "take_seat" | "send_card" | "return" | "release" | "tell" | "tell_of_lock" | "give_back" | "sign_off";
};

export function nextActions(pair: Pair): PairAction[] {
	const sides = [0, 1] as const;
	const those = (kind: PairAction["kind"], open: (side: Side) => boolean): PairAction[] =>
		sides.filter((side) => open(pair.sides[side])).map((side) => ({ side, kind }));
	switch (pair.state) {
		case "opening": {
			const seats = those("take_seat", (side) => !side.seated);
			return seats.length ? seats : those("send_card", (side) => side.cardMessageId === null);
		}
		case "open":
			return those("tell_of_lock", (side) => newsFor(pair, side) !== null);
		case "aborted":
			return those("return", (side) => side.fate === null);
		case "closing":
			return [
				...those("release", (side) => !side.released),
				...those("tell", (side) => side.released && !side.told),
				...(pair.locks.unused ? [{ side: 0, kind: "give_back" } as const] : []),
				...(pair.countedBy ? [{ side: 0, kind: "sign_off" } as const] : []),
			];
		default:
			return [];
	}
}

/** What an action led to. `failed` leaves things as they are: the alarm repeats it. */
export type PairResult =
	| { kind: "seat"; answer: SeatAnswer }
	| { kind: "card"; messageId: number }
	| { kind: "card_unreachable" }
	| { kind: "returned"; fate: Fate }
	| { kind: "released" }
	| { kind: "told" }
	| { kind: "given_back" }
	| { kind: "signed_off" }
	| { kind: "failed" };

export function applied(pair: Pair, action: PairAction, result: PairResult): Pair {
	const set = (changes: Partial<Side>): Pair => {
		const sides: Pair["sides"] = [...pair.sides];
		sides[action.side] = { ...pair.sides[action.side], ...changes };
		return { ...pair, sides };
	};
	switch (result.kind) {
		case "seat":
			if (result.answer === "seated") return set({ seated: true });
			return { ...abort(pair), incompatible: pair.incompatible || result.answer === "incompatible" };
		case "card":
			return set({ cardMessageId: result.messageId });
		case "card_unreachable":
			// No lock can run yet, so the moment does not matter.
			return close(pair, pair.sides[action.side].userId, "unreachable", pair.openedAt);
		case "returned":
			return set({ fate: result.fate });
		case "released":
			return set({ released: true });
		case "told":
			return action.kind === "tell_of_lock" ? afterNews(pair, action.side, true) : set({ told: true });
		case "given_back":
			return { ...pair, locks: { ...pair.locks, unused: null } };
		case "signed_off":
			return { ...pair, countedBy: null };
		case "failed": {
			if (action.kind === "tell_of_lock") return afterNews(pair, action.side, false);
			if (action.kind !== "tell") return pair;
			const tellAttempts = pair.sides[action.side].tellAttempts + 1;
			return set({ tellAttempts, told: tellAttempts >= tellLimit });
		}
	}
}

/** What this side has yet to read of a lock. */
export const newsFor = ({ locks }: Pair, { userId }: Side): LockNews | null =>
	locks.news.find((news) => news.userId === userId) ?? null;

function afterNews(pair: Pair, no: SideNo, told: boolean): Pair {
	const first = newsFor(pair, pair.sides[no]);
	const news = pair.locks.news.flatMap((one) => {
		if (one !== first) return [one];
		return told || one.attempts + 1 >= newsLimit ? [] : [{ ...one, attempts: one.attempts + 1 }];
	});
	return { ...pair, locks: { ...pair.locks, news } };
}

/**
 * Moves on where nothing is left to do: `opening -> open | aborted`, `closing -> closed`; a lock that has run its time
 * ends. `closedAt`: everybody has answered.
 */
export function settled(pair: Pair, now: number): Pair {
	if (pair.state === "opening") {
		if (pair.sides.every((side) => side.cardMessageId !== null)) return { ...pair, state: "open" };
		if (now - pair.openedAt > openingLimitMs) return abort(pair);
	}
	if (pair.state === "open") {
		const locks = lapsed(pair.locks, (userId) => partnerOf(pair, userId), now);
		return locks === pair.locks ? pair : { ...pair, locks };
	}
	if (nextActions(pair).length > 0 || pair.closedAt !== null) return pair;
	if (pair.state === "closing") return { ...pair, state: "closed", closedAt: now };
	if (pair.state === "aborted") return { ...pair, closedAt: now };
	return pair;
}

/** From `opening` only. */
const abort = (pair: Pair): Pair => (pair.state === "opening" ? { ...pair, state: "aborted" } : pair);

/**
 * From `opening` and `open` only, and where no lock holds it; an opening that has not seated both is aborted instead.
 * @param by who ended it: they are answered by their own update and not told again; null tells both
 */
export function close(pair: Pair, by: number | null, reason: EndReason, now: number): Pair {
	if (pair.state !== "opening" && pair.state !== "open") return pair;
	if (heldUntil(pair.locks, by, reason, now) !== null) return pair;
	// Whoever has no seat yet never saw this chat: they search on.
	const unseated = pair.sides.some((side) => !side.seated);
	if (unseated) return { ...abort(pair), endedBy: by, reason };
	const [a, b] = pair.sides;
	const mark = (side: Side): Side => ({ ...side, told: side.userId === by });
	const locks = unlocked(pair.locks, { endedBy: by, reason }, now);
	return { ...pair, state: "closing", endedBy: by, reason, sides: [mark(a), mark(b)], locks };
}

/** Locks an open chat, once a lock. */
export function lock(pair: Pair, request: LockRequest, now: number): { pair: Pair; answer: LockAnswer } {
	const known = knownAnswer(pair.locks, request.lockId, now);
	if (known) return { pair, answer: known };
	const isMine = sideNoOf(pair, request.userId) !== null;
	if (isMine && pair.state === "opening") return { pair, answer: { kind: "not_yet" } };
	if (!isMine || pair.state !== "open") return { pair, answer: { kind: "over" } };
	const { locks, answer } = beginLock(pair.locks, request, partnerOf(pair, request.userId), now);
	return { pair: { ...pair, locks }, answer };
}

/** What the matchmaker needs to know: null while it is not decided. */
export type OpenOutcome = { kind: "opened" } | { kind: "aborted"; a: Fate; b: Fate; incompatible: boolean };

export function outcomeOf(pair: Pair): OpenOutcome | null {
	if (pair.state === "opening") return null;
	if (pair.state !== "aborted") return { kind: "opened" };
	const [a, b] = pair.sides;
	if (a.fate === null || b.fate === null) return null;
	return { kind: "aborted", a: a.fate, b: b.fate, incompatible: pair.incompatible };
}

/** `locked`: the partner keeps it till then. `stale`: pressed before this chat began. `over`: it has ended already, or nothing is kept of it. */
export type LeaveAnswer =
	| { kind: "left"; partner: number }
	| { kind: "locked"; until: number }
	| { kind: "stale" | "over" };

/** Which messages one side wrote, as ids in its own chat with its bot. */
export interface Evidence {
	userId: number;
	botId: number;
	/** Oldest first. */
	messageIds: number[];
}

const partnerOf = ({ sides: [a, b] }: Pair, userId: number): number =>
	a.userId === userId ? b.userId : a.userId;

export function sideNoOf(pair: Pair, userId: number): SideNo | null {
	if (pair.sides[0].userId === userId) return 0;
	return pair.sides[1].userId === userId ? 1 : null;
}
