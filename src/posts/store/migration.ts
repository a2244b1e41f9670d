import { eq, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { postings, posts, postTargets } from "../schema.ts";

/**
 * The statements by which what is posted follows a group that became a supergroup. Its messages have other ids there:
 * what was posted can no longer be edited or deleted, and nothing is answered any more.
 */
export const movePosts = (db: Db, oldId: number, newId: number) => [
	db
		.update(posts)
		.set({ replyTo: null })
		.where(
			sql`${posts.replyTo} IS NOT NULL AND ${posts.no} IN (SELECT post_no FROM post_targets WHERE group_id = ${oldId})`,
		),
	db
		.insert(postTargets)
		.select(sql`SELECT post_no, ${newId}, topic_id FROM post_targets WHERE group_id = ${oldId}`)
		.onConflictDoNothing(),
	db.delete(postTargets).where(eq(postTargets.groupId, oldId)),
	// A post that named both is in both: what is in the old one stays there.
	db
		.update(postings)
		.set({ groupId: newId, messageId: null, deleteAt: null })
		.where(
			sql`${postings.groupId} = ${oldId} AND NOT EXISTS (SELECT 1 FROM postings other
				WHERE other.post_no = ${postings.postNo} AND other.round = ${postings.round}
				AND other.group_id = ${newId} AND other.topic_id = ${postings.topicId})`,
		),
];
