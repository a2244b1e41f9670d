import { z } from "zod";
import { createDeps, type Deps } from "./deps.ts";
import { newId } from "./platform/ids.ts";
import { reason } from "./platform/log.ts";
import { deliver } from "./platform/outbox.ts";
import { gather, stepJob } from "./platform/room.ts";
import { deadJobs } from "./platform/schema.ts";

const jobSchema = z.looseObject({ kind: z.string() });
/** What follows a commit; see platform/outbox.ts. */
const outboxJob = z.object({ kind: z.literal("outbox"), ids: z.array(z.int()) });

/** As `max_retries` of wrangler.toml says for every queue that has a dead-letter queue. */
export const retries = 5;

const isSwept = (job: unknown) => jobSchema.safeParse(job).data?.kind === "outbox";

/** As wrangler.toml names it: deployed, the name of the Worker stands before it. */
const queueName = (name: string, deployment: string | undefined) =>
	deployment && name.startsWith(`${deployment}-`) ? name.slice(deployment.length + 1) : name;

/** @throws Error if no room has jobs of this kind */
async function run(deps: Deps, sent: unknown): Promise<void> {
	const { kind } = jobSchema.parse(sent);
	if (kind === "outbox") {
		const { ids } = outboxJob.parse(sent);
		return deliver(deps.db, ids, deps.outbox, deps.now());
	}
	if (kind === "step") {
		const { schedule, name } = stepJob.parse(sent);
		await gather(deps.rooms, schedule)[name]?.run();
		return;
	}
	const jobs = gather(deps.rooms, "jobs");
	const job = Object.hasOwn(jobs, kind) ? jobs[kind] : undefined;
	if (!job) throw new Error(`no room has jobs of the kind ${kind}`);
	await job.run(sent);
}

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
				await run(deps, message.body);
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
