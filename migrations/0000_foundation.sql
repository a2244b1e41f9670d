CREATE TABLE `age_refusals` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`refused_at` integer NOT NULL,
	`version` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text
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
CREATE TABLE `person_bots` (
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`blocked_at` integer,
	PRIMARY KEY(`user_id`, `bot_id`)
);
--> statement-breakpoint
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
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
