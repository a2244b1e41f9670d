import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type BotRooms, botRooms } from "./bot-rooms.ts";

/** Bots this deployment answers for. `id` is Telegram's own id of the bot. */
export const bots = sqliteTable("bots", {
	id: integer("id").primaryKey(),
	username: text("username").notNull(),
	/** The answer of getMe, kept so that no isolate has to ask for it. */
	info: text("info", { mode: "json" }).notNull(),
	/** AES-GCM, see `secrets.ts`. */
	tokenEncrypted: text("token_encrypted").notNull(),
	active: integer("active", { mode: "boolean" }).notNull().default(true),
	/** What people find in it, see `bot-rooms.ts`. */
	rooms: text("rooms", { mode: "json" }).$type<BotRooms>().notNull().default(botRooms),
	/** Whose inbox it is. */
	accountId: integer("account_id"),
	createdAt: integer("created_at").notNull(),
});

/** Values that staff set; what is not here has its default. */
export const settings = sqliteTable("settings", {
	key: text("key").primaryKey(),
	value: text("value", { mode: "json" }).notNull(),
	updatedAt: integer("updated_at").notNull(),
	updatedBy: text("updated_by").notNull(),
});

/** What staff and the system did, written in the batch of the change itself. */
export const auditEntries = sqliteTable(
	"audit_entries",
	{
		id: text("id").primaryKey(),
		at: integer("at").notNull(),
		actor: text("actor").notNull(),
		action: text("action").notNull(),
		subject: text("subject").notNull(),
		details: text("details", { mode: "json" }),
	},
	(t) => [
		index("audit_entries_actor").on(t.actor, t.id),
		index("audit_entries_action").on(t.action, t.id),
		index("audit_entries_subject").on(t.subject, t.id),
	],
);

/** Events that must happen after a commit: written with it, deleted when done. */
export const outbox = sqliteTable("outbox", {
	id: integer("id").primaryKey({ autoIncrement: true }),
	kind: text("kind").notNull(),
	payload: text("payload", { mode: "json" }).notNull(),
	createdAt: integer("created_at").notNull(),
	/** How often its handler has failed. */
	attempts: integer("attempts").notNull().default(0),
});

/** Updates whose handling threw; `gaveUpAt` is set once Telegram was told 200 all the same. */
export const failedUpdates = sqliteTable(
	"failed_updates",
	{
		/** `{bot}:{update id}` */
		id: text("id").primaryKey(),
		tries: integer("tries").notNull(),
		error: text("error").notNull(),
		/** The update's shape with every text, name and place taken out. */
		update: text("update", { mode: "json" }).notNull(),
		failedAt: integer("failed_at").notNull(),
		gaveUpAt: integer("gave_up_at"),
	},
	(t) => [index("failed_updates_at").on(t.failedAt, t.id)],
);

/** What a key was sent with, so that it is good for nothing else; both are hashes. */
export const idempotencyKeys = sqliteTable("idempotency_keys", {
	key: text("key").primaryKey(),
	request: text("request").notNull(),
	at: integer("at").notNull(),
});

/** Jobs that a queue gave up on, and outbox events (`queue` is `outbox`) that failed too often. */
export const deadJobs = sqliteTable("dead_jobs", {
	id: text("id").primaryKey(),
	queue: text("queue").notNull(),
	job: text("job", { mode: "json" }).notNull(),
	/** What it failed with in the end, where that is known. */
	error: text("error"),
	/** How often it was tried; null: not known. */
	attempts: integer("attempts"),
	diedAt: integer("died_at").notNull(),
});

export const requestKinds = ["support", "refund", "appeal", "payout"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What people ask of staff, so that it is seen who looks after it. What it is about stands in the capability it is of. */
export const requests = sqliteTable(
	"requests",
	{
		id: text("id").primaryKey(),
		kind: text("kind").$type<RequestKind>().notNull(),
		/** What it is about, as its capability names it. */
		ref: text("ref").notNull(),
		userId: integer("user_id").notNull(),
		state: text("state").$type<"open" | "closed">().notNull(),
		createdAt: integer("created_at").notNull(),
		takenBy: text("taken_by"),
		takenAt: integer("taken_at"),
		closedAt: integer("closed_at"),
		closedBy: text("closed_by"),
		/** In a word. */
		outcome: text("outcome"),
		/** When its person said something last; null: as it was made. */
		lastInAt: integer("last_in_at"),
		/** When staff answered last. */
		lastOutAt: integer("last_out_at"),
		/** When staff looked at it last. */
		readAt: integer("read_at"),
	},
	(t) => [
		uniqueIndex("requests_ref").on(t.kind, t.ref),
		index("requests_state").on(t.state, t.createdAt, t.id),
		index("requests_user").on(t.userId),
		check("request_state", sql`${t.state} IN ('open', 'closed')`),
	],
);

/** What stands in a chat of staff about something that waits for them, so that it can say there how it ended. */
export const staffCards = sqliteTable(
	"staff_cards",
	{
		/** `appeal:ban:7`, `group:-100…` */
		about: text("about").primaryKey(),
		/** Whom it is about, if that is a person. */
		userId: integer("user_id"),
		botId: integer("bot_id").notNull(),
		chatId: integer("chat_id").notNull(),
		messageId: integer("message_id").notNull(),
		/** What it says. */
		text: text("text").notNull(),
		at: integer("at").notNull(),
	},
	(t) => [index("staff_cards_user").on(t.userId), index("staff_cards_at").on(t.at)],
);

/** When each schedule last ran, and which of its steps threw. */
export const scheduleRuns = sqliteTable("schedule_runs", {
	cron: text("cron").primaryKey(),
	startedAt: integer("started_at").notNull(),
	endedAt: integer("ended_at").notNull(),
	failed: text("failed", { mode: "json" }).$type<string[]>().notNull(),
});
