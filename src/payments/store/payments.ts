import { and, asc, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { among, type Db } from "../../platform/db.ts";
import type { Sort } from "../../platform/shapes.ts";
import { openRequest } from "../../platform/staff-requests.ts";
import type { Charge, RefundReason } from "../rules.ts";
import { orders, payments, refundRequests, refunds } from "../schema.ts";

export type Order = typeof orders.$inferSelect;
export type Payment = typeof payments.$inferSelect;

export const insertOrder = (db: Db, order: Order) => db.insert(orders).values(order);

export async function findOrder(db: Db, id: string): Promise<Order | null> {
	const [row] = await db.select().from(orders).where(eq(orders.id, id));
	return row ?? null;
}

/** `open -> paid` */
export const markPaid = (db: Db, id: string) =>
	db
		.update(orders)
		.set({ state: "paid" })
		.where(and(eq(orders.id, id), eq(orders.state, "open")));

export const insertPayment = (
	db: Db,
	charge: Charge,
	{ state, firstOf }: Pick<Payment, "state" | "firstOf">,
) =>
	db.insert(payments).values({
		...{ chargeId: charge.chargeId, orderId: charge.payload, userId: charge.userId, botId: charge.botId },
		...{ stars: charge.stars, recurring: charge.recurring !== null, subscribedUntil: charge.until },
		...{ paidAt: charge.at, state, firstOf },
	});

const withOrder = (db: Db) =>
	db
		.select({ payment: payments, order: orders })
		.from(payments)
		.innerJoin(orders, eq(orders.id, payments.orderId));

export type Paid = { payment: Payment; order: Order };

/** By the id it is kept under, or Telegram's where that was learnt later. */
const isCharge = (id: string) => or(eq(payments.chargeId, id), eq(payments.transactionId, id));

/** The statement: Telegram calls a charge so. */
export const learnTransaction = (db: Db, chargeId: string, transactionId: string) =>
	db
		.update(payments)
		.set({ transactionId })
		.where(and(eq(payments.chargeId, chargeId), isNull(payments.transactionId)));

export async function findPayment(db: Db, by: { chargeId: string } | { id: number }): Promise<Paid | null> {
	const where = "id" in by ? eq(payments.id, by.id) : isCharge(by.chargeId);
	const [row] = await withOrder(db).where(where);
	return row ?? null;
}

export interface PaymentsPage {
	/** Only this person's. */
	userId: number | null;
	sort: Sort;
	/** The id where the page before ended. */
	after: number | null;
	limit: number;
}

/** In the order they were paid, along the primary key or `payments_user`. */
export function selectPayments(db: Db, { userId, sort, after, limit }: PaymentsPage): Promise<Paid[]> {
	const [order, beyond] = sort === "newest" ? [desc, lt] : [asc, gt];
	return withOrder(db)
		.where(
			and(
				userId === null ? undefined : eq(payments.userId, userId),
				after === null ? undefined : beyond(payments.id, after),
			),
		)
		.orderBy(order(payments.id))
		.limit(limit);
}

/** Newest first, as ids sort by time: along the primary key or `orders_user`. @param before an id */
export const selectOrders = (
	db: Db,
	{ userId, before, limit }: { userId: number | null; before: string | null; limit: number },
): Promise<Order[]> =>
	db
		.select()
		.from(orders)
		.where(
			and(
				userId === null ? undefined : eq(orders.userId, userId),
				before === null ? undefined : lt(orders.id, before),
			),
		)
		.orderBy(desc(orders.id))
		.limit(limit);

/** Which of these charges are in our books. */
export async function selectKnown(db: Db, chargeIds: string[]): Promise<Map<string, Payment["state"]>> {
	const rows = await db
		.select({
			chargeId: sql<string>`coalesce(${payments.transactionId}, ${payments.chargeId})`,
			state: payments.state,
		})
		.from(payments)
		.where(or(among(payments.chargeId, chargeIds), among(payments.transactionId, chargeIds)));
	return new Map(rows.map(({ chargeId, state }) => [chargeId, state]));
}

export interface RefundPromise {
	chargeId: string;
	reason: RefundReason;
	/** `owner`, `telegram:{id}` or `system` */
	actor: string;
	note: string | null;
}

/** Statements: the refund's row, which is one a charge, and `credited -> refunding` (`refunded` where Telegram did it). */
export const promiseRefund = (db: Db, now: number, refund: RefundPromise, to: "refunding" | "refunded") =>
	[
		db.insert(refunds).values({ ...refund, createdAt: now }),
		db
			.update(payments)
			.set({ state: to })
			.where(and(eq(payments.chargeId, refund.chargeId), eq(payments.state, "credited"))),
		// What they asked staff for has happened, whoever did it.
		db
			.update(refundRequests)
			.set({ state: "refunded", decidedAt: now, decidedBy: refund.actor })
			.where(
				and(
					eq(refundRequests.state, "open"),
					sql`${refundRequests.paymentId} = (SELECT id FROM payments WHERE charge_id = ${refund.chargeId})`,
				),
			),
	] as const;

/** `refunding -> refunded` */
export const markRefunded = (db: Db, chargeId: string) =>
	db
		.update(payments)
		.set({ state: "refunded" })
		.where(and(eq(payments.chargeId, chargeId), eq(payments.state, "refunding")))
		.returning({ id: payments.id });

/** Statements: Telegram refused. `refunding -> credited`, and another refund may be tried. */
export const withdrawRefund = (db: Db, chargeId: string) =>
	[
		db.delete(refunds).where(eq(refunds.chargeId, chargeId)),
		db
			.update(payments)
			.set({ state: "credited", refundRound: sql`${payments.refundRound} + 1` })
			.where(and(eq(payments.chargeId, chargeId), eq(payments.state, "refunding"))),
	] as const;

export async function findRefund(db: Db, chargeId: string): Promise<typeof refunds.$inferSelect | null> {
	const [row] = await db.select().from(refunds).where(eq(refunds.chargeId, chargeId));
	return row ?? null;
}

/** @returns false if there is a request already */
export async function insertRequest(
	db: Db,
	now: number,
	{ id, userId }: Pick<Payment, "id" | "userId">,
): Promise<boolean> {
	const [rows] = await db.batch([
		db
			.insert(refundRequests)
			.values({ paymentId: id, userId, state: "open", createdAt: now })
			.onConflictDoNothing()
			.returning({ id: refundRequests.paymentId }),
		openRequest(db, now, { kind: "refund", ref: id, userId }),
	]);
	return rows.length > 0;
}

const stillOpen = (paymentId: number) =>
	and(eq(refundRequests.paymentId, paymentId), eq(refundRequests.state, "open"));

/** Whose open request it is, null if none is. */
export async function whoAsked(db: Db, paymentId: number): Promise<number | null> {
	const rows = await db
		.select({ userId: refundRequests.userId })
		.from(refundRequests)
		.where(stillOpen(paymentId));
	return rows[0]?.userId ?? null;
}

/** The statement: `open -> declined` */
export const declineRequest = (db: Db, now: number, paymentId: number, actor: string) =>
	db
		.update(refundRequests)
		.set({ state: "declined", decidedAt: now, decidedBy: actor })
		.where(stillOpen(paymentId));

export type RefundRequest = typeof refundRequests.$inferSelect;

/** Oldest first: who waits longest is answered first. */
export const selectRequests = (
	db: Db,
	state: RefundRequest["state"],
	after: { at: number; id: number } | null,
	limit: number,
): Promise<RefundRequest[]> =>
	db
		.select()
		.from(refundRequests)
		.where(
			and(
				eq(refundRequests.state, state),
				after
					? sql`(${refundRequests.createdAt}, ${refundRequests.paymentId}) > (${after.at}, ${after.id})`
					: undefined,
			),
		)
		.orderBy(refundRequests.createdAt, refundRequests.paymentId)
		.limit(limit);
