CREATE INDEX `bans_standing` ON `bans` (`banned_at`,`user_id`) WHERE "bans"."lifted_at" IS NULL;--> statement-breakpoint
CREATE INDEX `people_created` ON `people` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `people_language_created` ON `people` (`language`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `failed_updates_at` ON `failed_updates` (`failed_at`,`id`);