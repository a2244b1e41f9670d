CREATE TABLE `affiliate_shares` (
	`charge_id` text PRIMARY KEY NOT NULL,
	`affiliate_id` integer,
	`stars` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	CONSTRAINT "share_state" CHECK("affiliate_shares"."state" IN ('pending', 'spendable', 'taken_back', 'forfeited'))
);
--> statement-breakpoint
CREATE INDEX `affiliate_shares_affiliate` ON `affiliate_shares` (`affiliate_id`);--> statement-breakpoint
CREATE INDEX `affiliate_shares_due` ON `affiliate_shares` (`due_at`,`charge_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE TABLE `payouts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`stars` integer NOT NULL,
	`state` text NOT NULL,
	`asked_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`note` text,
	`told_at` integer,
	CONSTRAINT "payout_state" CHECK("payouts"."state" IN ('requested', 'paid', 'declined'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_asked_by_unique` ON `payouts` (`asked_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_open` ON `payouts` (`user_id`) WHERE state = 'requested';--> statement-breakpoint
CREATE INDEX `payouts_user` ON `payouts` (`user_id`);--> statement-breakpoint
CREATE INDEX `payouts_state` ON `payouts` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `referral_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `referral_codes_user_id_unique` ON `referral_codes` (`user_id`);--> statement-breakpoint
CREATE TABLE `referral_erasures` (
	`hash` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`newcomer_id` integer NOT NULL,
	`referrer_id` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`vip_days` integer NOT NULL,
	`gift_days` integer NOT NULL,
	`created_at` integer NOT NULL,
	`counted_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`rewarded_at` integer,
	CONSTRAINT "referral_state" CHECK("referrals"."state" IN ('counted', 'held', 'rejected'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_newcomer_id_unique` ON `referrals` (`newcomer_id`);--> statement-breakpoint
CREATE INDEX `referrals_referrer` ON `referrals` (`referrer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `referrals_state` ON `referrals` (`state`,`id`);