import { and, count, gt, isNull, sql } from "drizzle-orm";
import { reports } from "../../chat/schema.ts";
import { findings } from "../../payments/schema.ts";
import { among, type Db } from "../../platform/db.ts";
import { deadJobs, failedUpdates, outbox, scheduleRuns } from "../../platform/schema.ts";
import type { WatchStep } from "../rules/problems.ts";
import { hourMs } from "../rules.ts";
import { problems } from "../schema.ts";

/** How long the database takes for the least there is to read, ms. */
export async function timeRead(db: Db, now: () => number): Promise<{ ms: number }> {
	const from = now();
	await db.get(sql`SELECT 1`);
	return { ms: now() - from };
}

/** What went wrong, or waits too long. All along indexes, or over what is few. */
export async function readFaults(db: Db, now: number) {
	const [dead, [waiting], [failed], [unexplained], [oldest], [gaveUp]] = await db.batch([
		db.select({ queue: deadJobs.queue, n: count() }).from(deadJobs).groupBy(deadJobs.queue),
		db.select({ n: count() }).from(outbox),
		db
			.select({ n: count() })
			.from(failedUpdates)
			.where(and(gt(failedUpdates.failedAt, now - hourMs), sql`${failedUpdates.gaveUpAt} IS NOT NULL`)),
		db.select({ n: count() }).from(findings).where(isNull(findings.resolvedAt)),
		db
			.select({ at: reports.createdAt })
			.from(reports)
			// As a literal, so that the partial index fits; ids sort by time.
			.where(sql`status = 'open'`)
			.orderBy(reports.id)
			.limit(1),
		db.select({ n: count(failedUpdates.gaveUpAt) }).from(failedUpdates),
	]);
	return {
		dead: new Map(dead.map(({ queue, n }) => [queue, n])),
		outbox: waiting?.n ?? 0,
		/** Given up: within the hour, and all that are kept. */
		failedUpdates: failed?.n ?? 0,
		gaveUp: gaveUp?.n ?? 0,
		findings: unexplained?.n ?? 0,
		oldestReport: oldest?.at ?? null,
	};
}

export const readRuns = (db: Db) => db.select().from(scheduleRuns);

export const readProblems = (db: Db) => db.select().from(problems);

/** Only what has changed: a problem that stands and is known costs nothing. */
export async function writeProblems(db: Db, { changed, over }: WatchStep): Promise<void> {
	for (const row of changed) {
		await db.insert(problems).values(row).onConflictDoUpdate({ target: problems.key, set: row });
	}
	if (over.length > 0) await db.delete(problems).where(among(problems.key, over));
}
