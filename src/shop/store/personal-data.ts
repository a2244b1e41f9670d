import { and, eq, inArray, ne } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { isoOrNull } from "../../platform/time.ts";
import {
	chatMembers,
	creators,
	entitlements,
	gifts,
	handoverParts,
	handovers,
	products,
	reservations,
	sales,
} from "../schema.ts";

/** Statements: sales and gifts go on under the pseudonym, so that sums stay true; access ends, and the rest is deleted. */
export const eraseBuyer = (db: Db, userId: number, pseudonym: number, now: number) =>
	[
		db.update(sales).set({ userId: pseudonym }).where(eq(sales.userId, userId)),
		db.update(gifts).set({ buyerId: pseudonym }).where(eq(gifts.buyerId, userId)),
		db.update(gifts).set({ claimedBy: pseudonym }).where(eq(gifts.claimedBy, userId)),
		db.delete(reservations).where(and(eq(reservations.userId, userId), ne(reservations.state, "used"))),
		db.update(reservations).set({ userId: pseudonym }).where(eq(reservations.userId, userId)),
		db.delete(entitlements).where(eq(entitlements.userId, userId)),
		db
			.delete(handoverParts)
			.where(
				inArray(
					handoverParts.handoverId,
					db.select({ id: handovers.id }).from(handovers).where(eq(handovers.userId, userId)),
				),
			),
		db.delete(handovers).where(eq(handovers.userId, userId)),
		// Whoever is still in a chat is taken out of it; the row goes with that.
		db
			.update(chatMembers)
			.set({ state: "removing", at: now })
			.where(and(eq(chatMembers.userId, userId), eq(chatMembers.state, "let_in"))),
		db.delete(chatMembers).where(and(eq(chatMembers.userId, userId), ne(chatMembers.state, "removing"))),
		db.update(creators).set({ telegramId: null }).where(eq(creators.telegramId, userId)),
	] as const;

/** What somebody bought, had and gave. */
export async function exportBuyer(db: Db, userId: number) {
	const [bought, has, given] = await db.batch([
		db
			.select({ sale: sales, title: products.title, creator: creators.name })
			.from(sales)
			.innerJoin(creators, eq(creators.no, sales.creatorNo))
			.leftJoin(products, eq(products.no, sales.productNo))
			.where(eq(sales.userId, userId)),
		db
			.select({ entitlement: entitlements, title: products.title })
			.from(entitlements)
			.innerJoin(products, eq(products.no, entitlements.productNo))
			.where(eq(entitlements.userId, userId)),
		db.select().from(gifts).where(eq(gifts.buyerId, userId)),
	]);
	return {
		purchases: bought.map(({ sale, title, creator }) => ({
			...{ creator, title, kind: sale.kind, stars: sale.stars, state: sale.state, code: sale.code },
			at: isoOrNull(sale.at),
		})),
		access: has.map(({ entitlement: { state, until, since }, title }) => ({
			...{ title, state, since: isoOrNull(since), until: isoOrNull(until) },
		})),
		gifts: given.map(({ state, createdAt }) => ({ state, at: isoOrNull(createdAt) })),
	};
}
