import { and, eq, lte, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { dayMs } from "../../platform/time.ts";
import { entitlements } from "../schema.ts";
import type { Entitlement } from "./entitlements.ts";

type Held = Pick<Entitlement, "userId" | "productNo">;

/** What is over, the grace included, along `entitlements_due`. */
export const selectOver = (db: Db, cutoff: number, limit: number): Promise<Entitlement[]> =>
	db
		.select()
		.from(entitlements)
		.where(and(sql`state = 'active'`, lte(entitlements.until, cutoff)))
		.orderBy(entitlements.until, entitlements.userId, entitlements.productNo)
		.limit(limit);

/** The statement: `active -> ended`, if no renewal came first. */
export const endEntitlement = (db: Db, { userId, productNo }: Held, cutoff: number) =>
	db
		.update(entitlements)
		.set({ state: "ended" })
		.where(
			and(
				eq(entitlements.userId, userId),
				eq(entitlements.productNo, productNo),
				eq(entitlements.state, "active"),
				lte(entitlements.until, cutoff),
			),
		);

/**
 * Whose time ends within so many days, untold of it. What is charged again by itself has no end to tell of; nor has
 * what never lasted longer.
 */
export const selectToWarn = (db: Db, days: number, now: number, limit: number) =>
	db.all<{ userId: number; productNo: number }>(sql`SELECT e.user_id AS userId, e.product_no AS productNo
		FROM entitlements e JOIN products p ON p.no = e.product_no
		WHERE e.state = 'active' AND e.until > ${now} AND e.until <= ${now + days * dayMs}
		AND coalesce(e.warned_days, 1000) > ${days} AND e.until - e.since > ${days * dayMs}
		AND NOT EXISTS (SELECT 1 FROM subscriptions s JOIN orders o ON o.id = s.order_id
			WHERE s.user_id = e.user_id AND s.state = 'active' AND s.until > ${now}
			AND o.kind = 'product' AND json_extract(o.terms, '$.product') = p.id)
		ORDER BY e.until, e.user_id, e.product_no LIMIT ${limit}`);

/** The statement: they are told of this. */
export const noteWarned = (db: Db, { userId, productNo }: Held, days: number) =>
	db
		.update(entitlements)
		.set({ warnedDays: days })
		.where(and(eq(entitlements.userId, userId), eq(entitlements.productNo, productNo)));
