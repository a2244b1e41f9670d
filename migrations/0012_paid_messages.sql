ALTER TABLE `payments` ADD `transaction_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `payments_transaction_id_unique` ON `payments` (`transaction_id`);