import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { openPostings, type PostingState } from "../rules.ts";
import { postings } from "../schema.ts";

/** A post's postings by state. */
export const countStates = (db: Db, postNo: number) =>
	db
		.select({ state: postings.state, count: sql<number>`count(*)` })
		.from(postings)
		.where(eq(postings.postNo, postNo))
		.groupBy(postings.state);

export interface Place {
	round: number;
	groupId: number;
	topicId: number;
}

/** A post's postings, the last round first, along `postings_once`. */
export const listOfPost = (
	db: Db,
	postNo: number,
	{ state, before, limit }: { state: PostingState | null; before: Place | null; limit: number },
) =>
	db
		.select()
		.from(postings)
		.where(
			and(
				eq(postings.postNo, postNo),
				state ? eq(postings.state, state) : undefined,
				before
					? sql`(round, group_id, topic_id) < (${before.round}, ${before.groupId}, ${before.topicId})`
					: undefined,
			),
		)
		.orderBy(desc(postings.round), desc(postings.groupId), desc(postings.topicId))
		.limit(limit);

/** A group's, newest first, along `postings_history`. */
export const listOfGroup = (
	db: Db,
	groupId: number,
	{ state, before, limit }: { state: PostingState | null; before: number | null; limit: number },
) =>
	db
		.select()
		.from(postings)
		.where(
			and(
				eq(postings.groupId, groupId),
				state ? eq(postings.state, state) : undefined,
				before === null ? undefined : lt(postings.id, before),
			),
		)
		.orderBy(desc(postings.id))
		.limit(limit);

/** Rounds that were posted from `from` to `to`. */
export const postedBetween = (db: Db, from: number, to: number, limit: number) =>
	db
		.select({
			postNo: postings.postNo,
			round: postings.round,
			at: sql<number>`min(${postings.sentAt})`.as("at"),
			groups: sql<number>`count(*)`,
		})
		.from(postings)
		.where(sql`${postings.sentAt} IS NOT NULL AND ${postings.sentAt} BETWEEN ${from} AND ${to}`)
		.groupBy(postings.postNo, postings.round)
		.orderBy(sql`at`)
		.limit(limit);

/** Forgets what is long over, oldest first. @returns how many went */
export async function purgePostings(db: Db, before: number, limit: number): Promise<number> {
	const open = sql.join(
		openPostings.map((state) => sql`${state}`),
		sql`, `,
	);
	// Ids grow with time, so the oldest are looked at first.
	const gone = await db
		.delete(postings)
		.where(
			sql`${postings.id} IN (SELECT id FROM (SELECT id, state, due_at FROM postings ORDER BY id LIMIT ${limit})
				WHERE due_at < ${before} AND state NOT IN (${open}))`,
		)
		.returning({ id: postings.id });
	return gone.length;
}
