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
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`email_verified` integer DEFAULT true NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`telegram_id` integer,
	`language` text DEFAULT 'en' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`last_login_at` integer,
	`disabled_at` integer,
	CONSTRAINT "staff_role" CHECK("staff"."role" IN ('owner', 'operator', 'viewer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_telegram` ON `staff` (`telegram_id`);--> statement-breakpoint
CREATE TABLE `staff_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`email` text,
	`telegram_id` integer,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_invitations_code` ON `staff_invitations` (`code_hash`);--> statement-breakpoint
CREATE INDEX `staff_invitations_email` ON `staff_invitations` (`email`);--> statement-breakpoint
CREATE TABLE `staff_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`config_id` text NOT NULL,
	`name` text,
	`start` text,
	`prefix` text,
	`key` text NOT NULL,
	`reference_id` text NOT NULL,
	`permissions` text,
	`enabled` integer NOT NULL,
	`refill_interval` integer,
	`refill_amount` integer,
	`last_refill_at` integer,
	`rate_limit_enabled` integer NOT NULL,
	`rate_limit_time_window` integer,
	`rate_limit_max` integer,
	`request_count` integer NOT NULL,
	`remaining` integer,
	`last_request` integer,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`metadata` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_keys_key` ON `staff_keys` (`key`);--> statement-breakpoint
CREATE TABLE `staff_logins` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`state` text NOT NULL,
	`country` text,
	`city` text,
	`agent` text NOT NULL,
	`telegram_id` integer,
	`staff_id` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	CONSTRAINT "staff_login_state" CHECK("staff_logins"."state" IN ('waiting', 'asked', 'confirmed', 'refused', 'used'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_logins_code` ON `staff_logins` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_logins_browser` ON `staff_logins` (`browser_hash`);--> statement-breakpoint
CREATE INDEX `staff_logins_expiry` ON `staff_logins` (`expires_at`);--> statement-breakpoint
CREATE INDEX `staff_logins_telegram` ON `staff_logins` (`telegram_id`);--> statement-breakpoint
CREATE TABLE `staff_passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`user_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`aaguid` text,
	`created_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_passkeys_user` ON `staff_passkeys` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_passkeys_credential` ON `staff_passkeys` (`credential_id`);--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_sessions_token` ON `staff_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `staff_sessions_user` ON `staff_sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `staff_sessions_expiry` ON `staff_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `staff_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_verifications_identifier` ON `staff_verifications` (`identifier`);--> statement-breakpoint
DROP INDEX `audit_entries_at`;--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_action` ON `audit_entries` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject`,`id`);--> statement-breakpoint
DROP INDEX `orders_user`;--> statement-breakpoint
CREATE INDEX `orders_user` ON `orders` (`user_id`,`id`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `purged_at` integer;--> statement-breakpoint
ALTER TABLE `groups` ADD `posted_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `last_active_day` integer;--> statement-breakpoint
ALTER TABLE `dead_jobs` ADD `attempts` integer;--> statement-breakpoint
CREATE INDEX `payments_paid` ON `payments` (`paid_at`);