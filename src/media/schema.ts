import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { MediaKind, MediaType } from "./rules/kinds.ts";
import type { SentAs } from "./rules/telegram.ts";
import type { MediaState } from "./rules.ts";

/** Pictures and videos that somebody uploaded. The files are in the bucket. */
export const media = sqliteTable(
	"media",
	{
		id: text("id").primaryKey(),
		/** Whose library it is in; null: the operator's own. */
		accountId: integer("account_id"),
		/** Somebody's own object: it is in no library, and goes with them. */
		personId: integer("person_id"),
		name: text("name").notNull(),
		/** The name as it is looked for. */
		search: text("search").notNull(),
		state: text("state").$type<MediaState>().notNull(),
		/** Why it was refused. */
		reason: text("reason"),
		/** Where it lies in the bucket: first where it may be uploaded to, then under a key that was never signed for that. */
		key: text("key").notNull(),
		/** As it was announced until it is ready, then by its content. */
		type: text("type").$type<MediaType>().notNull(),
		kind: text("kind").$type<MediaKind>().notNull(),
		bytes: integer("bytes").notNull(),
		/** As it is shown. */
		width: integer("width").notNull().default(0),
		height: integer("height").notNull().default(0),
		/** Seconds; null of what does not last. */
		duration: integer("duration"),
		/** Of the cleaned file, in hex. */
		sha256: text("sha256"),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by").notNull(),
		changedAt: integer("changed_at").notNull(),
	},
	(t) => [
		// The library of an account, by kind or all; ids sort by time.
		index("media_library")
			.on(t.accountId, t.kind, t.id)
			.where(sql`${t.state} = 'ready' AND ${t.personId} IS NULL`),
		index("media_person").on(t.personId).where(sql`${t.personId} IS NOT NULL`),
		index("media_to_go").on(t.changedAt).where(sql`${t.state} <> 'ready'`),
		check("media_state", sql`${t.state} IN ('staged', 'ready', 'refused', 'deleted')`),
	],
);

/** By what a bot sends again what it has uploaded once. */
export const mediaFiles = sqliteTable(
	"media_files",
	{
		mediaId: text("media_id").notNull(),
		/** Ids of files belong to one bot. */
		botId: integer("bot_id").notNull(),
		as: text("sent_as").$type<SentAs>().notNull(),
		fileId: text("file_id").notNull(),
	},
	(t) => [primaryKey({ columns: [t.mediaId, t.botId, t.as] })],
);
