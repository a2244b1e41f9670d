import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Counts } from "./rules/campaigns.ts";
import type { Content } from "./rules/content.ts";
import type { TakeBackState } from "./rules/take-back.ts";

/**
 * Whoever can be sent something, under a small number of their own: a delivery's id is made of it. Rows of people are
 * written and deleted by triggers on `people`.
 */
export const recipients = sqliteTable("recipients", {
	no: integer("no").primaryKey({ autoIncrement: true }),
	/** A person's Telegram id, or a group's. */
	chatId: integer("chat_id").notNull().unique(),
	/** Since when they want fewer messages, ms. */
	optedOutAt: integer("opted_out_at"),
});

/** One message to many. */
export const campaigns = sqliteTable(
	"campaigns",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		/** Whose it is: the `DeliveryOwner`. */
		owner: text("owner").notNull(),
		state: text("state").notNull(),
		/** What staff call it. */
		name: text("name"),
		/** What is sent, see `rules/content.ts`. */
		content: text("content", { mode: "json" }).notNull(),
		/** To whom, as the owner understands it. */
		audience: text("audience", { mode: "json" }).notNull(),
		/** When it is to begin, ms; once it has, when that was. */
		startsAt: integer("starts_at"),
		/** Recipients up to this number are in. */
		cursor: integer("cursor").notNull().default(0),
		/** Everybody is in. */
		expanded: integer("expanded", { mode: "boolean" }).notNull().default(false),
		total: integer("total").notNull().default(0),
		/** Why it paused by itself. */
		pauseReason: text("pause_reason"),
		/** What had been tried and gone wrong when a person let it go on. */
		triedBefore: integer("tried_before").notNull().default(0),
		errorsBefore: integer("errors_before").notNull().default(0),
		/** Grows with every resending. */
		round: integer("round").notNull().default(0),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by").notNull(),
		/** When its state last changed. */
		changedAt: integer("changed_at").notNull(),
		/** What came of it, once it has ended. */
		counts: text("counts", { mode: "json" }).$type<Counts>(),
		/** What was sent is being deleted, or as much of it is as Telegram deletes. */
		takeBack: text("take_back").$type<TakeBackState>(),
		/** When its deliveries were forgotten: from then on only the counts say what came of it. */
		purgedAt: integer("purged_at"),
		/** The Idempotency-Key it was asked for with. */
		key: text("key"),
	},
	(t) => [uniqueIndex("campaigns_key").on(t.key).where(sql`${t.key} IS NOT NULL`)],
);

/** One recipient of one campaign: `id` is campaign.no * 2^32 + recipient.no, so nobody is in twice. */
export const deliveries = sqliteTable(
	"deliveries",
	{
		id: integer("id").primaryKey(),
		botId: integer("bot_id").notNull(),
		state: text("state").notNull().default("queued"),
		messageId: integer("message_id"),
		/** Telegram's words, or why it was skipped. */
		note: text("note"),
	},
	(t) => [index("deliveries_failed").on(t.state, t.id).where(sql`${t.state} IN ('failed', 'unknown')`)],
);

/**
 * Up to 100 deliveries of one bot, which one pump sends: those of the range `first` to `last` that are queued.
 * `id` is campaign.no * 2^20 and on.
 */
export const deliveryBlocks = sqliteTable("delivery_blocks", {
	id: integer("id").primaryKey(),
	botId: integer("bot_id").notNull(),
	first: integer("first").notNull(),
	last: integer("last").notNull(),
	/** Who has it, until when; only they may write. */
	token: text("token"),
	leaseUntil: integer("lease_until").notNull().default(0),
	/** Grows with every write, so that one that is repeated has no effect. */
	step: integer("step").notNull().default(0),
	/** Queued ones up to here may have been sent. */
	watermark: integer("watermark").notNull().default(0),
	done: integer("done", { mode: "boolean" }).notNull().default(false),
	sent: integer("sent").notNull().default(0),
	failed: integer("failed").notNull().default(0),
	skipped: integer("skipped").notNull().default(0),
	unknown: integer("unknown").notNull().default(0),
	cancelled: integer("cancelled").notNull().default(0),
	/** Of the failed and unknown ones, those that are not the recipient's own doing. */
	errors: integer("errors").notNull().default(0),
	/** When the last of it was sent, ms: Telegram deletes what is younger than 48 h. */
	lastSentAt: integer("last_sent_at").notNull().default(0),
	/** Of the sent ones, those that were deleted again, and those that Telegram would not delete. */
	deleted: integer("deleted").notNull().default(0),
	kept: integer("kept").notNull().default(0),
	/** All of it was asked for. */
	takenBack: integer("taken_back", { mode: "boolean" }).notNull().default(false),
});

/** Messages that staff keep to write them again. */
export const messageTemplates = sqliteTable("message_templates", {
	no: integer("no").primaryKey({ autoIncrement: true }),
	name: text("name").notNull().unique(),
	content: text("content", { mode: "json" }).$type<Content>().notNull(),
	changedAt: integer("changed_at").notNull(),
	changedBy: text("changed_by").notNull(),
});
