import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type FakeAccount, type FakeQueue, Refusal } from "./account.ts";
import type { Answer, Call, Route } from "./call.ts";

const consumerShape = z.object({
	script_name: z.string(),
	dead_letter_queue: z.string().optional(),
	settings: z.unknown(),
});

/** A consumer as the API tells it. */
const told = ({ id, script, deadLetters, settings }: FakeQueue["consumers"][number]) => ({
	...{ consumer_id: id, script, type: "worker", dead_letter_queue: deadLetters, settings },
});

function queueOf(account: FakeAccount, id = ""): FakeQueue {
	const queue = account.queues.get(id);
	if (!queue) throw new Refusal(404, 11000, "Queue does not exist.");
	return queue;
}

/** Worker and dead-letter queue have to be there. */
function consumer({ json, ids }: Call, account: FakeAccount): Answer {
	const { script_name: script, dead_letter_queue: deadLetters, settings } = consumerShape.parse(json());
	account.script(script);
	if (deadLetters && !account.queueNamed(deadLetters))
		throw new Refusal(400, 11000, "The dead letter queue does not exist.");
	const queue = queueOf(account, ids[0]);
	const id = ids[1] ?? randomUUID();
	if (!ids[1] && queue.consumers.length > 0)
		throw new Refusal(409, 11004, "The queue has a consumer already.");
	queue.consumers = [{ id, script, deadLetters, settings }];
	return { result: { consumer_id: id } };
}

export const queueRoutes: Route[] = [
	[
		"GET",
		/^\/queues$/,
		({ query }, { queues }) => {
			const names = query.getAll("name");
			const found = [...queues.values()].filter(({ name }) => names.length === 0 || names.includes(name));
			const result = found.map(({ id, name, consumers }) => ({
				...{ queue_id: id, queue_name: name, producers: [], consumers: consumers.map(told) },
			}));
			return { result, info: { total_pages: 1, page: 1 } };
		},
	],
	[
		"POST",
		/^\/queues$/,
		({ json }, account) => {
			const name = String(json().queue_name);
			if (account.queueNamed(name)) throw new Refusal(409, 11009, "Queue name is already taken.");
			const id = randomUUID();
			account.queues.set(id, { id, name, consumers: [] });
			return { result: { queue_id: id, queue_name: name } };
		},
	],
	[
		"DELETE",
		/^\/queues\/([^/]+)$/,
		({ ids: [id] }, account) => {
			account.queues.delete(queueOf(account, id).id);
			return { result: null };
		},
	],
	[
		"GET",
		/^\/queues\/([^/]+)\/consumers$/,
		({ ids: [id] }, account) => ({ result: queueOf(account, id).consumers.map(told) }),
	],
	["POST", /^\/queues\/([^/]+)\/consumers$/, consumer],
	["PUT", /^\/queues\/([^/]+)\/consumers\/([^/]+)$/, consumer],
	[
		"DELETE",
		/^\/queues\/([^/]+)\/consumers\/([^/]+)$/,
		({ ids: [id, gone] }, account) => {
			const queue = queueOf(account, id);
			queue.consumers = queue.consumers.filter((found) => found.id !== gone);
			return { result: null };
		},
	],
];
