import { z } from "zod";
import { contentFields, refineContent } from "../delivery/rules/content.ts";
import { groupStates } from "../groups/rules.ts";
import { telegramId } from "../platform/http.ts";
import { next, paging, time, whole } from "../platform/shapes.ts";
import { campaignSize } from "./rules/campaigns.ts";
import { groupCampaignStates, postingStates, postStates } from "./rules.ts";

/** What staff send and read of posts: checked at the door, and the source of its document. */

const groupId = z.number().int().negative("must be a group's id");
const moment = z.iso.datetime({ offset: true });
const no = z.coerce.number().int().positive();
const numberCursor = z
	.string()
	.regex(/^\d{1,15}$/, "must be `next` of the page before")
	.optional()
	.describe("`next` of the page before");

export const postParam = z.object({ no: no.describe("The post's") });
export const campaignParam = z.object({ no: no.describe("The group campaign's") });

const postFields = {
	...contentFields,
	targets: z
		.array(
			z.object({
				group_id: groupId,
				topic_id: z
					.number()
					.int()
					.positive()
					.optional()
					.describe("Of a forum; 1, the general topic, is as none"),
			}),
		)
		.min(1)
		.max(100)
		.describe("Where it goes"),
	silent: z.boolean().optional().describe("Rings nobody's phone; without it as each group is set"),
	reply_to: z.number().int().positive().optional().describe("A message of the group; with one group only"),
	bypass_cooldown: z.boolean().default(false).describe("Doesn't wait for the groups' cooldowns"),
	delete_after_hours: z
		.number()
		.int()
		.min(1)
		.max(47)
		.optional()
		.describe("Telegram deletes nothing that is older than 48 hours"),
	at: moment.optional().describe("The first round, or not before it; without it now"),
	cron: z.string().trim().max(100).optional().describe("Five parts, e.g. `0 9 * * 1-5`: again and again"),
	time_zone: z.string().max(60).default("UTC").describe("What `cron` means, e.g. `Europe/Lisbon`"),
	every_seconds: z.number().int().min(60).max(31_536_000).optional().describe("Again and again"),
	rounds: z.number().int().min(1).max(1000).optional().describe("So often; without it until it is ended"),
};
export const postInput = z.object(postFields).superRefine(refineContent);
export const idAnswer = z.object({ id: whole });

export const contentInput = z.object(contentFields).superRefine(refineContent);

export const testInput = z
	.object({
		...contentFields,
		to: telegramId.describe("Somebody's Telegram id"),
		bot_id: whole.positive().optional().describe("Through this bot"),
	})
	.superRefine(refineContent);
export const testAnswer = z.object({ ok: z.literal(true), message_id: whole });

const post = z.object({
	id: whole,
	campaign_id: whole.nullable(),
	status: z.enum(postStates).describe("done: every round has begun"),
	excerpt: z.string().describe("How its text begins"),
	media: z.string().nullable().describe("The kind of its medium"),
	silent: z.boolean().nullable(),
	reply_to: whole.nullable(),
	bypass_cooldown: z.boolean(),
	delete_after_hours: z.number().nullable(),
	cron: z.string().nullable(),
	time_zone: z.string(),
	every_seconds: whole.nullable(),
	rounds: whole.nullable().describe("null: until it is ended"),
	round: whole.describe("Rounds begun"),
	next_at: time.nullable(),
	version: whole.describe("Grows with every edit"),
	editing: z.boolean().describe("What stands in groups is still being changed"),
	created_at: time,
	created_by: z.string(),
});

const counts = z.object(
	Object.fromEntries(postingStates.map((state) => [state, whole])) as Record<
		(typeof postingStates)[number],
		typeof whole
	>,
);

export const postsQuery = z.object({
	limit: paging.limit,
	cursor: numberCursor,
	state: z.enum(postStates).optional().describe("Only those"),
	group_id: z.coerce.number().int().negative().optional().describe("Only those for this group"),
	campaign: no.optional().describe("Only those of this group campaign"),
});
export const postsAnswer = z.object({ posts: z.array(post), next });

export const postAnswer = z.object({
	post: post.extend({
		content: z.unknown(),
		targets: z.array(
			z.object({
				group_id: whole,
				topic_id: whole.nullable(),
				title: z.string().nullable(),
				state: z.enum(groupStates).nullable(),
			}),
		),
		counts,
	}),
});

export const calendarQuery = z
	.object({ from: moment, to: moment })
	.refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
		path: ["to"],
		error: "must be after `from`",
	})
	.refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 100 * 86_400_000, {
		path: ["to"],
		error: "at most 100 days",
	});
export const calendarAnswer = z.object({
	planned: z
		.array(z.object({ post_id: whole, at: time, excerpt: z.string(), campaign_id: whole.nullable() }))
		.describe("Rounds to come, at most 500"),
	posted: z
		.array(
			z.object({
				post_id: whole,
				round: whole,
				at: time,
				groups: whole.describe("It was posted in"),
				excerpt: z.string(),
				campaign_id: whole.nullable(),
			}),
		)
		.describe("Rounds that were posted, at most 500"),
});

const posting = z.object({
	id: whole,
	post_id: whole,
	round: whole,
	group_id: whole,
	topic_id: whole.nullable(),
	bot_id: whole,
	state: z
		.enum(postingStates)
		.describe("unknown: nobody knows whether it was sent; too_old: Telegram no longer deletes it"),
	due_at: time,
	message_id: whole.nullable(),
	sent_at: time.nullable(),
	delete_at: time.nullable(),
	note: z.string().nullable().describe("Telegram's words, or why not"),
});
const postingState = z.enum(postingStates).optional().describe("Only those");
export const postingsQuery = z.object({
	limit: paging.limit,
	cursor: z
		.string()
		.regex(/^\d{1,9}\.-\d{1,16}\.\d{1,15}$/, "must be `next` of the page before")
		.optional()
		.describe("`next` of the page before"),
	state: postingState,
});
export const groupPostingsQuery = z.object({
	limit: paging.limit,
	cursor: numberCursor,
	state: postingState,
});
export const postingsAnswer = z.object({ postings: z.array(posting), next });

export const resendInput = z.object({
	include_unknown: z
		.boolean()
		.default(false)
		.describe("Also those of which nobody knows whether they were sent: they may be there twice"),
});
export const resendAnswer = z.object({ ok: z.literal(true), queued: whole });

export const campaignInput = z.object({
	name: z.string().trim().min(1).max(100),
	ends_at: moment.optional().describe("When it is to be complete"),
	posts: z.array(postInput).min(1).max(campaignSize),
});

const groupCampaign = z.object({
	id: whole,
	name: z.string(),
	status: z.enum(groupCampaignStates),
	ends_at: time.nullable(),
	overdue_at: time.nullable().describe("Since when it is late"),
	created_at: time,
	created_by: z.string(),
	changed_at: time,
});
export const campaignsQuery = z.object({ limit: paging.limit, cursor: numberCursor });
export const campaignsAnswer = z.object({ campaigns: z.array(groupCampaign), next });
export const campaignAnswer = z.object({
	campaign: groupCampaign.extend({
		posts: z.array(post),
		counts: counts.describe("What its posts did in groups"),
		problems: z
			.array(z.object({ group_id: whole, problem: z.enum(["inactive", "rights"]), at: time }))
			.describe("Groups it can't post in"),
	}),
});
