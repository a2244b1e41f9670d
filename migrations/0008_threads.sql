CREATE TABLE `saved_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `thread_messages` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request_id` text NOT NULL,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`direction` text NOT NULL,
	`author` text,
	`text` text NOT NULL,
	`media_kind` text,
	`media_file_id` text,
	`message_id` integer,
	`failure` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `thread_messages_request` ON `thread_messages` (`request_id`,`no`);--> statement-breakpoint
CREATE INDEX `thread_messages_user` ON `thread_messages` (`user_id`);--> statement-breakpoint
CREATE INDEX `thread_messages_at` ON `thread_messages` (`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `thread_messages_said` ON `thread_messages` (`user_id`,`bot_id`,`message_id`) WHERE "thread_messages"."direction" = 'in';--> statement-breakpoint
CREATE TABLE `staff_cards` (
	`about` text PRIMARY KEY NOT NULL,
	`user_id` integer,
	`bot_id` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_cards_user` ON `staff_cards` (`user_id`);--> statement-breakpoint
CREATE INDEX `staff_cards_at` ON `staff_cards` (`at`);--> statement-breakpoint
ALTER TABLE `support_messages` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `last_in_at` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `last_out_at` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `read_at` integer;