import { and, asc, desc, eq, inArray, lt, lte, sql } from "drizzle-orm";
import type { Accounts } from "../../platform/accounts.ts";
import type { Db } from "../../platform/db.ts";
import { sales } from "../schema.ts";

export type Sale = typeof sales.$inferSelect;
export type NewSale = Omit<Sale, "no" | "share" | "shareState" | "state">;

/** The statement: a cause sells once. */
export const insertSale = (db: Db, sale: NewSale) =>
	db.insert(sales).values({ ...sale, share: null, shareState: "new", state: "sold" });

export async function findSale(db: Db, cause: string): Promise<Sale | null> {
	const [row] = await db.select().from(sales).where(eq(sales.cause, cause));
	return row ?? null;
}

type Standing = Pick<Sale, "state" | "shareState">;

/** The statement that moves a sale on; it fails with its batch where the sale is another one by now. */
export const moveSale = (
	db: Db,
	cause: string,
	from: Standing,
	to: Partial<Pick<Sale, "state" | "shareState" | "share">>,
) => {
	const stands = sql`${sales.state} = ${from.state} AND ${sales.shareState} = ${from.shareState}`;
	return db
		.update(sales)
		.set({
			state: sql`CASE WHEN ${stands} THEN ${to.state ?? from.state} ELSE 'conflict' END`,
			shareState: sql`CASE WHEN ${stands} THEN ${to.shareState ?? from.shareState} ELSE 'conflict' END`,
			...(to.share === undefined ? {} : { share: to.share }),
		})
		.where(eq(sales.cause, cause));
};

/** Shares that Telegram holds no longer, along `sales_due`. */
export const dueSales = (db: Db, now: number, limit: number): Promise<Sale[]> =>
	db
		.select()
		.from(sales)
		.where(and(sql`share_state = 'pending'`, lte(sales.dueAt, now)))
		.orderBy(asc(sales.dueAt), asc(sales.no))
		.limit(limit);

export interface SalesPage {
	creatorNo: number | null;
	productNo: number | null;
	state: Sale["state"] | null;
	before: number | null;
	limit: number;
}

/** Newest first, along `sales_account`, `sales_product` or the primary key. */
export const selectSales = (db: Db, accounts: Accounts, page: SalesPage): Promise<Sale[]> =>
	db
		.select()
		.from(sales)
		.where(
			and(
				accounts === "all" ? undefined : inArray(sales.accountId, [...accounts]),
				page.creatorNo === null ? undefined : eq(sales.creatorNo, page.creatorNo),
				page.productNo === null ? undefined : eq(sales.productNo, page.productNo),
				page.state === null ? undefined : eq(sales.state, page.state),
				page.before === null ? undefined : lt(sales.no, page.before),
			),
		)
		.orderBy(desc(sales.no))
		.limit(page.limit);
