import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ClearingState } from "./rules.ts";

/** Messages of one group that are to be deleted, and how far that is. */
export const clearings = sqliteTable(
	"clearings",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		groupId: integer("group_id").notNull(),
		/** Whom they are of, and the message ids, in the order they are deleted in. */
		botId: integer("bot_id").notNull(),
		messageIds: text("message_ids", { mode: "json" }).$type<number[]>().notNull(),
		/** What was asked for: a list, or filters. */
		filter: text("filter", { mode: "json" }).notNull(),
		state: text("state").$type<ClearingState>().notNull(),
		/** So many of them are settled. */
		cursor: integer("cursor").notNull().default(0),
		deleted: integer("deleted").notNull().default(0),
		tooOld: integer("too_old").notNull().default(0),
		failed: integer("failed").notNull().default(0),
		/** Telegram's words, if it refused. */
		note: text("note"),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by").notNull(),
		changedAt: integer("changed_at").notNull(),
	},
	(t) => [
		index("clearings_group").on(t.groupId),
		index("clearings_open").on(t.no).where(sql`${t.state} = 'running'`),
		check("clearing_state", sql`${t.state} IN ('running', 'done', 'failed')`),
	],
);
