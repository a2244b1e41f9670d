import { z } from "zod";
import { time, whole } from "../platform/shapes.ts";

/** What the routes about how things stand take and give. */

const overview = z.object({
	users: z.object({
		total: whole,
		complete: whole.describe("With a complete profile"),
		new_today: whole.describe("Since midnight UTC"),
		new_7_days: whole.describe("Today and the six days before"),
		banned: whole.describe("By bans that hold now"),
		vip: whole,
		vip_ending_7_days: whole.describe("Of the VIPs, whose time ends within a week"),
	}),
	chats: z
		.object({ open: whole, waiting: whole.describe("People who search right now") })
		.nullable()
		.describe("null: the pools don't answer"),
	stars: z.object({
		received: whole.describe("Without what went back"),
		refunded: whole,
		held: whole.describe("Of what was received, paid within 21 days: Telegram may hold it"),
	}),
	open: z
		.object({
			...{ support: whole, appeals: whole, reports: whole, groups: whole },
			...{ refunds: whole, payouts: whole, findings: whole },
		})
		.describe("What waits for staff"),
	bots: whole,
	failed_updates: whole.describe("Given up after three tries, as long as they are kept"),
	dead_jobs: whole,
	outbox: whole.describe("Events still to be delivered"),
	counted_at: time.describe("With many people the counts are some minutes old"),
});
export const overviewAnswer = z.object({ overview });

const counts = z.record(z.string(), whole);

export const statsAnswer = z.object({
	stats: overview.extend({
		by_language: counts,
		by_gender: counts,
		by_age: counts,
		by_bot: z.array(
			z.object({
				bot_id: whole,
				username: z.string().nullable(),
				users: whole.describe("Who started it"),
				blocked: whole.describe("Of those, who blocked it"),
			}),
		),
	}),
});

export const analyticsQuery = z
	.object({
		from: time.describe("Included"),
		to: time.optional().describe("Not included; now, if it isn't there"),
		by: z.enum(["hour", "day"]).default("day").describe("Days are those of UTC"),
	})
	.refine(({ from, to }) => to === undefined || from < to, { path: ["to"], message: "must be after from" });

export const analyticsAnswer = z.object({
	points: z.array(
		z.object({
			at: time,
			new_users: whole,
			purchases: whole,
			stars_received: whole,
			stars_refunded: whole,
			failed_updates: whole,
			chats_begun: whole,
			users: whole.describe("At the end"),
			vip: whole.describe("At the end"),
			chats_peak: whole.describe("The most at any hour's end"),
			waiting_peak: whole,
		}),
	),
});

export const monitoringAnswer = z.object({
	ok: z.boolean().describe("Nothing stands that staff were told of"),
	database: z.object({ ms: whole.describe("For the least there is to read") }),
	queues: z.array(
		z.object({
			name: z.string(),
			depth: whole.nullable().describe("null: the platform does not say"),
			oldest_at: time.nullable(),
			dead: whole,
		}),
	),
	outbox: whole,
	bots: z.array(
		z.object({
			bot_id: whole,
			username: z.string(),
			ok: z.boolean(),
			pending: whole.nullable().describe("Updates that wait at Telegram"),
			last_error: z.string().nullable().describe("Of the last ten minutes"),
			pacer: z.boolean().describe("Its pacer answers"),
			held_until: time.nullable().describe("Telegram wants silence until then"),
		}),
	),
	schedules: z.array(
		z.object({
			cron: z.string(),
			last_run_at: time.nullable(),
			took_ms: whole.nullable(),
			late: z.boolean(),
			failed: z.array(z.string()).describe("Steps that threw"),
		}),
	),
	chats: overview.shape.chats,
	problems: z.array(z.object({ key: z.string(), detail: z.string(), since: time, told_at: time.nullable() })),
});
