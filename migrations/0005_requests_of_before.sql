-- What people had asked of staff before there was one list of it. Of appeals nobody kept how they ended.
INSERT INTO `requests` (`id`, `kind`, `ref`, `user_id`, `state`, `created_at`)
SELECT 'req_' || lower(hex(randomblob(13))), 'refund', `payment_id`, `user_id`, 'open', `created_at` FROM `refund_requests` WHERE `state` = 'open';
--> statement-breakpoint
INSERT INTO `requests` (`id`, `kind`, `ref`, `user_id`, `state`, `created_at`)
SELECT 'req_' || lower(hex(randomblob(13))), 'payout', `id`, `user_id`, 'open', `created_at` FROM `payouts` WHERE `state` = 'requested';
