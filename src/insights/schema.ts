import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { HourCounts, SnapshotCounts } from "./rules.ts";

/** What counting everybody last gave, as that takes long where there are many. One row. */
export const snapshots = sqliteTable(
	"snapshots",
	{
		id: integer("id").primaryKey(),
		at: integer("at").notNull(),
		counts: text("counts", { mode: "json" }).$type<SnapshotCounts>().notNull(),
	},
	(t) => [check("one_snapshot", sql`${t.id} = 1`)],
);

/** What happened in an hour, and how things stood at its end. */
export const hours = sqliteTable("hours", {
	/** When it began, ms. */
	hour: integer("hour").primaryKey(),
	counts: text("counts", { mode: "json" }).$type<HourCounts>().notNull(),
});

/** Problems that are watched: since when they stand, and whether staff know. */
export const problems = sqliteTable("problems", {
	key: text("key").primaryKey(),
	since: integer("since").notNull(),
	/** How often in a row it was seen. */
	seen: integer("seen").notNull(),
	/** When staff were told; null: not yet. */
	toldAt: integer("told_at"),
	detail: text("detail").notNull(),
});
