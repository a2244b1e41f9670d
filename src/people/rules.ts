import { type BotRooms, hasChat } from "../platform/bot-rooms.ts";
import type { Language } from "../platform/i18n/index.ts";

export const genders = ["male", "female", "other"] as const;
export type Gender = (typeof genders)[number];
export type Wish = Gender | "any";

export interface Ban {
	reason: string;
	/** ms; null is for good. */
	until: number | null;
}

/** Stands as the reason of a ban that only lasts until staff have looked at the reports about somebody. */
export const underReview = "under_review";

/** A ban as its person's card has it. */
export type CardBan = Ban & {
	/** Their one appeal is spent. */
	appealed?: boolean;
};

/** What a person's actor keeps of the rows in D1, so that an update needs no query. */
export interface Card {
	version: number;
	/** Declared too low an age: there is no profile then, but the language they read is known. */
	refused: boolean;
	/** May not take part. Ask `activeBan`: it may have run out. */
	ban: CardBan | null;
	language: Language | null;
	gender: Gender | null;
	age: number | null;
	wish: Wish;
	/** ms */
	vipUntil: number | null;
	termsVersion: string | null;
}

/**
 * What somebody is asked whose next message is the answer, with what is to be remembered until then. A room that asks
 * for something in private adds it here, by augmenting this.
 */
export interface Waits {
	/** A text: their new age. */
	age: unknown;
	/** A text: why their ban or refusal is wrong. */
	appeal: unknown;
	/** Anything: it goes to the team, to the open request it is about if one is named. */
	support: { request?: string };
}

export type Waiting = {
	[What in keyof Waits]: {
		for: What;
		/** Only what is written to this bot is the answer. */
		bot?: number;
	} & Waits[What];
}[keyof Waits];

/** What a conversation with a bot has to remember between two updates. */
export interface Session {
	/** A deep link's payload, kept until the profile is complete. */
	payload?: string;
	/** Came by that payload, has completed their first profile, and is not in yet. */
	newcomer?: boolean;
	/** What they were asked, and their next message answers. Never kept while they are in a chat: taking a seat ends it. */
	waiting?: Waiting;
	/** The album that went to support: its other parts follow it there, to the thread and below the header of the first. */
	supportAlbum?: { id: string; thread: string | null; header: number | null };
	/** Was seen in all required channels; holds for these channels and until then, ms. */
	joined?: { channels: string; until: number };
	/** A promo code they came by: it makes cheaper what they look at, and buy. */
	code?: string;
	/** Told what to do already: not again until something changes. */
	hinted?: boolean;
}

/** Whether this bot asked something, and waits for the answer. */
export const expectsAnswer = ({ waiting }: Session, botId: number): boolean =>
	waiting !== undefined && (waiting.bot ?? botId) === botId;

/** The session of who takes a seat: what they write from now on is for their partner. */
export function seatedSession({ waiting, supportAlbum: _, ...session }: Session): {
	session: Session;
	asked: boolean;
} {
	return { session: { ...session, hinted: false }, asked: waiting !== undefined };
}

/** Of somebody who is in, wherever strangers don't meet. */
export type InCard = Card & { language: Language; age: number };
/** A card with nothing missing: its owner may search. */
export type ReadyCard = InCard & { gender: Gender };

/** Where a person stands on the way in. */
type Stage = "new" | "refused" | "language" | "gender" | "age" | "ready";

/** @param rooms those of the bot they are at: a gender is asked only where strangers meet */
export function stageOf(card: Card | null, rooms: BotRooms): Stage {
	if (!card) return "new";
	if (card.refused) return "refused";
	if (!card.language) return "language";
	if (!card.gender && hasChat(rooms)) return "gender";
	if (card.age === null) return "age";
	return "ready";
}

/** Nothing is missing for this bot. */
export const isIn = (card: Card | null, rooms: BotRooms): card is InCard => stageOf(card, rooms) === "ready";

/** Nothing is missing to meet strangers. */
export const isReady = (card: Card | null): card is ReadyCard => isIn(card, ["chat"]);

/** The ban that holds now. */
export const activeBan = (card: Card | null, now: number): CardBan | null =>
	card?.ban && (card.ban.until === null || card.ban.until > now) ? card.ban : null;

/** In, at one bot at least, and nothing stands against it. */
export const mayTakePart = (card: Card | null, now: number): card is InCard =>
	isIn(card, []) && activeBan(card, now) === null;

/** Nothing is missing to meet strangers, and nothing stands against it. */
export const mayChat = (card: Card | null, now: number): card is ReadyCard =>
	isReady(card) && activeBan(card, now) === null;

export const isVip = (card: Card, now: number) => card.vipUntil !== null && card.vipUntil > now;

/** Younger than a minimum that was raised since: kept out, but not refused. */
export const isBelow = (card: Card | null, minimumAge: number): card is Card & { age: number } =>
	card !== null && card.age !== null && card.age < minimumAge;

/** Banned, refused, or younger than a minimum that was raised since: nothing is sold to them. */
export const isKeptOut = (card: Card | null, now: number, minimumAge: number): boolean =>
	card !== null && (card.refused || activeBan(card, now) !== null || isBelow(card, minimumAge));

/** The age somebody typed: a whole number from 13 to 120, in digits, else null. */
export function parseAge(text: string): number | null {
	const trimmed = text.trim();
	if (!/^\d{1,3}$/.test(trimmed)) return null;
	const age = Number(trimmed);
	return age >= 13 && age <= 120 ? age : null;
}

/**
 * What a declared age leads to. Who once said to be under 18 can't become an adult by editing. An adult whom a raised
 * minimum keeps out already is not refused for another age below it: their profile is theirs.
 * @param previous the age declared before, null if none
 */
export function ageVerdict(
	declared: number,
	previous: number | null,
	minimumAge: number,
): "accepted" | "refused" | "locked" {
	const keptOut = previous !== null && previous < minimumAge;
	if (declared < minimumAge && !(keptOut && declared >= 18)) return "refused";
	if (previous !== null && previous < 18 && declared >= 18) return "locked";
	return "accepted";
}

const bands = [18, 25, 35, 45, 55];

/** The age as a stranger sees it: `18-24`, `25-34` ... `55+`. */
export function ageBand(age: number): string {
	const from = bands.findLast((start) => age >= start);
	if (from === undefined) return "13-17";
	const next = bands.find((start) => start > from);
	return next === undefined ? `${from}+` : `${from}-${next - 1}`;
}
