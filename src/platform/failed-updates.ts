import { sql } from "drizzle-orm";
import type { Update } from "grammy/types";
import type { Db } from "./db.ts";
import { reason } from "./log.ts";
import { failedUpdates } from "./schema.ts";

/** An update that always throws must hold its queue up for seconds, not for a day. */
const tryLimit = 3;

// Where a person's words, name, number or place stand in an update.
const personal =
	/^(text|caption|title|question|explanation|query|quote|first_name|last_name|username|phone_number|vcard|address|latitude|longitude|emoji|url|file_name|data|signature|bio|name|invite_link)$/;

/** The update's shape without what anybody wrote or who they are. */
export function redact(value: unknown, key = ""): unknown {
	if (Array.isArray(value)) return value.map((item) => redact(item, key));
	if (value !== null && typeof value === "object") {
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redact(inner, name)]));
	}
	return personal.test(key) ? `[${typeof value}, ${String(value).length} characters]` : value;
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
