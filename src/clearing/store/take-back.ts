import { eq, sql } from "drizzle-orm";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { commit } from "../../platform/outbox.ts";
import { postings } from "../../posts/schema.ts";
import { stillMs } from "../rules.ts";
import { clearings } from "../schema.ts";
import { cutoff } from "../store.ts";

const standing = (postNo: number) => sql`postings.post_no = ${postNo} AND postings.state = 'sent'`;
const isFresh = (now: number) =>
	sql`(postings.message_id IS NOT NULL AND postings.sent_at > ${cutoff(sql`postings.group_id`, now)})`;
/** Nobody is deleting it already. */
const isIdle = (postNo: number) => sql`NOT EXISTS (SELECT 1 FROM clearings c WHERE c.post_no = ${postNo}
	AND c.group_id = postings.group_id AND c.bot_id = postings.bot_id AND c.state = 'running')`;

/** What became of a post's messages, and of what was done to delete them. */
export async function countPost(db: Db, postNo: number, now: number) {
	const [row] = await db.all<{ deleted: number; fresh: number; tooOld: number }>(sql`SELECT
		coalesce(sum(state = 'deleted'), 0) AS deleted,
		coalesce(sum(state = 'sent' AND ${isFresh(now)}), 0) AS fresh,
		coalesce(sum(state = 'too_old' OR (state = 'sent' AND NOT ${isFresh(now)})), 0) AS tooOld
		FROM postings WHERE post_no = ${postNo}`);
	const begun = await db
		.select({ state: clearings.state, groupId: clearings.groupId, note: clearings.note })
		.from(clearings)
		.where(eq(clearings.postNo, postNo));
	return { ...(row ?? { deleted: 0, fresh: 0, tooOld: 0 }), begun };
}

/**
 * Begins to delete a post's messages, one clearing a group and bot, and marks those that are too old. What is just
 * being sent is deleted as soon as it stands. @returns the clearings' numbers
 */
export async function beginPost(db: Db, postNo: number, actor: string, now: number): Promise<number[]> {
	const filter = JSON.stringify({ post: postNo });
	const { results } = await commit(
		db,
		now,
		[
			// Columns in the order of the table.
			db
				.insert(clearings)
				.select(
					sql`SELECT NULL, group_id, bot_id, 1, ${filter}, 'running', count(*), 0, 0, 0, 0, 0, ${now + stillMs}, NULL,
						${now}, ${actor}, ${now}, NULL, ${postNo}, json_group_array(message_id)
						FROM (SELECT * FROM postings WHERE ${standing(postNo)} AND ${isFresh(now)} AND ${isIdle(postNo)}
							ORDER BY message_id) AS postings GROUP BY group_id, bot_id`,
				)
				.returning({ no: clearings.no }),
			db
				.update(postings)
				.set({ state: "too_old", deleteAt: null })
				.where(sql`${standing(postNo)} AND NOT ${isFresh(now)}`),
			db.update(postings).set({ deleteAt: null }).where(standing(postNo)),
			db
				.update(postings)
				.set({ deleteAt: now })
				.where(sql`postings.post_no = ${postNo} AND postings.state = 'sending'`),
			audit(db, now, { actor, action: "post.taken_back", subject: String(postNo) }),
		],
		[],
	);
	return (results[0] as { no: number }[]).map(({ no }) => no);
}
