import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { begunStates, campaignOf, idsOf } from "../rules/campaigns.ts";
import { deletableMs } from "../rules/take-back.ts";
import { campaigns, deliveries, deliveryBlocks } from "../schema.ts";
import type { Block } from "./blocks.ts";
import { countsOfBlocks } from "./campaigns.ts";

/** Of blocks `b` of campaigns `c`: Telegram still deletes what they sent. Of some it is not known when that was. */
const isFresh = (now: number) =>
	sql`coalesce(nullif(b.last_sent_at, 0), c.changed_at) > ${now - deletableMs}`;

const blocksOfCampaign = sql`campaigns c CROSS JOIN delivery_blocks b
	ON b.id BETWEEN c.no * 1048576 AND c.no * 1048576 + 1048575`;

/** Blocks whose messages are to be deleted, and nobody has asked Telegram for all of them. */
const leftBlocks = (now: number) => sql`${blocksOfCampaign}
	AND c.take_back = 'running' AND b.taken_back = 0 AND b.sent > 0 AND ${isFresh(now)}`;
/** Nothing is sent from them any more, and nobody is at work on them. */
const free = (now: number) => sql`b.done = 1 AND b.lease_until <= ${now}`;

/** Of what was sent, how much Telegram would still delete. */
export async function countDeletable(db: Db, no: number, now: number): Promise<number> {
	const [row] = await db.all<{ deletable: number }>(
		sql`SELECT coalesce(sum(b.sent) FILTER (WHERE ${isFresh(now)}), 0) AS deletable
			FROM ${blocksOfCampaign} WHERE c.no = ${no}`,
	);
	return row?.deletable ?? 0;
}

/** It has begun, nothing of it is forgotten, and nobody has taken it back. */
export const mayTakeBack = (no: number): SQL =>
	sql`EXISTS (SELECT 1 FROM campaigns WHERE no = ${no} AND take_back IS NULL AND purged_at IS NULL
		AND state IN (${sql.join(
			begunStates.map((state) => sql`${state}`),
			sql`, `,
		)}))`;

export const beginTakeBack = (db: Db, no: number) =>
	db
		.update(campaigns)
		.set({ takeBack: "running", counts: null })
		.where(
			and(
				eq(campaigns.no, no),
				isNull(campaigns.takeBack),
				isNull(campaigns.purgedAt),
				inArray(campaigns.state, begunStates),
			),
		)
		.returning({ no: campaigns.no });

/** Ends those of which nothing is left to be asked for, and keeps what came of them. */
export const endTakeBacks = (db: Db, now: number) =>
	db
		.update(campaigns)
		.set({
			takeBack: "done",
			counts: countsOfBlocks(sql`campaigns.no`),
		})
		.where(
			sql`take_back = 'running' AND state IN ('finished', 'cancelled')
				AND no NOT IN (SELECT c.no FROM ${leftBlocks(now)})`,
		);

/** Bots with messages to delete, and nobody at work on them. */
export async function botsToTakeBack(db: Db, now: number): Promise<number[]> {
	const rows = await db.all<{ bot_id: number }>(
		sql`SELECT DISTINCT b.bot_id FROM ${leftBlocks(now)} WHERE ${free(now)}`,
	);
	return rows.map((row) => row.bot_id);
}

/** Takes this bot's next block. @returns null if there is none, or others were faster */
export async function claimToTakeBack(
	db: Db,
	botId: number,
	token: string,
	{ now, leaseUntil }: { now: number; leaseUntil: number },
): Promise<Block | null> {
	const next = sql`(SELECT b.id FROM ${leftBlocks(now)} WHERE b.bot_id = ${botId} AND ${free(now)} ORDER BY b.id LIMIT 1)`;
	const [row] = await db
		.update(deliveryBlocks)
		.set({ token, leaseUntil, step: sql`step + 1` })
		.where(sql`id = ${next}`)
		.returning();
	return row ?? null;
}

export interface Sent {
	id: number;
	/** null: no longer known. */
	chatId: number | null;
	messageId: number;
}

/** What of a block stands with its readers; what Telegram would not delete has a note. */
export async function sentOf(db: Db, block: Block): Promise<Sent[]> {
	const { base } = idsOf(campaignOf(block.id));
	const rows = await db.all<{ id: number; chat_id: number | null; message_id: number }>(
		sql`SELECT d.id, r.chat_id, d.message_id FROM deliveries d LEFT JOIN recipients r ON r.no = d.id - ${base}
			WHERE d.id BETWEEN ${block.first} AND ${block.last} AND d.bot_id = ${block.botId}
			AND d.state = 'sent' AND d.message_id IS NOT NULL AND d.note IS NULL ORDER BY d.id`,
	);
	return rows.map((row) => ({ id: row.id, chatId: row.chat_id, messageId: row.message_id }));
}

/** What came of one message: it is deleted, or stays for these words. */
export interface Taken {
	id: number;
	note: string | null;
}

/** Writes what came of a block, and lets it go, if the block still is as it was claimed: a repeat changes nothing. */
export async function settleTakeBack(
	db: Db,
	block: Block,
	taken: readonly Taken[],
	{ all, leaseUntil }: { all: boolean; leaseUntil: number },
): Promise<void> {
	const deleted = taken.filter(({ note }) => note === null).length;
	const json = JSON.stringify(taken.map(({ id, note }) => [id, note]));
	await db.batch([
		db
			.update(deliveries)
			.set({
				state: sql`CASE WHEN j.value ->> 1 IS NULL THEN 'deleted' ELSE 'sent' END`,
				note: sql`j.value ->> 1`,
			})
			.from(sql`json_each(${json}) AS j`)
			.where(sql`${deliveries.id} = j.value ->> 0 AND ${deliveries.state} = 'sent'
				AND EXISTS (SELECT 1 FROM delivery_blocks WHERE id = ${block.id} AND step = ${block.step})`),
		db
			.update(deliveryBlocks)
			.set({
				token: null,
				leaseUntil,
				step: block.step + 1,
				sent: sql`sent - ${deleted}`,
				deleted: sql`deleted + ${deleted}`,
				kept: sql`kept + ${taken.length - deleted}`,
				takenBack: all,
			})
			.where(and(eq(deliveryBlocks.id, block.id), eq(deliveryBlocks.step, block.step))),
	]);
}
