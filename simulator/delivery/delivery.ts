import type { BotRecord, PendingUpdate } from "../world/records.ts";
import { enqueue } from "../world/updates.ts";
import type { World } from "../world/world.ts";
import { backoff } from "./backoff.ts";
import { Log } from "./log.ts";

export interface DeliveryRecord {
	bot: number;
	update_id: number;
	kind: string;
	attempt: number;
	status: number | null;
	error: string | null;
	ms: number;
	/** seconds until the next attempt; null if this was the last */
	wait: number | null;
}

export interface SettleOptions {
	/** how often one update is tried */
	rounds?: number;
	allowFailures?: boolean;
	timeout?: number;
}

interface DeliveryOptions {
	deliver: (request: Request) => Promise<Response>;
	autoDeliver: boolean;
	/** a call in the webhook's answer */
	callInAnswer: (bot: BotRecord, method: string, parameters: Record<string, unknown>) => Promise<void>;
}

const ANSWER_TIMEOUT = 60_000;

/**
 * Webhook delivery as telegram-bot-api's WebhookActor does it: one update of a queue in flight, the same one again until
 * it is answered with 2xx, queues side by side up to max_connections.
 */
export class Delivery {
	readonly log: Log<DeliveryRecord>;
	readonly #world: World;
	readonly #options: DeliveryOptions;
	readonly #inFlight = new Map<string, Promise<void>>();
	/** open connections by bot */
	readonly #connections = new Map<number, number>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;

	constructor(world: World, options: DeliveryOptions) {
		this.#world = world;
		this.#options = options;
		this.log = new Log(10_000, world.now);
		world.onPending = (bot) => {
			if (options.autoDeliver) this.#pump(bot);
		};
	}

	/** Starts what waits, after a restore or a new webhook. */
	wake(): void {
		if (!this.#options.autoDeliver) return;
		for (const bot of this.#world.state.bots.values()) this.#pump(bot);
	}

	close(): void {
		this.#closed = true;
		if (this.#timer !== undefined) clearTimeout(this.#timer);
	}

	/** Queues an earlier update again. */
	redeliver(bot: BotRecord, updateId: number): boolean {
		const earlier = bot.history.get(updateId);
		if (!earlier) return false;
		enqueue(this.#world, bot, earlier.kind, earlier.update, earlier.queue);
		return true;
	}

	/** Updates that wait or are under way, of bots that have a webhook. */
	waiting(): { bot: BotRecord; update: PendingUpdate }[] {
		return [...this.#world.state.bots.values()]
			.filter((bot) => bot.webhook)
			.flatMap((bot) => [...bot.queues.values()].flat().map((update) => ({ bot, update })));
	}

	async settle({ rounds = 8, allowFailures = false, timeout = 30_000 }: SettleOptions = {}): Promise<void> {
		if (this.#options.autoDeliver) {
			const until = Date.now() + timeout;
			while (this.waiting().length > 0 && Date.now() < until) await sleep(10);
		} else {
			await this.#deliverAll(rounds);
		}
		const left = this.waiting();
		if (left.length === 0 || allowFailures) return;
		const details = left.slice(0, 5).map(({ bot, update }) => {
			const last = this.log
				.after(0)
				.findLast((one) => one.bot === bot.user.id && one.update_id === update.update_id);
			return `bot ${bot.user.id} update ${update.update_id} (${update.kind}) after ${update.attempts} attempts: ${last?.error ?? "not sent"}`;
		});
		throw new Error(`${left.length} updates remain undelivered\n${details.join("\n")}`);
	}

	/** Without timers: waits between attempts are skipped, `rounds` attempts an update. */
	async #deliverAll(rounds: number): Promise<void> {
		const stuck = new Set<string>();
		for (;;) {
			for (const bot of this.#world.state.bots.values()) {
				for (const [queue, [head]] of bot.queues) {
					const key = `${bot.user.id} ${queue}`;
					if (!head || stuck.has(key) || this.#inFlight.has(key) || !this.#mayStart(bot)) continue;
					if (head.attempts >= rounds) stuck.add(key);
					else this.#start(bot, head);
				}
			}
			if (this.#inFlight.size === 0) return;
			// Looks again now and then: a webhook may wait for an update that its own call has caused.
			await Promise.race([...this.#inFlight.values(), sleep(5)]);
		}
	}

	#mayStart(bot: BotRecord): boolean {
		if (!bot.webhook) return false;
		return (this.#connections.get(bot.user.id) ?? 0) < bot.webhook.max_connections;
	}

	#pump(bot: BotRecord): void {
		if (this.#closed || !bot.webhook) return;
		const now = this.#world.now();
		let wakeAt = Number.POSITIVE_INFINITY;
		for (const [queue, [head]] of bot.queues) {
			// With every connection busy the next answer comes back here.
			if (!this.#mayStart(bot)) break;
			if (!head || this.#inFlight.has(`${bot.user.id} ${queue}`)) continue;
			if (head.next_at > now) wakeAt = Math.min(wakeAt, head.next_at);
			else this.#start(bot, head);
		}
		if (wakeAt === Number.POSITIVE_INFINITY) return;
		if (this.#timer !== undefined) clearTimeout(this.#timer);
		// One timer for all bots: it looks at everything that waits.
		this.#timer = setTimeout(() => this.wake(), Math.min(wakeAt - now, 1000));
	}

	#start(bot: BotRecord, update: PendingUpdate): void {
		const key = `${bot.user.id} ${update.queue}`;
		const { id } = bot.user;
		this.#connections.set(id, (this.#connections.get(id) ?? 0) + 1);
		const attempt = this.#attempt(bot, update).finally(() => {
			this.#inFlight.delete(key);
			this.#connections.set(id, (this.#connections.get(id) ?? 1) - 1);
			this.#world.changed();
			if (this.#options.autoDeliver) this.#pump(bot);
		});
		this.#inFlight.set(key, attempt);
	}

	async #attempt(bot: BotRecord, update: PendingUpdate): Promise<void> {
		const webhook = bot.webhook;
		if (!webhook) return;
		update.attempts += 1;
		const startedAt = performance.now();
		let status: number | null = null;
		let error: string | null = null;
		let retryAfter = 0;
		let answer: unknown = null;
		try {
			const response = await withTimeout(
				this.#options.deliver(webhookRequest(webhook, update)),
				ANSWER_TIMEOUT,
			);
			status = response.status;
			retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "0", 10) || 0;
			const body = await response.text();
			if (response.ok) answer = parseAnswer(body);
			else
				error =
					`Wrong response from the webhook: ${status} ${response.statusText || REASONS[status] || ""}`.trim();
		} catch (failure) {
			error = reasonOf(failure);
		}
		const wait = error === null ? null : backoff(update, retryAfter, this.#world.now());
		if (wait === null) this.#drop(bot, update);
		else update.next_at = this.#world.now() + wait * 1000;
		if (error !== null && bot.webhook) {
			bot.webhook.last_error_date = this.#world.date();
			bot.webhook.last_error_message = error;
		}
		const { update_id, kind, attempts } = update;
		const ms = Math.round(performance.now() - startedAt);
		this.log.add({ bot: bot.user.id, update_id, kind, attempt: attempts, status, error, ms, wait });
		if (isCall(answer)) {
			const { method, ...parameters } = answer;
			await this.#options.callInAnswer(bot, method, parameters);
		}
	}

	#drop(bot: BotRecord, update: PendingUpdate): void {
		const queue = bot.queues.get(update.queue);
		if (queue?.[0] !== update) return;
		queue.shift();
		if (queue.length === 0) bot.queues.delete(update.queue);
	}
}

const REASONS: Record<number, string> = {
	400: "Bad Request",
	401: "Unauthorized",
	403: "Forbidden",
	404: "Not Found",
	429: "Too Many Requests",
	500: "Internal Server Error",
	502: "Bad Gateway",
	503: "Service Unavailable",
};

function webhookRequest(webhook: NonNullable<BotRecord["webhook"]>, update: PendingUpdate): Request {
	const headers: Record<string, string> = { "Content-Type": "application/json" };
	if (webhook.secret_token) headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token;
	return new Request(webhook.url, { method: "POST", headers, body: JSON.stringify(update.update) });
}

// WebhookActor.cpp, handle: these can't be called in the answer.
const NOT_IN_ANSWER = /^(get.*|setwebhook|deletewebhook|close|logout)$/i;

function isCall(answer: unknown): answer is { method: string } & Record<string, unknown> {
	if (typeof answer !== "object" || answer === null || !("method" in answer)) return false;
	return typeof answer.method === "string" && !NOT_IN_ANSWER.test(answer.method);
}

function parseAnswer(body: string): unknown {
	if (!body.trimStart().startsWith("{")) return null;
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}

/** fetch hides why a connection failed in its error's cause. */
function reasonOf(failure: unknown): string {
	if (!(failure instanceof Error)) return String(failure);
	return (failure.cause instanceof Error && failure.cause.message) || failure.message;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("Read timeout expired")), ms);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		if (timer !== undefined) clearTimeout(timer);
	}
}
