import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Everybody who pressed Start and declared no age below the limit. `id` is the Telegram id. */
export const people = sqliteTable(
	"people",
	{
		id: integer("id").primaryKey(),
		language: text("language"),
		gender: text("gender"),
		age: integer("age"),
		/** Whom they would like to meet; enforced only for VIPs. */
		wish: text("wish").notNull().default("any"),
		/** What payments' grants fold into, ms. */
		vipUntil: integer("vip_until"),
		termsVersion: text("terms_version"),
		termsAcceptedAt: integer("terms_accepted_at"),
		/** Grows with every change: the person's actor ignores what is older than what it has. */
		version: integer("version").notNull(),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [
		// The list of staff, see directory.ts.
		index("people_created").on(t.createdAt, t.id),
		index("people_language_created").on(t.language, t.createdAt, t.id),
	],
);

/** Where a person can be reached: which bots they started, and which of those they blocked. */
export const personBots = sqliteTable(
	"person_bots",
	{
		userId: integer("user_id").notNull(),
		botId: integer("bot_id").notNull(),
		startedAt: integer("started_at").notNull(),
		blockedAt: integer("blocked_at"),
	},
	(t) => [primaryKey({ columns: [t.userId, t.botId] })],
);

/** Who may not take part: one ban a person, the audit has its history. Lifted or run out, the row stays until the next. */
export const bans = sqliteTable(
	"bans",
	{
		userId: integer("user_id").primaryKey(),
		/** As the person reads it. */
		reason: text("reason").notNull(),
		bannedAt: integer("banned_at").notNull(),
		bannedBy: text("banned_by").notNull(),
		/** ms; null is for good. */
		until: integer("until"),
		version: integer("version").notNull(),
		liftedAt: integer("lifted_at"),
		/** A ban can be appealed once. */
		appealedAt: integer("appealed_at"),
	},
	(t) => [index("bans_standing").on(t.bannedAt, t.userId).where(sql`${t.liftedAt} IS NULL`)],
);

/** All that is kept of somebody who declared too low an age. Holds until staff lift it. */
export const ageRefusals = sqliteTable("age_refusals", {
	userId: integer("user_id").primaryKey(),
	refusedAt: integer("refused_at").notNull(),
	version: integer("version").notNull(),
	liftedAt: integer("lifted_at"),
	liftedBy: text("lifted_by"),
});
