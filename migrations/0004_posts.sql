CREATE TABLE `clearings` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`message_ids` text NOT NULL,
	`filter` text NOT NULL,
	`state` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`deleted` integer DEFAULT 0 NOT NULL,
	`too_old` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	CONSTRAINT "clearing_state" CHECK("clearings"."state" IN ('running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `clearings_group` ON `clearings` (`group_id`);--> statement-breakpoint
CREATE INDEX `clearings_open` ON `clearings` (`no`) WHERE "clearings"."state" = 'running';--> statement-breakpoint
CREATE TABLE `group_campaign_problems` (
	`campaign_no` integer NOT NULL,
	`group_id` integer NOT NULL,
	`problem` text NOT NULL,
	`at` integer NOT NULL,
	`told_at` integer,
	PRIMARY KEY(`campaign_no`, `group_id`)
);
--> statement-breakpoint
CREATE TABLE `group_campaigns` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`ends_at` integer,
	`overdue_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`key` text,
	CONSTRAINT "group_campaign_state" CHECK("group_campaigns"."state" IN ('active', 'complete', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_campaigns_key` ON `group_campaigns` (`key`) WHERE "group_campaigns"."key" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `group_campaigns_active` ON `group_campaigns` (`no`) WHERE "group_campaigns"."state" = 'active';--> statement-breakpoint
CREATE TABLE `post_targets` (
	`post_no` integer NOT NULL,
	`group_id` integer NOT NULL,
	`topic_id` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`post_no`, `group_id`, `topic_id`)
);
--> statement-breakpoint
CREATE INDEX `post_targets_group` ON `post_targets` (`group_id`,`post_no`);--> statement-breakpoint
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
CREATE INDEX `postings_history` ON `postings` (`group_id`);--> statement-breakpoint
CREATE INDEX `postings_sent` ON `postings` (`sent_at`) WHERE "postings"."sent_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `postings_due` ON `postings` (`due_at`) WHERE "postings"."state" IN ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `postings_delete` ON `postings` (`delete_at`) WHERE "postings"."state" = 'sent' AND "postings"."delete_at" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `posts` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_no` integer,
	`content` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`media_version` integer DEFAULT 1 NOT NULL,
	`editing` integer DEFAULT false NOT NULL,
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
	`changed_at` integer NOT NULL,
	`key` text,
	CONSTRAINT "post_state" CHECK("posts"."state" IN ('scheduled', 'paused', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_key` ON `posts` (`key`) WHERE "posts"."key" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `posts_state` ON `posts` (`state`);--> statement-breakpoint
CREATE INDEX `posts_editing` ON `posts` (`no`) WHERE "posts"."editing" = 1;--> statement-breakpoint
CREATE INDEX `posts_due` ON `posts` (`next_at`) WHERE "posts"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX `posts_campaign` ON `posts` (`campaign_no`) WHERE "posts"."campaign_no" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `groups` ADD `posted_at` integer DEFAULT 0 NOT NULL;