import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import { byCause, causeOf } from "../../platform/causes.ts";
import { among, type Db } from "../../platform/db.ts";
import { newId } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import { publish } from "../../platform/outbox.ts";
import { deadJobs, outbox } from "../../platform/schema.ts";

export type DeadJobs = ReturnType<typeof createDeadJobs>;
export type DeadJob = typeof deadJobs.$inferSelect;

interface Needs {
	db: Db;
	/** By the queue's name. */
	queues: Record<string, Queue>;
	log: Log;
	now: () => number;
}

/** Some of them: these, or all that died of one cause. */
type Chosen =
	| { ids: string[] }
	/** @param cause as `causes` names it; without it whatever they died of */
	| { queue: string; kind: string; cause?: string | undefined };

/** So many are taken in one go. */
const limit = 100;

const event = z.object({ kind: z.string(), payload: z.unknown() });
const kindOf = sql<string>`coalesce(json_extract(${deadJobs.job}, '$.kind'), '')`;

/** What nobody could carry out, for staff to look at, begin again or give up. */
export function createDeadJobs({ db, queues, log, now }: Needs) {
	async function find(chosen: Chosen): Promise<DeadJob[]> {
		if ("ids" in chosen) return db.select().from(deadJobs).where(among(deadJobs.id, chosen.ids)).limit(limit);
		const { queue, kind, cause } = chosen;
		const died = and(eq(deadJobs.queue, queue), sql`${kindOf} = ${kind}`);
		if (cause === undefined) return db.select().from(deadJobs).where(died).limit(limit);
		const rows = await db.select().from(deadJobs).where(died);
		return rows.filter(({ error }) => causeOf(error) === cause).slice(0, limit);
	}

	/** Takes one back into its queue. Its row goes with it, or, for a queue of Cloudflare's, after it: there it may come twice. */
	async function begin(row: DeadJob, actor: string): Promise<boolean> {
		const gone = db.delete(deadJobs).where(eq(deadJobs.id, row.id));
		const record = audit(db, now(), { actor, action: "dead_job.retried", subject: row.id });
		if (row.queue === "outbox") {
			const job = event.safeParse(row.job);
			if (!job.success) return false;
			// Only if it is still here: who presses beside us has taken it.
			const promise = db
				.insert(outbox)
				.select(
					sql`SELECT NULL, ${job.data.kind}, ${JSON.stringify(job.data.payload)}, ${now()}, 0 FROM dead_jobs WHERE id = ${row.id}`,
				)
				.returning({ id: outbox.id });
			const [promised] = await db.batch([promise, gone, record]);
			await publish(
				queues.events ?? missing("events"),
				promised.map(({ id }) => id),
				log,
			);
			return promised.length > 0;
		}
		const queue = queues[row.queue.replace(/-dead$/, "")];
		if (!queue) return false;
		await queue.send(row.job);
		await db.batch([gone, record]);
		return true;
	}

	return {
		/** Newest first, along the primary key. @param before an id @param q words of the error, or the kind */
		list: (before: string | null, q: string | null, count: number): Promise<DeadJob[]> =>
			db
				.select()
				.from(deadJobs)
				.where(
					and(
						before === null ? undefined : lt(deadJobs.id, before),
						// There are few: no index.
						q === null
							? undefined
							: sql`(instr(lower(coalesce(${deadJobs.error}, '')), lower(${q})) > 0 OR ${kindOf} = ${q})`,
					),
				)
				.orderBy(desc(deadJobs.id))
				.limit(count),

		/** How many died of what, the most first. There are few: no index. */
		async causes() {
			const rows = await db
				.select({
					queue: deadJobs.queue,
					kind: kindOf.as("kind"),
					words: deadJobs.error,
					count: sql<number>`count(*)`.as("jobs"),
					attempts: sql<number | null>`max(${deadJobs.attempts})`.as("attempts"),
					last: sql<number>`max(${deadJobs.diedAt})`.as("last"),
				})
				.from(deadJobs)
				.groupBy(deadJobs.queue, sql`kind`, deadJobs.error);
			return byCause(rows, ({ queue, kind }) => `${queue} ${kind}`);
		},

		/** Begins them again, at most 100. @returns how many there were to begin */
		async retry(chosen: Chosen, actor: string): Promise<number> {
			let begun = 0;
			for (const row of await find(chosen)) if (await begin(row, actor)) begun += 1;
			return begun;
		},

		/** Gives them up, at most 100. @returns how many */
		async discard(chosen: Chosen, actor: string): Promise<number> {
			const rows = await find(chosen);
			const ids = rows.map(({ id }) => id);
			if (ids.length === 0) return 0;
			const details = { ids, kinds: [...new Set(rows.map(({ queue }) => queue))] };
			const [gone] = await db.batch([
				db.delete(deadJobs).where(among(deadJobs.id, ids)).returning({ id: deadJobs.id }),
				audit(db, now(), { actor, action: "dead_job.discarded", subject: newId("batch"), details }),
			]);
			return gone.length;
		},
	};
}

const missing = (name: string): never => {
	throw new Error(`no queue ${name}`);
};
