import type { EndReason } from "./end.ts";

const minuteMs = 60_000;

/** Holds the partner of `userId` in the chat. */
export interface Lock {
	lockId: string;
	userId: number;
	minutes: number;
	/** ms */
	until: number;
}

/** What somebody has yet to read. */
export interface LockNews {
	userId: number;
	what: "began" | "ended";
	/** It is their own lock. */
	own: boolean;
	minutes: number;
	attempts: number;
}

/** The locks of one chat. */
export interface Locks {
	running: Lock | null;
	/** The newest that this chat was asked for; one that was refused has no end. */
	known: { lockId: string; until: number | null }[];
	/** Oldest first. */
	news: LockNews[];
	/** The chat ended before its lock: the minutes whose way back is still to be written down. */
	unused: { lockId: string; minutes: number } | null;
	/** When the last one ran out. */
	endedAt: number;
}

export const noLocks: Locks = { running: null, known: [], news: [], unused: null, endedAt: 0 };

const knownLimit = 50;

export interface LockRequest {
	lockId: string;
	userId: number;
	minutes: number;
}

/** `over`: the chat is not open any more. `already`: another lock runs. Both begin nothing, then and ever after. */
export type LockAnswer = { kind: "locked" | "already"; until: number } | { kind: "not_yet" | "over" };

/** How a chat stands for who wants to lock it. */
export interface LockState {
	chat: "open" | "opening" | "over";
	/** Of the lock that runs. */
	until: number | null;
	/** The bot this person sits there with; null if nothing is kept of it, or not theirs. */
	botId: number | null;
}

/** Begins a new lock in an open chat, unless another one runs. */
export function beginLock(
	locks: Locks,
	{ lockId, userId, minutes }: LockRequest,
	partner: number,
	now: number,
): { locks: Locks; answer: LockAnswer } {
	const know = (until: number | null) => [...locks.known, { lockId, until }].slice(-knownLimit);
	const running = lockUntil(locks, now);
	if (running !== null) {
		return { locks: { ...locks, known: know(null) }, answer: { kind: "already", until: running } };
	}
	const until = now + minutes * minuteMs;
	const lock: Lock = { lockId, userId, minutes, until };
	const begun = { ...locks, running: lock, known: know(until) };
	return { locks: tellBoth(begun, lock, partner, "began"), answer: { kind: "locked", until } };
}

/** What was answered to this very lock; null if it is new. */
export function knownAnswer(locks: Locks, lockId: string, now: number): LockAnswer | null {
	const known = locks.known.find((one) => one.lockId === lockId);
	if (!known) return null;
	if (known.until !== null) return { kind: "locked", until: known.until };
	return { kind: "already", until: lockUntil(locks, now) ?? now };
}

/** When the lock that runs ends; null without one. */
export const lockUntil = ({ running }: Locks, now: number): number | null =>
	running && now < running.until ? running.until : null;

/** Until when this end has to wait; null if it may be. Safety never waits, and who locked may leave. */
export function heldUntil(locks: Locks, by: number | null, reason: EndReason, now: number): number | null {
	const waits = reason === "stop" || reason === "next" || reason === "idle";
	return waits && by !== locks.running?.userId ? lockUntil(locks, now) : null;
}

/** Takes out a lock that has run its time. */
export function lapsed(locks: Locks, partnerOf: (userId: number) => number, now: number): Locks {
	const { running } = locks;
	if (!running || now < running.until) return locks;
	const over = { ...locks, running: null, endedAt: running.until };
	return tellBoth(over, running, partnerOf(running.userId), "ended");
}

/** The chat ends: nothing is told of its lock any more, and what is unused goes back. */
export function unlocked(
	locks: Locks,
	end: { endedBy: number | null; reason: EndReason },
	now: number,
): Locks {
	const { running } = locks;
	const minutes = running ? unusedMinutes(running, end, now) : 0;
	const unused = running && minutes > 0 ? { lockId: running.lockId, minutes } : null;
	return { ...locks, running: null, news: [], unused };
}

/** Whole minutes that go back when the chat ends before its lock. Who locked pays for an end that is their doing. */
export function unusedMinutes(
	{ userId, minutes, until }: Lock,
	{ endedBy, reason }: { endedBy: number | null; reason: EndReason },
	now: number,
): number {
	const byLocker = endedBy === userId;
	const goesBack: Record<EndReason, boolean> = {
		stop: false,
		next: false,
		idle: false,
		block: true,
		bot_closed: true,
		// The partner reported who locked.
		report: byLocker,
		unreachable: !byLocker,
		excluded: !byLocker,
	};
	if (!goesBack[reason]) return 0;
	return Math.min(minutes, Math.max(0, Math.floor((until - now) / minuteMs)));
}

/** Minutes left, as people read them: never 0 while it lasts. */
export const minutesLeft = (until: number, now: number): number =>
	Math.max(1, Math.ceil((until - now) / minuteMs));

function tellBoth(locks: Locks, { userId, minutes }: Lock, partner: number, what: LockNews["what"]): Locks {
	const news = (reader: number): LockNews => ({
		...{ userId: reader, what, own: reader === userId, minutes, attempts: 0 },
	});
	return { ...locks, news: [...locks.news, news(userId), news(partner)] };
}
