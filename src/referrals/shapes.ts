import { z } from "zod";
import { next, time, whole } from "../platform/shapes.ts";
import { holdReasons, payoutStates, referralStates } from "./rules.ts";

/** What staff send and read of referrals and payouts: checked at the door, and the source of its document. */

const paging = (prefix: string) => ({
	limit: z.coerce.number().int().min(1).max(200).default(50).describe("So many at most"),
	cursor: z
		.string()
		.regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`), "must be `next` of the page before")
		.optional()
		.describe("`next` of the page before"),
});

export const referralsQuery = z.object({
	...paging("referral"),
	state: z.enum(referralStates).optional().describe("Only those"),
});

const referral = z.object({
	id: z.string(),
	newcomer_id: whole.describe("Below zero: erased"),
	referrer_id: whole.describe("Below zero: erased"),
	state: z.enum(referralStates),
	reason: z
		.enum(holdReasons)
		.nullable()
		.describe(
			"Why it is or was held. self: by their own link; banned: the referrer may not take part; loop: the newcomer once brought the referrer; burst: too many within 24 hours; silent: most of the referrer's newcomers never chatted",
		),
	vip_days: whole.describe("For the referrer"),
	gift_days: whole.describe("For the newcomer"),
	created_at: time,
	counted_at: time.nullable(),
	decided_at: time.nullable(),
	decided_by: z.string().nullable(),
});

export const referralsAnswer = z.object({ referrals: z.array(referral), next });
export const referralAnswer = z.object({ referral });
export const newcomerParam = z.object({
	newcomerId: z.coerce
		.number("must be a newcomer's id")
		.int("must be a newcomer's id")
		.describe("The newcomer's Telegram id; below zero if they were erased"),
});

export const payoutsQuery = z.object({
	...paging("payout"),
	state: z.enum(payoutStates).optional().describe("Only those"),
});

const payout = z.object({
	id: z.string(),
	user_id: whole.describe("Below zero: erased, and what was open is forfeited"),
	stars: whole,
	state: z.enum(payoutStates),
	created_at: time,
	decided_at: time.nullable(),
	decided_by: z.string().nullable(),
	note: z.string().nullable().describe("As the person reads it"),
});

export const payoutsAnswer = z.object({ payouts: z.array(payout), next });
export const payoutAnswer = z.object({ payout });
export const payoutParam = z.object({
	id: z.string().regex(/^payout_[0-9a-z]{26}$/, "must be a payout's id"),
});

const line = z.string().trim().min(1, "must not be empty").max(300);
export const paidInput = z.object({
	note: line.optional().describe("How it was paid, as the person reads it"),
});
export const declineInput = z.object({ reason: line.describe("As the person reads it") });
