import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";

/** A Stars invoice takes 1 to 100,000; a subscription 10,000 at most. */
const stars = z.number().int().min(1).max(100_000);
/** Stands in a button's data. */
const id = z.string().regex(/^[a-z0-9_-]{1,16}$/, "small letters, digits, dash and underscore; at most 16");
const list = <T extends z.ZodType<{ id: string }>>(item: T) =>
	z
		.array(item)
		.max(10)
		.refine((items) => new Set(items.map((one) => one.id)).size === items.length, "each id once");

export interface VipPlan {
	id: string;
	days: number;
	stars: number;
	/** Charged again every 30 days until it is cancelled. */
	renews: boolean;
}

export const vipPlans = defineSetting<VipPlan[]>({
	key: "payments.vip_plans",
	schema: list(
		z
			.object({ id, days: z.number().int().min(1).max(3650), stars, renews: z.boolean().default(false) })
			.refine((plan) => !plan.renews || (plan.days === 30 && plan.stars <= 10_000), {
				message: "a plan that renews lasts 30 days and costs at most 10000 Stars",
			}),
	),
	default: [
		{ id: "week", days: 7, stars: 150, renews: false },
		{ id: "month", days: 30, stars: 450, renews: false },
		{ id: "monthly", days: 30, stars: 400, renews: true },
		{ id: "quarter", days: 90, stars: 1200, renews: false },
	],
	label: "VIP plans",
	help: "What Buy Premium offers: days and price in Stars. One that renews is charged every 30 days until it is cancelled.",
});

export interface LockDuration {
	minutes: number;
	stars: number;
}

export const lockDurations = defineSetting<LockDuration[]>({
	key: "payments.lock_durations",
	schema: z
		.array(z.object({ minutes: z.number().int().min(1).max(120), stars }))
		.min(1)
		.max(6)
		.refine((all) => new Set(all.map(({ minutes }) => minutes)).size === all.length, "each duration once"),
	default: [
		{ minutes: 5, stars: 25 },
		{ minutes: 10, stars: 45 },
		{ minutes: 15, stars: 60 },
	],
	label: "Lock durations",
	help: "For how long a chat can be locked, and what the credits for it cost in Stars. A minute is one credit.",
});

export interface CreditPack {
	id: string;
	credits: number;
	stars: number;
}

export const creditPacks = defineSetting<CreditPack[]>({
	key: "payments.ai_credit_packs",
	schema: list(z.object({ id, credits: z.number().int().min(1).max(1_000_000), stars })),
	default: [
		{ id: "starter", credits: 50, stars: 150 },
		{ id: "pro", credits: 250, stars: 600 },
	],
	label: "AI credit packs",
	help: "Credits for pictures and videos, which stay until they are used.",
});

export interface AiSubscription {
	/** Given at the start and every 30 days. */
	credits: number;
	monthlyStars: number;
	/** One payment for 365 days. */
	annualStars: number;
}

export const aiSubscription = defineSetting<AiSubscription>({
	key: "payments.ai_subscription",
	schema: z.object({
		credits: z.number().int().min(1).max(1_000_000),
		monthlyStars: stars.max(10_000),
		annualStars: stars,
	}),
	default: { credits: 120, monthlyStars: 250, annualStars: 2500 },
	label: "AI subscription",
	help: "Credits every 30 days; the month is charged again by Telegram, the year is one payment.",
});

export const carryOver = defineSetting({
	key: "payments.ai_credits_carry_over",
	schema: z.boolean(),
	default: false,
	label: "AI credits of a subscription carry over",
	help: "Off: what is unused when the next month's credits come expires.",
});

export const orderMinutes = defineSetting({
	key: "payments.order_minutes",
	schema: z.number().int().min(1).max(1440),
	default: 60,
	label: "An invoice can be paid for (minutes)",
	help: "After that it is refused, and a new one is asked for.",
});

export const selfRefundHours = defineSetting({
	key: "payments.self_refund_hours",
	schema: z.number().int().min(0).max(504),
	default: 48,
	label: "Refund without staff within (hours)",
	help: "What is wholly unused goes back at once when its buyer asks in /paysupport. Later, or partly used: staff decide.",
});

export const paymentSettings = [
	vipPlans,
	lockDurations,
	creditPacks,
	aiSubscription,
	carryOver,
	orderMinutes,
	selfRefundHours,
];
