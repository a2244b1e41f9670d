import type { Waiter } from "./matching.ts";

export type WaitingStep =
	/** The search message turns to its text number `turn`. */
	{ kind: "turn"; turn: number } | { kind: "any_language" } | { kind: "offer" } | { kind: "end" };

export interface WaitingTimes {
	anyLanguageMs: number;
	offerMs: number;
	endMs: number;
}

/** When the search message turns: the first after 3 s, each later than the one before, then it stands. */
export const turnsMs = [3_000, 8_000, 20_000, 50_000];

function plan(times: WaitingTimes): { after: number; step: WaitingStep }[] {
	return [
		...turnsMs.map((after, i) => ({ after, step: { kind: "turn", turn: i + 1 } as const })),
		{ after: times.anyLanguageMs, step: { kind: "any_language" } },
		{ after: times.offerMs, step: { kind: "offer" } },
		{ after: times.endMs, step: { kind: "end" } },
	];
}

/** What is due for this waiter after `from` and until `to` (ms). Both ends matter: the same moment never comes twice. */
export function stepsDue(waiter: Waiter, times: WaitingTimes, from: number, to: number): WaitingStep[] {
	if (waiter.passive) return [];
	const due = plan(times).filter(({ after }) => {
		const at = waiter.joinedAt + after;
		return at > from && at <= to;
	});
	const steps = due.map(({ step }) => step);
	if (steps.some((step) => step.kind === "end")) return [{ kind: "end" }];
	// After a pause several turns may be due: only the last one is worth an edit.
	const lastTurn = steps.findLast((step) => step.kind === "turn");
	return steps.filter((step) => step.kind !== "turn" || step === lastTurn);
}

/** The first moment after `done` at which something is due for this waiter; it may be in the past. */
export function nextStepAt(waiter: Waiter, times: WaitingTimes, done: number): number | undefined {
	if (waiter.passive) return undefined;
	const later = plan(times)
		.map(({ after }) => waiter.joinedAt + after)
		.filter((at) => at > done);
	return later.length ? Math.min(...later) : undefined;
}
