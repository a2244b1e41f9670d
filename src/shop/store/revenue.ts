import { sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";

export interface Sum {
	sales: number;
	stars: number;
	share: number;
}

const dayMs = 86_400_000;

/** What a creator sold since then, by day, product, code and post, along `sales_creator`. What went back counts no more. */
export async function sumRevenue(db: Db, creatorNo: number, since: number) {
	const sums = sql`count(*) AS sales, sum(stars) AS stars, sum(coalesce(share, 0)) AS share`;
	const sold = sql`FROM sales WHERE creator_no = ${creatorNo} AND at >= ${since} AND state = 'sold'`;
	const [days, products, codes, posts] = await Promise.all([
		db.all<Sum & { day: number }>(
			sql`SELECT at / ${dayMs} AS day, ${sums} ${sold} GROUP BY day ORDER BY day`,
		),
		db.all<Sum & { id: string | null; title: string | null }>(
			sql`SELECT p.id, p.title, s.sales, s.stars, s.share
				FROM (SELECT product_no, ${sums} ${sold} GROUP BY product_no) s
				LEFT JOIN products p ON p.no = s.product_no ORDER BY s.stars DESC`,
		),
		db.all<Sum & { code: string }>(
			sql`SELECT code, ${sums} ${sold} AND code IS NOT NULL GROUP BY code ORDER BY stars DESC`,
		),
		db.all<Sum & { post: number }>(
			sql`SELECT post_no AS post, ${sums} ${sold} AND post_no IS NOT NULL GROUP BY post_no ORDER BY stars DESC`,
		),
	]);
	return { days, products, codes, posts };
}
