import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ChatId } from "../platform/ids.ts";

/** Who reported whom, and what came of it. Never what was said: the copies in the review chat are named by their ids. */
export const reports = sqliteTable(
	"reports",
	{
		id: text("id").primaryKey(),
		chatId: text("chat_id").notNull(),
		reporterId: integer("reporter_id").notNull(),
		reportedId: integer("reported_id").notNull(),
		/** The bot the reported one sat there with: a warning goes out by it. */
		reportedBotId: integer("reported_bot_id").notNull(),
		reason: text("reason").notNull(),
		createdAt: integer("created_at").notNull(),
		/** open -> banned | warned | dismissed */
		status: text("status").notNull().default("open"),
		decidedAt: integer("decided_at"),
		decidedBy: text("decided_by"),
		/** Of a ban, ms; null is for good. */
		banUntil: integer("ban_until"),
		reviewChatId: integer("review_chat_id"),
		/** The card there; null until the report has been brought to staff. */
		cardMessageId: integer("card_message_id"),
		/** The copies' message ids by whose messages they are. */
		copies: text("copies", { mode: "json" }).$type<Copies>().notNull().default({}),
		/** How many messages there were to copy. */
		copyable: integer("copyable").notNull().default(0),
		/** Staff know of it, by card or alert. */
		broughtAt: integer("brought_at"),
	},
	(t) => [
		uniqueIndex("reports_chat_reporter").on(t.chatId, t.reporterId),
		index("reports_reported").on(t.reportedId, t.createdAt),
		index("reports_reporter").on(t.reporterId),
		// What staff still have to decide, newest first; as ids sort by time.
		index("reports_open").on(t.id).where(sql`status = 'open'`),
	],
);

/**
 * What was paid with lock credits. `promised`: paid, not yet brought to its chat. `running` until `endsAt`, also where the
 * chat ended before and nothing goes back. `ended`: before its time, with `returnedMinutes`. `returned`: it never began.
 */
export const chatLocks = sqliteTable(
	"chat_locks",
	{
		id: text("id").primaryKey(),
		chatId: text("chat_id").$type<ChatId>().notNull(),
		userId: integer("user_id").notNull(),
		/** The bot they sit there with. */
		botId: integer("bot_id").notNull(),
		minutes: integer("minutes").notNull(),
		/** The cause, which locks once: `update:{update key}` or `charge:{charge id}` */
		by: text("by").notNull().unique(),
		state: text("state").$type<"promised" | "running" | "ended" | "returned">().notNull(),
		endsAt: integer("ends_at"),
		returnedMinutes: integer("returned_minutes").notNull().default(0),
		/** They know what came back. */
		toldAt: integer("told_at"),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [index("chat_locks_user").on(t.userId)],
);

export interface Copies {
	reported?: number[];
	reporter?: number[];
}
