import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { GroupOptions } from "./rules/options.ts";
import type { GroupState, InactiveReason } from "./rules.ts";

/** Groups a bot was ever in. `id` is Telegram's own, and changes once when a basic group becomes a supergroup. */
export const groups = sqliteTable(
	"groups",
	{
		id: integer("id").primaryKey(),
		/** The bot that works here; another one in the same group keeps quiet. */
		botId: integer("bot_id").notNull(),
		title: text("title").notNull(),
		type: text("type").$type<"group" | "supergroup">().notNull(),
		username: text("username"),
		isForum: integer("is_forum", { mode: "boolean" }).notNull().default(false),
		state: text("state").$type<GroupState>().notNull(),
		inactiveReason: text("inactive_reason").$type<InactiveReason>(),
		/** Who brought the bot, as a Telegram id; null if nobody knows. */
		addedBy: integer("added_by"),
		approvedAt: integer("approved_at"),
		options: text("options", { mode: "json" }).$type<Partial<GroupOptions>>().notNull(),
		/** What the bot may there, by Telegram's names. Null: it is no administrator, or nobody has looked. */
		rights: text("rights", { mode: "json" }).$type<string[]>(),
		memberCount: integer("member_count"),
		lastMessageId: integer("last_message_id"),
		syncedAt: integer("synced_at"),
		createdAt: integer("created_at").notNull(),
		/** When a post last began to be sent here, for the cooldown; 0: never. */
		postedAt: integer("posted_at").notNull().default(0),
	},
	(t) => [
		index("groups_state").on(t.state, t.id),
		check("group_state", sql`${t.state} IN ('waiting', 'active', 'inactive')`),
	],
);

/** Which supergroup a basic group became, so that a late update of the old one begins nothing. */
export const groupMigrations = sqliteTable("group_migrations", {
	oldId: integer("old_id").primaryKey(),
	newId: integer("new_id").notNull(),
	at: integer("at").notNull(),
});

/** Topics of forums that somebody wrote in: what can be posted to later. */
export const groupTopics = sqliteTable(
	"group_topics",
	{
		groupId: integer("group_id").notNull(),
		topicId: integer("topic_id").notNull(),
		name: text("name").notNull(),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.topicId] })],
);

/**
 * What happened in a group, newest last. `person` is a Telegram id, or a keyed hash of somebody whose data was
 * deleted; the same in the tables below.
 */
export const groupHistory = sqliteTable(
	"group_history",
	{
		/** Sorts by time. */
		id: text("id").primaryKey(),
		groupId: integer("group_id").notNull(),
		at: integer("at").notNull(),
		action: text("action").notNull(),
		/** `telegram:{id}`, `admins` for an anonymous one, `owner` or `system` */
		actor: text("actor").notNull(),
		person: text("person"),
		reason: text("reason"),
		/** ms; null is for good, or does not apply. */
		until: integer("until"),
		/** The message it comes from: a repeat writes nothing. */
		cause: text("cause").unique(),
	},
	(t) => [
		index("group_history_group").on(t.groupId, t.id),
		index("group_history_person").on(t.person),
		index("group_history_actor").on(t.actor),
	],
);

/** Warnings; those that led to something, or were taken back, no longer count. */
export const groupWarnings = sqliteTable(
	"group_warnings",
	{
		/** As in the history. */
		cause: text("cause").primaryKey(),
		groupId: integer("group_id").notNull(),
		person: text("person").notNull(),
		reason: text("reason"),
		at: integer("at").notNull(),
		clearedAt: integer("cleared_at"),
	},
	(t) => [
		index("group_warnings_person").on(t.person, t.groupId),
		index("group_warnings_group").on(t.groupId),
	],
);

/** Whoever opened a group's panel: they are told of reports. */
export const groupWatchers = sqliteTable(
	"group_watchers",
	{
		groupId: integer("group_id").notNull(),
		userId: integer("user_id").notNull(),
		at: integer("at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.userId] }), index("group_watchers_user").on(t.userId)],
);

/** People who asked to join and have a question to answer. */
export const groupJoinRequests = sqliteTable(
	"group_join_requests",
	{
		groupId: integer("group_id").notNull(),
		userId: integer("user_id").notNull(),
		/** Which of the buttons is right. */
		answer: integer("answer").notNull(),
		dueAt: integer("due_at").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.groupId, t.userId] }),
		index("group_join_requests_user").on(t.userId),
		index("group_join_requests_due").on(t.dueAt),
	],
);

/** Messages of the bot that don't stay. */
export const groupCleanups = sqliteTable(
	"group_cleanups",
	{
		groupId: integer("group_id").notNull(),
		messageId: integer("message_id").notNull(),
		dueAt: integer("due_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.messageId] }), index("group_cleanups_due").on(t.dueAt)],
);

/** The operator's own list: who is on it is banned from every group that uses it. */
export const groupBans = sqliteTable(
	"group_bans",
	{
		person: text("person").primaryKey(),
		reason: text("reason").notNull(),
		/** For staff only. */
		evidence: text("evidence"),
		bannedAt: integer("banned_at").notNull(),
		bannedBy: text("banned_by").notNull(),
		until: integer("until"),
		liftedAt: integer("lifted_at"),
	},
	(t) => [index("group_bans_standing").on(t.bannedAt, t.person).where(sql`${t.liftedAt} IS NULL`)],
);

/** Every group and channel a bot is or was in, rooms of staff as well: what a chat of a setting is chosen from. */
export const knownChats = sqliteTable(
	"known_chats",
	{
		id: integer("id").notNull(),
		botId: integer("bot_id").notNull(),
		title: text("title").notNull(),
		kind: text("kind").$type<"group" | "supergroup" | "channel">().notNull(),
		username: text("username"),
		leftAt: integer("left_at"),
	},
	(t) => [primaryKey({ columns: [t.id, t.botId] })],
);
