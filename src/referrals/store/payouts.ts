import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import type { PayoutState } from "../rules.ts";
import { payouts } from "../schema.ts";

export type Payout = typeof payouts.$inferSelect;

/** The statement; it fails where one of theirs is open, or the same update asked before. */
export const insertPayout = (
	db: Db,
	row: Pick<Payout, "id" | "userId" | "stars" | "askedBy" | "createdAt">,
) => db.insert(payouts).values({ ...row, state: "requested" });

export async function findPayout(
	db: Db,
	where: { id: string } | { askedBy: string } | { openOf: number },
): Promise<Payout | null> {
	const match =
		"id" in where
			? eq(payouts.id, where.id)
			: "askedBy" in where
				? eq(payouts.askedBy, where.askedBy)
				: and(eq(payouts.userId, where.openOf), eq(payouts.state, "requested"));
	const [row] = await db.select().from(payouts).where(match);
	return row ?? null;
}

/** The statement that decides what is requested; it fails with its batch where that was decided before. */
export const decidePayout = (
	db: Db,
	id: string,
	{ state, by, note, now }: { state: PayoutState; by: string; note: string | null; now: number },
) =>
	db
		.update(payouts)
		.set({
			state: sql`CASE WHEN state = 'requested' THEN ${state} ELSE 'conflict' END`,
			decidedAt: now,
			decidedBy: by,
			note,
		})
		.where(eq(payouts.id, id));

export const markTold = (db: Db, id: string, now: number) =>
	db.update(payouts).set({ toldAt: now }).where(eq(payouts.id, id));

/** Newest first, along `payouts_state` or the primary key. */
export const listPayouts = (db: Db, state: PayoutState | null, before: string | null, limit: number) =>
	db
		.select()
		.from(payouts)
		.where(
			and(
				state === null ? undefined : eq(payouts.state, state),
				before === null ? undefined : lt(payouts.id, before),
			),
		)
		.orderBy(desc(payouts.id))
		.limit(limit);

/** What somebody was paid so far, and the request that is open, in Stars; 0 is none. */
export async function sumPayouts(db: Db, userId: number): Promise<{ paid: number; requested: number }> {
	const sumOf = (state: PayoutState) =>
		sql<number>`coalesce(sum(CASE WHEN ${payouts.state} = ${state} THEN ${payouts.stars} END), 0)`;
	const [row] = await db
		.select({ paid: sumOf("paid"), requested: sumOf("requested") })
		.from(payouts)
		.where(eq(payouts.userId, userId));
	return row ?? { paid: 0, requested: 0 };
}
