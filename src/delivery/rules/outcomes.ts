import type { CallFailure } from "../../platform/telegram.ts";
import { cut } from "../../platform/text.ts";

/** The first try and three more. */
const tryLimit = 4;
const backoffs = [2_000, 10_000, 30_000];

/** What follows from a call that failed. */
type NextStep =
	/** Telegram wants silence: the call was not carried out, and costs no try. */
	| { kind: "hold"; seconds: number }
	| { kind: "again"; afterMs: number }
	| { kind: "settle"; state: "failed" | "unknown"; note: string; error: boolean; gone: boolean };

/** @param tries calls made so far, this one included, without those that were held */
export function afterFailure(failure: CallFailure, tries: number): NextStep {
	switch (failure.kind) {
		case "wait":
			return { kind: "hold", seconds: failure.seconds };
		case "passing": {
			const afterMs = backoffs[tries - 1];
			if (tries < tryLimit && afterMs !== undefined) return { kind: "again", afterMs };
			return settle("failed", failure.description, true, false);
		}
		case "gone":
			return settle("failed", failure.description, false, true);
		case "refused":
			return settle("failed", failure.description, true, false);
		// It may have been carried out, and Telegram knows no repeat: only a person may try again.
		case "unknown":
			return settle("unknown", failure.description, true, false);
	}
}

const settle = (state: "failed" | "unknown", description: string, error: boolean, gone: boolean) => ({
	kind: "settle" as const,
	state,
	note: cut(description, 200),
	error,
	gone,
});
