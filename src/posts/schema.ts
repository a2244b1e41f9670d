import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Content } from "../delivery/rules/content.ts";
import type { CampaignProblem, GroupCampaignState, PostingState, PostState } from "./rules.ts";

/** What the bot is to write in groups: once, or again and again. */
export const posts = sqliteTable(
	"posts",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		/** The group campaign it belongs to. */
		campaignNo: integer("campaign_no"),
		content: text("content", { mode: "json" }).$type<Content>().notNull(),
		/** Grows with every edit: what was posted before is changed after it. */
		version: integer("version").notNull().default(1),
		/** The version its medium is of: what was posted since needs no new file. */
		mediaVersion: integer("media_version").notNull().default(1),
		/** What stands in groups is still to be edited. */
		editing: integer("editing", { mode: "boolean" }).notNull().default(false),
		/** Rings nobody's phone; null: as the group is set. */
		silent: integer("silent", { mode: "boolean" }),
		/** The message it answers; only with one group. */
		replyTo: integer("reply_to"),
		bypassCooldown: integer("bypass_cooldown", { mode: "boolean" }).notNull().default(false),
		/** So long after it was posted it is deleted; under Telegram's 48 h. */
		deleteAfterSeconds: integer("delete_after_seconds"),
		state: text("state").$type<PostState>().notNull(),
		/** A cron expression in `timeZone`, or a number of seconds; neither: once. */
		cron: text("cron"),
		timeZone: text("time_zone").notNull().default("UTC"),
		everySeconds: integer("every_seconds"),
		/** So many rounds in all; null: until somebody ends it. */
		rounds: integer("rounds"),
		/** Rounds begun. */
		round: integer("round").notNull().default(0),
		/** When the next round begins, ms; null: none does. */
		nextAt: integer("next_at"),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by").notNull(),
		/** When its state last changed. */
		changedAt: integer("changed_at").notNull(),
		/** The Idempotency-Key it was asked for with. */
		key: text("key"),
	},
	(t) => [
		uniqueIndex("posts_key").on(t.key).where(sql`${t.key} IS NOT NULL`),
		index("posts_state").on(t.state),
		index("posts_editing").on(t.no).where(sql`${t.editing} = 1`),
		index("posts_due").on(t.nextAt).where(sql`${t.state} = 'scheduled'`),
		index("posts_campaign").on(t.campaignNo).where(sql`${t.campaignNo} IS NOT NULL`),
		check("post_state", sql`${t.state} IN ('scheduled', 'paused', 'done', 'cancelled')`),
	],
);

/** Where a post goes. */
export const postTargets = sqliteTable(
	"post_targets",
	{
		postNo: integer("post_no").notNull(),
		groupId: integer("group_id").notNull(),
		/** 0: not in a topic of its own. */
		topicId: integer("topic_id").notNull().default(0),
	},
	(t) => [
		primaryKey({ columns: [t.postNo, t.groupId, t.topicId] }),
		index("post_targets_group").on(t.groupId, t.postNo),
	],
);

/** One round of one post in one group: the history of what the bot wrote there. */
export const postings = sqliteTable(
	"postings",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		postNo: integer("post_no").notNull(),
		round: integer("round").notNull(),
		groupId: integer("group_id").notNull(),
		topicId: integer("topic_id").notNull().default(0),
		botId: integer("bot_id").notNull(),
		state: text("state").$type<PostingState>().notNull(),
		/** Not before, ms. */
		dueAt: integer("due_at").notNull(),
		/** Who is sending or editing it, until when. */
		token: text("token"),
		leaseUntil: integer("lease_until").notNull().default(0),
		tries: integer("tries").notNull().default(0),
		messageId: integer("message_id"),
		sentAt: integer("sent_at"),
		/** Of the post, as it stands in the group. */
		version: integer("version").notNull(),
		/** When it is deleted by itself. */
		deleteAt: integer("delete_at"),
		/** Telegram's words, or why not. */
		note: text("note"),
	},
	(t) => [
		uniqueIndex("postings_once").on(t.postNo, t.round, t.groupId, t.topicId),
		index("postings_group").on(t.groupId, t.messageId),
		index("postings_history").on(t.groupId),
		index("postings_sent").on(t.sentAt).where(sql`${t.sentAt} IS NOT NULL`),
		index("postings_due").on(t.dueAt).where(sql`${t.state} IN ('waiting', 'sending')`),
		index("postings_delete").on(t.deleteAt).where(sql`${t.state} = 'sent' AND ${t.deleteAt} IS NOT NULL`),
	],
);

/** Several posts over several groups and days. */
export const groupCampaigns = sqliteTable(
	"group_campaigns",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		name: text("name").notNull(),
		state: text("state").$type<GroupCampaignState>().notNull(),
		/** It should be complete by then, ms. */
		endsAt: integer("ends_at"),
		/** Said once that it is late. */
		overdueAt: integer("overdue_at"),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by").notNull(),
		changedAt: integer("changed_at").notNull(),
		/** The Idempotency-Key it was asked for with. */
		key: text("key"),
	},
	(t) => [
		uniqueIndex("group_campaigns_key").on(t.key).where(sql`${t.key} IS NOT NULL`),
		index("group_campaigns_active").on(t.no).where(sql`${t.state} = 'active'`),
		check("group_campaign_state", sql`${t.state} IN ('active', 'complete', 'cancelled')`),
	],
);

/** Where a campaign can't post: each group is told of once. */
export const groupCampaignProblems = sqliteTable(
	"group_campaign_problems",
	{
		campaignNo: integer("campaign_no").notNull(),
		groupId: integer("group_id").notNull(),
		problem: text("problem").$type<CampaignProblem>().notNull(),
		at: integer("at").notNull(),
		/** When staff were. */
		toldAt: integer("told_at"),
	},
	(t) => [primaryKey({ columns: [t.campaignNo, t.groupId] })],
);
