import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { gifts, promoCodes, trialUses } from "../schema.ts";

export type PromoCode = typeof promoCodes.$inferSelect;
export type Gift = typeof gifts.$inferSelect;

/** @returns false if there is such a code already */
export async function insertCode(db: Db, code: PromoCode): Promise<boolean> {
	const rows = await db
		.insert(promoCodes)
		.values(code)
		.onConflictDoNothing()
		.returning({ code: promoCodes.code });
	return rows.length > 0;
}

export async function findCode(db: Db, code: string): Promise<PromoCode | null> {
	const [row] = await db.select().from(promoCodes).where(eq(promoCodes.code, code));
	return row ?? null;
}

/** A creator's, with how often each was used. */
export const selectCodes = (db: Db, creatorNo: number) =>
	db
		.select({
			code: promoCodes,
			used: sql<number>`(SELECT count(*) FROM reservations r WHERE r.code = promo_codes.code AND r.state = 'used')`,
		})
		.from(promoCodes)
		.where(eq(promoCodes.creatorNo, creatorNo))
		.orderBy(asc(promoCodes.createdAt));

export const updateCode = (
	db: Db,
	code: string,
	changes: Partial<Pick<PromoCode, "active" | "until" | "limitTotal" | "limitPerson">>,
) => db.update(promoCodes).set(changes).where(eq(promoCodes.code, code));

/** The statement: fails with its batch where these free days were given before. */
export const insertTrialUse = (db: Db, hash: string, at: number) => db.insert(trialUses).values({ hash, at });

export async function hadTrial(db: Db, hash: string): Promise<boolean> {
	const rows = await db.select({ at: trialUses.at }).from(trialUses).where(eq(trialUses.hash, hash));
	return rows.length > 0;
}

export const insertGift = (db: Db, gift: Omit<Gift, "claimedBy" | "claimedAt" | "state">) =>
	db.insert(gifts).values({ ...gift, state: "open" });

export async function findGift(db: Db, by: { token: string } | { cause: string }): Promise<Gift | null> {
	const where = "token" in by ? eq(gifts.token, by.token) : eq(gifts.cause, by.cause);
	const [row] = await db.select().from(gifts).where(where);
	return row ?? null;
}

/** The statement that moves a gift on; it fails with its batch where the gift is in another state by now. */
export const moveGift = (
	db: Db,
	token: string,
	from: Gift["state"],
	to: Pick<Gift, "state"> & Partial<Pick<Gift, "claimedBy" | "claimedAt">>,
) =>
	db
		.update(gifts)
		.set({ ...to, state: sql`CASE WHEN ${gifts.state} = ${from} THEN ${to.state} ELSE 'conflict' END` })
		.where(and(eq(gifts.token, token)));
