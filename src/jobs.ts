import { z } from "zod";
import { createDeps } from "./deps.ts";
import { newId } from "./platform/ids.ts";
import { reason } from "./platform/log.ts";
import { deliver } from "./platform/outbox.ts";
import { deadJobs } from "./platform/schema.ts";

/** All jobs there are. */
const jobSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("outbox"), ids: z.array(z.number().int()) }),
	z.object({ kind: z.literal("campaign.expand"), no: z.number().int() }),
	z.object({ kind: z.literal("pump"), botId: z.number().int() }),
	z.object({ kind: z.literal("clearing"), no: z.number().int() }),
	z.object({ kind: z.literal("posts"), botId: z.number().int() }),
	z.object({ kind: z.literal("posts.edit"), no: z.number().int() }),
	// The doctor's: that it comes through is all it is for.
	z.object({ kind: z.literal("probe") }),
]);

/** As `max_retries` of wrangler.toml says for every queue that has a dead-letter queue. */
export const retries = 5;

const isSwept = (job: unknown) => jobSchema.safeParse(job).data?.kind === "outbox";

/** As wrangler.toml names it: deployed, the name of the Worker stands before it. */
const queueName = (name: string, deployment: string | undefined) =>
	deployment && name.startsWith(`${deployment}-`) ? name.slice(deployment.length + 1) : name;

export async function consume(batch: MessageBatch, env: Env): Promise<void> {
	const deps = await createDeps(env);
	const queue = queueName(batch.queue, deps.config.DEPLOYMENT);
	for (const message of batch.messages) {
		const from = deps.now();
		const measure = (outcome: string) => {
			const { kind } = (message.body ?? {}) as { kind?: unknown };
			const labels: [string, string, string] = [queue, String(kind), outcome];
			deps.metrics.point("job", labels, [deps.now() - from, message.attempts]);
		};
		try {
			if (queue.endsWith("-dead")) {
				// The queue gave up on it: from here only staff can do something. Outbox events are swept on by themselves.
				const dead = { id: newId("dead"), queue, job: message.body, diedAt: deps.now() };
				if (!isSwept(message.body)) await deps.db.insert(deadJobs).values(dead);
			} else {
				const job = jobSchema.parse(message.body);
				switch (job.kind) {
					case "outbox":
						await deliver(deps.db, job.ids, deps.outbox, deps.now());
						break;
					case "campaign.expand":
						await deps.delivery.expand(job.no);
						break;
					case "pump":
						await deps.delivery.pump(job.botId);
						break;
					case "clearing":
						await deps.clearings.run(job.no);
						break;
					case "posts":
						await deps.posts.send(job.botId);
						break;
					case "posts.edit":
						await deps.posts.edit(job.no);
				}
			}
			message.ack();
			measure("done");
		} catch (error) {
			measure("failed");
			// The last try: kept with its words, which the dead-letter queue would not carry.
			if (message.attempts > retries && !queue.endsWith("-dead")) {
				const dead = { id: newId("dead"), queue: `${queue}-dead`, job: message.body };
				const told = { error: reason(error), attempts: message.attempts, diedAt: deps.now() };
				if (!isSwept(message.body)) await deps.db.insert(deadJobs).values({ ...dead, ...told });
				message.ack();
				continue;
			}
			deps.log.warn("jobs", "job failed", {
				queue,
				attempt: message.attempts,
				reason: reason(error),
			});
			message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
		}
	}
}
