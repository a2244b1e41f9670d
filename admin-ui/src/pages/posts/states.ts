import { type PostingState, type PostState, postingStates, postStates } from "../../../../src/posts/rules.ts";
import type { ListedPost, Posting } from "../../api/types.ts";

export { type PostingState, type PostState, postingStates, postStates };

export const postTabs = ["posts", "calendar", "campaigns"] as const;
export type PostTab = (typeof postTabs)[number];

export const calendarViews = ["month", "week"] as const;
export type CalendarView = (typeof calendarViews)[number];

export const postColors: Record<PostState, string> = {
	scheduled: "blue",
	paused: "yellow",
	done: "teal",
	cancelled: "gray",
};

export const postingColors: Record<PostingState, string> = {
	waiting: "blue",
	sending: "blue",
	sent: "teal",
	failed: "red",
	skipped: "gray",
	unknown: "orange",
	cancelled: "gray",
	deleted: "gray",
	too_old: "yellow",
};

type Counts = Record<PostingState, number>;

/** Whether some of it is on its way just now. */
export const isOnItsWay = (counts: Counts) => counts.waiting + counts.sending > 0;

/** What a post that has ended can still be stopped in: what waits. */
export const mayPause = ({ status }: ListedPost, counts: Counts) =>
	status === "scheduled" || (status === "done" && isOnItsWay(counts));
export const mayCancel = (post: ListedPost, counts: Counts) =>
	post.status === "paused" || mayPause(post, counts);
export const mayResend = (counts: Counts) => counts.failed + counts.unknown > 0;

/** Telegram lets a bot delete what is younger. */
const deletableMs = 48 * 3_600_000;
export const isDeletable = ({ state, message_id, sent_at }: Posting, now: number) =>
	state === "sent" && message_id !== null && sent_at !== null && now - Date.parse(sent_at) < deletableMs;
