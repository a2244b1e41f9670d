import type { Alerts } from "../platform/alerts.ts";
import { counted } from "../platform/counted.ts";
import type { Db } from "../platform/db.ts";
import type { Log } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import type { BotRecord, Registry } from "../platform/registry.ts";
import { apiWith, callFailureText } from "../platform/telegram.ts";
import type { Problem } from "./rules/problems.ts";
import { watchStep } from "./rules/problems.ts";
import { hourMs } from "./rules.ts";
import { readFaults, readProblems, readRuns, timeRead, writeProblems } from "./store/faults.ts";

export type Monitoring = ReturnType<typeof createMonitoring>;

/** A queue and the jobs that died of it. `depth`: null where the platform doesn't say. */
interface QueueState {
	name: string;
	depth: number | null;
	oldest_at: number | null;
	dead: number;
}

interface Needs {
	config: { TELEGRAM_API_ROOT: string };
	db: Db;
	log: Log;
	registry: Registry;
	alerts: Alerts;
	metrics: Metrics;
	queues: Record<string, Queue>;
	/** The webhook's address of a bot. */
	webhookUrl: (botId: number) => string;
	chats: () => Promise<{ open: number; waiting: number } | null>;
	/** Takes the pace of a bot: null where its actor does not answer. */
	pace: (botId: number) => Promise<{ nextAt: number; penaltyUntil: number }>;
	now: () => number;
}

/** From these on staff are told. */
const limits = {
	depth: 1_000,
	dead: 10,
	databaseMs: 100,
	/** Given-up updates in an hour. */
	failedUpdates: 10,
	pendingUpdates: 100,
	/** A report should not wait longer. */
	reportMs: hourMs,
};

/** How late a schedule may be. */
const lateMs: Record<string, number> = {
	"* * * * *": 5 * 60_000,
	"7 * * * *": 75 * 60_000,
	"17 3 * * *": 25 * hourMs,
};

/** Whether everything works that nobody looks at. */
export function createMonitoring(needs: Needs) {
	const { config, db, log, registry, alerts, metrics, now } = needs;

	async function queues(dead: Map<string, number>): Promise<QueueState[]> {
		return Promise.all(
			Object.entries(needs.queues).map(async ([name, queue]) => {
				const seen = await queue.metrics().catch(() => null);
				return {
					name,
					depth: seen?.backlogCount ?? null,
					oldest_at: seen?.oldestMessageTimestamp?.getTime() ?? null,
					dead: dead.get(`${name}-dead`) ?? 0,
				};
			}),
		);
	}

	async function webhook({ id, username, token }: BotRecord) {
		const seen = { bot_id: id, username, pending: null as number | null, last_error: null as string | null };
		try {
			// Short, as one slow server must not keep the whole answer.
			const api = apiWith(token, config.TELEGRAM_API_ROOT, 5);
			const hook = await api.getWebhookInfo();
			const recent = (hook.last_error_date ?? 0) * 1000 > now() - 10 * 60_000;
			const ours = hook.url === needs.webhookUrl(id);
			const last = recent ? (hook.last_error_message ?? "?") : null;
			const pending = hook.pending_update_count;
			const ok = ours && !(recent && pending > 0) && pending <= limits.pendingUpdates;
			return { ...seen, ok, pending, last_error: ours ? last : `its webhook is ${hook.url || "not set"}` };
		} catch (error) {
			return { ...seen, ok: false, last_error: callFailureText(error) };
		}
	}

	async function bots() {
		const found = [];
		// One at a time: an invocation has six connections.
		for (const record of registry.bots.values()) {
			const pace = await needs.pace(record.id).catch(() => null);
			const held = pace && pace.penaltyUntil > now() ? pace.penaltyUntil : null;
			found.push({ ...(await webhook(record)), pacer: pace !== null, held_until: held });
		}
		return found;
	}

	async function status() {
		const { ms } = await timeRead(db, now);
		const [faults, runs, chats] = await Promise.all([readFaults(db, now()), readRuns(db), needs.chats()]);
		const schedules = Object.keys(lateMs).map((cron) => {
			const run = runs.find((one) => one.cron === cron);
			const since = run?.startedAt ?? null;
			const late = since !== null && now() - since > (lateMs[cron] ?? 0);
			return {
				cron,
				last_run_at: since,
				took_ms: run ? run.endedAt - run.startedAt : null,
				late,
				failed: run?.failed ?? [],
			};
		});
		return {
			database: { ms },
			queues: await queues(faults.dead),
			outbox: faults.outbox,
			bots: await bots(),
			schedules,
			chats,
			faults,
		};
	}

	type Status = Awaited<ReturnType<typeof status>>;

	const problemsOf = ({ database, queues, bots, schedules, faults }: Status): Problem[] => {
		const when = (is: boolean, key: string, after: number, detail: string): Problem[] =>
			is ? [{ key, after, detail }] : [];
		const dead = queues.reduce((sum, queue) => sum + queue.dead, 0) + (faults.dead.get("outbox") ?? 0);
		return [
			...when(
				database.ms > limits.databaseMs,
				"database",
				3,
				"The database is slow: over 100 ms for a read.",
			),
			...queues.flatMap(({ name, depth }) =>
				when((depth ?? 0) > limits.depth, `queue:${name}`, 1, `The queue ${name} is over 1,000 deep.`),
			),
			...when(faults.outbox > limits.depth, "queue:outbox", 1, "Over 1,000 events wait in the outbox."),
			...when(
				dead > limits.dead,
				"dead",
				1,
				`${counted(dead, "job was", "jobs were")} given up: see Queues & failures.`,
			),
			...when(
				faults.failedUpdates > limits.failedUpdates,
				"updates",
				1,
				`${counted(faults.failedUpdates, "update")} failed for good within an hour.`,
			),
			...bots.flatMap(({ bot_id, username, ok, last_error, pending }) =>
				when(
					!ok,
					`webhook:${bot_id}`,
					2,
					`The webhook of @${username} fails: ${last_error ?? counted(pending ?? 0, "update waits", "updates wait")}.`,
				),
			),
			...schedules.flatMap(({ cron, late, failed }) => [
				...when(late, `late:${cron}`, 1, `The schedule "${cron}" is late.`),
				...when(
					failed.length > 0,
					`step:${cron}`,
					1,
					`Steps of the schedule "${cron}" failed: ${failed.join(", ")}.`,
				),
			]),
			...when(
				faults.findings > 0,
				"reconciliation",
				1,
				`${counted(faults.findings, "payment is", "payments are")} unexplained: see Payments.`,
			),
			...when(
				faults.oldestReport !== null && now() - faults.oldestReport > limits.reportMs,
				"reports",
				1,
				"A report has waited for over an hour.",
			),
		];
	};

	return {
		/** How everything stands, and what should not be so. */
		async status() {
			const [seen, standing] = [await status(), await readProblems(db)];
			return { ...seen, problems: standing };
		},

		/** Looks once a minute, and tells staff what begins and what is over. */
		async watch(): Promise<void> {
			const seen = await status();
			metrics.point("database", [], [seen.database.ms]);
			for (const { name, depth } of seen.queues) if (depth !== null) metrics.point("queue", [name], [depth]);
			if (seen.chats) metrics.point("pools", [], [seen.chats.waiting, seen.chats.open]);
			const step = watchStep(await readProblems(db), problemsOf(seen), now());
			await writeProblems(db, step);
			for (const { text, good } of step.messages) await alerts.send(text, { good });
			if (step.messages.length > 0)
				log.info("insights", "staff were told", { messages: step.messages.length });
		},
	};
}
