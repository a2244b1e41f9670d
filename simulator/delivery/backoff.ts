import type { PendingUpdate } from "../world/records.ts";

// The numbers of telegram-bot-api's WebhookActor.cpp, on_update_error: after the first failure the update is sent
// again at once, then after 2, 4, 8 ... seconds; a Retry-After above 0 is honoured up to an hour.
const MAX_DELAY = 60;
const MAX_RETRY_AFTER = 3600;

/** Seconds until the next attempt, or null if the update would be too old by then and is dropped. */
export function backoff(update: PendingUpdate, retryAfter: number, now: number): number | null {
	const asked = Math.min(Math.max(retryAfter, 0), MAX_RETRY_AFTER);
	let wait = asked;
	if (asked === 0 && update.attempts > 1) {
		update.delay = Math.min(MAX_DELAY, update.delay * 2);
		wait = update.delay;
	}
	return now + wait * 1000 > update.expires ? null : wait;
}
