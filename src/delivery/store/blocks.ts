import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { type Counts, campaignOf, countsOf, idsOf, type Result } from "../rules/campaigns.ts";
import { deliveries, deliveryBlocks } from "../schema.ts";

export type Block = typeof deliveryBlocks.$inferSelect;

/** One recipient of a block, with what is known of them now. */
export interface Queued {
	id: number;
	chatId: number | null;
	optedOut: boolean;
	/** null: no longer among those who are meant. */
	reach: number | null;
	language: string | null;
}

/** Blocks of campaigns that are not over. Ids as `blocksOf` makes them, in the order of the campaigns. */
const openBlocks = sql`campaigns c CROSS JOIN delivery_blocks b
	ON b.id BETWEEN c.no * 1048576 AND c.no * 1048576 + 1048575 AND b.done = 0
	AND c.state NOT IN ('finished', 'cancelled')`;

/** Somebody has it. A block without a token and with a time rests until then. */
const atWork = (now: number) => sql`b.token IS NOT NULL AND b.lease_until > ${now}`;
/** It may be taken; one that rests has nothing to wait for once its campaign is to end. */
const free = (now: number) => sql`(b.lease_until <= ${now} OR (b.token IS NULL AND c.state = 'cancelling'))`;

/** Whether another pump of this bot has a block, also one of a campaign that was just paused. */
const otherAtWork = (botId: number, token: string | null, now: number) =>
	sql`EXISTS (SELECT 1 FROM ${openBlocks} WHERE b.bot_id = ${botId} AND ${atWork(now)} AND b.token IS NOT ${token})`;

/** The first block of this bot that nobody has; none while another pump is at work on one. */
export async function nextBlock(db: Db, botId: number, token: string, now: number): Promise<Block | null> {
	const [row] = await db
		.select()
		.from(deliveryBlocks)
		.where(
			sql`${deliveryBlocks.id} = (SELECT b.id FROM ${openBlocks}
				WHERE c.state <> 'paused' AND b.bot_id = ${botId} AND ${free(now)}
				AND NOT ${otherAtWork(botId, token, now)} ORDER BY b.id LIMIT 1)`,
		);
	return row ?? null;
}

/** Bots with blocks to send, and no pump at work. */
export async function idleBots(db: Db, now: number): Promise<number[]> {
	const rows = await db.all<{ bot_id: number }>(sql`SELECT b.bot_id FROM ${openBlocks}
		GROUP BY b.bot_id HAVING max(${atWork(now)}) = 0 AND max(c.state <> 'paused' AND ${free(now)}) = 1`);
	return rows.map((row) => row.bot_id);
}

/** Who of a block is still queued, in the order of their ids. */
export async function queuedOf(db: Db, block: Block, audience: SQL): Promise<Queued[]> {
	const { base } = idsOf(campaignOf(block.id));
	const rows = await db.all<{
		id: number;
		chat_id: number | null;
		opted_out_at: number | null;
		bot_id: number | null;
		language: string | null;
	}>(sql`SELECT d.id, r.chat_id, r.opted_out_at, a.bot_id, a.language
		FROM deliveries d LEFT JOIN recipients r ON r.no = d.id - ${base}
		LEFT JOIN (${audience}) AS a ON a.chat_id = r.chat_id
		WHERE d.id BETWEEN ${block.first} AND ${block.last} AND d.bot_id = ${block.botId} AND d.state = 'queued'
		ORDER BY d.id`);
	return rows.map((row) => ({
		id: row.id,
		chatId: row.chat_id,
		optedOut: row.opted_out_at !== null,
		reach: row.bot_id,
		language: row.language,
	}));
}

const added = (counts: Counts) =>
	Object.fromEntries(
		Object.entries(counts).flatMap(([name, n]) =>
			n === 0 ? [] : [[name, sql`${deliveryBlocks[name as keyof Counts]} + ${n}`]],
		),
	);

export interface Change {
	token: string | null;
	leaseUntil: number;
	watermark: number;
	done: boolean;
	/** With something that was sent: when. */
	lastSentAt?: number;
}

/**
 * Writes results and the block's next place in one batch, if the block still is as `block` says: whoever lost it, and
 * a repeat of this very write, change nothing.
 * @param claimedAt now, to take the block; null by who has it
 * @returns the block as it now stands, or null if it is no longer as it was
 */
export async function writeBlock(
	db: Db,
	block: Block,
	results: readonly Result[],
	change: Change,
	claimedAt: number | null = null,
): Promise<Block | null> {
	const counts = countsOf(results);
	// One pump a bot: whoever claims beside another gets nothing, so a 429 of one silences all.
	const alone =
		claimedAt === null ? sql`TRUE` : sql`NOT ${otherAtWork(block.botId, change.token, claimedAt)}`;
	const update = db
		.update(deliveryBlocks)
		.set({ ...change, step: block.step + 1, ...added(counts) })
		.where(
			and(
				eq(deliveryBlocks.id, block.id),
				eq(deliveryBlocks.step, block.step),
				sql`${deliveryBlocks.token} IS ${block.token}`,
				alone,
			),
		)
		.returning();
	if (results.length === 0) {
		const [row] = await update;
		return row ?? null;
	}
	const json = JSON.stringify(results.map(({ id, state, messageId, note }) => [id, state, messageId, note]));
	const [, [row]] = await db.batch([
		db
			.update(deliveries)
			.set({ state: sql`j.value ->> 1`, messageId: sql`j.value ->> 2`, note: sql`j.value ->> 3` })
			.from(sql`json_each(${json}) AS j`)
			.where(sql`${deliveries.id} = j.value ->> 0 AND ${deliveries.state} = 'queued'
				AND EXISTS (SELECT 1 FROM delivery_blocks WHERE id = ${block.id} AND step = ${block.step} AND token IS ${block.token})
				AND ${alone}`),
		update,
	]);
	return row ?? null;
}

export async function readBlock(db: Db, id: number): Promise<Block | null> {
	const [row] = await db.select().from(deliveryBlocks).where(eq(deliveryBlocks.id, id));
	return row ?? null;
}
