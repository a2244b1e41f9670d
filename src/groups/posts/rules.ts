export const postStates = ["scheduled", "paused", "done", "cancelled"] as const;
/** `done`: every round has begun. */
export type PostState = (typeof postStates)[number];

/** `unknown`: no answer, or the sender died; only a person may send it again. `too_old`: Telegram no longer deletes it. */
export const postingStates = [
	"waiting",
	"sending",
	"sent",
	"failed",
	"skipped",
	"unknown",
	"cancelled",
	"deleted",
	"too_old",
] as const;
export type PostingState = (typeof postingStates)[number];
