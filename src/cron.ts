import { createDeps, type Deps } from "./deps.ts";
import { backUp } from "./platform/backup.ts";
import { reason } from "./platform/log.ts";
import { sweep } from "./platform/outbox.ts";
import { purgeDeadJobs, purgeFailedUpdates } from "./platform/retention.ts";
import { scheduleRuns } from "./platform/schema.ts";

type Step = (deps: Deps) => Promise<unknown>;

/** What happens when, by the schedules of wrangler.toml; one line a step. */
const schedules: Record<string, Record<string, Step>> = {
	"* * * * *": {
		outbox: ({ db, env, now, log }) => sweep(db, env.EVENTS, now(), log),
		expired_vips: ({ people }) => people.noticeExpiredVips(),
		credit_months: ({ payments }) => payments.months.giveDue(),
		affiliate_shares: ({ affiliates }) => affiliates.matureShares(),
		delivery: ({ delivery }) => delivery.watch(),
		posts: ({ posts }) => posts.watch(),
		joins: ({ joins }) => joins.sweep(),
		moderation: ({ moderation }) => moderation.sweep(),
		clearings: ({ clearings }) => clearings.sweep(),
		insights: ({ insights }) => insights.refresh(),
		monitoring: ({ monitoring }) => monitoring.watch(),
	},
	"7 * * * *": {
		reconciliation: ({ payments }) => payments.reconciliation.run(),
	},
	"17 3 * * *": {
		failed_updates: ({ db, now, registry }) => purgeFailedUpdates(db, registry.settings, now()),
		dead_jobs: ({ db, now, registry }) => purgeDeadJobs(db, registry.settings, now()),
		support: ({ support }) => support.purge(),
		delivery: ({ delivery }) => delivery.purge(),
		posts: ({ posts }) => posts.purge(),
		clearings: ({ clearings }) => clearings.purge(),
		backup: (deps) => backUp(deps),
		team: ({ team }) => team.purge(),
		insights: ({ insights }) => insights.purge(),
	},
};

/** Runs the steps of a schedule one after the other. One that throws holds up no other: it is logged, and staff are told. */
export async function runSchedule(cron: string, env: Env): Promise<void> {
	const steps = schedules[cron];
	if (!steps) throw new Error(`no such schedule: ${cron}`);
	const deps = await createDeps(env);
	const { db, log, now } = deps;
	const startedAt = now();
	const failed: string[] = [];
	for (const [name, step] of Object.entries(steps)) {
		try {
			await step(deps);
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
}
