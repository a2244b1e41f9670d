import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { MediaKind } from "./rules/threads.ts";

/** Everybody who pressed Start. `id` is the Telegram id. Who is refused for their age has a row without a profile. */
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
		/** The `vipUntil` whose end they were told of. */
		vipToldOf: integer("vip_told_of"),
		termsVersion: text("terms_version"),
		termsAcceptedAt: integer("terms_accepted_at"),
		/** The last day on which they did something, counted from 1970 in UTC; written once a day. */
		lastActiveDay: integer("last_active_day"),
		/** Grows with every change: the person's actor ignores what is older than what it has. */
		version: integer("version").notNull(),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [
		// The list of staff, see directory.ts.
		index("people_vip_until").on(t.vipUntil).where(sql`${t.vipUntil} IS NOT NULL`),
		index("people_created").on(t.createdAt, t.id),
		index("people_language_created").on(t.language, t.createdAt, t.id),
		index("people_seen").on(t.lastActiveDay, t.id),
	],
);

/** How Telegram calls people, for staff alone. Apart from `people`, so that nothing a stranger is shown is made of it. */
export const personNames = sqliteTable("person_names", {
	userId: integer("user_id").primaryKey(),
	name: text("name").notNull(),
	/** Without the @. */
	username: text("username"),
});

/** By what people are searched: the words of their name and their username, as `wordsOf` has them. */
export const personWords = sqliteTable(
	"person_words",
	{ userId: integer("user_id").notNull(), word: text("word").notNull() },
	(t) => [primaryKey({ columns: [t.userId, t.word] }), index("person_words_word").on(t.word, t.userId)],
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

/** Who declared too low an age. Holds until staff lift it. */
export const ageRefusals = sqliteTable(
	"age_refusals",
	{
		userId: integer("user_id").primaryKey(),
		refusedAt: integer("refused_at").notNull(),
		version: integer("version").notNull(),
		liftedAt: integer("lifted_at"),
		liftedBy: text("lifted_by"),
		/** A refusal can be appealed once. */
		appealedAt: integer("appealed_at"),
	},
	(t) => [index("age_refusals_standing").on(t.refusedAt, t.userId).where(sql`${t.liftedAt} IS NULL`)],
);

/** What a bot knows of a required channel: how people get in, and when staff were last told that it can't see it. */
export const requiredChannelStates = sqliteTable(
	"required_channels",
	{
		/** As the setting names it. */
		channel: text("channel").notNull(),
		botId: integer("bot_id").notNull(),
		title: text("title"),
		/** Made once, as every new one would stand in the channel's list. */
		inviteLink: text("invite_link"),
		alertedAt: integer("alerted_at"),
	},
	(t) => [primaryKey({ columns: [t.channel, t.botId] })],
);

/** What people and staff wrote to each other about a request. */
export const threadMessages = sqliteTable(
	"thread_messages",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		requestId: text("request_id").notNull(),
		userId: integer("user_id").notNull(),
		/** The bot it was written in, or is to be read in. */
		botId: integer("bot_id").notNull(),
		direction: text("direction").$type<"in" | "out">().notNull(),
		/** Who of staff, as the audit names them; null: the person. */
		author: text("author"),
		text: text("text").notNull(),
		mediaKind: text("media_kind").$type<MediaKind>(),
		/** Telegram's id of the file, for the bot it came by. */
		mediaFileId: text("media_file_id"),
		/** The message in the person's chat with that bot. */
		messageId: integer("message_id"),
		/** Why it did not reach the person: `blocked`, `unknown` or Telegram's words. */
		failure: text("failure"),
		at: integer("at").notNull(),
	},
	(t) => [
		index("thread_messages_request").on(t.requestId, t.no),
		index("thread_messages_user").on(t.userId),
		index("thread_messages_at").on(t.at),
		// Telegram repeats an update: it is said once.
		uniqueIndex("thread_messages_said").on(t.userId, t.botId, t.messageId).where(sql`${t.direction} = 'in'`),
	],
);

/** What staff say again and again. */
export const savedReplies = sqliteTable("saved_replies", {
	id: text("id").primaryKey(),
	title: text("title").notNull(),
	text: text("text").notNull(),
	updatedAt: integer("updated_at").notNull(),
	updatedBy: text("updated_by").notNull(),
});

/** Which message in the support chat is whose; ids only. */
export const supportMessages = sqliteTable(
	"support_messages",
	{
		/** The bot that wrote it, and through which the answer goes. */
		botId: integer("bot_id").notNull(),
		chatId: integer("chat_id").notNull(),
		messageId: integer("message_id").notNull(),
		userId: integer("user_id").notNull(),
		/** The person's own message. */
		askedIn: integer("asked_in").notNull(),
		/** What it is about; null: their question to support. */
		requestId: text("request_id"),
		at: integer("at").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.botId, t.chatId, t.messageId] }),
		index("support_messages_user").on(t.userId),
		index("support_messages_at").on(t.at),
	],
);

/** What outlives the deletion of a person's data, so that deleting is no way round a rule. Named by a keyed hash only. */
export const erasures = sqliteTable("erasures", {
	hash: text("hash").primaryKey(),
	erasedAt: integer("erased_at").notNull(),
	banReason: text("ban_reason"),
	bannedAt: integer("banned_at"),
	bannedBy: text("banned_by"),
	banUntil: integer("ban_until"),
	appealedAt: integer("appealed_at"),
	refusedAt: integer("refused_at"),
	refusalAppealedAt: integer("refusal_appealed_at"),
});
