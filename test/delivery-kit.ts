import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { vi } from "vitest";
import { campaignAnswer, deliveriesAnswer } from "../src/delivery/shapes.ts";
import worker from "../src/index.ts";
import { runClock } from "./clock.ts";
import { read } from "./staff-answers.ts";
import { api } from "./telegram.ts";

/** Keeps what goes to the queue `send`, so that a test says when it is delivered. */
export function holdSends() {
	const jobs: { body: unknown; delaySeconds: number }[] = [];
	const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } };
	vi.spyOn(Object.getPrototypeOf(env.SEND) as Queue, "send").mockImplementation(async (body, options) => {
		jobs.push({ body, delaySeconds: options?.delaySeconds ?? 0 });
		return { metadata };
	});
	return jobs;
}

/** Hands one job to the consumer, as the queue would. */
export async function consumeJob(body: unknown, attempts = 1) {
	const batch = createMessageBatch("send", [{ id: "1", timestamp: new Date(), attempts, body }]);
	const context = createExecutionContext();
	await worker.queue(batch, env);
	return getQueueResult(batch, context);
}

/** Delivers all that waits, and what it leads to. @returns how many jobs there were */
export async function runJobs(jobs: { body: unknown }[]): Promise<number> {
	let count = 0;
	for (let job = jobs.shift(); job; job = jobs.shift()) {
		count++;
		const { retryMessages } = await consumeJob(job.body);
		if (retryMessages.length > 0) throw new Error(`a job failed: ${JSON.stringify(job.body)}`);
	}
	return count;
}

/** The clock of every minute. */
export const tick = () => runClock();

export const campaign = (id: number) => read(`/api/campaigns/${id}`, campaignAnswer);
export const deliveries = async (id: number, state: string) =>
	(await read(`/api/campaigns/${id}/deliveries?state=${state}`, deliveriesAnswer)).deliveries;

/** @returns the campaign's id */
export async function broadcast(input: Record<string, unknown>): Promise<number> {
	const response = await api("/api/broadcast", { audience: "all", ...input });
	if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`);
	return (await response.json<{ id: number }>()).id;
}

/** Many people of a bot, written as if each had pressed Start. */
export async function populate(botId: number, ids: readonly number[]): Promise<void> {
	const list = JSON.stringify(ids);
	await env.DB.batch([
		env.DB.prepare(
			"INSERT INTO people (id, language, version, created_at) SELECT value, 'en', 1, 1 FROM json_each(?)",
		).bind(list),
		env.DB.prepare(
			"INSERT INTO person_bots (user_id, bot_id, started_at) SELECT value, ?, 1 FROM json_each(?)",
		).bind(botId, list),
	]);
}
