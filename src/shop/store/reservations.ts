import { and, eq, lte, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { reservations } from "../schema.ts";

interface Wish {
	orderId: string;
	userId: number;
	productNo: number;
	code: string | null;
	/** How often it may be taken; null: any number. */
	stock: number | null;
	limitTotal: number | null;
	limitPerson: number | null;
	now: number;
	heldUntil: number;
}

/**
 * Takes a place, or holds the one this order has. One statement looks and writes, so of two who come for the last one
 * gets it.
 * @returns what is used up; null: it is reserved
 */
export async function reserve(db: Db, wish: Wish): Promise<"sold_out" | "code_gone" | null> {
	const { orderId, userId, productNo, code, now, heldUntil } = wish;
	const taken = (what: ReturnType<typeof sql>) =>
		sql`(SELECT count(*) FROM reservations WHERE ${what} AND order_id <> ${orderId}
			AND (state = 'used' OR (state = 'held' AND held_until > ${now})))`;
	const below = (limit: number | null, what: ReturnType<typeof sql>) =>
		limit === null ? sql`1` : sql`${taken(what)} < ${limit}`;
	const inStock = below(wish.stock, sql`product_no = ${productNo}`);
	const codeLeft = and(
		below(wish.limitTotal, sql`code = ${code}`),
		below(wish.limitPerson, sql`code = ${code} AND user_id = ${userId}`),
	);
	const written = await db
		.insert(reservations)
		.select(
			sql`SELECT ${orderId}, ${productNo}, ${code}, ${userId}, 'held', ${heldUntil} WHERE ${inStock} AND ${codeLeft}`,
		)
		.onConflictDoUpdate({
			target: reservations.orderId,
			set: { state: "held", heldUntil },
			setWhere: sql`${reservations.state} <> 'used'`,
		})
		.returning({ orderId: reservations.orderId });
	if (written.length > 0) return null;
	const [left] = await db.all<{ stock: number }>(sql`SELECT ${inStock} AS stock`);
	return left?.stock ? "code_gone" : "sold_out";
}

/** The statement: it was paid, whatever had become of the place meanwhile: Telegram let it through on our word. */
export const takeReservation = (
	db: Db,
	{ orderId, userId, productNo, code }: Pick<Wish, "orderId" | "userId" | "productNo" | "code">,
) =>
	db
		.insert(reservations)
		.values({ orderId, userId, productNo, code, state: "used", heldUntil: 0 })
		.onConflictDoUpdate({ target: reservations.orderId, set: { state: "used" } });

/** The statement: `used -> released`, as the sale goes back. */
export const releaseReservation = (db: Db, orderId: string) =>
	db
		.update(reservations)
		.set({ state: "released" })
		.where(and(eq(reservations.orderId, orderId), eq(reservations.state, "used")));

/** Checkouts that came to nothing: deleted, a page at a time. */
export const deleteStale = (db: Db, now: number) =>
	db.delete(reservations).where(and(eq(reservations.state, "held"), lte(reservations.heldUntil, now)));
