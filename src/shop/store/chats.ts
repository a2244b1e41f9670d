import { and, eq } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { linkedChats, productChats } from "../schema.ts";

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
