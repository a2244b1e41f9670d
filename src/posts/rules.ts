export const postStates = ["scheduled", "paused", "done", "cancelled"] as const;
/** `done`: every round has begun. */
export type PostState = (typeof postStates)[number];

/**
 * Every way of a post from one state to another, by what happens. A post that is done can be paused and cancelled as
 * long as some of its postings wait; `resume` leads to what it was.
 */
export const transitions = {
	finish: { from: ["scheduled"], to: "done" },
	pause: { from: ["scheduled", "done"], to: "paused" },
	resume: { from: ["paused"], to: "scheduled" },
	cancel: { from: ["scheduled", "paused", "done"], to: "cancelled" },
} as const satisfies Record<string, { from: readonly PostState[]; to: PostState }>;

/** States in which what waits is sent. */
export const postingIn: readonly PostState[] = ["scheduled", "done"];

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

/** All others are terminal; only a resend leads back, from `failed` and `unknown`. */
export const openPostings: readonly PostingState[] = ["waiting", "sending"];

/** When a group may be posted to: its cooldown after the post before. @param seconds of the cooldown */
export const mayPostAt = (postedAt: number, seconds: number, bypass: boolean): number =>
	bypass || postedAt === 0 ? 0 : postedAt + seconds * 1000;

export const groupCampaignStates = ["active", "complete", "cancelled"] as const;
export type GroupCampaignState = (typeof groupCampaignStates)[number];

/** Why a campaign can't post in a group: the bot is not at work there, or may not write. */
export type CampaignProblem = "inactive" | "rights";
