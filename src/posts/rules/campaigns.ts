import type { CampaignProblem } from "../rules.ts";

/** So many posts in one. */
export const campaignSize = 50;

/** What is known of an active campaign. Times in ms. */
export interface CampaignFacts {
	endsAt: number | null;
	/** When it was said that it is late. */
	overdueAt: number | null;
	/** Posts of which rounds are to come, paused ones included. */
	openPosts: number;
	/** Postings that wait or are being sent. */
	openPostings: number;
	/** Since when the oldest one that may go waits, null: none. */
	waitingSince: number | null;
}

/** So long after its time a posting may wait before somebody is told. */
const patienceMs = 60 * 60_000;

/** What the clock does with a campaign. Complete is complete, however late; that it is late is said once. */
export function campaignCheck(facts: CampaignFacts, now: number): "complete" | "overdue" | null {
	const { endsAt, overdueAt, openPosts, openPostings, waitingSince } = facts;
	if (openPosts === 0 && openPostings === 0) return "complete";
	if (overdueAt !== null) return null;
	const stuck = waitingSince !== null && now - waitingSince > patienceMs;
	return stuck || (endsAt !== null && now > endsAt) ? "overdue" : null;
}

// The server's words for a bot that is in a chat and may not write there.
const noRights = /not enough rights|have no rights to send|CHAT_WRITE_FORBIDDEN|need administrator rights/i;

/** What a refused posting says of its group. */
export const problemOf = (description: string, deactivated: boolean): CampaignProblem | null =>
	deactivated ? "inactive" : noRights.test(description) ? "rights" : null;

const problemWords: Record<CampaignProblem, string> = {
	inactive: "the bot is not at work there",
	rights: "the bot may not write there",
};

/** So many groups are named in one message. */
const namedAtOnce = 20;

/** What staff are told, of each group once. */
export const problemAlert = (
	campaign: string,
	problems: readonly { title: string; problem: CampaignProblem }[],
): string =>
	[
		`The group campaign “${campaign}” can't post everywhere.`,
		...problems.slice(0, namedAtOnce).map(({ title, problem }) => `${title}: ${problemWords[problem]}`),
		...(problems.length > namedAtOnce ? [`And ${problems.length - namedAtOnce} more.`] : []),
	].join("\n");
