import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { audit, auditWhere } from "../../platform/audit.ts";
import { byCause, causeOf } from "../../platform/causes.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import {
	type CampaignState,
	type Counts,
	noCounts,
	settled,
	type Transition,
	transitions,
} from "../rules/campaigns.ts";
import type { Content } from "../rules/content.ts";
import { campaigns } from "../schema.ts";
import {
	type Campaign,
	canMove,
	countBlocks,
	deleteDraft,
	edit,
	findByKey,
	findCampaign,
	forgive,
	listCampaigns,
	move,
	requeue,
	stillAs,
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
	name?: string | null;
	/** Without it at once; null: not before somebody says so. */
	startsAt?: number | null;
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

/** Nothing begins with these. */
const resting: readonly Transition[] = ["pause", "schedule", "unschedule"];

const wrongState = ({ state }: Campaign) =>
	new AppError(409, "wrong_state", `This campaign is ${state}: that can't be done now.`);

/** Campaigns as people make, watch and stop them. */
export function createCampaigns({ db, now, wake }: Needs) {
	async function get(no: number): Promise<Campaign> {
		const campaign = await findCampaign(db, no);
		if (!campaign) throw new AppError(404, "no_campaign", "There is no such campaign.");
		return campaign;
	}

	async function view(campaign: Campaign): Promise<CampaignView> {
		const { counts, underWay } = campaign.counts
			? { counts: { ...noCounts, ...campaign.counts }, underWay: 0 }
			: await countBlocks(db, campaign.no, now());
		const queued = campaign.total - settled(counts);
		return { campaign, state: campaign.state as CampaignState, counts: { queued, ...counts }, underWay };
	}

	/** @throws AppError 404, 409 if it is in no state for it */
	async function change(
		campaign: Campaign,
		transition: Transition,
		actor: string,
		more: Parameters<typeof move>[4] = {},
	): Promise<void> {
		const { no } = campaign;
		const entry = { actor, action: `campaign.${transition}`, subject: String(no) };
		const [, moved] = await db.batch([
			auditWhere(db, now(), entry, canMove(no, transition, more.where)),
			move(db, no, transition, now(), { pauseReason: null, ...more }),
			...(transition === "resume" ? [forgive(db, no)] : []),
		]);
		if (moved.length === 0) throw wrongState(campaign);
		if (!resting.includes(transition)) await wake(no);
	}

	return {
		find: async (no: number) => view(await get(no)),

		async list(
			states: readonly CampaignState[] | null,
			before: number | null,
			limit: number,
		): Promise<CampaignView[]> {
			return Promise.all((await listCampaigns(db, states, before, limit)).map(view));
		},

		/** @returns its number; with a key that is known, the number of before */
		async start(input: NewCampaign): Promise<number> {
			const { owner, content, audience, key, actor, name = null, startsAt = now() } = input;
			const at = now();
			const state: CampaignState = startsAt === null ? "draft" : startsAt > at ? "scheduled" : "expanding";
			const action = `campaign.${state === "expanding" ? "started" : state === "draft" ? "drafted" : "schedule"}`;
			const times = { createdAt: at, createdBy: actor, changedAt: at };
			try {
				const [[row]] = await db.batch([
					db
						.insert(campaigns)
						.values({ owner, content, audience, key, state, name, startsAt, ...times })
						.returning({ no: campaigns.no }),
					audit(db, at, { actor, action, subject: owner, details: { audience } }),
				]);
				const no = row?.no ?? 0;
				if (state === "expanding") await wake(no);
				return no;
			} catch (error) {
				if (key === null || violationOf(error)?.kind !== "unique") throw error;
				return (await findByKey(db, key))?.no ?? 0;
			}
		},

		/** @throws AppError 409 if it is in no state for it: what can't be done is not begun */
		expect(campaign: Campaign, transition: Transition): void {
			if (!transitions[transition].from.some((state) => state === campaign.state)) throw wrongState(campaign);
		},

		known: async (key: string) => (await findByKey(db, key))?.no ?? null,

		pause: async (no: number, actor: string) => change(await get(no), "pause", actor),
		resume: async (no: number, actor: string) => change(await get(no), "resume", actor),
		cancel: async (no: number, actor: string) => change(await get(no), "cancel", actor),

		// These hold for a campaign as it was read: whoever changed it meanwhile was first. @throws AppError 409
		schedule: (campaign: Campaign, startsAt: number, actor: string) =>
			change(campaign, "schedule", actor, { startsAt, where: stillAs(campaign) }),
		unschedule: (campaign: Campaign, actor: string) =>
			change(campaign, "unschedule", actor, { startsAt: null }),
		begin: (campaign: Campaign, audience: unknown, actor: string) =>
			change(campaign, "start", actor, { startsAt: now(), audience, where: stillAs(campaign) }),
		async edit(
			campaign: Campaign,
			change: Pick<Campaign, "name" | "content" | "audience">,
			actor: string,
		): Promise<void> {
			const entry = { actor, action: "campaign.edited", subject: String(campaign.no) };
			const [, edited] = await db.batch([
				auditWhere(db, now(), entry, canMove(campaign.no, "start", stillAs(campaign))),
				edit(db, campaign, { ...change, changedAt: now() }),
			]);
			if (edited.length === 0) throw wrongState(campaign);
		},

		/** A draft is gone for good. @throws AppError 404, 409 */
		async discard(no: number, actor: string): Promise<void> {
			const campaign = await get(no);
			const entry = { actor, action: "campaign.discarded", subject: String(no) };
			const draft = sql`EXISTS (SELECT 1 FROM campaigns WHERE no = ${no} AND state = 'draft')`;
			const [, gone] = await db.batch([auditWhere(db, now(), entry, draft), deleteDraft(db, no)]);
			if (gone.length === 0) throw wrongState(campaign);
		},

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
