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
/** The newest message seen, kept with the next row that is written anyway. */
export const newestMessages = new Recent<number>(Number.POSITIVE_INFINITY);
