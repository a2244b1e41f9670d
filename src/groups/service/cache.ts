import type { MemberFacts } from "../rules.ts";
import type { GroupFacts } from "../store.ts";

/** So long an isolate believes what it read: a busy group must not cost a query per message. */
const factsMs = 10_000;
const memberMs = 30_000;
const size = 2000;

/** Values of one isolate; when full it begins anew, which costs a read each. */
class Recent<V> {
	readonly #values = new Map<string, { value: V; at: number }>();
	readonly #ms: number;

	constructor(ms: number) {
		this.#ms = ms;
	}

	get(key: string, now: number): V | undefined {
		const found = this.#values.get(key);
		return found && now - found.at < this.#ms ? found.value : undefined;
	}

	set(key: string, value: V, now: number): void {
		if (this.#values.size >= size) this.#values.clear();
		this.#values.set(key, { value, at: now });
	}

	delete(key: string): void {
		this.#values.delete(key);
	}
}

export const recentFacts = new Recent<GroupFacts>(factsMs);
export const recentMembers = new Recent<MemberFacts>(memberMs);

/** The items of an album come one by one; so long after the first its last is here. */
const albumMs = 10 * 60_000;
/** What of an album was seen here, and whether a filter took it. */
export const recentAlbums = new Recent<{ items: Set<number>; taken: boolean }>(albumMs);

/** The channel a group belongs to, 0: none. */
export const recentChannels = new Recent<number>(60_000);

/** When something was said in a group that nobody asked for, and until when Telegram wants silence there. */
export const recentWords = new Recent<{ times: number[]; quietUntil: number }>(Number.POSITIVE_INFINITY);

/** So often at most a group's newest message is written down: a busy group must not cost a row per message. */
const keptMs = 10 * 60_000;
/** That it was written down not long ago. */
export const keptMessages = new Recent<true>(keptMs);
/** The newest message seen. */
export const newestMessages = new Recent<number>(Number.POSITIVE_INFINITY);

/** @returns the newest one by now */
export function sawMessage(groupId: number, messageId: number, now: number): number {
	const newest = Math.max(messageId, newestMessages.get(String(groupId), now) ?? 0);
	newestMessages.set(String(groupId), newest, now);
	return newest;
}
