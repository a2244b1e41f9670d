import { auditWhere } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { sixAtOnce } from "../../platform/six-at-once.ts";
import { callFailure } from "../../platform/telegram.ts";
import { afterNotDeleted } from "../rules/take-back.ts";
import { move } from "../store/campaigns.ts";
import * as store from "../store/take-back.ts";
import type { Remove } from "../transmit.ts";
import type { CampaignView } from "./campaigns.ts";
import { type Pacer, Slots } from "./slots.ts";

/** What the queue `delete` carries: a bot has messages to delete. */
export interface TakeBackJob {
	kind: "campaign.take_back";
	botId: number;
}

interface Needs {
	db: Db;
	remove: Remove;
	pacer: Pacer;
	/** Whether a bot is still one of ours. */
	knowsBot: (botId: number) => boolean;
	enqueue: (job: TakeBackJob, delaySeconds?: number) => Promise<void>;
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	newToken: () => string;
}

/** One run deletes for so long, and so many blocks: an invocation has 1,000 queries of the database. */
const runMs = 60_000;
const runBlocks = 200;
/** Who takes longer is taken for dead: others begin its block anew, which deletes nothing twice. */
const leaseMs = 90_000;
/** So long a chat's own 429 is waited for on the spot. */
const nearMs = 5_000;

/** Deletes what a campaign sent, as far as Telegram still deletes it. */
export function createTakeBacks(needs: Needs) {
	const { db, remove, knowsBot, enqueue, now, sleep, newToken } = needs;

	/** Deletes one message. @returns null if it has to be tried later */
	async function takeOne(botId: number, sent: store.Sent, slots: Slots, until: number) {
		const { id, chatId, messageId } = sent;
		if (chatId === null) return { id, note: "no longer known" };
		if (!knowsBot(botId)) return { id, note: "the bot was removed" };
		for (let tries = 1; ; tries++) {
			if (!(await slots.wait(6, until))) return null;
			try {
				await remove(botId, chatId, messageId);
				return { id, note: null };
			} catch (error) {
				const next = afterNotDeleted(callFailure(error), tries);
				if (next.kind === "deleted") return { id, note: null };
				if (next.kind === "kept") return { id, note: next.note };
				if (next.kind === "hold") tries--;
				if (next.kind === "hold" && (await slots.held())) continue;
				const waitMs = next.kind === "hold" ? next.seconds * 1000 : next.afterMs;
				if (next.kind === "hold" && waitMs > nearMs) return null;
				if (now() + waitMs > until) return null;
				await sleep(waitMs);
			}
		}
	}

	return {
		/** Begins it; what is still being sent ends first. @returns whether it may be */
		async begin(no: number, actor: string): Promise<boolean> {
			const entry = { actor, action: "campaign.taken_back", subject: String(no) };
			const [, , begun] = await db.batch([
				auditWhere(db, now(), entry, store.mayTakeBack(no)),
				move(db, no, "cancel", now(), { pauseReason: null, where: store.mayTakeBack(no) }),
				store.beginTakeBack(db, no),
			]);
			return begun.length > 0;
		},

		/** How far it is; of one that nobody takes back, how much of it could be. */
		async view({ campaign: { no, takeBack }, counts }: Pick<CampaignView, "campaign" | "counts">) {
			const deletable = takeBack === "done" ? 0 : await store.countDeletable(db, no, now());
			const left = Math.max(0, takeBack === null ? deletable : deletable - counts.kept);
			const { deleted, kept, sent } = counts;
			return { state: takeBack, deleted, kept, left, tooOld: Math.max(0, sent - kept - left) };
		},

		/** Has the bots begin that have something to delete, and ends what is complete. */
		async wake(): Promise<void> {
			await store.endTakeBacks(db, now());
			for (const botId of await store.botsToTakeBack(db, now()))
				await enqueue({ kind: "campaign.take_back", botId });
		},

		/** Deletes what this bot has sent, for a minute at most. */
		async run(botId: number): Promise<void> {
			const end = now() + runMs;
			const slots = new Slots({ ...needs, botId });
			let heldUntil = 0;
			let blocks = 0;
			for (; blocks < runBlocks && now() < end && heldUntil === 0; blocks++) {
				const lease = { now: now(), leaseUntil: now() + leaseMs };
				const block = await store.claimToTakeBack(db, botId, newToken(), lease);
				if (!block) break;
				const sent = await store.sentOf(db, block);
				const taken: store.Taken[] = [];
				await sixAtOnce(sent, async (one) => {
					const ending = await takeOne(botId, one, slots, end);
					if (ending) taken.push(ending);
				});
				const all = taken.length === sent.length;
				// What has to wait is nobody's until then.
				if (!all) heldUntil = Math.max(slots.heldUntil, now() + nearMs);
				await store.settleTakeBack(db, block, taken, { all, leaseUntil: heldUntil });
			}
			await store.endTakeBacks(db, now());
			// What has to wait, and what is still being sent, the clock begins again.
			if (heldUntil === 0 && (await store.botsToTakeBack(db, now())).includes(botId))
				await enqueue({ kind: "campaign.take_back", botId });
		},
	};
}
