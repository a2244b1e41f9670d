import { and, asc, count, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { chatMembers, linkedChats } from "../schema.ts";

export type ChatMember = typeof chatMembers.$inferSelect;
type Place = Pick<ChatMember, "chatId" | "userId">;

/** Whether a member, or whoever is named, may be in the chat: by any product of it, until the grace after its end. */
const entitled = (chatId: SQL, userId: SQL, cutoff: number) => sql`EXISTS (
	SELECT 1 FROM product_chats pc JOIN entitlements e ON e.product_no = pc.product_no
	WHERE pc.chat_id = ${chatId} AND e.user_id = ${userId} AND e.state = 'active' AND e.until > ${cutoff})`;
const memberEntitled = (cutoff: number) =>
	entitled(sql`chat_members.chat_id`, sql`chat_members.user_id`, cutoff);
const place = ({ chatId, userId }: Place) =>
	and(eq(chatMembers.chatId, chatId), eq(chatMembers.userId, userId));

export async function isEntitled(db: Db, { chatId, userId }: Place, cutoff: number): Promise<boolean> {
	const [row] = await db.all<{ may: number }>(
		sql`SELECT ${entitled(sql`${chatId}`, sql`${userId}`, cutoff)} AS may`,
	);
	return row?.may === 1;
}

/**
 * Statements, after one that changed an entitlement and in its batch: who may be in the product's chats no more is to
 * leave them, and who may again stays.
 */
export const settleMembers = (
	db: Db,
	{ userId, productNo }: { userId: number; productNo: number },
	{ cutoff, now }: { cutoff: number; now: number },
) => {
	const theirs = and(
		eq(chatMembers.userId, userId),
		sql`chat_members.chat_id IN (SELECT chat_id FROM product_chats WHERE product_no = ${productNo})`,
	);
	return [
		db
			.update(chatMembers)
			.set({ state: "removing", at: now })
			.where(and(theirs, eq(chatMembers.state, "let_in"), sql`NOT ${memberEntitled(cutoff)}`)),
		db
			.update(chatMembers)
			.set({ state: "let_in", at: now })
			.where(and(theirs, inArray(chatMembers.state, ["removing", "kept"]), memberEntitled(cutoff))),
	] as const;
};

/** Lets somebody in, in the same statement that asks whether they may. @returns whether they may */
export async function letIn(db: Db, at: Place, cutoff: number, now: number): Promise<boolean> {
	const rows = await db.all(sql`INSERT INTO chat_members (chat_id, user_id, state, at)
		SELECT ${at.chatId}, ${at.userId}, 'let_in', ${now}
		WHERE ${entitled(sql`${at.chatId}`, sql`${at.userId}`, cutoff)}
		ON CONFLICT (chat_id, user_id) DO UPDATE SET state = 'let_in', at = excluded.at RETURNING user_id`);
	return rows.length > 0;
}

/** Somebody who is there by no entitlement; who is to leave still is. */
export const keepMember = (db: Db, { chatId, userId }: Place, now: number) =>
	db
		.insert(chatMembers)
		.values({ chatId, userId, state: "kept", at: now })
		.onConflictDoUpdate({
			target: [chatMembers.chatId, chatMembers.userId],
			set: { state: "kept", at: now },
			setWhere: eq(chatMembers.state, "gone"),
		});

/** Somebody of whom nothing was known. Who has gone may have written before. */
export const noteMember = (db: Db, { chatId, userId }: Place, cutoff: number, now: number) =>
	db.run(sql`INSERT INTO chat_members (chat_id, user_id, state, at)
		SELECT ${chatId}, ${userId}, CASE WHEN ${entitled(sql`${chatId}`, sql`${userId}`, cutoff)}
			THEN 'let_in' ELSE 'kept' END, ${now}
		WHERE true ON CONFLICT (chat_id, user_id) DO NOTHING`);

/** @returns whether it was in the state it may come from */
export async function moveMember(
	db: Db,
	at: Place,
	from: readonly ChatMember["state"][],
	to: ChatMember["state"],
	now: number,
): Promise<boolean> {
	const moved = await db
		.update(chatMembers)
		.set({ state: to, at: now })
		.where(and(place(at), inArray(chatMembers.state, [...from])))
		.returning({ userId: chatMembers.userId });
	return moved.length > 0;
}

/** Of somebody of whom the shop keeps nothing else, nothing is kept of this. */
export const forgetGone = (db: Db, at: Place) =>
	db
		.delete(chatMembers)
		.where(
			and(
				place(at),
				eq(chatMembers.state, "gone"),
				sql`NOT EXISTS (SELECT 1 FROM entitlements e WHERE e.user_id = ${at.userId})`,
			),
		);

/** Who is to leave, longest first, of chats where the bot can see to it. @param userId of this person alone */
export const selectRemoving = (db: Db, limit: number, userId: number | null = null) =>
	db
		.select({ member: chatMembers, chat: linkedChats })
		.from(chatMembers)
		.innerJoin(linkedChats, eq(linkedChats.chatId, chatMembers.chatId))
		.where(
			and(
				sql`${chatMembers.state} = 'removing'`,
				eq(linkedChats.state, "ready"),
				userId === null ? undefined : eq(chatMembers.userId, userId),
			),
		)
		.orderBy(asc(chatMembers.at), asc(chatMembers.chatId), asc(chatMembers.userId))
		.limit(limit);

/** Who is waiting is asked for again later. */
export const postponeRemoving = (db: Db, at: Place, now: number) =>
	db
		.update(chatMembers)
		.set({ at: now })
		.where(and(place(at), eq(chatMembers.state, "removing")));

export async function countMembers(db: Db, chatId: number) {
	const rows = await db
		.select({ state: chatMembers.state, count: count() })
		.from(chatMembers)
		.where(and(eq(chatMembers.chatId, chatId), ne(chatMembers.state, "gone")))
		.groupBy(chatMembers.state);
	const of = (state: ChatMember["state"]) => rows.find((row) => row.state === state)?.count ?? 0;
	return { letIn: of("let_in"), kept: of("kept"), removing: of("removing") };
}

/** Those who are there by no entitlement, by id. */
export const selectKept = async (db: Db, chatId: number): Promise<number[]> =>
	(
		await db
			.select({ userId: chatMembers.userId })
			.from(chatMembers)
			.where(and(eq(chatMembers.chatId, chatId), eq(chatMembers.state, "kept")))
			.orderBy(asc(chatMembers.userId))
	).map(({ userId }) => userId);

/** Everybody who is there by no entitlement is taken for a member, or is to leave. @param but who is in charge */
export async function moveKept(
	db: Db,
	chatId: number,
	to: "let_in" | "removing",
	{ but, now }: { but: readonly number[]; now: number },
): Promise<number> {
	const moved = await db
		.update(chatMembers)
		.set({ state: to, at: now })
		.where(
			and(
				eq(chatMembers.chatId, chatId),
				eq(chatMembers.state, "kept"),
				sql`user_id NOT IN (SELECT value FROM json_each(${JSON.stringify(but)}))`,
			),
		)
		.returning({ userId: chatMembers.userId });
	return moved.length;
}

/** Statement: a product lets in here no more. Who was here by it alone stays, and is nobody's to remove. */
export const keepOthers = (db: Db, chatId: number, cutoff: number, now: number) =>
	db
		.update(chatMembers)
		.set({ state: "kept", at: now })
		.where(
			and(
				eq(chatMembers.chatId, chatId),
				inArray(chatMembers.state, ["let_in", "removing"]),
				sql`NOT ${memberEntitled(cutoff)}`,
			),
		);

/** Statement: who was here before and is entitled is a member by that from now on. */
export const takeInEntitled = (db: Db, chatId: number, cutoff: number, now: number) =>
	db
		.update(chatMembers)
		.set({ state: "let_in", at: now })
		.where(and(eq(chatMembers.chatId, chatId), eq(chatMembers.state, "kept"), memberEntitled(cutoff)));
