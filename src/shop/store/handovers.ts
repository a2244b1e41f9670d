import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { newId } from "../../platform/ids.ts";
import { handoverParts, handovers } from "../schema.ts";

export type Handover = typeof handovers.$inferSelect;
export type HandoverPart = typeof handoverParts.$inferSelect;

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

/** Statements: a handover with its parts; they fail where its cause was served before. */
export const insertHandover = (
	db: Db,
	handover: Omit<Handover, "state" | "tries">,
	parts: readonly string[][],
) =>
	[
		db.insert(handovers).values({ ...handover, state: "running" }),
		db
			.insert(handoverParts)
			.select(
				sql`SELECT ${handover.id}, key, value, 'waiting', NULL, NULL FROM json_each(${JSON.stringify(
					parts.map((ids) => JSON.stringify(ids)),
				)})`,
			),
	] as const;

/** Statements: it came by another way, so nothing is left to send. */
export function insertDelivered(
	db: Db,
	handover: Pick<Handover, "cause" | "userId" | "botId" | "productNo" | "createdAt">,
	mediaIds: string[],
) {
	const id = newId("hov");
	return [
		db.insert(handovers).values({ ...handover, id, state: "done", dueAt: handover.createdAt }),
		db
			.insert(handoverParts)
			.values({ handoverId: id, no: 0, mediaIds, state: "sent", messageIds: [], sentAt: handover.createdAt }),
	];
}

/** Takes it on for a time, so that one job at once carries it out. @returns null if another does, or it is done */
export async function claimHandover(
	db: Db,
	id: string,
	now: number,
	until: number,
): Promise<Handover | null> {
	const [row] = await db
		.update(handovers)
		.set({ dueAt: until })
		.where(and(eq(handovers.id, id), eq(handovers.state, "running"), lte(handovers.dueAt, now)))
		.returning();
	return row ?? null;
}

/** Picked up again then. */
export const postponeHandover = (db: Db, id: string, dueAt: number, tries: number) =>
	db
		.update(handovers)
		.set({ dueAt, tries })
		.where(and(eq(handovers.id, id), eq(handovers.state, "running")));

/** `running -> done` */
export const finishHandover = (db: Db, id: string) =>
	db
		.update(handovers)
		.set({ state: "done" })
		.where(and(eq(handovers.id, id), eq(handovers.state, "running")));

/** Those that nobody carries out, along `handovers_due`. */
export const dueHandovers = (db: Db, now: number, limit: number): Promise<Handover[]> =>
	db
		.select()
		.from(handovers)
		.where(and(sql`state = 'running'`, lte(handovers.dueAt, now)))
		.orderBy(asc(handovers.dueAt))
		.limit(limit);

export const selectParts = (db: Db, handoverId: string): Promise<HandoverPart[]> =>
	db
		.select()
		.from(handoverParts)
		.where(eq(handoverParts.handoverId, handoverId))
		.orderBy(asc(handoverParts.no));

type PartState = HandoverPart["state"];

/** Moves a part on. @returns whether it was in the state it may come from */
export async function movePart(
	db: Db,
	{ handoverId, no }: Pick<HandoverPart, "handoverId" | "no">,
	from: PartState,
	to: { state: PartState } & Partial<Pick<HandoverPart, "messageIds" | "sentAt">>,
): Promise<boolean> {
	const moved = await db
		.update(handoverParts)
		.set(to)
		.where(
			and(eq(handoverParts.handoverId, handoverId), eq(handoverParts.no, no), eq(handoverParts.state, from)),
		)
		.returning({ no: handoverParts.no });
	return moved.length > 0;
}

/** What somebody was sent of a product after a time, newest first: what Telegram may still let us take away. */
export const selectSent = (db: Db, userId: number, productNo: number, since: number) =>
	db
		.select({ botId: handovers.botId, messageIds: handoverParts.messageIds })
		.from(handovers)
		.innerJoin(handoverParts, eq(handoverParts.handoverId, handovers.id))
		.where(
			and(
				eq(handovers.userId, userId),
				eq(handovers.productNo, productNo),
				eq(handoverParts.state, "sent"),
				sql`${handoverParts.sentAt} > ${since}`,
			),
		)
		.orderBy(desc(handoverParts.sentAt));
