import { and, asc, eq, inArray, isNotNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { groups } from "../../groups/schema.ts";
import type { Db } from "../../platform/db.ts";
import { type PostingState, postingIn } from "../rules.ts";
import { postings, posts } from "../schema.ts";

export type Posting = typeof postings.$inferSelect;

/** Written like this, the index of what is due serves. */
export const isOpen = sql`${postings.state} IN ('waiting', 'sending')`;
const isWaiting = sql`${isOpen} AND ${postings.state} = 'waiting'`;
const isSending = sql`${isOpen} AND ${postings.state} = 'sending'`;

/** With a plus here and below: what is open is less than all that posts of a state, or one post, ever posted. */
const mayGo = sql`+${posts.state} IN (${sql.join(
	postingIn.map((state) => sql`${state}`),
	sql`, `,
)})`;

/**
 * Of each group the first posting of this bot that came, due or not, and none while one is being sent: whoever waits
 * for the group's pace or cooldown, or for Telegram after a 429, keeps its place. Those that don't wait for a cooldown
 * come before the others.
 */
const firstInGroup = (botId: number, now: number) => sql`(SELECT id, group_id, due_at FROM (
	SELECT w.id, w.group_id, w.due_at, w.state,
		row_number() OVER (PARTITION BY w.group_id ORDER BY w.state = 'sending' DESC, p.bypass_cooldown DESC, w.id) AS place
	FROM postings w JOIN posts p ON p.no = w.post_no
	WHERE w.state IN ('waiting', 'sending') AND w.bot_id = ${botId}
	AND (w.state = 'waiting' AND +p.state IN ('scheduled', 'done') OR w.state = 'sending' AND w.lease_until > ${now}))
	WHERE place = 1 AND state = 'waiting')`;

/**
 * What this bot may send now, with its post and group.
 * @param without groups
 */
export const duePostings = (db: Db, botId: number, now: number, without: readonly number[], limit: number) =>
	db
		.select({ posting: postings, post: posts, group: groups })
		.from(postings)
		.innerJoin(posts, eq(posts.no, postings.postNo))
		.leftJoin(groups, eq(groups.id, postings.groupId))
		.where(
			sql`${postings.id} IN (SELECT id FROM ${firstInGroup(botId, now)} WHERE due_at <= ${now}
				AND group_id NOT IN (SELECT value FROM json_each(${JSON.stringify(without)})))`,
		)
		.orderBy(asc(postings.dueAt), asc(postings.id))
		.limit(limit);
export type Due = Awaited<ReturnType<typeof duePostings>>[number];

/** When this bot's next posting is due, null: none waits. */
export async function nextDue(db: Db, botId: number, now: number): Promise<number | null> {
	const [row] = await db.all<{ at: number | null }>(
		sql`SELECT min(due_at) AS at FROM ${firstInGroup(botId, now)}`,
	);
	return row?.at ?? null;
}

/** Bots with something that is due; of one post, or of all. */
export async function dueBots(db: Db, now: number, postNo?: number): Promise<number[]> {
	const rows = await db
		.selectDistinct({ botId: postings.botId })
		.from(postings)
		.innerJoin(posts, eq(posts.no, postings.postNo))
		.where(
			and(
				isWaiting,
				lte(postings.dueAt, now),
				mayGo,
				postNo === undefined ? undefined : sql`+${postings.postNo} = ${postNo}`,
			),
		);
	return rows.map(({ botId }) => botId);
}

interface Claim {
	token: string;
	leaseUntil: number;
	now: number;
}

/**
 * Takes a posting and its group's time in one batch, if the group is as it was read and nothing else is being sent
 * there. @returns whether it was free
 */
export async function claim(
	db: Db,
	{ posting, post, group }: { posting: Posting; post: Due["post"]; group: NonNullable<Due["group"]> },
	{ token, leaseUntil, now }: Claim,
): Promise<boolean> {
	const [taken] = await db.batch([
		db
			.update(postings)
			.set({ state: "sending", token, leaseUntil, version: post.version })
			.where(
				and(
					eq(postings.id, posting.id),
					isWaiting,
					sql`EXISTS (SELECT 1 FROM posts WHERE no = ${post.no} AND version = ${post.version}
						AND state IN ('scheduled', 'done'))`,
					sql`EXISTS (SELECT 1 FROM groups WHERE id = ${postings.groupId} AND state = 'active'
						AND posted_at = ${group.postedAt})`,
					sql`NOT EXISTS (SELECT 1 FROM postings other WHERE +other.group_id = ${group.id}
						AND other.state IN ('waiting', 'sending') AND other.state = 'sending' AND other.lease_until > ${now})`,
				),
			)
			.returning({ id: postings.id }),
		db
			.update(groups)
			.set({ postedAt: now })
			.where(
				and(
					eq(groups.id, group.id),
					sql`EXISTS (SELECT 1 FROM postings WHERE id = ${posting.id} AND token = ${token})`,
				),
			),
	]);
	return taken.length > 0;
}

/** The message in the group it was sent to: one that migrated meanwhile knows it by another id. */
export const messageIn = (groupId: number, messageId: number) =>
	sql<number>`CASE WHEN ${postings.groupId} = ${groupId} THEN ${messageId} END`;

/** When it is deleted by itself: what was taken back while it was being sent, at once. @param at null: never */
export const deletedBy = (at: number | null) =>
	sql<number | null>`min(coalesce(${postings.deleteAt}, ${at}), coalesce(${at}, ${postings.deleteAt}))`;

export interface Held {
	id: number;
	token: string;
}
export type Result = Omit<Partial<Posting>, "messageId" | "deleteAt"> & {
	messageId?: SQL<number>;
	deleteAt?: SQL<number | null>;
};
/** What a claim has set a group's time to, and what it was before. */
export interface Unused {
	groupId: number;
	claimedAt: number;
	before: number;
}

/**
 * Writes what came of it, by who claimed it; a clock that gave the sender up meanwhile knew less. A repeat changes
 * nothing more.
 * @param unused nothing was posted: the group's time goes back to what it was
 */
export async function settle(
	db: Db,
	{ id, token }: Held,
	result: Result,
	unused: Unused | null,
): Promise<void> {
	const write = db
		.update(postings)
		.set({ leaseUntil: 0, ...result })
		.where(
			and(
				eq(postings.id, id),
				eq(postings.token, token),
				inArray(postings.state, ["sending", "unknown"] satisfies PostingState[]),
			),
		);
	if (unused === null) return void (await write);
	const { groupId, claimedAt, before } = unused;
	await db.batch([
		write,
		db
			.update(groups)
			.set({ postedAt: before })
			.where(and(eq(groups.id, groupId), eq(groups.postedAt, claimedAt))),
	]);
}

/** Changes what still waits as it was read. @returns whether it did */
export async function changeWaiting(
	db: Db,
	{ id, dueAt }: Posting,
	change: Pick<Partial<Posting>, "dueAt" | "state" | "note">,
): Promise<boolean> {
	const rows = await db
		.update(postings)
		.set(change)
		.where(and(eq(postings.id, id), isWaiting, eq(postings.dueAt, dueAt)))
		.returning({ id: postings.id });
	return rows.length > 0;
}

/** Of whom died while sending nobody knows whether it was sent. */
export const giveUpExpired = (db: Db, now: number) =>
	db
		.update(postings)
		.set({ state: "unknown", note: "the sender stopped before it knew whether it was sent" })
		.where(and(isSending, lt(postings.leaseUntil, now)));

export const cancelWaiting = (db: Db, post: SQL) =>
	db.update(postings).set({ state: "cancelled" }).where(and(isWaiting, post));

/** What failed in a round waits again. */
export const requeue = (db: Db, postNo: number, round: number, states: PostingState[], now: number) =>
	db
		.update(postings)
		.set({ state: "waiting", dueAt: now, token: null, leaseUntil: 0, tries: 0, note: null })
		.where(
			and(
				eq(postings.postNo, postNo),
				eq(postings.round, round),
				inArray(postings.state, states),
				sql`EXISTS (SELECT 1 FROM posts WHERE no = ${postNo} AND round = ${round} AND state IN ('scheduled', 'done'))`,
			),
		)
		.returning({ id: postings.id });

/** What stands in a group with an older content, and nobody is changing. */
export const editable = (db: Db, postNo: number, version: number, now: number, limit: number) =>
	db
		.select({ posting: postings, group: groups })
		.from(postings)
		.leftJoin(groups, eq(groups.id, postings.groupId))
		.where(
			and(
				eq(postings.postNo, postNo),
				eq(postings.state, "sent"),
				lt(postings.version, version),
				isNotNull(postings.messageId),
				lte(postings.leaseUntil, now),
			),
		)
		.limit(limit);

export async function claimEdit(
	db: Db,
	posting: Posting,
	{ token, leaseUntil, now }: Claim,
): Promise<boolean> {
	const rows = await db
		.update(postings)
		.set({ token, leaseUntil })
		.where(
			and(
				eq(postings.id, posting.id),
				eq(postings.state, "sent"),
				eq(postings.version, posting.version),
				isNotNull(postings.messageId),
				lte(postings.leaseUntil, now),
			),
		)
		.returning({ id: postings.id });
	return rows.length > 0;
}

export const settleEdit = (db: Db, id: number, token: string, result: Partial<Posting>) =>
	db
		.update(postings)
		.set({ leaseUntil: 0, ...result })
		.where(and(eq(postings.id, id), eq(postings.token, token)));
