import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { HoldReason } from "./rules.ts";

/** What stands in somebody's link. One a person, made when it is first asked for. */
export const referralCodes = sqliteTable("referral_codes", {
	code: text("code").primaryKey(),
	userId: integer("user_id").notNull().unique(),
	createdAt: integer("created_at").notNull(),
});

/** Who came by whose link: once in a lifetime. People who were erased stand under a number below zero. */
export const referrals = sqliteTable(
	"referrals",
	{
		id: text("id").primaryKey(),
		newcomerId: integer("newcomer_id").notNull().unique(),
		referrerId: integer("referrer_id").notNull(),
		/** held -> counted | rejected */
		state: text("state").$type<"counted" | "held" | "rejected">().notNull(),
		/** Why it is or was held. */
		reason: text("reason").$type<HoldReason>(),
		/** What it is worth, by the settings of when they came. */
		vipDays: integer("vip_days").notNull(),
		giftDays: integer("gift_days").notNull(),
		createdAt: integer("created_at").notNull(),
		/** What the newcomer pays from then on is shared. */
		countedAt: integer("counted_at"),
		decidedAt: integer("decided_at"),
		decidedBy: text("decided_by"),
		/** The days are given, and both were told. */
		rewardedAt: integer("rewarded_at"),
	},
	(t) => [
		index("referrals_referrer").on(t.referrerId, t.createdAt),
		index("referrals_state").on(t.state, t.id),
		// A change that comes from a state which no longer holds says `conflict`, and its batch fails.
		check("referral_state", sql`${t.state} IN ('counted', 'held', 'rejected')`),
	],
);

/** Keyed hashes of erased people who were invited or invited others: coming back by a link counts nothing. */
export const referralErasures = sqliteTable("referral_erasures", {
	hash: text("hash").primaryKey(),
	erasedAt: integer("erased_at").notNull(),
});

/**
 * What an affiliate gets of one charge: `pending -> spendable`, and from both `taken_back`, or `forfeited` by an
 * affiliate who was erased. Of a charge that was refunded before it was counted only the row is here.
 */
export const affiliateShares = sqliteTable(
	"affiliate_shares",
	{
		chargeId: text("charge_id").primaryKey(),
		/** Null: nobody, or somebody erased. */
		affiliateId: integer("affiliate_id"),
		stars: integer("stars").notNull(),
		state: text("state").$type<"pending" | "spendable" | "taken_back" | "forfeited">().notNull(),
		createdAt: integer("created_at").notNull(),
		/** Until then Telegram holds the Stars back. */
		dueAt: integer("due_at").notNull(),
	},
	(t) => [
		index("affiliate_shares_affiliate").on(t.affiliateId),
		index("affiliate_shares_due").on(t.dueAt, t.chargeId).where(sql`state = 'pending'`),
		check("share_state", sql`${t.state} IN ('pending', 'spendable', 'taken_back', 'forfeited')`),
	],
);

/** Stars somebody asked to have paid out; they left the ledger with the request. `requested -> paid | declined` */
export const payouts = sqliteTable(
	"payouts",
	{
		id: text("id").primaryKey(),
		/** Below zero: erased. */
		userId: integer("user_id").notNull(),
		stars: integer("stars").notNull(),
		state: text("state").$type<"requested" | "paid" | "declined">().notNull(),
		/** The update that asked for it: a repeat asks for nothing. */
		askedBy: text("asked_by").notNull().unique(),
		createdAt: integer("created_at").notNull(),
		decidedAt: integer("decided_at"),
		decidedBy: text("decided_by"),
		/** As the person reads it: how it was paid, or why not. */
		note: text("note"),
		toldAt: integer("told_at"),
	},
	(t) => [
		uniqueIndex("payouts_open").on(t.userId).where(sql`state = 'requested'`),
		index("payouts_user").on(t.userId),
		index("payouts_state").on(t.state, t.id),
		check("payout_state", sql`${t.state} IN ('requested', 'paid', 'declined')`),
	],
);
