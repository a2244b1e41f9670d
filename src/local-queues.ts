import { consume } from "./jobs.ts";

/** The environment of one invocation, whose queues do at once what is put into them. */
export interface AtHand {
	env: Env;
	/** Does what waits, and what that leads to. What shall come later, or again, goes the usual way. */
	settle(): Promise<void>;
}

const names = { EVENTS: "events", SEND: "send", DELETE: "delete" } as const;

export function queuesAtHand(given: Env): AtHand {
	const waiting: { at: keyof typeof names; body: unknown }[] = [];
	const held = (at: keyof typeof names): Queue => {
		const send = async (body: unknown, options?: QueueSendOptions) => {
			if (options?.delaySeconds) return given[at].send(body, options);
			waiting.push({ at, body });
			return { metadata: { metrics: { backlogCount: waiting.length, backlogBytes: 0 } } };
		};
		return new Proxy<Queue>(given[at], {
			get(queue, key) {
				if (key === "send") return send;
				const value: unknown = Reflect.get(queue, key, queue);
				return typeof value === "function" ? value.bind(queue) : value;
			},
		});
	};
	const env: Env = { ...given, EVENTS: held("EVENTS"), SEND: held("SEND"), DELETE: held("DELETE") };
	return {
		env,
		async settle() {
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				const { at, body } = next;
				let again: QueueRetryOptions | null = null;
				const message = { id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body };
				const retry = (options: QueueRetryOptions = {}) => {
					again = options;
				};
				const batch: MessageBatch = {
					queue: names[at],
					messages: [{ ...message, ack: () => undefined, retry }],
					metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
					ackAll: () => undefined,
					retryAll: retry,
				};
				await consume(batch, env);
				if (again) await given[at].send(body, again);
			}
		},
	};
}
