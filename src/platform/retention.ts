import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { z } from "zod";
import type { Db } from "./db.ts";
import { keysLiveDays } from "./idempotency.ts";
import { deadJobs, failedUpdates, idempotencyKeys } from "./schema.ts";
import { defineSetting, type Setting, type Settings } from "./settings.ts";
import { dayMs } from "./time.ts";

/** How long something is kept. */
export const keepDaysSetting = (key: string, days: number, label: string, help: string): Setting<number> =>
	defineSetting({ key, schema: z.number().int().min(1).max(3650), default: days, label, help });

const keepFailedUpdates = keepDaysSetting(
	"system.keep_failed_updates_days",
	30,
	"Keep failed updates, days",
	"Updates whose handling threw, with their shape and no words of people.",
);

const keepDeadJobs = keepDaysSetting(
	"system.keep_dead_jobs_days",
	90,
	"Keep given-up jobs, days",
	"Jobs that nobody retried or discarded until then are forgotten.",
);

export const retentionSettings = [keepFailedUpdates, keepDeadJobs];

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
