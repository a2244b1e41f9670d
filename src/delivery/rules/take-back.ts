import type { CallFailure } from "../../platform/telegram.ts";
import { afterFailure } from "./outcomes.ts";

export type TakeBackState = "running" | "done";

/** Telegram deletes only what is younger: https://core.telegram.org/bots/api#deletemessage */
export const deletableMs = 48 * 3_600_000;

/** What follows from a message that was not deleted. */
type NextStep =
	/** It is gone already. */
	| { kind: "deleted" }
	| { kind: "hold"; seconds: number }
	| { kind: "again"; afterMs: number }
	/** It stays, for these words. */
	| { kind: "kept"; note: string };

/** @param tries calls made so far, this one included, without those that were held */
export function afterNotDeleted(failure: CallFailure, tries: number): NextStep {
	if (failure.kind === "refused" && /message to delete not found/i.test(failure.description))
		return { kind: "deleted" };
	// To delete it twice does no harm, so no answer is as good as a passing failure.
	const known = failure.kind === "unknown" ? { ...failure, kind: "passing" as const } : failure;
	const next = afterFailure(known, tries);
	return next.kind === "settle" ? { kind: "kept", note: next.note } : next;
}
