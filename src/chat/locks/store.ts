import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { chatLocks } from "../schema.ts";

export type LockRow = typeof chatLocks.$inferSelect;

/** Statement; a cause that has locked before makes its batch fail. */
export const insertLock = (db: Db, lock: LockRow) => db.insert(chatLocks).values(lock);

export async function findLock(db: Db, id: string): Promise<LockRow | null> {
	const [row] = await db.select().from(chatLocks).where(eq(chatLocks.id, id));
	return row ?? null;
}

export async function findLockBy(db: Db, by: string): Promise<LockRow | null> {
	const [row] = await db.select().from(chatLocks).where(eq(chatLocks.by, by));
	return row ?? null;
}

/** What has come back of it already stays as it is. */
export const markRunning = (db: Db, id: string, endsAt: number) =>
	db
		.update(chatLocks)
		.set({ state: "running", endsAt })
		.where(and(eq(chatLocks.id, id), eq(chatLocks.state, "promised")));

/** Statement; goes with the credit of what comes back, whose cause lets it happen once. */
export const closeLock = (db: Db, id: string, state: "ended" | "returned", returnedMinutes: number) =>
	db
		.update(chatLocks)
		.set({ state, returnedMinutes })
		.where(and(eq(chatLocks.id, id), inArray(chatLocks.state, ["promised", "running"])));

export const markTold = (db: Db, id: string, at: number) =>
	db.update(chatLocks).set({ toldAt: at }).where(eq(chatLocks.id, id));

/** What somebody may read of their locks. Whom they locked is nobody's to know. */
export const exportLocks = (db: Db, userId: number) =>
	db
		.select({
			minutes: chatLocks.minutes,
			at: chatLocks.createdAt,
			state: chatLocks.state,
			ends_at: chatLocks.endsAt,
			returned_minutes: chatLocks.returnedMinutes,
		})
		.from(chatLocks)
		.where(eq(chatLocks.userId, userId))
		.orderBy(desc(chatLocks.createdAt));

export const eraseLocks = (db: Db, userId: number) =>
	db.delete(chatLocks).where(eq(chatLocks.userId, userId));
