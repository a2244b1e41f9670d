import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { vi } from "vitest";
import type { z } from "zod";
import { clearingAnswer } from "../src/clearing/shapes.ts";
import worker from "../src/index.ts";
import { call, type GroupRoom } from "./group-world.ts";

export type Job = { kind: string; no: number };

/** Keeps what goes to the queue `delete`, so that a test says when it is delivered. */
export function holdDeletes() {
	const jobs: { body: Job; delaySeconds: number }[] = [];
	const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } };
	vi.spyOn(Object.getPrototypeOf(env.DELETE) as Queue, "send").mockImplementation(async (body, options) => {
		const job = body as Job;
		if (job.kind === "clearing") jobs.push({ body: job, delaySeconds: options?.delaySeconds ?? 0 });
		return { metadata };
	});
	return jobs;
}

/** Hands one job to the consumer, as the queue would. @returns whether it wants the job again */
export async function consumeClearing(no: number): Promise<boolean> {
	const body = { kind: "clearing", no };
	const batch = createMessageBatch("delete", [{ id: "1", timestamp: new Date(), attempts: 1, body }]);
	const context = createExecutionContext();
	await worker.queue(batch, env);
	return (await getQueueResult(batch, context)).retryMessages.length > 0;
}

/** Delivers all that waits, and what it leads to, each after its delay. */
export async function runDeletes(jobs: ReturnType<typeof holdDeletes>): Promise<void> {
	for (let job = jobs.shift(); job; job = jobs.shift()) {
		vi.setSystemTime(Date.now() + job.delaySeconds * 1000);
		if (await consumeClearing(job.body.no)) throw new Error("a job failed");
	}
}

export async function clearing(no: number): Promise<z.infer<typeof clearingAnswer>["clearing"]> {
	const { status, body } = await call("GET", `/api/clearings/${no}`);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return clearingAnswer.parse(body).clearing;
}

let rounds = 0;

/** The bot writes so many messages in a group, and the history has them. @returns their ids */
export async function postMany(
	room: GroupRoom,
	count: number,
	{ deleteAt = null as number | null } = {},
): Promise<number[]> {
	const ids: number[] = [];
	for (let i = 0; i < count; i++) {
		const response = await room.simulator.fetch(
			new Request(`http://telegram.test/bot${room.telegram.token}/sendMessage`, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ chat_id: room.id, text: `post ${i}` }),
			}),
		);
		ids.push((await response.json<{ result: { message_id: number } }>()).result.message_id);
	}
	await env.DB.prepare(
		`INSERT INTO postings (post_no, round, group_id, bot_id, state, due_at, message_id, sent_at, version, delete_at)
		SELECT 1, ? + key, ?, ?, 'sent', ?, value, ?, 1, ? FROM json_each(?)`,
	)
		.bind(rounds, room.id, room.telegram.bot, Date.now(), Date.now(), deleteAt, JSON.stringify(ids))
		.run();
	rounds += count;
	return ids;
}

/** How many rows of the history are in each state. */
export async function statesOf(groupId: number): Promise<Record<string, number>> {
	const { results } = await env.DB.prepare(
		"SELECT state, count(*) AS rows FROM postings WHERE group_id = ? GROUP BY state",
	)
		.bind(groupId)
		.all<{ state: string; rows: number }>();
	return Object.fromEntries(results.map(({ state, rows }) => [state, rows]));
}
