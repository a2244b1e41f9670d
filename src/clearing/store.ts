import { and, desc, eq, getTableColumns, lt, lte, type SQL, sql } from "drizzle-orm";
import { deletableMs } from "../delivery/rules/take-back.ts";
import { audit } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import { commit } from "../platform/outbox.ts";
import { postings } from "../posts/schema.ts";
import { giveUpMs, type Settled, settledCount, stillMs } from "./rules.ts";
import { clearings } from "./schema.ts";

export type Clearing = typeof clearings.$inferSelect;
/** Without the ids, which are long. */
export type ClearingRow = Omit<Clearing, "messageIds">;

const { messageIds: _, ...columns } = getTableColumns(clearings);

/** Which messages are meant: these of the group, or those of the bot's history that all of this holds for. */
export type Scope =
	| { ids: readonly number[] }
	| { fromId?: number; toId?: number; from?: number; to?: number };

export interface Counts {
	deletable: number;
	tooOld: number;
	/** Of the deletable ones, not written by this bot. */
	others: number;
}

interface Target {
	groupId: number;
	botId: number;
	scope: Scope;
}

/** What was posted before this is out of reach: too old, or of before a migration, where it has another id. */
export const cutoff = (groupId: SQL, now: number) =>
	sql`max(${now - deletableMs}, coalesce((SELECT max(at) FROM group_migrations WHERE new_id = ${groupId}), 0))`;

/** Rows of the history that are meant. */
function matching({ groupId, scope }: Target): SQL {
	const base = sql`postings.group_id = ${groupId} AND postings.state = 'sent' AND postings.message_id IS NOT NULL`;
	if ("ids" in scope)
		return sql`${base} AND postings.message_id IN (SELECT value FROM json_each(${JSON.stringify(scope.ids)}))`;
	const { fromId, toId, from, to } = scope;
	const conditions = [
		base,
		...(fromId === undefined ? [] : [sql`postings.message_id >= ${fromId}`]),
		...(toId === undefined ? [] : [sql`postings.message_id <= ${toId}`]),
		...(from === undefined ? [] : [sql`postings.sent_at >= ${from}`]),
		...(to === undefined ? [] : [sql`postings.sent_at <= ${to}`]),
	];
	return sql.join(conditions, sql` AND `);
}

/** A SELECT of `id`, `fresh` and `other`, each message once. Of what the history doesn't have only Telegram knows its age. */
function messagesOf(target: Target, now: number): SQL {
	const { groupId, botId, scope } = target;
	const known = sql`SELECT message_id AS id, coalesce(max(sent_at) > ${cutoff(sql`${groupId}`, now)}, 1) AS fresh, bot_id <> ${botId} AS other
		FROM postings WHERE ${matching(target)} GROUP BY message_id`;
	if (!("ids" in scope)) return known;
	return sql`SELECT j.value AS id, coalesce(known.fresh, 1) AS fresh, coalesce(known.other, 1) AS other
		FROM json_each(${JSON.stringify(scope.ids)}) AS j LEFT JOIN (${known}) AS known ON known.id = j.value`;
}

/** What would come of it. */
export async function countMessages(db: Db, target: Target, now: number): Promise<Counts> {
	const [row] = await db.all<Counts>(sql`SELECT coalesce(sum(fresh), 0) AS deletable,
		coalesce(sum(NOT fresh), 0) AS tooOld, coalesce(sum(fresh AND other), 0) AS others
		FROM (${messagesOf(target, now)})`);
	return row ?? { deletable: 0, tooOld: 0, others: 0 };
}

interface Start extends Target {
	filter: unknown;
	key: string | null;
	actor: string;
}

/**
 * Begins it, and marks what is too old: one batch, so that what is counted is what is marked.
 * Telegram itself bounds the list: a group takes 20 messages a minute, and only those of 48 h can be deleted.
 */
export async function insertClearing(db: Db, start: Start, now: number): Promise<ClearingRow> {
	const { groupId, botId, filter, key, actor } = start;
	const { results } = await commit(
		db,
		now,
		[
			// Columns in the order of the table.
			db
				.insert(clearings)
				.select(
					sql`SELECT NULL, ${groupId}, ${botId}, coalesce(max(fresh AND other), 0) = 0, ${JSON.stringify(filter)},
						CASE WHEN coalesce(sum(fresh), 0) = 0 THEN 'done' ELSE 'running' END,
						count(*), 0, 0, coalesce(sum(NOT fresh), 0), 0, 0, ${now + stillMs}, NULL, ${now}, ${actor}, ${now}, ${key}, NULL,
						json_group_array(id) FILTER (WHERE fresh)
						FROM (SELECT * FROM (${messagesOf(start, now)}) ORDER BY id)`,
				)
				.returning(columns),
			db
				.update(postings)
				.set({ state: "too_old", deleteAt: null })
				.where(sql`${matching(start)} AND postings.sent_at <= ${cutoff(sql`${groupId}`, now)}`),
			audit(db, now, { actor, action: "clearing.started", subject: String(groupId), details: filter }),
		],
		[],
	);
	const [[row]] = results as [[ClearingRow]];
	return row;
}

export async function findClearing(
	db: Db,
	where: { no: number } | { key: string },
): Promise<Clearing | null> {
	const by = "no" in where ? eq(clearings.no, where.no) : eq(clearings.key, where.key);
	const [row] = await db.select().from(clearings).where(by);
	return row ?? null;
}

export async function findRow(db: Db, no: number): Promise<ClearingRow | null> {
	const [row] = await db.select(columns).from(clearings).where(eq(clearings.no, no));
	return row ?? null;
}

export const listClearings = (
	db: Db,
	groupId: number,
	before: number | null,
	limit: number,
): Promise<ClearingRow[]> =>
	db
		.select(columns)
		.from(clearings)
		.where(and(eq(clearings.groupId, groupId), before === null ? undefined : lt(clearings.no, before)))
		.orderBy(desc(clearings.no))
		.limit(limit);

export type Change = Pick<Clearing, "state" | "tries" | "wakeAt" | "note">;

/**
 * Writes what is settled: history, counts and cursor in one batch, if the clearing still stands where `from` says.
 * Whoever does the same work beside it changes nothing.
 * @returns whether it had an effect
 */
export async function advance(
	db: Db,
	from: Clearing,
	settled: Settled,
	change: Change,
	now: number,
): Promise<boolean> {
	const { no, groupId, cursor, tries } = from;
	const stands = sql`SELECT 1 FROM clearings WHERE no = ${no} AND state = 'running' AND cursor = ${cursor} AND tries = ${tries}`;
	const ends = JSON.stringify([
		...settled.deleted.map((id) => [id, "deleted"]),
		...settled.tooOld.map((id) => [id, "too_old"]),
	]);
	const { results } = await commit(
		db,
		now,
		[
			...(settled.deleted.length + settled.tooOld.length > 0
				? [
						db
							.update(postings)
							.set({ state: sql`j.value ->> 1` as never, deleteAt: null })
							.from(sql`json_each(${ends}) AS j`)
							.where(
								sql`postings.group_id = ${groupId} AND postings.message_id = j.value ->> 0
									AND postings.state = 'sent' AND EXISTS (${stands})`,
							),
					]
				: []),
			db
				.update(clearings)
				.set({
					...change,
					changedAt: now,
					cursor: cursor + settledCount(settled),
					deleted: sql`deleted + ${settled.deleted.length}`,
					tooOld: sql`too_old + ${settled.tooOld.length}`,
					failed: sql`failed + ${settled.failed.length}`,
				})
				.where(
					and(
						eq(clearings.no, no),
						eq(clearings.state, "running"),
						eq(clearings.cursor, cursor),
						eq(clearings.tries, tries),
					),
				)
				.returning({ no: clearings.no }),
		],
		[],
	);
	return (results.at(-1) as unknown[]).length > 0;
}

/** So many that are due are taken in one minute. */
const dueAtOnce = 5_000;

/**
 * Makes clearings of what is to be deleted by now, one a group and bot. The rows are taken in the same batch, so a
 * second clock finds none. @returns their numbers
 */
export async function beginDue(db: Db, now: number): Promise<number[]> {
	const due = sql`SELECT id FROM postings WHERE state = 'sent' AND delete_at IS NOT NULL AND delete_at <= ${now}
		ORDER BY delete_at, id LIMIT ${dueAtOnce}`;
	const reachable = sql`postings.sent_at > ${cutoff(sql`postings.group_id`, now)}`;
	const [begun] = await db.batch([
		db
			.insert(clearings)
			.select(
				sql`SELECT NULL, group_id, bot_id, 1, '{"due":true}', 'running', count(*), 0, 0, 0, 0, 0, ${now + stillMs}, NULL,
					${now}, 'system', ${now}, NULL, NULL, json_group_array(message_id)
					FROM (SELECT * FROM postings WHERE id IN (${due}) AND message_id IS NOT NULL AND ${reachable} ORDER BY message_id)
					AS postings GROUP BY group_id, bot_id`,
			)
			.returning({ no: clearings.no }),
		db
			.update(postings)
			.set({
				deleteAt: null,
				state: sql`CASE WHEN message_id IS NOT NULL AND ${reachable} THEN state ELSE 'too_old' END` as never,
			})
			.where(sql`${postings.id} IN (${due})`),
	]);
	return begun.map(({ no }) => no);
}

/** Those that stand still are begun again, or given up after days. @returns which to begin */
export async function wakeStill(db: Db, now: number): Promise<number[]> {
	const late = sql`${clearings.createdAt} <= ${now - giveUpMs}`;
	const woken = await db
		.update(clearings)
		.set({
			wakeAt: now + stillMs,
			changedAt: sql`CASE WHEN ${late} THEN ${now} ELSE changed_at END`,
			state: sql`CASE WHEN ${late} THEN 'failed' ELSE state END` as never,
			note: sql`CASE WHEN ${late} THEN coalesce(note, 'It stood still for too long.') ELSE note END`,
		})
		.where(and(eq(clearings.state, "running"), lte(clearings.wakeAt, now)))
		.returning({ no: clearings.no, state: clearings.state });
	return woken.flatMap(({ no, state }) => (state === "running" ? [no] : []));
}

/** What moves with a group that has become another one: the messages of before have other ids there. */
export const moveClearings = (db: Db, oldId: number, newId: number, now: number) =>
	db
		.update(clearings)
		.set({
			groupId: newId,
			note: sql`CASE WHEN state = 'running' THEN ${movedNote} ELSE note END`,
			changedAt: sql`CASE WHEN state = 'running' THEN ${now} ELSE changed_at END`,
			state: sql`CASE WHEN state = 'running' THEN 'failed' ELSE state END` as never,
		})
		.where(eq(clearings.groupId, oldId));

export const movedNote = "The group has become a supergroup, where these messages have other ids.";
