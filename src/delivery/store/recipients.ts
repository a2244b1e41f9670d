import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { recipients } from "../schema.ts";

export const setOptOut = (db: Db, chatId: number, at: number | null) =>
	db
		.update(recipients)
		.set({ optedOutAt: at })
		.where(
			and(
				eq(recipients.chatId, chatId),
				at === null ? isNotNull(recipients.optedOutAt) : isNull(recipients.optedOutAt),
			),
		);

export async function findRecipient(db: Db, chatId: number) {
	const [row] = await db.select().from(recipients).where(eq(recipients.chatId, chatId));
	return row ?? null;
}

/** What came of everything that was to be sent to them: one probe for each campaign. */
export const countSentTo = (db: Db, recipientNo: number) =>
	db.all<{ state: string; messages: number }>(sql`SELECT d.state, count(*) AS messages
		FROM campaigns c CROSS JOIN deliveries d ON d.id = c.no * 4294967296 + ${recipientNo}
		GROUP BY d.state`);

/** Their number goes, so their deliveries are nobody's; what is still queued is then skipped. */
export const deleteRecipient = (db: Db, chatId: number) =>
	db.delete(recipients).where(eq(recipients.chatId, chatId));
