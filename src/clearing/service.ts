import { sql } from "drizzle-orm";
import { findGroup, type Group } from "../groups/service.ts";
import type { Db } from "../platform/db.ts";
import { AppError, violationOf } from "../platform/errors.ts";
import { type Log, reason } from "../platform/log.ts";
import { purgeOld } from "../platform/retention.ts";
import type { Settings } from "../platform/settings.ts";
import { sixAtOnce } from "../platform/six-at-once.ts";
import { cut } from "../platform/text.ts";
import type { Posts } from "../posts/service.ts";
import { type Eraser, switchOn } from "./erase.ts";
import {
	afterTrouble,
	batchesOf,
	type Erase,
	joined,
	type Settled,
	type Stop,
	settle,
	settledCount,
	stillMs,
} from "./rules.ts";
import { clearings } from "./schema.ts";
import { keepClearingsDays } from "./settings.ts";
import { beginPost, countPost } from "./store/take-back.ts";
import {
	advance,
	beginDue,
	type Change,
	type Clearing,
	type ClearingRow,
	type Counts,
	countMessages,
	findClearing,
	findRow,
	insertClearing,
	listClearings,
	type Scope,
	wakeStill,
} from "./store.ts";

export type Clearings = ReturnType<typeof createClearings>;
export type { ClearingRow, Scope } from "./store.ts";

/** What the queue `delete` carries. */
export interface DeleteJob {
	kind: "clearing";
	no: number;
}

interface Needs {
	db: Db;
	log: Log;
	settings: Settings;
	eraser: Eraser;
	posts: Pick<Posts, "end">;
	enqueue: (job: DeleteJob, delaySeconds?: number) => Promise<void>;
	now: () => number;
}

/** So many calls go out in one invocation, of its 10,000; then the job is sent on. */
const callsAtOnce = 1_000;
/** The platform allows six outgoing connections per invocation. */
const sideBySide = 6;

const groupGone: Stop = { kind: "over", note: "There is no such group any more." };

/** What comes of it, as it is known before Telegram is asked. */
export interface Forecast {
	deletable: number;
	tooOld: number;
	/** What has to be switched on, as Telegram last told us of the bot's rights. */
	rightsMissing: string | null;
}

/** Deletes messages of groups, as many as Telegram lets a bot delete, and keeps the history right. */
export function createClearings({ db, log, settings, eraser, posts, enqueue, now }: Needs) {
	/** A message that is lost here is made up for by the clock. */
	async function wake(no: number, delaySeconds = 0): Promise<void> {
		await enqueue({ kind: "clearing", no }, delaySeconds).catch((error: unknown) => {
			log.warn("groups", "a clearing waits for the clock", { clearing: no, reason: reason(error) });
		});
	}

	const forecast = ({ deletable, tooOld, others }: Counts, group: Group): Forecast => {
		const may = others === 0 || group.rights?.includes("can_delete_messages");
		return { deletable, tooOld, rightsMissing: may ? null : switchOn };
	};

	/** What of it stands where, once `settled` is written. */
	function changeAfter(clearing: Clearing, settled: Settled): { change: Change; again: number | null } {
		const { stop } = settled;
		const progress = settledCount(settled) > 0;
		const whole = clearing.cursor + settledCount(settled) === clearing.messageIds.length;
		const note = settled.words ?? clearing.note;
		const running = { state: "running", tries: 0, note, wakeAt: now() + stillMs } as const;
		const failed = (why: string) => ({ ...running, state: "failed" as const, note: cut(why, 300) });
		if (stop === null) return { change: whole ? { ...running, state: "done" } : running, again: null };
		switch (stop.kind) {
			case "wait": {
				const wakeAt = running.wakeAt + stop.seconds * 1000;
				return {
					change: { ...running, tries: progress ? 0 : clearing.tries, wakeAt },
					again: stop.seconds,
				};
			}
			case "over":
				return { change: failed(stop.note), again: null };
			case "trouble": {
				const tries = progress ? 1 : clearing.tries + 1;
				const next = afterTrouble(tries);
				if (next.kind === "fail") return { change: failed(stop.description), again: null };
				return { change: { ...running, tries }, again: next.kind === "again" ? next.seconds : null };
			}
		}
	}

	/** @throws AppError 409 if no bot is there that could delete anything */
	function expectBot(group: Group): void {
		if (group.state === "inactive" && group.inactiveReason !== "staff")
			throw new AppError(409, "not_there", "The bot is not in this group: add it again.");
	}

	return {
		/** @returns what would come of it; nothing is deleted */
		async preview(group: Group, scope: Scope): Promise<Forecast> {
			return forecast(
				await countMessages(db, { groupId: group.id, botId: group.botId, scope }, now()),
				group,
			);
		},

		/**
		 * Begins to delete, and marks what is too old. With a key that is known, what was begun with it.
		 * @param filter as it was asked for
		 */
		async start(
			group: Group,
			{ scope, filter, key, actor }: { scope: Scope; filter: unknown; key: string | null; actor: string },
		): Promise<{ clearing: ClearingRow; forecast: Forecast }> {
			const answer = (row: ClearingRow, before: number) => ({
				clearing: row,
				forecast: forecast(
					{ deletable: row.total - before, tooOld: before, others: Number(!row.own) },
					group,
				),
			});
			const known = key === null ? null : await findClearing(db, { key });
			if (known) return answer(known, known.total - known.messageIds.length);
			expectBot(group);
			const target = { groupId: group.id, botId: group.botId, scope };
			try {
				const row = await insertClearing(db, { ...target, filter, key, actor }, now());
				if (row.state === "running") await wake(row.no);
				return answer(row, row.tooOld);
			} catch (error) {
				if (key === null || violationOf(error)?.kind !== "unique") throw error;
				const first = await findClearing(db, { key });
				if (!first) throw error;
				return answer(first, first.total - first.messageIds.length);
			}
		},

		/** How much of a post was, or could be, taken back; of what stays although it was tried, with whose words. */
		async viewPost(postNo: number) {
			const { begun, deleted, fresh, tooOld } = await countPost(db, postNo, now());
			const running = begun.some(({ state }) => state === "running");
			const state = begun.length === 0 ? null : running ? ("running" as const) : ("done" as const);
			const stays = state === "done" ? fresh : 0;
			const words =
				stays === 0 ? [] : begun.flatMap(({ groupId, note }) => (note ? [{ groupId, note }] : []));
			return { state, deleted, tooOld, left: fresh - stays, stays, words };
		},

		/** Ends a post, and deletes it in every group where Telegram still deletes it. @throws AppError 404 */
		async takeBackPost(postNo: number, actor: string): Promise<void> {
			await posts.end(postNo, actor);
			await sixAtOnce(await beginPost(db, postNo, actor, now()), (no) => wake(no));
		},

		async find(no: number): Promise<ClearingRow> {
			const row = await findRow(db, no);
			if (!row) throw new AppError(404, "no_clearing", "There is no such clearing.");
			return row;
		},

		list: (groupId: number, before: number | null, limit: number) =>
			listClearings(db, groupId, before, limit),

		/** Deletes what is left of it. Whoever finds that another one has gone on with it leaves it to them. */
		async run(no: number): Promise<void> {
			let clearing = await findClearing(db, { no });
			if (clearing?.state !== "running") return;
			const group = await findGroup(db, clearing.groupId);
			const counted = counting(group ? eraser(group, clearing.botId, clearing.own) : async () => groupGone);
			while (clearing.state === "running") {
				const settled = await settleWindow(clearing, counted.erase);
				const { change, again } = changeAfter(clearing, settled);
				if (!(await advance(db, clearing, settled, change, now()))) return;
				if (again !== null) return wake(no, again);
				if (settled.stop !== null) return;
				clearing = { ...clearing, ...change, cursor: clearing.cursor + settledCount(settled) };
				if (clearing.state === "running" && counted.calls() >= callsAtOnce) return wake(no);
			}
		},

		/** Begins what is due to be deleted, and what stands still; every minute. */
		async sweep(): Promise<void> {
			const begun = [...(await beginDue(db, now())), ...(await wakeStill(db, now()))];
			await sixAtOnce(begun, (no) => wake(no));
		},

		/** Forgets what is long over; every night. */
		purge: () =>
			purgeOld(
				db,
				{ table: clearings, at: clearings.createdAt, only: sql`state <> 'running'` },
				settings.get(keepClearingsDays),
				now(),
			),
	};
}

/** The next batches, six at once. Once Telegram wants a stop no further call begins. */
async function settleWindow({ messageIds, cursor }: Clearing, erase: Erase): Promise<Settled> {
	let stopped: Stop | null = null;
	const guarded: Erase = async (ids) => {
		if (stopped) return stopped;
		const answer = await erase(ids);
		if (answer.kind !== "deleted" && answer.kind !== "refused") stopped = answer;
		return answer;
	};
	const batches = batchesOf(messageIds, cursor, sideBySide);
	const parts: Settled[] = [];
	await sixAtOnce([...batches.entries()], async ([i, ids]) => {
		parts[i] = await settle(ids, guarded);
	});
	return joined(parts);
}

function counting(erase: Erase) {
	let calls = 0;
	const counted: Erase = (ids) => {
		calls++;
		return erase(ids);
	};
	return { calls: () => calls, erase: counted };
}
