CREATE TABLE `group_bans` (
	`person` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`evidence` text,
	`banned_at` integer NOT NULL,
	`banned_by` text NOT NULL,
	`until` integer,
	`lifted_at` integer
);
--> statement-breakpoint
CREATE INDEX `group_bans_standing` ON `group_bans` (`banned_at`,`person`) WHERE "group_bans"."lifted_at" IS NULL;--> statement-breakpoint
CREATE TABLE `group_cleanups` (
	`group_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `group_cleanups_due` ON `group_cleanups` (`due_at`);--> statement-breakpoint
CREATE TABLE `group_history` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor` text NOT NULL,
	`person` text,
	`reason` text,
	`until` integer,
	`cause` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_history_cause_unique` ON `group_history` (`cause`);--> statement-breakpoint
CREATE INDEX `group_history_group` ON `group_history` (`group_id`,`id`);--> statement-breakpoint
CREATE INDEX `group_history_person` ON `group_history` (`person`);--> statement-breakpoint
CREATE INDEX `group_history_actor` ON `group_history` (`actor`);--> statement-breakpoint
CREATE TABLE `group_join_requests` (
	`group_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`answer` integer NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `group_join_requests_user` ON `group_join_requests` (`user_id`);--> statement-breakpoint
CREATE INDEX `group_join_requests_due` ON `group_join_requests` (`due_at`);--> statement-breakpoint
CREATE TABLE `group_migrations` (
	`old_id` integer PRIMARY KEY NOT NULL,
	`new_id` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `group_topics` (
	`group_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`group_id`, `topic_id`)
);
--> statement-breakpoint
CREATE TABLE `group_warnings` (
	`cause` text PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`person` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	`cleared_at` integer
);
--> statement-breakpoint
CREATE INDEX `group_warnings_person` ON `group_warnings` (`person`,`group_id`);--> statement-breakpoint
CREATE INDEX `group_warnings_group` ON `group_warnings` (`group_id`);--> statement-breakpoint
CREATE TABLE `group_watchers` (
	`group_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `group_watchers_user` ON `group_watchers` (`user_id`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` integer PRIMARY KEY NOT NULL,
	`bot_id` integer NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`username` text,
	`is_forum` integer DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`inactive_reason` text,
	`added_by` integer,
	`approved_at` integer,
	`options` text NOT NULL,
	`rights` text,
	`member_count` integer,
	`last_message_id` integer,
	`synced_at` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "group_state" CHECK("groups"."state" IN ('waiting', 'active', 'inactive'))
);
--> statement-breakpoint
CREATE INDEX `groups_state` ON `groups` (`state`,`id`);