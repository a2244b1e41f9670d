CREATE TABLE `chat_locks` (
	`id` text PRIMARY KEY NOT NULL,
	`chat_id` text NOT NULL,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`minutes` integer NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`ends_at` integer,
	`returned_minutes` integer DEFAULT 0 NOT NULL,
	`told_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_locks_by_unique` ON `chat_locks` (`by`);--> statement-breakpoint
CREATE INDEX `chat_locks_user` ON `chat_locks` (`user_id`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`audience` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`expanded` integer DEFAULT false NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`pause_reason` text,
	`tried_before` integer DEFAULT 0 NOT NULL,
	`errors_before` integer DEFAULT 0 NOT NULL,
	`round` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`counts` text,
	`key` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_key` ON `campaigns` (`key`) WHERE "campaigns"."key" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`bot_id` integer NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`message_id` integer,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `deliveries_failed` ON `deliveries` (`state`,`id`) WHERE "deliveries"."state" IN ('failed', 'unknown');--> statement-breakpoint
CREATE TABLE `delivery_blocks` (
	`id` integer PRIMARY KEY NOT NULL,
	`bot_id` integer NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`token` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`step` integer DEFAULT 0 NOT NULL,
	`watermark` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT false NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`unknown` integer DEFAULT 0 NOT NULL,
	`cancelled` integer DEFAULT 0 NOT NULL,
	`errors` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `recipients` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` integer NOT NULL,
	`opted_out_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recipients_chat_id_unique` ON `recipients` (`chat_id`);--> statement-breakpoint
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
CREATE INDEX `groups_state` ON `groups` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `balances` (
	`user_id` integer NOT NULL,
	`account` text NOT NULL,
	`balance` integer NOT NULL,
	PRIMARY KEY(`user_id`, `account`),
	CONSTRAINT "balance_not_negative" CHECK("balances"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE `findings` (
	`id` text PRIMARY KEY NOT NULL,
	`bot_id` integer NOT NULL,
	`what` text NOT NULL,
	`stars` integer NOT NULL,
	`at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `findings_open` ON `findings` (`at`,`id`) WHERE "findings"."resolved_at" IS NULL;--> statement-breakpoint
CREATE TABLE `grants` (
	`user_id` integer NOT NULL,
	`what` text NOT NULL,
	`no` integer NOT NULL,
	`change` text NOT NULL,
	`source` text NOT NULL,
	`days` integer NOT NULL,
	`not_before` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `what`, `no`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_source` ON `grants` (`source`) WHERE "grants"."change" = 'given';--> statement-breakpoint
CREATE TABLE `instalments` (
	`source` text NOT NULL,
	`no` integer NOT NULL,
	`user_id` integer NOT NULL,
	`credits` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`source`, `no`)
);
--> statement-breakpoint
CREATE INDEX `instalments_due` ON `instalments` (`due_at`,`credits`) WHERE "instalments"."state" = 'due';--> statement-breakpoint
CREATE INDEX `instalments_user` ON `instalments` (`user_id`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	`cause` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_cause` ON `ledger_entries` (`cause`,`account`);--> statement-breakpoint
CREATE INDEX `ledger_entries_user` ON `ledger_entries` (`user_id`,`account`,`id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`kind` text NOT NULL,
	`stars` integer NOT NULL,
	`renews` integer NOT NULL,
	`terms` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `orders_user` ON `orders` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`charge_id` text NOT NULL,
	`order_id` text NOT NULL,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`stars` integer NOT NULL,
	`state` text NOT NULL,
	`first_of` text,
	`recurring` integer NOT NULL,
	`subscribed_until` integer,
	`refund_round` integer DEFAULT 0 NOT NULL,
	`paid_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_charge_id_unique` ON `payments` (`charge_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_first_of_unique` ON `payments` (`first_of`);--> statement-breakpoint
CREATE INDEX `payments_user` ON `payments` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `payments_order` ON `payments` (`order_id`);--> statement-breakpoint
CREATE TABLE `reconciliations` (
	`bot_id` integer PRIMARY KEY NOT NULL,
	`seen` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `refund_requests` (
	`payment_id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text
);
--> statement-breakpoint
CREATE INDEX `refund_requests_state` ON `refund_requests` (`state`,`created_at`,`payment_id`);--> statement-breakpoint
CREATE INDEX `refund_requests_user` ON `refund_requests` (`user_id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`charge_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`note` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`order_id` text PRIMARY KEY NOT NULL,
	`charge_id` text NOT NULL,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`state` text NOT NULL,
	`cancelled_by` text,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `subscriptions_user` ON `subscriptions` (`user_id`);--> statement-breakpoint
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
CREATE INDEX `referrals_state` ON `referrals` (`state`,`id`);--> statement-breakpoint
ALTER TABLE `people` ADD `vip_told_of` integer;--> statement-breakpoint
CREATE INDEX `people_vip_until` ON `people` (`vip_until`) WHERE "people"."vip_until" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `dead_jobs` ADD `error` text;