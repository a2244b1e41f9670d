CREATE TABLE `known_chats` (
	`id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`username` text,
	`left_at` integer,
	PRIMARY KEY(`id`, `bot_id`)
);
--> statement-breakpoint
CREATE TABLE `person_names` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`username` text
);
--> statement-breakpoint
CREATE TABLE `person_words` (
	`user_id` integer NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`user_id`, `word`)
);
--> statement-breakpoint
CREATE INDEX `person_words_word` ON `person_words` (`word`,`user_id`);--> statement-breakpoint
CREATE INDEX `people_seen` ON `people` (`last_active_day`,`id`);