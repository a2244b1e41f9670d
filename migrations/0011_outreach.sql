CREATE TABLE `message_templates` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`content` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_templates_name_unique` ON `message_templates` (`name`);--> statement-breakpoint
ALTER TABLE `clearings` ADD `post_no` integer;--> statement-breakpoint
CREATE INDEX `clearings_post` ON `clearings` (`post_no`) WHERE "clearings"."post_no" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `name` text;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `starts_at` integer;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `take_back` text;--> statement-breakpoint
ALTER TABLE `delivery_blocks` ADD `last_sent_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `delivery_blocks` ADD `deleted` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `delivery_blocks` ADD `kept` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `delivery_blocks` ADD `taken_back` integer DEFAULT false NOT NULL;