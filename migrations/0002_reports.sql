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
CREATE INDEX `reports_reporter` ON `reports` (`reporter_id`);