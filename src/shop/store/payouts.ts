import { desc, eq } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { creatorPayouts } from "../schema.ts";

export type CreatorPayout = typeof creatorPayouts.$inferSelect;

export const insertPayout = (db: Db, payout: CreatorPayout) => db.insert(creatorPayouts).values(payout);

/** Newest first. */
export const selectPayouts = (db: Db, creatorNo: number): Promise<CreatorPayout[]> =>
	db
		.select()
		.from(creatorPayouts)
		.where(eq(creatorPayouts.creatorNo, creatorNo))
		.orderBy(desc(creatorPayouts.id))
		.limit(100);
