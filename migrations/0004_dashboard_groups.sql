CREATE TABLE `clearings` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`own` integer NOT NULL,
	`filter` text NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`deleted` integer DEFAULT 0 NOT NULL,
	`too_old` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`wake_at` integer NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`key` text,
	`message_ids` text NOT NULL,
	CONSTRAINT "clearing_state" CHECK("clearings"."state" IN ('running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clearings_key` ON `clearings` (`key`) WHERE "clearings"."key" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `clearings_group` ON `clearings` (`group_id`);--> statement-breakpoint
CREATE INDEX `clearings_open` ON `clearings` (`no`) WHERE "clearings"."state" = 'running';--> statement-breakpoint
CREATE TABLE `group_campaigns` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`ends_at` integer,
	`overdue_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	CONSTRAINT "group_campaign_state" CHECK("group_campaigns"."state" IN ('active', 'complete', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `group_campaigns_active` ON `group_campaigns` (`no`) WHERE "group_campaigns"."state" = 'active';--> statement-breakpoint
CREATE TABLE `post_targets` (
	`post_no` integer NOT NULL,
	`group_id` integer NOT NULL,
	`topic_id` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`post_no`, `group_id`, `topic_id`)
);
--> statement-breakpoint
CREATE INDEX `post_targets_group` ON `post_targets` (`group_id`);--> statement-breakpoint
CREATE TABLE `postings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`post_no` integer NOT NULL,
	`round` integer NOT NULL,
	`group_id` integer NOT NULL,
	`topic_id` integer DEFAULT 0 NOT NULL,
	`bot_id` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`token` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`message_id` integer,
	`sent_at` integer,
	`version` integer NOT NULL,
	`delete_at` integer,
	`note` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `postings_once` ON `postings` (`post_no`,`round`,`group_id`,`topic_id`);--> statement-breakpoint
CREATE INDEX `postings_group` ON `postings` (`group_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `postings_due` ON `postings` (`due_at`) WHERE "postings"."state" IN ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `postings_delete` ON `postings` (`delete_at`) WHERE "postings"."state" = 'sent' AND "postings"."delete_at" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `posts` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_no` integer,
	`content` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`silent` integer,
	`reply_to` integer,
	`bypass_cooldown` integer DEFAULT false NOT NULL,
	`delete_after_seconds` integer,
	`state` text NOT NULL,
	`cron` text,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`every_seconds` integer,
	`rounds` integer,
	`round` integer DEFAULT 0 NOT NULL,
	`next_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`key` text,
	CONSTRAINT "post_state" CHECK("posts"."state" IN ('scheduled', 'paused', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_key` ON `posts` (`key`) WHERE "posts"."key" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `posts_due` ON `posts` (`next_at`) WHERE "posts"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX `posts_campaign` ON `posts` (`campaign_no`) WHERE "posts"."campaign_no" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `hours` (
	`hour` integer PRIMARY KEY NOT NULL,
	`counts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `problems` (
	`key` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`seen` integer NOT NULL,
	`told_at` integer,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`counts` text NOT NULL,
	CONSTRAINT "one_snapshot" CHECK("snapshots"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`user_id` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`outcome` text,
	CONSTRAINT "request_state" CHECK("requests"."state" IN ('open', 'closed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_ref` ON `requests` (`kind`,`ref`);--> statement-breakpoint
CREATE INDEX `requests_state` ON `requests` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_user` ON `requests` (`user_id`);--> statement-breakpoint
CREATE TABLE `schedule_runs` (
	`cron` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`failed` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `audit_entries_at`;--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_action` ON `audit_entries` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject`,`id`);--> statement-breakpoint
ALTER TABLE `people` ADD `last_active_day` integer;--> statement-breakpoint
ALTER TABLE `dead_jobs` ADD `attempts` integer;--> statement-breakpoint
CREATE INDEX `payments_paid` ON `payments` (`paid_at`);