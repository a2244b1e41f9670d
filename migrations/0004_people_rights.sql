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
CREATE INDEX `support_messages_at` ON `support_messages` (`at`);