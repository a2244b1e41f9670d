import { cut } from "./text.ts";

/** What staff can do about a failure. */
type Advice =
	/** It passes by itself: try again. */
	| "retry"
	/** The same again fails again: correct what is sent first. */
	| "correct"
	/** The bot lacks a right, or a chat is gone: see to it there, then try again. */
	| "give_rights"
	/** Nobody can do anything: forget it. */
	| "discard"
	/** It may have happened: look first. */
	| "look";

const advices: [RegExp, Advice][] = [
	[/did not know|stopped before it knew|timed? ?out|network|connection|no answer|fetch failed/i, "look"],
	[/too many requests|retry after|internal server error|bad gateway|unavailable|overloaded|reset/i, "retry"],
	[/blocked by the user|deactivated|initiate conversation|PEER_ID_INVALID|no longer known/i, "discard"],
	[
		/not enough rights|have no rights|need administrator|kicked|not a member|chat not found|CHAT_\w+/i,
		"give_rights",
	],
	[
		/can't parse|entit|wrong|invalid|too long|empty|unsupported|must be|BUTTON|failed to get HTTP URL/i,
		"correct",
	],
];

/** What to do about a failure with these words: Telegram's, or our own. */
export const adviceFor = (words: string | null): Advice =>
	advices.find(([pattern]) => pattern.test(words ?? ""))?.[1] ?? "retry";

/** The words without what differs from one case to the next, so that what failed alike stands together. */
export const causeOf = (words: string | null): string => cut((words ?? "").replace(/\d+/g, "#"), 200);

/** Puts rows together that failed alike, most first. */
export function byCause<Row extends { words: string | null; count: number }>(
	rows: readonly Row[],
	sameIn: (row: Row) => string = () => "",
): (Row & { cause: string; advice: Advice })[] {
	const causes = new Map<string, Row & { cause: string; advice: Advice }>();
	for (const row of rows) {
		const cause = causeOf(row.words);
		const key = `${sameIn(row)} ${cause}`;
		const known = causes.get(key);
		causes.set(key, { ...row, cause, advice: adviceFor(row.words), count: row.count + (known?.count ?? 0) });
	}
	return [...causes.values()].sort((a, b) => b.count - a.count);
}
