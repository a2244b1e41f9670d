import { eq, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { isoOrNull } from "../../platform/time.ts";
import {
	balances,
	grants,
	instalments,
	ledgerEntries,
	orders,
	payments,
	refundRequests,
	refunds,
	subscriptions,
} from "../schema.ts";

/** Statements: the rows of money go on under the pseudonym, so that their sums stay true; the rest is deleted. */
export const eraseMoney = (db: Db, userId: number, pseudonym: number) => [
	db.update(orders).set({ userId: pseudonym }).where(eq(orders.userId, userId)),
	db.update(payments).set({ userId: pseudonym }).where(eq(payments.userId, userId)),
	db
		.update(refunds)
		.set({ actor: "person" })
		.where(eq(refunds.actor, `telegram:${userId}`)),
	db
		.insert(balances)
		.select(sql`SELECT ${pseudonym}, account, balance FROM balances WHERE user_id = ${userId}`)
		.onConflictDoUpdate({
			target: [balances.userId, balances.account],
			set: { balance: sql`balance + excluded.balance` },
		}),
	db.delete(balances).where(eq(balances.userId, userId)),
	db.update(ledgerEntries).set({ userId: pseudonym }).where(eq(ledgerEntries.userId, userId)),
	db.delete(grants).where(eq(grants.userId, userId)),
	db.delete(instalments).where(eq(instalments.userId, userId)),
	db.delete(subscriptions).where(eq(subscriptions.userId, userId)),
	db.delete(refundRequests).where(eq(refundRequests.userId, userId)),
];

/** All rows of money of a person, as they may read them. */
export async function exportMoney(db: Db, userId: number) {
	const [paid, held, moved, given, subscribed, ordered, asked] = await db.batch([
		db.select().from(payments).where(eq(payments.userId, userId)),
		db.select().from(balances).where(eq(balances.userId, userId)),
		db.select().from(ledgerEntries).where(eq(ledgerEntries.userId, userId)),
		db.select().from(grants).where(eq(grants.userId, userId)),
		db.select().from(subscriptions).where(eq(subscriptions.userId, userId)),
		db.select().from(orders).where(eq(orders.userId, userId)),
		db.select().from(refundRequests).where(eq(refundRequests.userId, userId)),
	]);
	return {
		payments: paid.map(({ chargeId, stars, state, paidAt }) => ({
			...{ charge: chargeId, stars, state, at: isoOrNull(paidAt) },
		})),
		balances: Object.fromEntries(held.map(({ account, balance }) => [account, balance])),
		movements: moved.map(({ account, amount, at }) => ({ account, amount, at: isoOrNull(at) })),
		given: given.map(({ what, change, days, at }) => ({ what, change, days, at: isoOrNull(at) })),
		subscriptions: subscribed.map(({ state, until }) => ({ state, until: isoOrNull(until) })),
		orders: ordered.map(({ kind, stars, state, createdAt }) => ({
			kind,
			stars,
			state,
			at: isoOrNull(createdAt),
		})),
		refund_requests: asked.map(({ state, createdAt }) => ({ state, at: isoOrNull(createdAt) })),
	};
}
