import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { creators, entitlements, products } from "../schema.ts";

export type Entitlement = typeof entitlements.$inferSelect;
export type Holder = Pick<Entitlement, "userId" | "botId"> & {
	product: { no: number; creatorNo: number; accountId: number };
};

/** The statement: this is what somebody's grants of a product come to. Nothing stands: it ends now. */
export const writeEntitlement = (
	db: Db,
	{ userId, botId, product }: Holder,
	until: number | null,
	now: number,
) => {
	const end = until ?? now;
	const state = end > now ? "active" : "ended";
	return db
		.insert(entitlements)
		.values({
			...{ userId, botId, productNo: product.no, creatorNo: product.creatorNo, accountId: product.accountId },
			...{ until: end, state, warnedDays: null, since: now },
		})
		.onConflictDoUpdate({
			target: [entitlements.userId, entitlements.productNo],
			set: {
				until: end,
				state,
				botId,
				// A later end is warned of anew.
				warnedDays: sql`CASE WHEN ${end} > ${entitlements.until} THEN NULL ELSE ${entitlements.warnedDays} END`,
				since: sql`CASE WHEN ${entitlements.state} = 'ended' THEN ${now} ELSE ${entitlements.since} END`,
			},
		});
};

export async function findEntitlement(
	db: Db,
	userId: number,
	productNo: number,
): Promise<Entitlement | null> {
	const [row] = await db
		.select()
		.from(entitlements)
		.where(and(eq(entitlements.userId, userId), eq(entitlements.productNo, productNo)));
	return row ?? null;
}

/** What somebody has now, newest first. */
export const selectEntitled = (db: Db, userId: number, now: number) =>
	db
		.select({ entitlement: entitlements, product: products, creator: creators })
		.from(entitlements)
		.innerJoin(products, eq(products.no, entitlements.productNo))
		.innerJoin(creators, eq(creators.no, entitlements.creatorNo))
		.where(
			and(eq(entitlements.userId, userId), eq(entitlements.state, "active"), gt(entitlements.until, now)),
		)
		.orderBy(desc(entitlements.since), desc(entitlements.productNo))
		.limit(100);

/** Who has a product, by id, along `entitlements_product`. */
export const selectHolders = (
	db: Db,
	productNo: number,
	{ state, after, limit }: { state: Entitlement["state"]; after: number | null; limit: number },
): Promise<Entitlement[]> =>
	db
		.select()
		.from(entitlements)
		.where(
			and(
				eq(entitlements.productNo, productNo),
				eq(entitlements.state, state),
				after === null ? undefined : gt(entitlements.userId, after),
			),
		)
		.orderBy(asc(entitlements.userId))
		.limit(limit);
