CREATE TABLE `campaigns` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`audience` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`expanded` integer DEFAULT false NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`pause_reason` text,
	`tried_before` integer DEFAULT 0 NOT NULL,
	`errors_before` integer DEFAULT 0 NOT NULL,
	`round` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`counts` text,
	`key` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_key` ON `campaigns` (`key`) WHERE "campaigns"."key" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`bot_id` integer NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`message_id` integer,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `deliveries_failed` ON `deliveries` (`state`,`id`) WHERE "deliveries"."state" IN ('failed', 'unknown');--> statement-breakpoint
CREATE TABLE `delivery_blocks` (
	`id` integer PRIMARY KEY NOT NULL,
	`bot_id` integer NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`token` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`step` integer DEFAULT 0 NOT NULL,
	`watermark` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT false NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`unknown` integer DEFAULT 0 NOT NULL,
	`cancelled` integer DEFAULT 0 NOT NULL,
	`errors` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `recipients` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` integer NOT NULL,
	`opted_out_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recipients_chat_id_unique` ON `recipients` (`chat_id`);