import { asc, eq, lt } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { BotRoom } from "./bot-rooms.ts";
import { among, type Db } from "./db.ts";
import { newId } from "./ids.ts";
import type { Log } from "./log.ts";
import { reason } from "./log.ts";
import { deadJobs, outbox } from "./schema.ts";

/**
 * What can follow a commit, by kind, with its payload: each room adds its own by augmenting this.
 * Each is delivered at least once and in no order: handlers are idempotent.
 */
export interface Events {
	/** A bot was removed: its people from `after` on leave what they do with it. */
	"bot.closed": { botId: number; after: number };
	/** People no longer find this at a bot; of its people those after this id are still to be let out. */
	"bot.room_closed": { botId: number; room: BotRoom; after: number };
}
export type OutboxEvent = { [Kind in keyof Events]: { kind: Kind; payload: Events[Kind] } }[keyof Events];
export type OutboxHandlers = { [Kind in keyof Events]: (payload: Events[Kind]) => Promise<void> };

/** The statement that promises an event; goes in the batch of the change it follows, and returns its id for `publish`. */
export const promiseEvent = (db: Db, now: number, event: OutboxEvent) =>
	db
		.insert(outbox)
		.values({ kind: event.kind, payload: event.payload, createdAt: now })
		.returning({ id: outbox.id });

/** Tells the queue at once. If this fails nothing is lost: the sweep finds the rows. */
export async function publish(queue: Queue, ids: number[], log: Log): Promise<void> {
	try {
		for (let i = 0; i < ids.length; i += 100)
			await queue.send({ kind: "outbox", ids: ids.slice(i, i + 100) });
	} catch (error) {
		log.warn("jobs", "outbox events wait for the sweep", { count: ids.length, reason: reason(error) });
	}
}

/**
 * Writes what belongs together: the statements and what must follow them, in one batch.
 * @returns the ids of the events, in their order, and what each statement gave
 */
export async function commit(
	db: Db,
	now: number,
	statements: readonly BatchItem<"sqlite">[],
	events: readonly OutboxEvent[],
): Promise<{ ids: number[]; results: unknown[] }> {
	const promises = events.map((event) => promiseEvent(db, now, event));
	const [first, ...rest] = [...promises, ...statements];
	if (!first) return { ids: [], results: [] };
	const results: unknown[] = await db.batch([first, ...rest]);
	const ids = (results.slice(0, events.length) as { id: number }[][]).flat().map(({ id }) => id);
	return { ids, results: results.slice(events.length) };
}

/** An event that failed so often is left to staff, in `dead_jobs`: with the sweep that is after most of an hour. */
const attemptLimit = 50;

/**
 * Carries out the events that still stand, and deletes what is done. One that fails holds up no other.
 * @throws the first failure, so that the job is repeated
 */
export async function deliver(db: Db, ids: number[], handlers: OutboxHandlers, now: number): Promise<void> {
	const rows = await db.select().from(outbox).where(among(outbox.id, ids)).orderBy(asc(outbox.id));
	const failures: unknown[] = [];
	for (const row of rows) {
		try {
			// The row was written by `promiseEvent`, so kind and payload belong together.
			await handle(handlers, { kind: row.kind, payload: row.payload } as OutboxEvent);
			await db.delete(outbox).where(eq(outbox.id, row.id));
		} catch (error) {
			failures.push(error);
			await countFailure(db, row, reason(error), now);
		}
	}
	if (failures.length > 0) throw failures[0];
}

async function countFailure(
	db: Db,
	row: typeof outbox.$inferSelect,
	error: string,
	now: number,
): Promise<void> {
	if (row.attempts + 1 < attemptLimit) {
		await db
			.update(outbox)
			.set({ attempts: row.attempts + 1 })
			.where(eq(outbox.id, row.id));
		return;
	}
	const job = { kind: row.kind, payload: row.payload };
	await db.batch([
		db.insert(deadJobs).values({
			...{ id: newId("dead"), queue: "outbox", job, error },
			...{ attempts: attemptLimit, diedAt: now },
		}),
		db.delete(outbox).where(eq(outbox.id, row.id)),
	]);
}

const handle = <E extends OutboxEvent>(handlers: OutboxHandlers, { kind, payload }: E) =>
	(handlers[kind] as (payload: E["payload"]) => Promise<void>)(payload);

/** Events older than 30 s: their message was lost, or their handler failed. */
export async function sweep(db: Db, queue: Queue, now: number, log: Log): Promise<number> {
	const rows = await db
		.select({ id: outbox.id })
		.from(outbox)
		.where(lt(outbox.createdAt, now - 30_000))
		.limit(1000);
	const ids = rows.map((row) => row.id);
	await publish(queue, ids, log);
	return ids.length;
}
