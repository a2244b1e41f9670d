import {
	type Card,
	type Gender,
	isVip,
	mayChat,
	type ReadyCard,
	type Session,
	type Wish,
} from "../../people/rules.ts";
import type { Language } from "../../platform/i18n/index.ts";
import type { ChatId } from "../../platform/ids.ts";

/** One search of one person. `no` counts a person's searches, so the newer of two is plain to see. */
export interface Ticket {
	userId: number;
	no: number;
	botId: number;
	cohort: string;
	language: Language;
	gender: Gender;
	age: number;
	/** Already `any` for who is not VIP. */
	wish: Wish;
	vip: boolean;
	/** Blocked. */
	avoid: number[];
	/** Met lately, and until when (ms) they are not to be met again. */
	recent: Meeting[];
}

/** So long two who met don't meet again. */
export const recentMs = 20 * 60_000;

export interface Meeting {
	userId: number;
	until: number;
}

export interface Search {
	no: number;
	/** The update that began it, `{bot}:{update id}`: its repeat gets this very search again. */
	by: string;
	botId: number;
	/** These two name the pool it waits in, also when a setting or the person's language changes meanwhile. */
	cohort: string;
	language: Language;
	/** The wish was given up for this search. */
	widened: boolean;
}

export interface Seat {
	chatId: ChatId;
	botId: number;
	/** The search that led here; given back if the chat never opens. */
	search: Search;
	/** They had been asked something: that ended with this, and they are told. */
	asked?: true;
}

/** What somebody is doing: nothing, searching, or sitting in a chat. Never two of them. */
export interface Seating {
	seat: Seat | null;
	search: Search | null;
	lastNo: number;
	/** The update behind the newest search, also after that has ended. */
	lastBy: string | null;
	/** When the newest search began, ms. */
	searchedAt: number;
	chats: number;
	/** The newest chats left or given back: a call of theirs that was long under way must not seat anybody again. */
	past: ChatId[];
}

export const nobody: Seating = {
	seat: null,
	search: null,
	lastNo: 0,
	lastBy: null,
	searchedAt: 0,
	chats: 0,
	past: [],
};

const leaving = (past: ChatId[], chatId: ChatId) =>
	past.includes(chatId) ? past : [chatId, ...past].slice(0, 8);

/** What an update finds: who the person is and what they are doing. */
export interface Snapshot extends Pick<Seating, "seat" | "search" | "chats"> {
	card: Card | null;
	session: Session;
}

export interface BeginRequest {
	/** `{bot}:{update id}` */
	update: string;
	botId: number;
	/** Whether this update may have its effect only once: always, unless in a chat of this bot (the chat sees to it there), or never. */
	claim: "always" | "unless_seated" | "never";
	/** Of how they are called, see `markOf`; none if that is not kept. */
	mark?: string;
}

export type BeginAnswer =
	/**
	 * Go on. `token` is to be given to `finish`; null if nothing was claimed. With an `activeDay` they are here for the
	 * first time on that day (since 1970, UTC), or are called otherwise than before, and that is to be written down.
	 */
	| { state: "fresh"; token: number | null; person: Snapshot; activeDay?: number }
	/** The same update is being handled right now. */
	| { state: "running" }
	| { state: "done" };

/**
 * - `started`: by this update, now or by an earlier try of it
 * - `searching`, `seated`: a search of another update is under way, or a chat
 * - `spent`: this update's own search has already led to something; a repeat has nothing left to do
 */
export type SearchAnswer =
	| { kind: "started" | "searching"; ticket: Ticket }
	| { kind: "seated" | "spent" | "not_ready" };

export interface SearchRequest {
	userId: number;
	botId: number;
	cohort: string;
	by: string;
	/** The claim of that update. */
	token: number;
	/** Replaces a search under way by one without the wish. */
	widen: boolean;
}

type StartRequest = Omit<SearchRequest, "token"> & Pick<Ticket, "avoid" | "recent"> & { now: number };

export function startSearch(
	seating: Seating,
	card: Card | null,
	request: StartRequest,
): { seating: Seating; answer: SearchAnswer } {
	if (!mayChat(card, request.now)) return { seating, answer: { kind: "not_ready" } };
	const under = seating.search;
	if (under && (under.by === request.by || !request.widen)) {
		const kind = under.by === request.by ? "started" : "searching";
		return { seating, answer: { kind, ticket: ticketOf(card, under, request) } };
	}
	if (seating.lastBy === request.by) return { seating, answer: { kind: "spent" } };
	if (seating.seat) return { seating, answer: { kind: "seated" } };
	const search: Search = {
		no: seating.lastNo + 1,
		by: request.by,
		botId: request.botId,
		cohort: request.cohort,
		language: card.language,
		widened: request.widen,
	};
	const next = { ...seating, search, lastNo: search.no, lastBy: search.by, searchedAt: request.now };
	return { seating: next, answer: { kind: "started", ticket: ticketOf(card, search, request) } };
}

function ticketOf(card: ReadyCard, search: Search, { userId, avoid, recent, now }: StartRequest): Ticket {
	const vip = isVip(card, now);
	return {
		userId,
		no: search.no,
		botId: search.botId,
		cohort: search.cohort,
		language: search.language,
		gender: card.gender,
		age: card.age,
		wish: vip && !search.widened ? card.wish : "any",
		vip,
		avoid,
		recent,
	};
}

/** @param no only this search; any if null */
export function endSearch(seating: Seating, no: number | null): { seating: Seating; ended: Search | null } {
	const { search } = seating;
	if (!search || (no !== null && search.no !== no)) return { seating, ended: null };
	return { seating: { ...seating, search: null }, ended: search };
}

/**
 * - `seated`: the person sits in this chat, now or already
 * - `gone`: they no longer search with this ticket
 * - `incompatible`: they met or blocked the other meanwhile
 */
export type SeatAnswer = "seated" | "gone" | "incompatible";

export function takeSeat(
	seating: Seating,
	request: { chatId: ChatId; no: number; avoided: boolean; asked: boolean },
): { seating: Seating; answer: SeatAnswer } {
	const { seat, search } = seating;
	if (seat?.chatId === request.chatId) return { seating, answer: "seated" };
	if (seating.past.includes(request.chatId)) return { seating, answer: "gone" };
	if (seat || search?.no !== request.no) return { seating, answer: "gone" };
	if (request.avoided) return { seating, answer: "incompatible" };
	return {
		seating: {
			...seating,
			seat: {
				chatId: request.chatId,
				botId: search.botId,
				search,
				...(request.asked ? { asked: true } : {}),
			},
			search: null,
			chats: seating.chats + 1,
		},
		answer: "seated",
	};
}

/** Frees the seat of this chat only. */
export function leaveSeat(seating: Seating, chatId: ChatId): { seating: Seating; left: boolean } {
	const past = leaving(seating.past, chatId);
	if (seating.seat?.chatId !== chatId) return { seating: { ...seating, past }, left: false };
	return { seating: { ...seating, past, seat: null }, left: true };
}

/**
 * The chat never opened: the person searches on with the same ticket, unless they cancelled or began anew.
 * @returns whether they do
 */
export function returnToSearch(
	seating: Seating,
	chatId: ChatId,
	no: number,
): { seating: Seating; back: boolean } {
	const { seat, search } = seating;
	const past = leaving(seating.past, chatId);
	if (seat?.chatId === chatId) {
		return {
			seating: { ...seating, past, seat: null, search: seat.search, chats: seating.chats - 1 },
			back: true,
		};
	}
	return { seating: { ...seating, past }, back: !seat && search?.no === no };
}
