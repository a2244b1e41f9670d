import { z } from "zod";
import { next, paging, sort, time, whole } from "../platform/shapes.ts";
import { accounts } from "./rules.ts";
import { aiSubscription, creditPacks, lockDurations, vipPlans } from "./settings.ts";

/** What the money part of the staff door takes and gives. */

const stars = whole.describe("Stars");

export const plans = z.object({
	vip_plans: vipPlans.schema,
	lock_durations: lockDurations.schema,
	ai_credit_packs: creditPacks.schema,
	ai_subscription: aiSubscription.schema,
});
export const plansInput = plans
	.partial()
	.refine((input) => Object.keys(input).length > 0, "name what to change");

export const gift = z
	.object({
		what: z.enum(["vip", "lock_credits", "ai_credits"]),
		amount: whole.min(1).max(100_000).describe("Days of VIP, or credits"),
		reason: z.string().trim().min(1, "must not be empty").max(300).describe("Kept in the audit"),
	})
	.refine(({ what, amount }) => what !== "vip" || amount <= 3650, {
		message: "at most 3650 days",
		path: ["amount"],
	});
export const giftAnswer = z.object({ ok: z.literal(true), given: z.enum(["given", "already"]) });

const states = z.enum(["credited", "refunding", "refunded"]);
const kind = z.string().describe("What was ordered, e.g. `vip`");

const payment = z.object({
	id: whole,
	charge_id: z.string().describe("Telegram's own"),
	order_id: z.string(),
	user_id: whole.describe("Negative: a pseudonym of somebody erased"),
	bot_id: whole,
	kind,
	stars,
	recurring: z.boolean().describe("Of a subscription: its first charge, or one after it"),
	renewal: z.boolean().describe("A subscription's charge after its first"),
	state: states,
	paid_at: time,
});
export const paymentsQuery = z.object({
	limit: paging.limit,
	cursor: z.string().regex(/^\d+$/, "is not a cursor of this list").optional(),
	user: z.coerce.number().int().optional().describe("Only this person's"),
	sort,
});
export const paymentsAnswer = z.object({ payments: z.array(payment), next });
export const ordersQuery = z.object({
	...paging,
	user: z.coerce.number().int().optional().describe("Only this person's"),
});
export const ordersAnswer = z.object({
	orders: z.array(
		z.object({
			id: z.string(),
			user_id: whole.describe("Negative: a pseudonym of somebody erased"),
			bot_id: whole,
			kind,
			stars,
			renews: z.boolean().describe("Charged again every 30 days"),
			state: z.enum(["open", "paid", "expired"]),
			created_at: time,
		}),
	),
	next,
});
export const ledgerQuery = z.object({
	limit: paging.limit,
	cursor: z.string().regex(/^\d+$/, "is not a cursor of this list").optional(),
	account: z.enum(accounts).default("stars"),
});
export const ledgerAnswer = z.object({
	entries: z.array(
		z.object({
			id: whole,
			amount: whole.describe("Below zero: taken"),
			cause: z.string().describe("E.g. `payment:{charge id}`; a cause moves an account once"),
			at: time,
		}),
	),
	next,
});
export const paymentParam = z.object({ id: z.coerce.number().int().positive() });
export const refundInput = z.object({
	reason: z.string().trim().min(1, "must not be empty").max(300).describe("Kept in the audit"),
});
export const declineInput = z.object({
	reason: z.string().trim().min(1, "must not be empty").max(300).describe("As the person reads it"),
});

export const requestsQuery = z.object({
	...paging,
	state: z.enum(["open", "refunded", "declined"]).default("open"),
});
export const requestsAnswer = z.object({
	requests: z.array(
		z.object({
			payment_id: whole,
			user_id: whole,
			state: z.enum(["open", "refunded", "declined"]),
			created_at: time,
			decided_at: time.nullable(),
			decided_by: z.string().nullable(),
		}),
	),
	next,
});

export const moneyAnswer = z.object({
	balances: z.record(z.string(), whole).describe("By account"),
	grants: z.array(z.object({ what: z.enum(["vip", "ai"]), source: z.string(), from: time, until: time })),
	subscriptions: z.array(
		z.object({
			order_id: z.string(),
			kind,
			stars,
			state: z.enum(["active", "cancelled", "failed"]),
			until: time,
		}),
	),
});

export const findingsQuery = z.object(paging);
export const findingsAnswer = z.object({
	findings: z.array(z.object({ id: z.string(), bot_id: whole, what: z.string(), stars, at: time })),
	next,
});
export const findingParam = z.object({ id: z.string().max(300) });
export const resolveInput = z.object({ note: z.string().trim().min(1, "must not be empty").max(500) });
export const reconciliationAnswer = z.object({
	seen: whole.describe("Transactions compared"),
	repaired: whole.describe("What an update had never told us"),
	found: whole.describe("What could not be explained"),
});
