import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { groupBans } from "../schema.ts";

export type SharedBan = typeof groupBans.$inferSelect;

export const putBan = (db: Db, ban: SharedBan) => {
	const { person: _, ...set } = ban;
	return db.insert(groupBans).values(ban).onConflictDoUpdate({ target: groupBans.person, set });
};

/** @param names the id, and the hash it had after an erasure */
export async function findBan(db: Db, names: string[]): Promise<SharedBan | null> {
	const rows = await db.select().from(groupBans).where(inArray(groupBans.person, names));
	return rows.find(({ liftedAt }) => liftedAt === null) ?? rows[0] ?? null;
}

export const liftBan = (db: Db, names: string[], now: number) =>
	db
		.update(groupBans)
		.set({ liftedAt: now })
		.where(and(inArray(groupBans.person, names), isNull(groupBans.liftedAt)));

/** Those that hold, the newest first. */
export const listBans = (db: Db, now: number, before: { at: number; id: string } | null, limit: number) =>
	db
		.select()
		.from(groupBans)
		.where(
			and(
				isNull(groupBans.liftedAt),
				or(isNull(groupBans.until), gt(groupBans.until, now)),
				before
					? or(
							lt(groupBans.bannedAt, before.at),
							and(eq(groupBans.bannedAt, before.at), sql`${groupBans.person} < ${before.id}`),
						)
					: undefined,
			),
		)
		.orderBy(desc(groupBans.bannedAt), desc(groupBans.person))
		.limit(limit);
