CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`chat_id` text NOT NULL,
	`reporter_id` integer NOT NULL,
	`reported_id` integer NOT NULL,
	`reported_bot_id` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`ban_until` integer,
	`review_chat_id` integer,
	`card_message_id` integer,
	`copies` text DEFAULT '{}' NOT NULL,
	`copyable` integer DEFAULT 0 NOT NULL,
	`brought_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_chat_reporter` ON `reports` (`chat_id`,`reporter_id`);--> statement-breakpoint
CREATE INDEX `reports_reported` ON `reports` (`reported_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `reports_reporter` ON `reports` (`reporter_id`);--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`id`) WHERE status = 'open';--> statement-breakpoint
CREATE TABLE `age_refusals` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`refused_at` integer NOT NULL,
	`version` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text
);
--> statement-breakpoint
CREATE TABLE `bans` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`banned_at` integer NOT NULL,
	`banned_by` text NOT NULL,
	`until` integer,
	`version` integer NOT NULL,
	`lifted_at` integer,
	`appealed_at` integer
);
--> statement-breakpoint
CREATE INDEX `bans_standing` ON `bans` (`banned_at`,`user_id`) WHERE "bans"."lifted_at" IS NULL;--> statement-breakpoint
CREATE TABLE `erasures` (
	`hash` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL,
	`ban_reason` text,
	`banned_at` integer,
	`banned_by` text,
	`ban_until` integer,
	`appealed_at` integer,
	`refused_at` integer
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`language` text,
	`gender` text,
	`age` integer,
	`wish` text DEFAULT 'any' NOT NULL,
	`vip_until` integer,
	`terms_version` text,
	`terms_accepted_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `people_created` ON `people` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `people_language_created` ON `people` (`language`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `person_bots` (
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`blocked_at` integer,
	PRIMARY KEY(`user_id`, `bot_id`)
);
--> statement-breakpoint
CREATE TABLE `required_channels` (
	`channel` text NOT NULL,
	`bot_id` integer NOT NULL,
	`title` text,
	`invite_link` text,
	`alerted_at` integer,
	PRIMARY KEY(`channel`, `bot_id`)
);
--> statement-breakpoint
CREATE TABLE `support_messages` (
	`bot_id` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`asked_in` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`bot_id`, `chat_id`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `support_messages_user` ON `support_messages` (`user_id`);--> statement-breakpoint
CREATE INDEX `support_messages_at` ON `support_messages` (`at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`details` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `bots` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`info` text NOT NULL,
	`token_encrypted` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dead_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`job` text NOT NULL,
	`died_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `failed_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL,
	`error` text NOT NULL,
	`update` text NOT NULL,
	`failed_at` integer NOT NULL,
	`gave_up_at` integer
);
--> statement-breakpoint
CREATE INDEX `failed_updates_at` ON `failed_updates` (`failed_at`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
