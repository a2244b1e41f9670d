import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { audit } from "./audit.ts";
import type { Db } from "./db.ts";
import { newId } from "./ids.ts";
import type { Log } from "./log.ts";
import { publish } from "./outbox.ts";
import { deadJobs, outbox } from "./schema.ts";

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
export type Chosen = { ids: string[] } | { queue: string; kind: string };

/** So many are taken in one go. */
const limit = 100;

const event = z.object({ kind: z.string(), payload: z.unknown() });
const kindOf = sql<string>`coalesce(json_extract(${deadJobs.job}, '$.kind'), '')`;

const where = (chosen: Chosen): SQL | undefined =>
	"ids" in chosen
		? inArray(deadJobs.id, chosen.ids)
		: and(eq(deadJobs.queue, chosen.queue), sql`${kindOf} = ${chosen.kind}`);

/** What nobody could carry out, for staff to look at, begin again or give up. */
export function createDeadJobs({ db, queues, log, now }: Needs) {
	const find = (chosen: Chosen) => db.select().from(deadJobs).where(where(chosen)).limit(limit);

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
		/** Newest first, along the primary key. @param before an id */
		list: (before: string | null, count: number): Promise<DeadJob[]> =>
			db
				.select()
				.from(deadJobs)
				.where(before === null ? undefined : lt(deadJobs.id, before))
				.orderBy(desc(deadJobs.id))
				.limit(count),

		/** How many died of what. There are few: no index. */
		causes: () =>
			db
				.select({
					queue: deadJobs.queue,
					kind: kindOf.as("kind"),
					error: sql<string | null>`max(${deadJobs.error})`.as("error"),
					jobs: sql<number>`count(*)`.as("jobs"),
					last: sql<number>`max(${deadJobs.diedAt})`.as("last"),
				})
				.from(deadJobs)
				.groupBy(deadJobs.queue, sql`kind`)
				.orderBy(sql`jobs DESC`),

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
				db.delete(deadJobs).where(inArray(deadJobs.id, ids)).returning({ id: deadJobs.id }),
				audit(db, now(), { actor, action: "dead_job.discarded", subject: newId("batch"), details }),
			]);
			return gone.length;
		},
	};
}

const missing = (name: string): never => {
	throw new Error(`no queue ${name}`);
};
