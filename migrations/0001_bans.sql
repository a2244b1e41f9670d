CREATE TABLE `bans` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`banned_at` integer NOT NULL,
	`banned_by` text NOT NULL,
	`until` integer,
	`version` integer NOT NULL,
	`lifted_at` integer,
	`appealed_at` integer
);
