CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`at` integer NOT NULL
);
