import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { blocksOf, type Counts, idsOf } from "../rules/campaigns.ts";
import { campaigns, deliveries, deliveryBlocks } from "../schema.ts";

/** Campaigns long over whose deliveries still stand. */
export const staleCampaigns = (db: Db, before: number) =>
	db
		.select()
		.from(campaigns)
		.where(
			and(
				inArray(campaigns.state, ["finished", "cancelled"]),
				lt(campaigns.changedAt, before),
				sql`${campaigns.purgedAt} IS NULL`,
			),
		)
		.limit(20);

/** @returns how many went */
export async function purgeDeliveries(db: Db, no: number, limit: number): Promise<number> {
	const { base, end } = idsOf(no);
	const gone = await db
		.delete(deliveries)
		.where(
			sql`${deliveries.id} IN (SELECT id FROM deliveries WHERE id BETWEEN ${base} AND ${end} ORDER BY id LIMIT ${limit})`,
		)
		.returning({ id: deliveries.id });
	return gone.length;
}

/** From now on only the counts say what came of it. */
export const closeBooks = (db: Db, no: number, counts: Counts, now: number) =>
	db.batch([
		db.update(campaigns).set({ counts, purgedAt: now }).where(eq(campaigns.no, no)),
		db
			.delete(deliveryBlocks)
			.where(sql`${deliveryBlocks.id} BETWEEN ${blocksOf(no).base} AND ${blocksOf(no).end}`),
	]);

/** How many failed with which words, along the index of failures. */
export const countNotes = (db: Db, no: number) => {
	const { base, end } = idsOf(no);
	return db.all<{ state: "failed" | "unknown"; words: string | null; count: number }>(
		sql`SELECT state, note AS words, count(*) AS count FROM deliveries
			WHERE state IN ('failed', 'unknown') AND id BETWEEN ${base} AND ${end} GROUP BY state, note`,
	);
};

/** What went wrong with whom, by the index of failures; other states along the campaign's own range. @param q words of the note */
export const selectDeliveries = (
	db: Db,
	no: number,
	{ state, q }: { state: string; q: string | null },
	after: number,
	limit: number,
) => {
	const { base, end } = idsOf(no);
	const indexed = sql.raw(
		["failed", "unknown"].includes(state) ? "d.state IN ('failed', 'unknown') AND" : "",
	);
	return db.all<{
		no: number;
		chat_id: number | null;
		bot_id: number;
		state: string;
		message_id: number | null;
		note: string | null;
	}>(
		sql`SELECT d.id - ${base} AS no, r.chat_id, d.bot_id, d.state, d.message_id, d.note
			FROM deliveries d LEFT JOIN recipients r ON r.no = d.id - ${base}
			WHERE ${indexed} d.state = ${state} AND d.id > ${base} + ${after} AND d.id <= ${end}
				AND ${q === null ? sql`TRUE` : sql`instr(lower(coalesce(d.note, '')), lower(${q})) > 0`}
			ORDER BY d.id LIMIT ${limit}`,
	);
};
