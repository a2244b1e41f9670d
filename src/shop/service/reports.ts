import type { Accounts } from "../../platform/accounts.ts";
import type { Db } from "../../platform/db.ts";
import { dayMs } from "../../platform/time.ts";
import { namesOf } from "../store/catalogue.ts";
import { sumRevenue } from "../store/revenue.ts";
import { type SalesPage, selectSales } from "../store/sales.ts";

export type Reports = ReturnType<typeof createReports>;

/** What was sold, as staff and creators read it. */
export function createReports({ db, now }: { db: Db; now: () => number }) {
	return {
		/** Newest first, with the names of what was sold. */
		async sales(accounts: Accounts, page: SalesPage) {
			const rows = await selectSales(db, accounts, page);
			const names = await namesOf(
				db,
				rows.map(({ creatorNo }) => creatorNo),
				rows.flatMap(({ productNo }) => (productNo === null ? [] : [productNo])),
			);
			return rows.map((sale) => ({
				sale,
				creator: names.creators.get(sale.creatorNo) ?? null,
				product: sale.productNo === null ? null : (names.products.get(sale.productNo) ?? null),
			}));
		},

		/** A creator's revenue of the last days. */
		revenue: (creatorNo: number, days: number) => sumRevenue(db, creatorNo, now() - days * dayMs),
	};
}
