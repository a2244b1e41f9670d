import { createDeps } from "./deps.ts";
import { purgeFailedUpdates } from "./platform/failed-updates.ts";
import { sweep } from "./platform/outbox.ts";
import { dayMs } from "./platform/time.ts";

/** One line per schedule of wrangler.toml. */
export async function runSchedule(cron: string, env: Env): Promise<void> {
	const { affiliates, db, delivery, joins, log, moderation, now, posts, support, people, payments } =
		await createDeps(env);
	switch (cron) {
		case "* * * * *":
			await sweep(db, env.EVENTS, now(), log);
			await people.noticeExpiredVips();
			await payments.months.giveDue();
			await affiliates.matureShares();
			await delivery.watch();
			await posts.watch();
			await joins.sweep();
			await moderation.sweep();
			return;
		case "7 * * * *":
			await payments.reconciliation.run();
			return;
		case "17 3 * * *":
			await purgeFailedUpdates(db, now() - 30 * dayMs);
			await support.purge(now() - 30 * dayMs);
			await delivery.purge();
			await posts.purge();
			return;
		default:
			throw new Error(`no such schedule: ${cron}`);
	}
}
