CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` integer,
	`person_id` integer,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer DEFAULT 0 NOT NULL,
	`height` integer DEFAULT 0 NOT NULL,
	`duration` integer,
	`sha256` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	CONSTRAINT "media_state" CHECK("media"."state" IN ('staged', 'ready', 'refused', 'deleted'))
);
--> statement-breakpoint
CREATE INDEX `media_library` ON `media` (`account_id`,`kind`,`id`) WHERE "media"."state" = 'ready' AND "media"."person_id" IS NULL;--> statement-breakpoint
CREATE INDEX `media_person` ON `media` (`person_id`) WHERE "media"."person_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `media_to_go` ON `media` (`changed_at`) WHERE "media"."state" <> 'ready';--> statement-breakpoint
CREATE TABLE `media_files` (
	`media_id` text NOT NULL,
	`bot_id` integer NOT NULL,
	`sent_as` text NOT NULL,
	`file_id` text NOT NULL,
	PRIMARY KEY(`media_id`, `bot_id`, `sent_as`)
);
