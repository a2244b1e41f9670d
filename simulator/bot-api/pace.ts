import { BotApiError } from "../errors.ts";
import type { BotRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** Telegram's documented limits are averages; short bursts in a private chat pass. */
const PRIVATE_BURST = 5;

interface Bucket {
	tokens: number;
	at: number;
}

/** Answers 429 to a bot that is faster than the limits (core.telegram.org/bots/faq, "My bot is hitting limits"). */
export class Pace {
	readonly #world: World;
	readonly #buckets = new Map<string, Bucket>();

	constructor(world: World) {
		this.#world = world;
	}

	forget(): void {
		this.#buckets.clear();
	}

	check(bot: BotRecord, method: string, values: Record<string, unknown>): void {
		const { enabled, per_second, per_chat, per_group_minute } = this.#world.state.limits;
		if (!enabled || !/^(send(?!chataction)|copy|forward)/.test(method)) return;
		const chat = Number(values.chat_id);
		const count = messageCount(values);
		const id = bot.user.id;
		const wanted: [string, number, number][] = [[`bot:${id}`, per_second, per_second]];
		if (chat > 0) wanted.push([`chat:${id}:${chat}`, PRIVATE_BURST * per_chat, per_chat]);
		if (chat < 0) wanted.push([`group:${id}:${chat}`, per_group_minute, per_group_minute / 60]);
		const waits = wanted.map(([key, size, rate]) => this.#wait(key, size, rate, count));
		const wait = Math.max(...waits);
		if (wait > 0) {
			const retry_after = Math.ceil(wait);
			throw new BotApiError(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
		}
		for (const [key] of wanted) this.#take(key, count);
	}

	/** Seconds until the bucket has something left. A big album may overdraw it, as it must pass at some time. */
	#wait(key: string, size: number, rate: number, count: number): number {
		const now = this.#world.now();
		const bucket = this.#buckets.get(key) ?? { tokens: size, at: now };
		const tokens = Math.min(size, bucket.tokens + ((now - bucket.at) / 1000) * rate);
		this.#buckets.set(key, { tokens, at: now });
		const needed = Math.min(count, size);
		return tokens >= needed ? 0 : (needed - tokens) / rate;
	}

	#take(key: string, count: number): void {
		const bucket = this.#buckets.get(key);
		if (bucket) bucket.tokens -= count;
	}
}

/** How many messages the call sends; in a form a list is JSON text. */
function messageCount(values: Record<string, unknown>): number {
	const list = values.media ?? values.message_ids;
	if (Array.isArray(list)) return Math.max(1, list.length);
	if (typeof list !== "string") return 1;
	try {
		const parsed: unknown = JSON.parse(list);
		return Array.isArray(parsed) ? Math.max(1, parsed.length) : 1;
	} catch {
		return 1;
	}
}
