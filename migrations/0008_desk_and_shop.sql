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
--> statement-breakpoint
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
CREATE TABLE `chat_members` (
	`chat_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`chat_id`, `user_id`),
	CONSTRAINT "chat_member_state" CHECK("chat_members"."state" IN ('let_in', 'kept', 'removing', 'gone'))
);
--> statement-breakpoint
CREATE INDEX `chat_members_user` ON `chat_members` (`user_id`);--> statement-breakpoint
CREATE INDEX `chat_members_removing` ON `chat_members` (`at`,`chat_id`,`user_id`) WHERE state = 'removing';--> statement-breakpoint
CREATE TABLE `creator_payouts` (
	`id` text PRIMARY KEY NOT NULL,
	`creator_no` integer NOT NULL,
	`stars` integer NOT NULL,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `creator_payouts_creator` ON `creator_payouts` (`creator_no`,`id`);--> statement-breakpoint
CREATE TABLE `creators` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`account_id` integer NOT NULL,
	`name` text NOT NULL,
	`username` text NOT NULL,
	`tier` text NOT NULL,
	`country` text,
	`bio` text NOT NULL,
	`percent` integer,
	`telegram_id` integer,
	`active` integer NOT NULL,
	`verified_at` integer,
	`verified_by` text,
	`verified_seen` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `creators_id_unique` ON `creators` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `creators_username_unique` ON `creators` (`username`);--> statement-breakpoint
CREATE INDEX `creators_account` ON `creators` (`account_id`,`no`);--> statement-breakpoint
CREATE INDEX `creators_telegram` ON `creators` (`telegram_id`);--> statement-breakpoint
CREATE TABLE `entitlements` (
	`user_id` integer NOT NULL,
	`product_no` integer NOT NULL,
	`creator_no` integer NOT NULL,
	`account_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`until` integer NOT NULL,
	`state` text NOT NULL,
	`warned_days` integer,
	`since` integer NOT NULL,
	PRIMARY KEY(`user_id`, `product_no`),
	CONSTRAINT "entitlement_state" CHECK("entitlements"."state" IN ('active', 'ended'))
);
--> statement-breakpoint
CREATE INDEX `entitlements_product` ON `entitlements` (`product_no`,`state`,`user_id`);--> statement-breakpoint
CREATE INDEX `entitlements_due` ON `entitlements` (`until`,`user_id`,`product_no`) WHERE state = 'active';--> statement-breakpoint
CREATE TABLE `gallery_photos` (
	`creator_no` integer NOT NULL,
	`media_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`creator_no`, `media_id`)
);
--> statement-breakpoint
CREATE INDEX `gallery_photos_media` ON `gallery_photos` (`media_id`);--> statement-breakpoint
CREATE TABLE `gifts` (
	`token` text PRIMARY KEY NOT NULL,
	`cause` text NOT NULL,
	`product_no` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`buyer_id` integer NOT NULL,
	`claimed_by` integer,
	`claimed_at` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "gift_state" CHECK("gifts"."state" IN ('open', 'claimed', 'refunded'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gifts_cause_unique` ON `gifts` (`cause`);--> statement-breakpoint
CREATE INDEX `gifts_buyer` ON `gifts` (`buyer_id`);--> statement-breakpoint
CREATE INDEX `gifts_claimed` ON `gifts` (`claimed_by`);--> statement-breakpoint
CREATE TABLE `handover_parts` (
	`handover_id` text NOT NULL,
	`no` integer NOT NULL,
	`media_ids` text NOT NULL,
	`state` text NOT NULL,
	`message_ids` text,
	`sent_at` integer,
	PRIMARY KEY(`handover_id`, `no`),
	CONSTRAINT "handover_part_state" CHECK("handover_parts"."state" IN ('waiting', 'sending', 'sent', 'unknown', 'failed'))
);
--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`cause` text NOT NULL,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`product_no` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "handover_state" CHECK("handovers"."state" IN ('running', 'done'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_cause_unique` ON `handovers` (`cause`);--> statement-breakpoint
CREATE INDEX `handovers_user` ON `handovers` (`user_id`,`product_no`);--> statement-breakpoint
CREATE INDEX `handovers_due` ON `handovers` (`due_at`) WHERE state = 'running';--> statement-breakpoint
CREATE TABLE `invite_links` (
	`chat_id` integer PRIMARY KEY NOT NULL,
	`link` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invite_links_link` ON `invite_links` (`link`);--> statement-breakpoint
CREATE TABLE `linked_chats` (
	`chat_id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`state` text NOT NULL,
	`missing` text NOT NULL,
	`linked_at` integer NOT NULL,
	`checked_at` integer NOT NULL,
	CONSTRAINT "linked_chat_state" CHECK("linked_chats"."state" IN ('ready', 'lost'))
);
--> statement-breakpoint
CREATE INDEX `linked_chats_account` ON `linked_chats` (`account_id`);--> statement-breakpoint
CREATE TABLE `product_chats` (
	`product_no` integer NOT NULL,
	`chat_id` integer NOT NULL,
	PRIMARY KEY(`product_no`, `chat_id`)
);
--> statement-breakpoint
CREATE INDEX `product_chats_chat` ON `product_chats` (`chat_id`);--> statement-breakpoint
CREATE TABLE `product_media` (
	`product_no` integer NOT NULL,
	`media_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`product_no`, `media_id`)
);
--> statement-breakpoint
CREATE INDEX `product_media_media` ON `product_media` (`media_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`account_id` integer NOT NULL,
	`creator_no` integer NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`about` text NOT NULL,
	`stars` integer NOT NULL,
	`days` integer,
	`recurring` integer NOT NULL,
	`trial_days` integer DEFAULT 0 NOT NULL,
	`stock` integer,
	`reference_currency` text,
	`reference_amount` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	CONSTRAINT "product_state" CHECK("products"."state" IN ('on_sale', 'archived'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_id_unique` ON `products` (`id`);--> statement-breakpoint
CREATE INDEX `products_creator` ON `products` (`creator_no`,`no`);--> statement-breakpoint
CREATE TABLE `promo_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`creator_no` integer NOT NULL,
	`product_no` integer,
	`percent` integer,
	`stars_off` integer,
	`limit_total` integer,
	`limit_person` integer,
	`from` integer,
	`until` integer,
	`renewals` integer NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `promo_codes_creator` ON `promo_codes` (`creator_no`);--> statement-breakpoint
CREATE TABLE `reservations` (
	`order_id` text PRIMARY KEY NOT NULL,
	`product_no` integer NOT NULL,
	`code` text,
	`user_id` integer NOT NULL,
	`state` text NOT NULL,
	`held_until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reservations_code` ON `reservations` (`code`,`user_id`) WHERE code IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reservations_product` ON `reservations` (`product_no`);--> statement-breakpoint
CREATE INDEX `reservations_user` ON `reservations` (`user_id`);--> statement-breakpoint
CREATE TABLE `sales` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cause` text NOT NULL,
	`account_id` integer NOT NULL,
	`creator_no` integer NOT NULL,
	`product_no` integer,
	`user_id` integer NOT NULL,
	`bot_id` integer NOT NULL,
	`kind` text NOT NULL,
	`stars` integer NOT NULL,
	`renewal` integer DEFAULT false NOT NULL,
	`code` text,
	`post_no` integer,
	`percent` integer NOT NULL,
	`share` integer,
	`share_state` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	CONSTRAINT "sale_share_state" CHECK("sales"."share_state" IN ('new', 'pending', 'payable', 'taken_back')),
	CONSTRAINT "sale_state" CHECK("sales"."state" IN ('sold', 'refunded'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sales_cause_unique` ON `sales` (`cause`);--> statement-breakpoint
CREATE INDEX `sales_account` ON `sales` (`account_id`,`no`);--> statement-breakpoint
CREATE INDEX `sales_creator` ON `sales` (`creator_no`,`at`);--> statement-breakpoint
CREATE INDEX `sales_product` ON `sales` (`product_no`,`no`);--> statement-breakpoint
CREATE INDEX `sales_user` ON `sales` (`user_id`);--> statement-breakpoint
CREATE INDEX `sales_due` ON `sales` (`due_at`,`no`) WHERE share_state = 'pending';--> statement-breakpoint
CREATE TABLE `trial_uses` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `account_holders` (
	`holder` text NOT NULL,
	`account_id` integer NOT NULL,
	PRIMARY KEY(`holder`, `account_id`)
);
--> statement-breakpoint
CREATE INDEX `account_holders_account` ON `account_holders` (`account_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE TABLE `__new_staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`email_verified` integer DEFAULT true NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`telegram_id` integer,
	`language` text DEFAULT 'en' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`last_login_at` integer,
	`disabled_at` integer,
	CONSTRAINT "staff_role" CHECK("__new_staff"."role" IN ('owner', 'operator', 'viewer', 'creator', 'chatter'))
);
--> statement-breakpoint
INSERT INTO `__new_staff`("id", "name", "email", "email_verified", "image", "role", "telegram_id", "language", "created_at", "updated_at", "last_login_at", "disabled_at") SELECT "id", "name", "email", "email_verified", "image", "role", "telegram_id", "language", "created_at", "updated_at", "last_login_at", "disabled_at" FROM `staff`;--> statement-breakpoint
-- What names staff waits beside while the table is built anew: foreign keys hold here in every statement.
CREATE TABLE `__kept_sessions` AS SELECT * FROM `staff_sessions`;--> statement-breakpoint
CREATE TABLE `__kept_passkeys` AS SELECT * FROM `staff_passkeys`;--> statement-breakpoint
DELETE FROM `staff_sessions`;--> statement-breakpoint
DELETE FROM `staff_passkeys`;--> statement-breakpoint
DROP TABLE `staff`;--> statement-breakpoint
ALTER TABLE `__new_staff` RENAME TO `staff`;--> statement-breakpoint
INSERT INTO `staff_sessions` SELECT * FROM `__kept_sessions`;--> statement-breakpoint
INSERT INTO `staff_passkeys` SELECT * FROM `__kept_passkeys`;--> statement-breakpoint
DROP TABLE `__kept_sessions`;--> statement-breakpoint
DROP TABLE `__kept_passkeys`;--> statement-breakpoint
-- The first account: whoever needs no more never hears of accounts.
INSERT INTO `accounts` (`name`, `created_at`, `created_by`) VALUES ('Main', unixepoch() * 1000, 'system');--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_telegram` ON `staff` (`telegram_id`);--> statement-breakpoint
ALTER TABLE `support_messages` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `last_in_at` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `last_out_at` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `read_at` integer;