import { createDeps } from "./deps.ts";
import { reason } from "./platform/log.ts";
import { gather, type Schedule, type StepJob, schedules } from "./platform/room.ts";
import { scheduleRuns } from "./platform/schema.ts";

/** @throws Error if wrangler.toml names a schedule that nothing happens by */
function scheduleOf(cron: string): Schedule {
	const [found] = Object.entries(schedules).find(([, expression]) => expression === cron) ?? [];
	if (found === undefined) throw new Error(`no such schedule: ${cron}`);
	return found as Schedule;
}

/**
 * Runs the steps of a schedule one after the other; what is work is enqueued. One that throws holds up no other: it is logged, and staff are told.
 * @returns the steps that threw
 */
export async function runSchedule(
	cron: string,
	env: Env,
	enqueue: (job: StepJob) => Promise<unknown> = (job) => env.EVENTS.send(job),
): Promise<string[]> {
	const schedule = scheduleOf(cron);
	const deps = await createDeps(env);
	const { db, log, now } = deps;
	const startedAt = now();
	const failed: string[] = [];
	for (const [name, step] of Object.entries(gather(deps.rooms, schedule))) {
		try {
			if (!step.due) await step.run();
			else if (await step.due()) await enqueue({ kind: "step", schedule, name });
		} catch (error) {
			failed.push(name);
			log.error("jobs", "step of a schedule failed", { cron, step: name, reason: reason(error) });
		}
	}
	const run = { startedAt, endedAt: now(), failed };
	await db
		.insert(scheduleRuns)
		.values({ cron, ...run })
		.onConflictDoUpdate({ target: scheduleRuns.cron, set: run });
	return failed;
}
