import type { Db } from "../platform/db.ts";
import type { Log } from "../platform/log.ts";
import { reason } from "../platform/log.ts";
import type { Registry } from "../platform/registry.ts";
import { purgeOld } from "../platform/retention.ts";
import type { Settings } from "../platform/settings.ts";
import { countingTakesLong, hoursDue, isFresh, type SnapshotCounts, series } from "./rules.ts";
import { hours } from "./schema.ts";
import { keepHours } from "./settings.ts";
import {
	countAll,
	countHour,
	lastHour,
	readHours,
	readSnapshot,
	writeHour,
	writeSnapshot,
} from "./store/counts.ts";
import { readFaults } from "./store/faults.ts";

export type Insights = ReturnType<typeof createInsights>;

interface Needs {
	db: Db;
	log: Log;
	settings: Settings;
	bots: Registry["bots"];
	now: () => number;
	/** What goes on in the pools right now. */
	pools: () => Promise<{ waiting: number; chats: number; begun: number }>;
}

/** How things stand, and how they went. */
export function createInsights({ db, log, settings, bots, now, pools }: Needs) {
	/** Counted anew, or as it was a while ago where counting takes long. */
	async function snapshot(): Promise<{ at: number; counts: SnapshotCounts }> {
		const known = await readSnapshot(db);
		if (known && isFresh(known, now())) return known;
		const row = { at: now(), counts: await countAll(db, now()) };
		if (isFresh(row, now())) await writeSnapshot(db, row);
		return row;
	}

	/** What goes on in the pools; null if they don't answer. */
	async function chatsNow() {
		try {
			const { waiting, chats } = await pools();
			return { open: chats, waiting };
		} catch (error) {
			log.warn("insights", "pools did not answer", { reason: reason(error) });
			return null;
		}
	}

	async function overview() {
		const [{ at, counts }, chats, faults] = await Promise.all([
			snapshot(),
			chatsNow(),
			readFaults(db, now()),
		]);
		const { users, stars, open } = counts;
		return {
			...{ users, stars, open, chats },
			bots: bots.size,
			failed_updates: faults.gaveUp,
			dead_jobs: [...faults.dead.values()].reduce((sum, n) => sum + n, 0),
			outbox: faults.outbox,
			counted_at: at,
		};
	}

	return {
		chats: chatsNow,
		overview,

		/** The overview, and who people are. */
		async stats() {
			const [short, { counts }] = await Promise.all([overview(), snapshot()]);
			return {
				...short,
				by_language: counts.by_language,
				by_gender: counts.by_gender,
				by_age: counts.by_age,
				by_bot: counts.by_bot.map((row) => ({ ...row, username: bots.get(row.bot_id)?.username ?? null })),
			};
		},

		/** Whether an hour is over, or counting takes so long that it is done before somebody looks. */
		async due(): Promise<boolean> {
			if (hoursDue(await lastHour(db), now()).length > 0) return true;
			const known = await readSnapshot(db);
			return known !== null && countingTakesLong(known.counts) && !isFresh(known, now());
		},

		/** Keeps the counts fresh before somebody asks, and counts the hours that are over. */
		async refresh(): Promise<void> {
			const due = hoursDue(await lastHour(db), now());
			const { counts } = await snapshot();
			if (due.length === 0) return;
			const { begun, chats, waiting } = await pools();
			const standing = {
				chats_begun: begun,
				users_now: counts.users.total,
				vip_now: counts.users.vip,
				chats_now: chats,
				waiting_now: waiting,
			};
			for (const hour of due) await writeHour(db, hour, { ...(await countHour(db, hour)), ...standing });
		},

		/** Points of a chart. @param to ms, not included */
		async analytics(from: number, to: number, by: "hour" | "day") {
			return series(await readHours(db, from, to), from, by);
		},

		purge: () => purgeOld(db, { table: hours, at: hours.hour }, settings.get(keepHours), now()),
	};
}
