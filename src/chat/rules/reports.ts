import { dayMs } from "../../platform/time.ts";

/** Why somebody reports, in the order of the buttons. */
export const reportReasons = ["spam", "insults", "sexual", "minor", "scam", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What staff can decide, by the verb of the button. */
export const verdicts = ["ban1", "ban7", "ban", "warn", "dismiss"] as const;
export type Verdict = (typeof verdicts)[number];
export type ReportStatus = "open" | "banned" | "warned" | "dismissed";

/** The state a verdict leads to; `banUntil` is null for good, and where nobody is banned. */
export function decided(verdict: Verdict, now: number): { status: ReportStatus; banUntil: number | null } {
	switch (verdict) {
		case "ban1":
			return { status: "banned", banUntil: now + dayMs };
		case "ban7":
			return { status: "banned", banUntil: now + 7 * dayMs };
		case "ban":
			return { status: "banned", banUntil: null };
		case "warn":
			return { status: "warned", banUntil: null };
		case "dismiss":
			return { status: "dismissed", banUntil: null };
	}
}

/** How a person's earlier reports were judged. */
export interface TrackRecord {
	upheld: number;
	dismissed: number;
}

/** Who was wrong often, and more often than right, counts half. */
export const weightOf = ({ upheld, dismissed }: TrackRecord): number =>
	dismissed >= 3 && dismissed > upheld ? 0.5 : 1;

export interface OpenReport {
	reporterId: number;
	reason: string;
	createdAt: number;
	record: TrackRecord;
}

/**
 * Whether these undecided reports about one person keep them out until staff have looked:
 * enough different people within 24 hours, or anybody who suspects a minor. The word of who reports falsely as a habit is
 * not enough for that: it counts as any other report of theirs.
 */
export function mustPause(open: OpenReport[], reportsToPause: number, now: number): boolean {
	if (open.some(({ reason, record }) => reason === "minor" && weightOf(record) === 1)) return true;
	const weights = new Map<number, number>();
	for (const { reporterId, createdAt, record } of open)
		if (createdAt > now - dayMs) weights.set(reporterId, weightOf(record));
	return [...weights.values()].reduce((sum, weight) => sum + weight, 0) >= reportsToPause;
}

/** What staff get to see of messages. Without a chat to copy to, nothing is copied, whatever is set. */
export const mediaReviewModes = ["on_report", "all", "off"] as const;
export type MediaReview = (typeof mediaReviewModes)[number];

export const effectiveReview = (mode: MediaReview, reviewChat: number): MediaReview =>
	reviewChat === 0 ? "off" : mode;
