import { and, count, desc, eq, gt, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/db.ts";
import { dayMs } from "../platform/time.ts";
import { chainLimit, type ReferralState, silenceSample } from "./rules.ts";
import { referralCodes, referralErasures, referrals } from "./schema.ts";

export type Referral = typeof referrals.$inferSelect;

export async function findCode(db: Db, where: { userId: number } | { code: string }) {
	const match = "code" in where ? eq(referralCodes.code, where.code) : eq(referralCodes.userId, where.userId);
	const [row] = await db.select().from(referralCodes).where(match);
	return row ?? null;
}

/** Nothing happens if the code is taken, or the person has one. */
export const insertCode = (db: Db, code: string, userId: number, now: number) =>
	db.insert(referralCodes).values({ code, userId, createdAt: now }).onConflictDoNothing();

export async function findReferral(
	db: Db,
	where: { id: string } | { newcomerId: number },
): Promise<Referral | null> {
	const match = "id" in where ? eq(referrals.id, where.id) : eq(referrals.newcomerId, where.newcomerId);
	const [row] = await db.select().from(referrals).where(match);
	return row ?? null;
}

export async function wasErased(db: Db, hash: string): Promise<boolean> {
	const rows = await db.select().from(referralErasures).where(eq(referralErasures.hash, hash));
	return rows.length > 0;
}

const countedSince = (referrerId: number, since: number): SQL =>
	sql`(SELECT count(*) FROM referrals WHERE referrer_id = ${referrerId} AND state = 'counted' AND counted_at > ${since})`;

/** What the rules ask about a referrer. */
export async function readReferrer(db: Db, referrerId: number, now: number) {
	const mine = eq(referrals.referrerId, referrerId);
	const [lately, newest, chain] = await db.batch([
		db
			.select({ n: count() })
			.from(referrals)
			.where(and(mine, eq(referrals.state, "counted"), gt(referrals.countedAt, now - dayMs))),
		db
			.select({ id: referrals.newcomerId })
			.from(referrals)
			// Of who was erased nobody knows how often they chatted.
			.where(and(mine, lt(referrals.createdAt, now - dayMs), gt(referrals.newcomerId, 0)))
			.orderBy(desc(referrals.createdAt))
			.limit(silenceSample),
		db.select({ id: sql<number>`id` }).from(sql`(WITH RECURSIVE chain(id, step) AS (
				SELECT referrer_id, 1 FROM referrals WHERE newcomer_id = ${referrerId}
				UNION ALL
				SELECT r.referrer_id, step + 1 FROM referrals r JOIN chain ON r.newcomer_id = chain.id
				WHERE step < ${chainLimit}
			) SELECT id FROM chain)`),
	]);
	return {
		countedLately: lately[0]?.n ?? 0,
		newest: newest.map(({ id }) => id),
		chain: chain.map(({ id }) => id),
	};
}

interface NewReferral extends Pick<Referral, "id" | "newcomerId" | "referrerId" | "state" | "reason"> {
	vipDays: number;
	giftDays: number;
	now: number;
	/** By which they came: whoever gave it is still here. */
	code: string;
	/** So many were counted when this was decided. */
	countedLately: number;
}

/** The statement that writes a referral if what it was decided by still holds; it returns the row's id then. */
export const insertReferral = (db: Db, row: NewReferral) =>
	db
		.insert(referrals)
		.select(
			// Columns in the order of the table.
			sql`SELECT ${row.id}, ${row.newcomerId}, ${row.referrerId}, ${row.state}, ${row.reason}, ${row.vipDays}, ${row.giftDays},
				${row.now}, ${row.state === "counted" ? row.now : null}, NULL, NULL, NULL
				WHERE ${countedSince(row.referrerId, row.now - dayMs)} = ${row.countedLately}
				AND EXISTS (SELECT 1 FROM referral_codes WHERE code = ${row.code} AND user_id = ${row.referrerId})`,
		)
		.onConflictDoNothing()
		.returning({ id: referrals.id });

/** The statement that decides what is held; it fails with its batch where that was decided before. */
export const decideReferral = (
	db: Db,
	id: string,
	{ state, by, now }: { state: ReferralState; by: string; now: number },
) =>
	db
		.update(referrals)
		.set({
			state: sql`CASE WHEN state = 'held' AND (${state} = 'rejected' OR referrer_id > 0) THEN ${state} ELSE 'conflict' END`,
			countedAt: state === "counted" ? now : null,
			decidedAt: now,
			decidedBy: by,
		})
		.where(eq(referrals.id, id));

export const markRewarded = (db: Db, id: string, now: number) =>
	db.update(referrals).set({ rewardedAt: now }).where(eq(referrals.id, id));

/** Newest first, along `referrals_state` or the primary key. */
export const listReferrals = (db: Db, state: ReferralState | null, before: string | null, limit: number) =>
	db
		.select()
		.from(referrals)
		.where(
			and(
				state === null ? undefined : eq(referrals.state, state),
				before === null ? undefined : lt(referrals.id, before),
			),
		)
		.orderBy(desc(referrals.id))
		.limit(limit);

/** What came of somebody's link. */
export async function countReferrals(db: Db, referrerId: number) {
	const rows = await db
		.select({ state: referrals.state, n: count(), days: sql<number>`sum(${referrals.vipDays})` })
		.from(referrals)
		.where(and(eq(referrals.referrerId, referrerId), ne(referrals.newcomerId, referrerId)))
		.groupBy(referrals.state);
	const of = (state: ReferralState) => rows.find((row) => row.state === state);
	return {
		came: rows.reduce((sum, { n }) => sum + n, 0),
		counted: of("counted")?.n ?? 0,
		held: of("held")?.n ?? 0,
		vipDays: of("counted")?.days ?? 0,
	};
}
