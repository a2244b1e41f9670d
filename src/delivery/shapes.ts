import { z } from "zod";
import { telegramId } from "../platform/http.ts";
import { languages } from "../platform/i18n/index.ts";
import { advice, next, paging } from "../platform/shapes.ts";
import { campaignStates, deliveryStates } from "./rules/campaigns.ts";
import { contentFields, refineContent } from "./rules/content.ts";

/** What the broadcasting part of the staff door takes and gives. */

const time = z.iso.datetime();
const number = z.number().int();
const botId = number.positive().optional().describe("Only through this bot");

const who = {
	audience: z.enum(["all", "vip", "free"]),
	language: z.enum(languages).optional().describe("Only who reads this language"),
	inactive_days: number
		.min(1)
		.max(365)
		.optional()
		.describe(
			"Only who did nothing for more than so many days; messages to a partner within a chat don't count",
		),
	bot_id: botId,
};

const name = z.string().trim().min(1).max(100);
const startsAt = z.iso.datetime({ offset: true });
const named = { name: name.optional().describe("What staff call it"), ...contentFields, ...who };

export const broadcastInput = z
	.object({ ...named, starts_at: startsAt.optional().describe("Without it at once") })
	.superRefine(refineContent);
/** It need not be complete yet. */
export const draftInput = z.object({ ...named, audience: who.audience.default("all") });
export const scheduleInput = z.object({ starts_at: startsAt });
export const broadcastAnswer = z.object({ id: number.describe("The campaign's") });

export const testInput = z
	.object({ ...contentFields, to: telegramId.describe("Somebody's Telegram id"), bot_id: botId })
	.superRefine(refineContent);
export const testAnswer = z.object({ ok: z.literal(true), message_id: number });

export const previewAnswer = z.object({
	recipients: number.describe("Without those who want fewer messages"),
	seconds: number.describe("How long it takes at the pace that is set"),
	by_bot: z.array(z.object({ bot_id: number, recipients: number })),
	paid_broadcast: z
		.object({ seconds: number, stars: number })
		.describe(
			"What Telegram's paid broadcast would take and cost; needs 10,000 Stars and 10,000 monthly users",
		),
});

const campaign = z.object({
	id: number,
	name: z.string().nullable(),
	excerpt: z.string().describe("How its text begins"),
	media: z.string().nullable().describe("The kind of its medium"),
	owner: z.string().describe("`broadcast`, or whose it is"),
	status: z.enum(campaignStates),
	total: number.describe("Recipients found so far"),
	counts: z.object(
		Object.fromEntries(deliveryStates.map((state) => [state, number])) as Record<
			(typeof deliveryStates)[number],
			typeof number
		>,
	),
	progress: z.number().min(0).max(1).describe("How much of it is settled"),
	starts_at: time.nullable().describe("When it is to begin, or has begun"),
	take_back: z.enum(["running", "done"]).nullable().describe("What was sent is being deleted, or was"),
	blocks_under_way: number.describe("0 in a campaign that is paused: nothing is sent any more"),
	pause_reason: z.string().nullable().describe("Why it paused by itself"),
	audience: z.unknown(),
	created_at: time,
	created_by: z.string(),
	changed_at: time,
});
export const campaignAnswer = campaign.extend({ content: z.unknown() });
export const campaignsAnswer = z.object({ campaigns: z.array(campaign), next });
const cursor = z
	.string()
	.regex(/^\d{1,15}$/, "is not a cursor of this list")
	.optional();
export const campaignsQuery = z.object({
	limit: paging.limit,
	cursor,
	state: z.enum(campaignStates).optional().describe("Only those"),
});
export const takeBackAnswer = z.object({
	status: z.enum(["running", "done"]).nullable().describe("null: nobody takes it back"),
	deleted: number.describe("Gone from their readers' chats"),
	left: number.describe("Still to be deleted; of one that nobody takes back, what could be"),
	too_old: number.describe("Older than 48 hours: Telegram no longer deletes them for bots"),
	refused: number.describe("Telegram would not delete them: its words stand with the deliveries"),
});

const template = z.object({
	id: number,
	name: z.string(),
	content: z.object(contentFields),
	changed_at: time,
	changed_by: z.string(),
});
export const templateInput = z.object({ name, ...contentFields }).superRefine(refineContent);
export const templatesAnswer = z.object({ templates: z.array(template).describe("By their names") });
export const templateParam = z.object({ no: z.coerce.number().int().positive() });
export const campaignParam = z.object({ id: z.coerce.number().int().positive() });

export const deliveriesQuery = z.object({
	limit: paging.limit,
	cursor,
	state: z.enum(deliveryStates).default("failed"),
	q: z.string().trim().min(1).max(100).optional().describe("Words of Telegram's"),
});
export const failuresAnswer = z.object({
	failures: z.array(
		z.object({
			state: z.enum(["failed", "unknown"]),
			cause: z.string().describe("What they failed with, digits left out"),
			advice,
			recipients: number,
		}),
	),
});
export const deliveriesAnswer = z.object({
	deliveries: z.array(
		z.object({
			user_id: number.nullable().describe("null: erased"),
			bot_id: number,
			state: z.enum(deliveryStates),
			message_id: number.nullable(),
			note: z.string().nullable().describe("Telegram's words, or why it was skipped"),
		}),
	),
	next,
});

export const resendInput = z.object({
	include_unknown: z
		.boolean()
		.default(false)
		.describe("Also those of whom nobody knows whether they have it: they may get it twice"),
	cause: z.string().optional().describe("Only where it failed of this, as `failures` names it"),
	user_ids: z.array(telegramId).min(1).max(100).optional().describe("Only to these"),
});
