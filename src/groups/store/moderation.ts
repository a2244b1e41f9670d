import { and, count, desc, eq, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { newId } from "../../platform/ids.ts";
import { groupCleanups, groupHistory, groupJoinRequests, groupWarnings, groupWatchers } from "../schema.ts";

export type JoinRequest = typeof groupJoinRequests.$inferSelect;

interface Happening {
	groupId: number;
	action: string;
	actor: string;
	person?: string | null;
	reason?: string | null;
	until?: number | null;
	cause?: string | null;
}

/** The statement that records it: once for each cause. */
export const record = (db: Db, now: number, happening: Happening) =>
	db
		.insert(groupHistory)
		.values({ id: newId("ghist"), at: now, ...happening })
		.onConflictDoNothing();

export async function isRecorded(db: Db, cause: string): Promise<boolean> {
	const rows = await db
		.select({ id: groupHistory.id })
		.from(groupHistory)
		.where(eq(groupHistory.cause, cause));
	return rows.length > 0;
}

export const listHistory = (db: Db, groupId: number, before: string | null, limit: number) =>
	db
		.select()
		.from(groupHistory)
		.where(and(eq(groupHistory.groupId, groupId), before ? lt(groupHistory.id, before) : undefined))
		.orderBy(desc(groupHistory.id))
		.limit(limit);

export const insertWarning = (db: Db, warning: Omit<typeof groupWarnings.$inferInsert, "clearedAt">) =>
	db.insert(groupWarnings).values(warning).onConflictDoNothing();

const standing = (groupId: number, names: string[]) =>
	and(
		eq(groupWarnings.groupId, groupId),
		inArray(groupWarnings.person, names),
		isNull(groupWarnings.clearedAt),
	);

export async function countWarnings(db: Db, groupId: number, names: string[]): Promise<number> {
	const [row] = await db.select({ count: count() }).from(groupWarnings).where(standing(groupId, names));
	return row?.count ?? 0;
}

/** Whether this very warning still counts; null if there is none. */
export async function warningStands(db: Db, cause: string): Promise<boolean | null> {
	const [row] = await db.select().from(groupWarnings).where(eq(groupWarnings.cause, cause));
	return row ? row.clearedAt === null : null;
}

export const clearWarnings = (db: Db, groupId: number, names: string[], now: number) =>
	db.update(groupWarnings).set({ clearedAt: now }).where(standing(groupId, names));

/** Takes the newest one back. `cause` makes a repeat take no second one. */
export const clearNewestWarning = (db: Db, groupId: number, names: string[], cause: string, now: number) =>
	db
		.update(groupWarnings)
		.set({ clearedAt: now })
		.where(
			and(
				sql`NOT EXISTS (SELECT 1 FROM group_history WHERE cause = ${cause})`,
				sql`cause = (SELECT w.cause FROM group_warnings w WHERE w.group_id = ${groupId} AND w.cleared_at IS NULL
					AND w.person IN (${sql.join(
						names.map((name) => sql`${name}`),
						sql`, `,
					)}) ORDER BY w.at DESC LIMIT 1)`,
			),
		);

export const watch = (db: Db, groupId: number, userId: number, now: number) =>
	db.insert(groupWatchers).values({ groupId, userId, at: now }).onConflictDoNothing();

export const unwatch = (db: Db, groupId: number, userId: number) =>
	db.delete(groupWatchers).where(and(eq(groupWatchers.groupId, groupId), eq(groupWatchers.userId, userId)));

/** @returns at most so many as one call may write to */
export async function watchersOf(db: Db, groupId: number): Promise<number[]> {
	const rows = await db
		.select({ userId: groupWatchers.userId })
		.from(groupWatchers)
		.where(eq(groupWatchers.groupId, groupId))
		.limit(20);
	return rows.map(({ userId }) => userId);
}

export const cleanUpLater = (db: Db, groupId: number, messageId: number, dueAt: number) =>
	db.insert(groupCleanups).values({ groupId, messageId, dueAt }).onConflictDoNothing();

export const dueCleanups = (db: Db, now: number) =>
	db.select().from(groupCleanups).where(lte(groupCleanups.dueAt, now)).limit(100);

export const dropCleanup = (db: Db, groupId: number, messageId: number) =>
	db
		.delete(groupCleanups)
		.where(and(eq(groupCleanups.groupId, groupId), eq(groupCleanups.messageId, messageId)));

/** One question a person and group: a repeat of the request keeps it. @returns the one that holds */
export async function askOnce(db: Db, request: JoinRequest): Promise<JoinRequest> {
	const key = and(
		eq(groupJoinRequests.groupId, request.groupId),
		eq(groupJoinRequests.userId, request.userId),
	);
	const [, [row]] = await db.batch([
		db.insert(groupJoinRequests).values(request).onConflictDoNothing(),
		db.select().from(groupJoinRequests).where(key),
	]);
	return row ?? request;
}

export async function findJoinRequest(db: Db, groupId: number, userId: number): Promise<JoinRequest | null> {
	const key = and(eq(groupJoinRequests.groupId, groupId), eq(groupJoinRequests.userId, userId));
	const [row] = await db.select().from(groupJoinRequests).where(key);
	return row ?? null;
}

export const dropJoinRequest = (db: Db, groupId: number, userId: number) =>
	db
		.delete(groupJoinRequests)
		.where(and(eq(groupJoinRequests.groupId, groupId), eq(groupJoinRequests.userId, userId)));

export const dueJoinRequests = (db: Db, now: number) =>
	db.select().from(groupJoinRequests).where(lte(groupJoinRequests.dueAt, now)).limit(100);
