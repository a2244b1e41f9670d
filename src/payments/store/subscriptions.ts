import { and, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import type { Charge } from "../rules.ts";
import { orders, subscriptions } from "../schema.ts";

export type Subscription = typeof subscriptions.$inferSelect;

/** The statement that a recurring charge leads to: its subscription runs, until then. */
export const upsertSubscription = (db: Db, charge: Charge, until: number) =>
	db
		.insert(subscriptions)
		.values({
			...{ orderId: charge.payload, chargeId: charge.chargeId, userId: charge.userId, botId: charge.botId },
			...{ state: "active", until },
		})
		.onConflictDoUpdate({
			target: subscriptions.orderId,
			set: {
				state: "active",
				cancelledBy: null,
				until: sql`max(${subscriptions.until}, ${until})`,
				// A renewal may be heard of before the charge it renews.
				...(charge.recurring === "first" ? { chargeId: charge.chargeId } : {}),
			},
		});

/** A person's own, those that end last first. */
export const selectSubscriptions = (db: Db, userId: number) =>
	db
		.select({ subscription: subscriptions, order: orders })
		.from(subscriptions)
		.innerJoin(orders, eq(orders.id, subscriptions.orderId))
		.where(eq(subscriptions.userId, userId))
		.orderBy(desc(subscriptions.until))
		.limit(20);

export async function findSubscription(db: Db, orderId: string): Promise<Subscription | null> {
	const [row] = await db.select().from(subscriptions).where(eq(subscriptions.orderId, orderId));
	return row ?? null;
}

/** Whether a subscription to this is running and goes on. */
export async function hasSubscription(db: Db, userId: number, kind: string, now: number): Promise<boolean> {
	const rows = await db
		.select({ id: subscriptions.orderId })
		.from(subscriptions)
		.innerJoin(orders, eq(orders.id, subscriptions.orderId))
		.where(
			and(
				eq(subscriptions.userId, userId),
				eq(subscriptions.state, "active"),
				gt(subscriptions.until, now),
				eq(orders.kind, kind),
			),
		)
		.limit(1);
	return rows.length > 0;
}

type State = Subscription["state"];

/** Moves a subscription on. @param from the states it may come from @returns null if it is in none of them */
export async function moveSubscription(
	db: Db,
	orderId: string,
	from: State[],
	to: Pick<Subscription, "state" | "cancelledBy">,
): Promise<Subscription | null> {
	const [row] = await db
		.update(subscriptions)
		.set(to)
		.where(and(eq(subscriptions.orderId, orderId), inArray(subscriptions.state, from)))
		.returning();
	return row ?? null;
}

/** The statement: a charge goes back, so the subscription ends where the time of that charge began. */
export const endSubscription = (
	db: Db,
	{ orderId, subscribedUntil, paidAt }: { orderId: string; subscribedUntil: number | null; paidAt: number },
) =>
	db
		.update(subscriptions)
		.set({
			state: "cancelled",
			cancelledBy: "bot",
			until: sql`CASE WHEN ${subscriptions.until} = ${subscribedUntil} THEN ${paidAt} ELSE ${subscriptions.until} END`,
		})
		.where(eq(subscriptions.orderId, orderId));

/** Those of a person that Telegram would charge again. */
export const selectCharging = (db: Db, userId: number): Promise<Subscription[]> =>
	db
		.select()
		.from(subscriptions)
		.where(and(eq(subscriptions.userId, userId), ne(subscriptions.state, "cancelled")));

/** Those of a product that Telegram would charge again, by order. @param after an order's id */
export const selectChargingFor = (
	db: Db,
	{ kind, product }: { kind: string; product: string },
	after: string,
	limit: number,
) =>
	db
		.select({
			...{ orderId: subscriptions.orderId, userId: subscriptions.userId, botId: subscriptions.botId },
			until: subscriptions.until,
		})
		.from(subscriptions)
		.innerJoin(orders, eq(orders.id, subscriptions.orderId))
		.where(
			and(
				gt(subscriptions.orderId, after),
				ne(subscriptions.state, "cancelled"),
				eq(orders.kind, kind),
				sql`json_extract(${orders.terms}, '$.product') = ${product}`,
			),
		)
		.orderBy(subscriptions.orderId)
		.limit(limit);
