ALTER TABLE `age_refusals` ADD `appealed_at` integer;--> statement-breakpoint
CREATE INDEX `age_refusals_standing` ON `age_refusals` (`refused_at`,`user_id`) WHERE "age_refusals"."lifted_at" IS NULL;--> statement-breakpoint
ALTER TABLE `erasures` ADD `refusal_appealed_at` integer;