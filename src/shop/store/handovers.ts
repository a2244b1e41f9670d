import { sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";

/** Whether something of a product came to somebody by this cause, or may have: media that were sent, a chat that they were let into. */
export async function isDelivered(
	db: Db,
	userId: number,
	productNo: number,
	cause: string,
): Promise<boolean> {
	const [row] = await db.all<{ delivered: number }>(sql`SELECT
		EXISTS (SELECT 1 FROM handovers h JOIN handover_parts p ON p.handover_id = h.id
			WHERE h.cause = ${cause} AND p.state IN ('sending', 'sent', 'unknown'))
		OR EXISTS (SELECT 1 FROM chat_members m JOIN product_chats c ON c.chat_id = m.chat_id
			WHERE m.user_id = ${userId} AND c.product_no = ${productNo} AND m.state = 'let_in') AS delivered`);
	return row?.delivered === 1;
}
