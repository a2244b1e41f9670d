CREATE TABLE `chat_locks` (
	`id` text PRIMARY KEY NOT NULL,
	`chat_id` text NOT NULL,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`minutes` integer NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`ends_at` integer,
	`returned_minutes` integer DEFAULT 0 NOT NULL,
	`told_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_locks_by_unique` ON `chat_locks` (`by`);--> statement-breakpoint
CREATE INDEX `chat_locks_user` ON `chat_locks` (`user_id`);