import { and, asc, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Content } from "../../delivery/rules/content.ts";
import { groups } from "../../groups/schema.ts";
import type { Db } from "../../platform/db.ts";
import { type PostState, transitions } from "../rules.ts";
import { postings, posts, postTargets } from "../schema.ts";
import { isOpen } from "./postings.ts";

export type Post = typeof posts.$inferSelect;
export type NewPost = Omit<typeof posts.$inferInsert, "no" | "campaignNo">;
export interface Target {
	groupId: number;
	topicId: number;
}

export async function findPost(db: Db, no: number): Promise<Post | null> {
	const [row] = await db.select().from(posts).where(eq(posts.no, no));
	return row ?? null;
}

export const findPosts = (db: Db, nos: readonly number[]) =>
	db
		.select()
		.from(posts)
		.where(sql`${posts.no} IN (SELECT value FROM json_each(${JSON.stringify(nos)}))`);

export async function findPostByKey(db: Db, key: string): Promise<Post | null> {
	const [row] = await db.select().from(posts).where(eq(posts.key, key));
	return row ?? null;
}

/** @param inCampaign in the batch that begins the newest campaign */
export const insertPost = (db: Db, row: NewPost, inCampaign = false) =>
	db
		.insert(posts)
		.values({ ...row, ...(inCampaign ? { campaignNo: sql`(SELECT max(no) FROM group_campaigns)` } : {}) })
		.returning({ no: posts.no });

/** The targets of the post that was inserted last in this batch. */
export const insertTargets = (db: Db, targets: readonly Target[]) =>
	db
		.insert(postTargets)
		.select(sql`SELECT (SELECT max(no) FROM posts), value ->> 'groupId', value ->> 'topicId'
		FROM json_each(${JSON.stringify(targets)}) WHERE TRUE`);

export const targetsOf = (db: Db, no: number) =>
	db
		.select({
			groupId: postTargets.groupId,
			topicId: postTargets.topicId,
			title: groups.title,
			state: groups.state,
		})
		.from(postTargets)
		.leftJoin(groups, eq(groups.id, postTargets.groupId))
		.where(eq(postTargets.postNo, no))
		.orderBy(asc(postTargets.groupId), asc(postTargets.topicId));

export const findGroups = (db: Db, ids: readonly number[]) =>
	db
		.select()
		.from(groups)
		.where(sql`${groups.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);

export type PostFilter = { state: PostState } | { groupId: number } | { campaignNo: number } | null;

/** Newest first; each filter along an index of its own. */
export const listPosts = (db: Db, filter: PostFilter, before: number | null, limit: number) => {
	const chosen =
		filter === null
			? undefined
			: "state" in filter
				? eq(posts.state, filter.state)
				: "groupId" in filter
					? sql`${posts.no} IN (SELECT post_no FROM post_targets WHERE group_id = ${filter.groupId})`
					: eq(posts.campaignNo, filter.campaignNo);
	return db
		.select()
		.from(posts)
		.where(and(chosen, before === null ? undefined : lt(posts.no, before)))
		.orderBy(desc(posts.no))
		.limit(limit);
};

/** Posts whose next round begins until `to`, the earliest first. */
export const duePosts = (db: Db, to: number, limit: number) =>
	db
		.select()
		.from(posts)
		.where(
			sql`${posts.no} IN (SELECT no FROM posts INDEXED BY posts_due
				WHERE state = 'scheduled' AND next_at <= ${to} ORDER BY next_at LIMIT ${limit})`,
		)
		.orderBy(asc(posts.nextAt));

/**
 * Begins the round of `nextAt` in one batch: a posting for each target, and the post moves on. Only if the post still
 * is as it was read, so whoever comes second begins nothing. What still waits of the round before is overtaken.
 * @returns whether it began
 */
export async function beginRound(db: Db, post: Post, after: number | null, now: number): Promise<boolean> {
	const { no, round, nextAt } = post;
	const same = sql`no = ${no} AND state = 'scheduled' AND round = ${round} AND next_at = ${nextAt}`;
	const [, , begun] = await db.batch([
		db
			.update(postings)
			.set({ state: "skipped", note: "the next round came first" })
			.where(
				and(
					sql`+${postings.postNo} = ${no}`,
					isOpen,
					eq(postings.state, "waiting"),
					sql`EXISTS (SELECT 1 FROM posts WHERE ${same})`,
				),
			),
		// Columns in the order of the table.
		db
			.insert(postings)
			.select(sql`SELECT NULL, p.no, p.round + 1, t.group_id, t.topic_id, coalesce(g.bot_id, 0),
				CASE WHEN g.state = 'active' THEN 'waiting' ELSE 'skipped' END, ${now}, NULL, 0, 0, NULL, NULL, p.version, NULL,
				CASE WHEN g.state = 'active' THEN NULL ELSE 'the bot is not at work in this group' END
			FROM (SELECT * FROM posts WHERE ${same}) p JOIN post_targets t ON t.post_no = p.no
			LEFT JOIN groups g ON g.id = t.group_id WHERE TRUE`)
			.onConflictDoNothing(),
		db
			.update(posts)
			.set({
				round: round + 1,
				nextAt: after,
				...(after === null ? { state: transitions.finish.to, changedAt: now } : {}),
			})
			.where(same)
			.returning({ no: posts.no }),
	]);
	return begun.length > 0;
}

const openPostingsOf = sql`EXISTS (SELECT 1 FROM postings WHERE post_no = ${posts.no}
	AND state IN ('waiting', 'sending') AND state = 'waiting')`;

/** The UPDATE of one transition: of posts in another state it does nothing. */
export const move = (db: Db, which: SQL, transition: "pause" | "cancel", now: number) => {
	const { from, to } = transitions[transition];
	return db
		.update(posts)
		.set({ state: to, changedAt: now, ...(transition === "cancel" ? { nextAt: null } : {}) })
		.where(and(which, inArray(posts.state, [...from]), sql`(${posts.state} <> 'done' OR ${openPostingsOf})`))
		.returning({ no: posts.no });
};

/** What a pause interrupted goes on; what has begun every round is done again. */
export const resume = (db: Db, no: number, nextAt: number | null, now: number) =>
	db
		.update(posts)
		.set({
			state: nextAt === null ? transitions.finish.to : transitions.resume.to,
			nextAt,
			changedAt: now,
		})
		.where(and(eq(posts.no, no), inArray(posts.state, [...transitions.resume.from])))
		.returning({ no: posts.no });

/** Future rounds have it, and what stands is changed after it. @param newMedium what was posted needs another file */
export const setContent = (db: Db, { no, version }: Post, content: Content, newMedium: boolean) =>
	db
		.update(posts)
		.set({
			content,
			version: version + 1,
			editing: true,
			...(newMedium ? { mediaVersion: version + 1 } : {}),
		})
		.where(and(eq(posts.no, no), eq(posts.version, version), sql`${posts.state} <> ${transitions.cancel.to}`))
		.returning({ no: posts.no });

export const editedPosts = (db: Db) =>
	db.select({ no: posts.no }).from(posts).where(sql`${posts.editing} = 1`).limit(100);

/** Nothing stands with an older content any more, nor is about to. */
export const endEditing = (db: Db, { no, version }: Post) =>
	db
		.update(posts)
		.set({ editing: false })
		.where(
			and(
				eq(posts.no, no),
				eq(posts.version, version),
				sql`NOT EXISTS (SELECT 1 FROM postings WHERE post_no = ${no} AND version < ${version}
					AND (state = 'sending' OR (state = 'sent' AND message_id IS NOT NULL)))`,
			),
		);

/** Posts that are over, and whose postings are gone. @returns how many went */
export async function purgePosts(db: Db, before: number, limit: number): Promise<number> {
	const over = sql`SELECT no FROM posts WHERE state IN ('done', 'cancelled') AND changed_at < ${before}
		AND NOT EXISTS (SELECT 1 FROM postings WHERE post_no = no) ORDER BY no LIMIT ${limit}`;
	const [, gone] = await db.batch([
		db.delete(postTargets).where(sql`${postTargets.postNo} IN (${over})`),
		db.delete(posts).where(sql`${posts.no} IN (${over})`).returning({ no: posts.no }),
	]);
	return gone.length;
}
