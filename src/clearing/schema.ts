import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ClearingState } from "./rules.ts";

/** Messages of one group that are to be deleted, and how far that is. */
export const clearings = sqliteTable(
	"clearings",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		groupId: integer("group_id").notNull(),
		/** Who deletes them. */
		botId: integer("bot_id").notNull(),
		/** All of them are this bot's own: for that it needs no right. */
		own: integer("own", { mode: "boolean" }).notNull(),
		/** What was asked for: a list, or filters. */
		filter: text("filter", { mode: "json" }).notNull(),
		state: text("state").$type<ClearingState>().notNull(),
		/** The ids below, and what was too old from the beginning. */
		total: integer("total").notNull(),
		/** So many of the ids are settled. */
		cursor: integer("cursor").notNull().default(0),
		deleted: integer("deleted").notNull().default(0),
		tooOld: integer("too_old").notNull().default(0),
		failed: integer("failed").notNull().default(0),
		/** Tries in a row that Telegram gave no answer to. */
		tries: integer("tries").notNull().default(0),
		/** If nothing has happened by then the clock begins it again, ms. */
		wakeAt: integer("wake_at").notNull(),
		/** Telegram's words, if it refused. */
		note: text("note"),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by").notNull(),
		changedAt: integer("changed_at").notNull(),
		/** The Idempotency-Key it was asked for with. */
		key: text("key"),
		/** The post whose messages they are, if it is taken back. */
		postNo: integer("post_no"),
		/** In the order they are deleted in. Last, as it is long and most readers don't want it. */
		messageIds: text("message_ids", { mode: "json" }).$type<number[]>().notNull(),
	},
	(t) => [
		uniqueIndex("clearings_key").on(t.key).where(sql`${t.key} IS NOT NULL`),
		index("clearings_group").on(t.groupId),
		index("clearings_post").on(t.postNo).where(sql`${t.postNo} IS NOT NULL`),
		index("clearings_open").on(t.no).where(sql`${t.state} = 'running'`),
		check("clearing_state", sql`${t.state} IN ('running', 'done', 'failed')`),
	],
);
