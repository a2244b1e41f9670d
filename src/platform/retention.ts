import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./db.ts";
import { keysLiveDays } from "./idempotency.ts";
import { keepDeadJobs, keepFailedUpdates } from "./keep-days.ts";
import { deadJobs, failedUpdates, idempotencyKeys } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { dayMs } from "./time.ts";

const batchSize = 1_000;
const batchLimit = 100;

/**
 * Deletes what is older than its setting says, in small batches, as one long statement would hold up everybody else.
 * What is too much for one night goes in the next.
 * @param only which of the rows, if not all
 */
export async function purgeOld(
	db: Db,
	{ table, at, only = sql`TRUE` }: { table: SQLiteTable; at: SQLiteColumn; only?: SQL },
	keepDays: number,
	now: number,
): Promise<void> {
	for (let batch = 0; batch < batchLimit; batch++) {
		const { meta } = await db.run(sql`DELETE FROM ${table} WHERE rowid IN
			(SELECT rowid FROM ${table} WHERE ${at} < ${now - keepDays * dayMs} AND ${only} LIMIT ${batchSize})`);
		if (meta.changes < batchSize) return;
	}
}

export const purgeFailedUpdates = (db: Db, settings: Settings, now: number) =>
	purgeOld(db, { table: failedUpdates, at: failedUpdates.failedAt }, settings.get(keepFailedUpdates), now);

export const purgeDeadJobs = (db: Db, settings: Settings, now: number) =>
	purgeOld(db, { table: deadJobs, at: deadJobs.diedAt }, settings.get(keepDeadJobs), now);

export const purgeIdempotencyKeys = (db: Db, now: number) =>
	purgeOld(db, { table: idempotencyKeys, at: idempotencyKeys.at }, keysLiveDays, now);
