import type { Update } from "grammy/types";
import { receiveUpdate } from "../../src/bot.ts";
import type { Deps } from "../../src/deps.ts";
import type { BotRecord } from "../../src/platform/registry.ts";
import { type Life, runAs } from "./scheduler.ts";
import type { World } from "./world.ts";

/** An update and what became of it. */
export interface Sent {
	/** `{bot}:{update id}` */
	key: string;
	record: BotRecord;
	userId: number;
	update: Update;
	/** The marker, or what was pressed. */
	what: string;
	/** The chat its sender saw as theirs when they sent it. */
	chatId: string | null;
	at: number;
	/** When its first request began. */
	triedAt: number | null;
	/** When it was first answered with 2xx. */
	answeredAt: number | null;
	/** When the last request of it began or ended: repeats included. */
	lastAt: number;
	/** Messages that bots sent in answer to it. */
	replies: string[];
}

/** Telegram as the inbox: one queue a person for messages, others for the rest; repeats until answered, and sometimes after. */
export class Inbox {
	readonly #world: World;
	readonly #deps: Deps;
	readonly #queues = new Map<string, Sent[]>();
	readonly #requests = new Map<Life, (why: string) => void>();
	readonly sent = new Map<string, Sent>();

	constructor(world: World, deps: Deps) {
		this.#world = world;
		this.#deps = deps;
	}

	push(queueName: string, sent: Sent): void {
		this.#world.note(() => `${sent.userId} sends ${sent.what} as ${sent.key}`);
		this.sent.set(sent.key, sent);
		let queue = this.#queues.get(queueName);
		if (!queue) {
			queue = [];
			this.#queues.set(queueName, queue);
		}
		queue.push(sent);
		if (queue.length === 1) this.#attempt(queue, 0);
	}

	unanswered(): Sent[] {
		return [...this.#queues.values()].flat();
	}

	requests(): Life[] {
		return [...this.#requests.keys()];
	}

	/** The Worker dies in the middle of this request. */
	crash(request: Life): void {
		request.alive = false;
		const gone = this.#requests.get(request);
		this.#requests.delete(request);
		gone?.("the Worker crashed");
	}

	#duplicate(sent: Sent): void {
		const { random, scheduler } = this.#world;
		const kind = random.weighted({ sideBySide: 3, soon: 3, late: 2, muchLater: 1 });
		const spans = { sideBySide: 30, soon: 2_000, late: 40_000, muchLater: 25 * 60_000 };
		const count = kind === "sideBySide" ? 1 + random.below(9) : 1;
		for (let i = 0; i < count; i++) {
			scheduler.after(random.between(0, spans[kind]), () => {
				this.#request(sent, () => undefined);
				return true;
			});
		}
	}

	#attempt(queue: Sent[], delayMs: number): void {
		const { scheduler } = this.#world;
		scheduler.after(delayMs + this.#world.latency(), () => {
			const [head] = queue;
			if (!head) return false;
			// A repeat is never before the first.
			if (head.triedAt === null && this.#world.happens(this.#world.profile.duplicate)) this.#duplicate(head);
			this.#request(head, (response) => {
				if (response?.ok) {
					queue.shift();
					if (queue.length > 0) this.#attempt(queue, 0);
					return;
				}
				const seconds = Number(response?.headers.get("Retry-After") ?? 1);
				if (!(seconds >= 1)) this.#world.fail("6 answer", `${head.key}: Retry-After ${seconds}`);
				this.#attempt(queue, seconds * 1_000);
			});
			return true;
		});
	}

	#request(sent: Sent, answered: (response: Response | null) => void): void {
		const world = this.#world;
		const life: Life = { alive: true, name: `update ${sent.key}`, update: sent.key };
		sent.lastAt = world.now;
		sent.triedAt ??= world.now;
		const settle = (response: Response | null, why: string) => {
			world.note(() => `  ${sent.key} answered ${response?.status ?? why}`);
			sent.lastAt = world.now;
			if (response?.ok) sent.answeredAt ??= world.now;
			this.#requests.delete(life);
			answered(response);
		};
		this.#requests.set(life, (why) => settle(null, why));
		const { update, record } = sent;
		runAs(life, () => receiveUpdate(this.#deps, record, structuredClone(update))).then(
			(response) => life.alive && settle(response, ""),
			(error: unknown) => life.alive && settle(null, `threw ${error}`),
		);
	}
}
