import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { runSchedule } from "../src/cron.ts";
import worker from "../src/index.ts";

/** What the clock does, and at once the work that it enqueues. */
export const runClock = (cron = "* * * * *") =>
	runSchedule(cron, env, async (body) => {
		const batch = createMessageBatch("events", [{ id: "1", timestamp: new Date(), attempts: 1, body }]);
		const context = createExecutionContext();
		await worker.queue(batch, env);
		const { retryMessages } = await getQueueResult(batch, context);
		if (retryMessages.length > 0) throw new Error(`the work of ${body.name} failed`);
	});
