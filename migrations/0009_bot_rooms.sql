ALTER TABLE `bots` ADD `rooms` text DEFAULT '["chat","groups","shop","studio","inbox"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `bots` ADD `account_id` integer;