import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { isoOrNull } from "../../platform/time.ts";
import { affiliateShares, payouts, referralCodes, referralErasures, referrals } from "../schema.ts";

/** What somebody may read: their own side of everything. Of those they brought only how many, never who. */
export async function exportRows(db: Db, userId: number) {
	const [[code], [came], brought, shares, paid] = await db.batch([
		db.select().from(referralCodes).where(eq(referralCodes.userId, userId)),
		db.select().from(referrals).where(eq(referrals.newcomerId, userId)),
		db
			.select({
				state: referrals.state,
				people: sql<number>`count(*)`.as("people"),
				vipDays: sql<number>`sum(${referrals.vipDays})`.as("days"),
			})
			.from(referrals)
			.where(eq(referrals.referrerId, userId))
			.groupBy(referrals.state),
		db
			.select()
			.from(affiliateShares)
			.where(eq(affiliateShares.affiliateId, userId))
			.orderBy(desc(affiliateShares.createdAt)),
		db.select().from(payouts).where(eq(payouts.userId, userId)),
	]);
	return {
		code: code?.code ?? null,
		came_by_a_link: came ? { at: isoOrNull(came.createdAt), gift_days: came.giftDays } : null,
		brought: brought.map(({ state, people, vipDays }) => ({ state, people, vip_days: vipDays })),
		shares: shares.map((share) => ({
			stars: share.stars,
			state: share.state,
			at: isoOrNull(share.createdAt),
			due_at: isoOrNull(share.dueAt),
		})),
		payouts: paid.map((payout) => ({
			stars: payout.stars,
			state: payout.state,
			at: isoOrNull(payout.createdAt),
			decided_at: isoOrNull(payout.decidedAt),
			note: payout.note,
		})),
	};
}

/**
 * Takes a person out of all rows. What they earned is forfeited with their name: shares that still wait, and the
 * request for a payout. Only the hash says that they came once.
 */
export const eraseRows = (db: Db, userId: number, hash: string, now: number) => {
	// Another number for every row, and none of a person: these are all below zero.
	const nobody = sql`-rowid`;
	const asReferrer = eq(referrals.referrerId, userId);
	return db.batch([
		db
			.insert(referralErasures)
			.select(
				db
					.select({ hash: sql<string>`${hash}`.as("hash"), erasedAt: sql<number>`${now}`.as("erased_at") })
					.from(referrals)
					.where(or(eq(referrals.newcomerId, userId), asReferrer))
					.limit(1),
			)
			.onConflictDoNothing(),
		db.delete(referralCodes).where(eq(referralCodes.userId, userId)),
		db
			.update(referrals)
			.set({ state: "rejected", decidedAt: now, decidedBy: "system" })
			.where(and(asReferrer, eq(referrals.state, "held"))),
		db.update(referrals).set({ referrerId: nobody }).where(asReferrer),
		db.update(referrals).set({ newcomerId: nobody }).where(eq(referrals.newcomerId, userId)),
		db
			.update(affiliateShares)
			.set({
				affiliateId: null,
				state: sql`CASE WHEN state IN ('pending', 'spendable') THEN 'forfeited' ELSE state END`,
			})
			.where(eq(affiliateShares.affiliateId, userId)),
		db
			.update(payouts)
			.set({
				userId: nobody,
				state: sql`CASE WHEN state = 'requested' THEN 'declined' ELSE state END`,
				// What staff wrote there may say where the Stars went.
				note: null,
				decidedAt: sql`coalesce(decided_at, ${now})`,
				decidedBy: sql`coalesce(decided_by, 'system')`,
			})
			.where(eq(payouts.userId, userId)),
	]);
};
