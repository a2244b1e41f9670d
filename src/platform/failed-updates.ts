import { sql } from "drizzle-orm";
import type { Update } from "grammy/types";
import type { Db } from "./db.ts";
import { reason } from "./log.ts";
import { failedUpdates } from "./schema.ts";

/** An update that always throws must hold its queue up for seconds, not for a day. */
const tryLimit = 3;

/**
 * What may stay of an update: numbers that Telegram counts by, and words from its own lists. Everything else goes, also
 * what Telegram adds later, as anybody may have written it.
 */
const mayStay = new Set([
	...["update_id", "message_id", "message_thread_id", "media_group_id", "date", "edit_date", "until_date"],
	...["type", "status", "state", "is_bot", "is_member", "is_topic_message", "is_forum"],
	...["is_automatic_forward", "has_media_spoiler", "has_protected_content", "show_caption_above_media"],
	...[
		"offset",
		"length",
		"width",
		"height",
		"duration",
		"file_size",
		"currency",
		"total_amount",
		"star_count",
	],
	...["is_recurring", "is_first_recurring", "subscription_expiration_date", "migrate_to_chat_id"],
	...["migrate_from_chat_id"],
]);
/** Whose update it is and where it happened, so that they can have it deleted; anybody else in it is no matter of ours. */
const ownIds = /^\w+\.(from|chat|user|message\.chat)\.id$/;
/** A word of Telegram's lists, and not a sentence that came in its place. */
const plain = /^[\w-]{1,40}$/;

/** The update's shape without what anybody wrote or who else is in it. */
export function redact(value: unknown, path = ""): unknown {
	if (Array.isArray(value)) return value.map((item) => redact(item, path));
	if (value !== null && typeof value === "object") {
		const at = path === "" ? "" : `${path}.`;
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [name, redact(inner, `${at}${name}`)]),
		);
	}
	const stays = mayStay.has(path.split(".").at(-1) ?? "") || ownIds.test(path);
	if (stays && (typeof value !== "string" || plain.test(value))) return value;
	return typeof value === "string" ? `[string, ${value.length} characters]` : `[${typeof value}]`;
}

/** Counts a failed handling. @returns whether it was the last try: then the update is kept here and Telegram is told 200 */
export async function failUpdate(
	db: Db,
	key: string,
	update: Update,
	error: unknown,
	now: number,
): Promise<boolean> {
	const tries = sql`${failedUpdates.tries} + 1`;
	const values = { error: reason(error), failedAt: now };
	const [row] = await db
		.insert(failedUpdates)
		.values({ id: key, tries: 1, update: redact(update), ...values })
		.onConflictDoUpdate({
			target: failedUpdates.id,
			set: { tries, ...values, gaveUpAt: sql`CASE WHEN ${tries} >= ${tryLimit} THEN ${now} END` },
		})
		.returning({ tries: failedUpdates.tries });
	return (row?.tries ?? 1) >= tryLimit;
}
