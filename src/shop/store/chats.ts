import { and, asc, eq, lte, ne, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { chatMembers, inviteLinks, linkedChats, productChats } from "../schema.ts";

export type LinkedChat = typeof linkedChats.$inferSelect;

/** Whether a product lets into a chat where the bot lacks a right. */
export async function hasLostChat(db: Db, productNo: number): Promise<boolean> {
	const rows = await db
		.select({ id: linkedChats.chatId })
		.from(productChats)
		.innerJoin(linkedChats, eq(linkedChats.chatId, productChats.chatId))
		.where(and(eq(productChats.productNo, productNo), eq(linkedChats.state, "lost")))
		.limit(1);
	return rows.length > 0;
}

export async function findLinkedChat(db: Db, chatId: number): Promise<LinkedChat | null> {
	const [row] = await db.select().from(linkedChats).where(eq(linkedChats.chatId, chatId));
	return row ?? null;
}

/** Where a product lets in, and the link that lets ask for it. */
export const selectChatsOf = (db: Db, productNo: number) =>
	db
		.select({ chat: linkedChats, link: inviteLinks.link })
		.from(productChats)
		.innerJoin(linkedChats, eq(linkedChats.chatId, productChats.chatId))
		.leftJoin(inviteLinks, eq(inviteLinks.chatId, productChats.chatId))
		.where(eq(productChats.productNo, productNo))
		.orderBy(asc(linkedChats.linkedAt), asc(linkedChats.chatId));

/** Statements: a product lets into a chat, by a link that is made once. A chat of another account stays as it is. */
export const linkChat = (db: Db, productNo: number, chat: LinkedChat, link: string) => {
	const { title, type, botId, state, missing, checkedAt } = chat;
	return [
		db
			.insert(linkedChats)
			.values(chat)
			.onConflictDoUpdate({
				target: linkedChats.chatId,
				set: { title, type, botId, state, missing, checkedAt },
				setWhere: eq(linkedChats.accountId, chat.accountId),
			}),
		db.insert(productChats).select(
			sql`SELECT ${productNo}, chat_id FROM linked_chats
				WHERE chat_id = ${chat.chatId} AND account_id = ${chat.accountId}
				AND NOT EXISTS (SELECT 1 FROM product_chats WHERE product_no = ${productNo} AND chat_id = ${chat.chatId})`,
		),
		db
			.insert(inviteLinks)
			.values({ chatId: chat.chatId, link, createdAt: chat.checkedAt })
			.onConflictDoUpdate({ target: inviteLinks.chatId, set: { link } }),
	] as const;
};

export async function findLink(db: Db, chatId: number): Promise<string | null> {
	const [row] = await db.select().from(inviteLinks).where(eq(inviteLinks.chatId, chatId));
	return row?.link ?? null;
}

/** The statement: a product lets in here no more. */
export const unlinkChat = (db: Db, productNo: number, chatId: number) =>
	db.delete(productChats).where(and(eq(productChats.productNo, productNo), eq(productChats.chatId, chatId)));

/** Statements: of a chat that no product lets into, nothing is kept. */
export const dropUnlinked = (db: Db, chatId: number) => {
	const unlinked = sql`NOT EXISTS (SELECT 1 FROM product_chats WHERE chat_id = ${chatId})`;
	return [
		db.delete(chatMembers).where(and(eq(chatMembers.chatId, chatId), unlinked)),
		db.delete(inviteLinks).where(and(eq(inviteLinks.chatId, chatId), unlinked)),
		db.delete(linkedChats).where(and(eq(linkedChats.chatId, chatId), unlinked)),
	] as const;
};

/** Those that were not looked at since, longest first. */
export const selectToCheck = (db: Db, since: number, limit: number): Promise<LinkedChat[]> =>
	db
		.select()
		.from(linkedChats)
		.where(lte(linkedChats.checkedAt, since))
		.orderBy(asc(linkedChats.checkedAt))
		.limit(limit);

/** What a look at the bot's rights found. @returns whether that is another state than before */
export async function noteHealth(
	db: Db,
	chatId: number,
	{ missing, now }: { missing: string[]; now: number },
): Promise<boolean> {
	const state = missing.length > 0 ? "lost" : "ready";
	const [moved] = await db.batch([
		db
			.update(linkedChats)
			.set({ state })
			.where(and(eq(linkedChats.chatId, chatId), ne(linkedChats.state, state)))
			.returning({ id: linkedChats.chatId }),
		db.update(linkedChats).set({ missing, checkedAt: now }).where(eq(linkedChats.chatId, chatId)),
	]);
	return moved.length > 0;
}
