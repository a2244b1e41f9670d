import { z } from "zod";
import { runSchedule } from "./cron.ts";
import { queuesAtHand } from "./local-queues.ts";
import { clock } from "./platform/clock.ts";
import { openDb } from "./platform/db.ts";
import { AppError } from "./platform/errors.ts";
import { type Schedule, schedules } from "./platform/room.ts";
import { scheduleRuns } from "./platform/schema.ts";
import { dayMs, iso } from "./platform/time.ts";

/** What `npm start` binds beside what wrangler.toml says. */
export interface LocalEnv extends Env {
	/** Keeps how far the clock stands before the real time. */
	CLOCK: KVNamespace;
	/** The simulator's page, where there is one. */
	SIMULATOR_URL?: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** So many hours are gone through one by one; of more, so many evenly. */
const mostHours = 100;

export const advance = z.strictObject({
	advanceSeconds: z
		.int()
		.min(1)
		.max(366 * 86_400, "a year at once is enough"),
});

/** Every `every` ms, `phase` behind midnight or the full hour: those after `from`, up to `to`. */
function marks(from: number, to: number, every: number, phase: number): number[] {
	const found: number[] = [];
	for (let at = (Math.floor((from - phase) / every) + 1) * every + phase; at <= to; at += every)
		found.push(at);
	return found;
}

/**
 * When the schedules of wrangler.toml run between two times, and which. Within an hour every minute counts. Of more the
 * minute's steps happen where the others do, and at the end: each does all that is due by then.
 */
export function stepsBetween(from: number, to: number): { at: number; due: Schedule[] }[] {
	const all = marks(from, to, hourMs, 7 * minuteMs);
	const every = Math.ceil(all.length / mostHours);
	const hours = all.filter((_, i) => (all.length - 1 - i) % every === 0);
	const nights = marks(from, to, dayMs, 3 * hourMs + 17 * minuteMs);
	const minutes = to - from <= hourMs ? marks(from, to, minuteMs, 0) : [...hours, ...nights, to];
	const times = [...new Set([...minutes, ...hours, ...nights])].toSorted((a, b) => a - b);
	return times.map((at) => ({
		at,
		due: [
			"minute" as const,
			...(hours.includes(at) ? ["hour" as const] : []),
			...(nights.includes(at) ? ["night" as const] : []),
		],
	}));
}

let known = false;

/** After a restart the clock stands where it stood. */
export async function restoreClock({ CLOCK }: LocalEnv): Promise<void> {
	if (known) return;
	clock.set(Number((await CLOCK.get("ahead_ms")) ?? 0));
	known = true;
}

/** @throws AppError 503 if the simulator does not come along: then nothing has moved */
async function setAhead({ CLOCK, SIMULATOR_URL }: LocalEnv, aheadMs: number): Promise<void> {
	if (SIMULATOR_URL) {
		const init = {
			method: "PUT",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ ahead_ms: aheadMs }),
		};
		const answer = await fetch(`${SIMULATOR_URL}/control/clock`, init).catch(() => null);
		if (!answer?.ok) throw new AppError(503, "simulator", "The simulator's clock could not be moved along.");
	}
	clock.set(aheadMs);
	await CLOCK.put("ahead_ms", String(aheadMs));
}

let passing = false;

/** Lets time pass: the clock stands at each time at which schedules would have run, and they run, with all that follows. */
export async function passTime(env: LocalEnv, seconds: number) {
	if (passing) throw new AppError(409, "passing", "Time is passing already: wait until that has answered.");
	passing = true;
	try {
		const aheadMs = clock.aheadMs() + seconds * 1_000;
		const from = clock.now();
		const ran: Record<Schedule, number> = { minute: 0, hour: 0, night: 0 };
		const failed = new Set<string>();
		const queues = queuesAtHand(env);
		for (const { at, due } of stepsBetween(from, from + seconds * 1_000)) {
			// Time goes on meanwhile, and never back.
			await setAhead(env, Math.min(aheadMs, Math.max(clock.aheadMs(), at - Date.now())));
			// Each would have run up to here, so none is late.
			await openDb(env.DB).update(scheduleRuns).set({ startedAt: at, endedAt: at });
			for (const schedule of due) {
				for (const step of await runSchedule(schedules[schedule], queues.env))
					failed.add(`${schedule} ${step}`);
				await queues.settle();
				ran[schedule]++;
			}
		}
		await setAhead(env, aheadMs);
		return { now: iso(clock.now()), aheadSeconds: Math.round(aheadMs / 1_000), ran, failed: [...failed] };
	} finally {
		passing = false;
	}
}
