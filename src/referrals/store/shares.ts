import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { affiliateShares as shares } from "../schema.ts";

export type Share = typeof shares.$inferSelect;

export async function findShare(db: Db, chargeId: string): Promise<Share | null> {
	const [row] = await db.select().from(shares).where(eq(shares.chargeId, chargeId));
	return row ?? null;
}

interface NewShare {
	chargeId: string;
	referral: { id: string; newcomerId: number; referrerId: number };
	stars: number;
	now: number;
	dueAt: number;
}

/** The statement of a share; it fails with its batch where the referral no longer stands as it was read. */
export const insertShare = (db: Db, { chargeId, referral, stars, now, dueAt }: NewShare) => {
	const { id, newcomerId, referrerId } = referral;
	const stands = sql`EXISTS (SELECT 1 FROM referrals WHERE id = ${id} AND newcomer_id = ${newcomerId}
		AND referrer_id = ${referrerId} AND state = 'counted')`;
	return db.insert(shares).values({
		chargeId,
		affiliateId: referrerId,
		stars,
		state: sql`CASE WHEN ${stands} THEN 'pending' ELSE 'conflict' END`,
		createdAt: now,
		dueAt,
	});
};

/** The statement of a charge that is refunded already; it fails where the charge was counted meanwhile. */
export const insertRefunded = (db: Db, chargeId: string, now: number) =>
	db.insert(shares).values({ chargeId, stars: 0, state: "taken_back", createdAt: now, dueAt: now });

/** The statement that moves a share on; it fails with its batch where the share is in another state by now. */
export const moveShare = (db: Db, chargeId: string, from: Share["state"], to: Share["state"]) =>
	db
		.update(shares)
		.set({ state: sql`CASE WHEN state = ${from} THEN ${to} ELSE 'conflict' END` })
		.where(eq(shares.chargeId, chargeId));

/** What waits no longer, in its order, along `affiliate_shares_due`. */
export const dueShares = (
	db: Db,
	now: number,
	after: { dueAt: number; chargeId: string } | null,
	limit: number,
) =>
	db
		.select()
		.from(shares)
		.where(
			and(
				// As a literal: with a variable SQLite could not know that the partial index fits.
				sql`state = 'pending'`,
				lte(shares.dueAt, now),
				after ? sql`(${shares.dueAt}, ${shares.chargeId}) > (${after.dueAt}, ${after.chargeId})` : undefined,
			),
		)
		.orderBy(asc(shares.dueAt), asc(shares.chargeId))
		.limit(limit);
