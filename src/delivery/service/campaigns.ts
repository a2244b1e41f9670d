import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { audit, auditWhere } from "../../platform/audit.ts";
import { byCause, causeOf } from "../../platform/causes.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import { type CampaignState, type Counts, settled, type Transition } from "../rules/campaigns.ts";
import type { Content } from "../rules/content.ts";
import { campaigns } from "../schema.ts";
import {
	type Campaign,
	canMove,
	countBlocks,
	findByKey,
	findCampaign,
	forgive,
	listCampaigns,
	move,
	requeue,
} from "../store/campaigns.ts";
import { countNotes, selectDeliveries } from "../store/deliveries.ts";

interface Needs {
	db: Db;
	now: () => number;
	/** Has the work of this campaign begin, or go on. */
	wake: (no: number) => Promise<void>;
}

interface NewCampaign {
	owner: string;
	content: Content;
	audience: unknown;
	/** The Idempotency-Key. */
	key: string | null;
	actor: string;
}

interface Resend {
	/** Also those of whom nobody knows whether they have it. */
	includeUnknown: boolean;
	/** As `failures` names it. */
	cause?: string | undefined;
	chatIds?: readonly number[] | undefined;
}

export interface CampaignView {
	campaign: Campaign;
	state: CampaignState;
	counts: Counts & { queued: number };
	/** Blocks that somebody is sending right now; 0 in a campaign that has paused for good. */
	underWay: number;
}

/** Campaigns as people make, watch and stop them. */
export function createCampaigns({ db, now, wake }: Needs) {
	async function get(no: number): Promise<Campaign> {
		const campaign = await findCampaign(db, no);
		if (!campaign) throw new AppError(404, "no_campaign", "There is no such campaign.");
		return campaign;
	}

	async function view(campaign: Campaign): Promise<CampaignView> {
		const { counts, underWay } = campaign.counts
			? { counts: campaign.counts, underWay: 0 }
			: await countBlocks(db, campaign.no, now());
		const queued = campaign.total - settled(counts);
		return { campaign, state: campaign.state as CampaignState, counts: { queued, ...counts }, underWay };
	}

	/** @throws AppError 404, 409 if it is in no state for it */
	async function change(no: number, transition: Transition, actor: string): Promise<void> {
		const campaign = await get(no);
		const entry = { actor, action: `campaign.${transition}`, subject: String(no) };
		const [, moved] = await db.batch([
			auditWhere(db, now(), entry, canMove(no, transition)),
			move(db, no, transition, now(), { pauseReason: null }),
			...(transition === "resume" ? [forgive(db, no)] : []),
		]);
		if (moved.length === 0)
			throw new AppError(409, "wrong_state", `This campaign is ${campaign.state}: that can't be done now.`);
		if (transition !== "pause") await wake(no);
	}

	return {
		find: async (no: number) => view(await get(no)),

		async list(before: number | null, limit: number): Promise<CampaignView[]> {
			return Promise.all((await listCampaigns(db, before, limit)).map(view));
		},

		/** @returns its number; with a key that is known, the number of before */
		async start({ owner, content, audience, key, actor }: NewCampaign): Promise<number> {
			const at = now();
			const times = { createdAt: at, createdBy: actor, changedAt: at };
			try {
				const [[row]] = await db.batch([
					db
						.insert(campaigns)
						.values({ owner, content, audience, key, state: "expanding" satisfies CampaignState, ...times })
						.returning({ no: campaigns.no }),
					audit(db, at, { actor, action: "campaign.started", subject: owner, details: { audience } }),
				]);
				const no = row?.no ?? 0;
				await wake(no);
				return no;
			} catch (error) {
				if (key === null || violationOf(error)?.kind !== "unique") throw error;
				return (await findByKey(db, key))?.no ?? 0;
			}
		},

		known: async (key: string) => (await findByKey(db, key))?.no ?? null,

		pause: (no: number, actor: string) => change(no, "pause", actor),
		resume: (no: number, actor: string) => change(no, "resume", actor),
		cancel: (no: number, actor: string) => change(no, "cancel", actor),

		/** What failed, put together by its cause, the most first. */
		async failures(no: number) {
			await get(no);
			return byCause(await countNotes(db, no), ({ state }) => state);
		},

		/**
		 * Sends again to whom it failed: to all, to these, or where it failed of this cause.
		 * @throws AppError 404, 409 if it has not ended or nothing failed
		 */
		async resend(no: number, { includeUnknown, cause, chatIds }: Resend, actor: string): Promise<void> {
			const campaign = await get(no);
			const states = includeUnknown ? ["failed", "unknown"] : ["failed"];
			const notes = (await countNotes(db, no)).map(({ words }) => words);
			const only = {
				...(cause === undefined ? {} : { notes: notes.filter((words) => causeOf(words) === cause) }),
				...(chatIds === undefined ? {} : { chatIds }),
			};
			if (campaign.purgedAt !== null || !(await requeue(db, campaign, states, only, now(), actor)))
				throw new AppError(409, "nothing_to_resend", "It has not ended, or nothing of it can be sent again.");
			await wake(no);
		},

		async deliveries(no: number, which: { state: string; q: string | null }, after: number, limit: number) {
			await get(no);
			return selectDeliveries(db, no, which, after, limit);
		},

		/** How many each bot would write to, without those who want fewer messages if it is of that kind. */
		async count(audience: SQL, optional: boolean) {
			const staying = optional ? sql`AND recipients.opted_out_at IS NULL` : sql``;
			return db.all<{ bot_id: number; people: number }>(sql`SELECT audience.bot_id, count(*) AS people
				FROM (${audience}) AS audience JOIN recipients ON recipients.chat_id = audience.chat_id
				WHERE audience.bot_id IS NOT NULL ${staying} GROUP BY audience.bot_id`);
		},

		/** Anybody of them, to ask Telegram with; null if there is nobody. */
		async anybody(audience: SQL) {
			const [row] = await db.all<{ chat_id: number; bot_id: number }>(
				sql`SELECT chat_id, bot_id FROM (${audience}) WHERE bot_id IS NOT NULL LIMIT 1`,
			);
			return row ? { chatId: row.chat_id, botId: row.bot_id } : null;
		},
	};
}
