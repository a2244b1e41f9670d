import { Hono } from "hono";
import type { z } from "zod";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import type { Payout } from "./service/payouts.ts";
import type { Referral } from "./service.ts";
import * as shapes from "./shapes.ts";
import type { ReferralsServices } from "./wiring.ts";

type Needs = Pick<ReferralsServices, "referrals" | "payouts">;

const shownReferral = (row: Referral): z.infer<typeof shapes.referralAnswer>["referral"] => ({
	id: row.id,
	newcomer_id: row.newcomerId,
	referrer_id: row.referrerId,
	state: row.state,
	reason: row.reason,
	vip_days: row.vipDays,
	gift_days: row.giftDays,
	created_at: iso(row.createdAt),
	counted_at: isoOrNull(row.countedAt),
	decided_at: isoOrNull(row.decidedAt),
	decided_by: row.decidedBy,
});

const shownPayout = (row: Payout): z.infer<typeof shapes.payoutAnswer>["payout"] => ({
	id: row.id,
	user_id: row.userId,
	stars: row.stars,
	state: row.state,
	created_at: iso(row.createdAt),
	decided_at: isoOrNull(row.decidedAt),
	decided_by: row.decidedBy,
	note: row.note,
});

const referralChange = (summary: string, description: string) =>
	describe("Referrals", summary, shapes.referralAnswer, {
		errors: [400, 404, 409],
		write: true,
		description,
	});

const payoutChange = (summary: string, description: string) =>
	describe("Payouts", summary, shapes.payoutAnswer, { errors: [400, 404, 409], write: true, description });

/** Who came by whose link, and what affiliates want to have paid out. */
export const referralsApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/referrals",
		describe("Referrals", "Lists who came by whose link, newest first", shapes.referralsAnswer, {
			errors: [400],
		}),
		valid("query", shapes.referralsQuery),
		async (c) => {
			const { state, cursor, limit } = c.req.valid("query");
			const { rows, next } = await c.var.deps.referrals.list(state ?? null, cursor ?? null, limit);
			return c.json({ referrals: rows.map(shownReferral), next });
		},
	)
	.post(
		"/referrals/:newcomerId/release",
		referralChange(
			"Counts a held newcomer",
			"The days are given now, and what the newcomer pays is shared from now on. Not for one's own link.",
		),
		valid("param", shapes.newcomerParam),
		async (c) => {
			const { newcomerId } = c.req.valid("param");
			return c.json({ referral: shownReferral(await c.var.deps.referrals.release(newcomerId, c.var.actor)) });
		},
	)
	.post(
		"/referrals/:newcomerId/reject",
		referralChange("Rejects a held newcomer", "Rewards nobody, for good."),
		valid("param", shapes.newcomerParam),
		async (c) => {
			const { newcomerId } = c.req.valid("param");
			return c.json({ referral: shownReferral(await c.var.deps.referrals.reject(newcomerId, c.var.actor)) });
		},
	)
	.get(
		"/payouts",
		describe("Payouts", "Lists payouts, newest first", shapes.payoutsAnswer, { errors: [400] }),
		valid("query", shapes.payoutsQuery),
		async (c) => {
			const { state, cursor, limit } = c.req.valid("query");
			const { rows, next } = await c.var.deps.payouts.list(state ?? null, cursor ?? null, limit);
			return c.json({ payouts: rows.map(shownPayout), next });
		},
	)
	.post(
		"/payouts/:id/paid",
		payoutChange("Says that a payout was paid", "The person is told, with the note."),
		valid("param", shapes.payoutParam),
		valid("json", shapes.paidInput),
		async (c) => {
			const { note = null } = c.req.valid("json");
			const payout = await c.var.deps.payouts.pay(c.req.valid("param").id, note, c.var.actor);
			return c.json({ payout: shownPayout(payout) });
		},
	)
	.post(
		"/payouts/:id/decline",
		payoutChange("Declines a payout", "The Stars go back to the person, who is told the reason."),
		valid("param", shapes.payoutParam),
		valid("json", shapes.declineInput),
		async (c) => {
			const { reason } = c.req.valid("json");
			const payout = await c.var.deps.payouts.decline(c.req.valid("param").id, reason, c.var.actor);
			return c.json({ payout: shownPayout(payout) });
		},
	);
