import { earliest } from "../../platform/time.ts";
import type { Waiter } from "./matching.ts";

export type WaitingStep =
	/** The search message turns to its text number `turn`. */
	| { kind: "turn"; turn: number }
	| { kind: "any_language" }
	/** Somebody met lately may be met again: they are looked for once more. */
	| { kind: "match_again" }
	| { kind: "offer" }
	| { kind: "end" };

export interface WaitingTimes {
	anyLanguageMs: number;
	offerMs: number;
	endMs: number;
}

/** When the search message turns: the first after 3 s, each later than the one before, then it stands. */
const turnsMs = [3_000, 8_000, 20_000, 50_000];

/** What passes at its moment, and is not worth a repeat. */
function moments({ offerMs }: WaitingTimes): { after: number; step: WaitingStep }[] {
	return [
		...turnsMs.map((after, i) => ({ after, step: { kind: "turn", turn: i + 1 } as const })),
		{ after: offerMs, step: { kind: "offer" } },
	];
}

/** What stays to be done from its moment on, until it is done: being lost would keep somebody waiting for ever. */
function duties(waiter: Waiter, times: WaitingTimes): { after: number; step: WaitingStep }[] {
	return [
		...(waiter.inAny ? [] : [{ after: times.anyLanguageMs, step: { kind: "any_language" } as const }]),
		{ after: times.endMs, step: { kind: "end" } },
	];
}

/** What is due for this waiter at `to`, where moments until `from` are past (ms). */
export function stepsDue(waiter: Waiter, times: WaitingTimes, from: number, to: number): WaitingStep[] {
	const again = waiter.ticket.recent.some(({ until }) => until >= from && until < to);
	const matching = again ? [{ kind: "match_again" } as const] : [];
	if (waiter.passive) return matching;
	const age = to - waiter.joinedAt;
	const owed = duties(waiter, times).filter(({ after }) => after <= age);
	const end = owed.find(({ step }) => step.kind === "end");
	if (end) return [end.step];
	const passing = moments(times).filter(({ after }) => after <= age && waiter.joinedAt + after > from);
	// After a pause several turns may be due: only the last one is worth an edit.
	const lastTurn = passing.findLast(({ step }) => step.kind === "turn");
	const steps = passing.filter(({ step }) => step.kind !== "turn" || step === lastTurn?.step);
	return [...matching, ...[...steps, ...owed].map(({ step }) => step)];
}

/** The first moment at which something is due for this waiter, it may be in the past; Infinity if nothing is. */
export function nextStepAt(waiter: Waiter, times: WaitingTimes, from: number): number {
	const meetings = waiter.ticket.recent.filter(({ until }) => until >= from).map(({ until }) => until + 1);
	if (waiter.passive) return earliest(meetings);
	const at = ({ after }: { after: number }) => waiter.joinedAt + after;
	const passing = moments(times)
		.map(at)
		.filter((moment) => moment > from);
	return earliest([...meetings, ...passing, ...duties(waiter, times).map(at)]);
}
