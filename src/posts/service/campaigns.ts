import { and, eq, sql } from "drizzle-orm";
import type { Alerts } from "../../platform/alerts.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import { commit } from "../../platform/outbox.ts";
import { iso } from "../../platform/time.ts";
import { campaignCheck, campaignSize, problemAlert } from "../rules/campaigns.ts";
import { postings, posts } from "../schema.ts";
import * as store from "../store/campaigns.ts";
import { cancelWaiting } from "../store/postings.ts";
import { listPosts, move } from "../store/posts.ts";
import type { createWriting, PostInput } from "./writing.ts";
import { invalid } from "./writing.ts";

export type { GroupCampaign } from "../store/campaigns.ts";

interface Needs {
	db: Db;
	alerts: Alerts;
	now: () => number;
	writing: ReturnType<typeof createWriting>;
	/** Has the work of this post begin. */
	wake: (no: number) => Promise<void>;
}

const active = (to: "complete" | "cancelled") => ({ from: "active", to }) as const;

/** Several posts over several groups and days, watched as one. */
export function createGroupCampaigns({ db, alerts, now, writing, wake }: Needs) {
	async function get(no: number): Promise<store.GroupCampaign> {
		const campaign = await store.findCampaign(db, no);
		if (!campaign) throw new AppError(404, "no_campaign", "There is no such group campaign.");
		return campaign;
	}

	return {
		/** @returns its number; with a key that is known, the number of before @throws AppError 400 */
		async createCampaign(
			{ name, endsAt, posts: inputs }: { name: string; endsAt: number | null; posts: PostInput[] },
			key: string | null,
			actor: string,
		): Promise<number> {
			const known = key === null ? null : await store.findCampaignByKey(db, key);
			if (known) return known.no;
			if (endsAt !== null && endsAt <= now()) throw invalid({ ends_at: "is in the past" });
			const prepared = [];
			for (const [i, input] of inputs.entries())
				prepared.push(await writing.prepare(input, actor, null, `posts.${i}.`));
			const at = now();
			const times = { createdAt: at, createdBy: actor, changedAt: at };
			const details = { posts: inputs.length };
			try {
				const { results } = await commit(
					db,
					at,
					[
						store.insertCampaign(db, { name, endsAt, key, state: "active", ...times }),
						audit(db, at, { actor, action: "group_campaign.created", subject: name, details }),
						...prepared.flatMap((post) => writing.writes(post, true)),
					],
					[],
				);
				const [[{ no }]] = results as [[{ no: number }]];
				for (const post of await listPosts(db, { campaignNo: no }, null, campaignSize))
					if (post.nextAt !== null && post.nextAt <= at) await wake(post.no);
				return no;
			} catch (error) {
				if (key === null || violationOf(error)?.kind !== "unique") throw error;
				return (await store.findCampaignByKey(db, key))?.no ?? 0;
			}
		},

		listCampaigns: (before: number | null, limit: number) => store.listCampaigns(db, before, limit),

		/** With its posts, the states of what they posted, and where it can't. */
		async viewCampaign(no: number) {
			const campaign = await get(no);
			const [ofIt, counts, problems] = await Promise.all([
				listPosts(db, { campaignNo: no }, null, campaignSize),
				store.countCampaign(db, no),
				store.problemsOf(db, no),
			]);
			return { campaign, posts: ofIt, counts, problems };
		},

		/** Ends it and all its posts; what was posted stays. @throws AppError 404, 409 */
		async cancelCampaign(no: number, actor: string): Promise<void> {
			const campaign = await get(no);
			const at = now();
			const cancelled = sql`EXISTS (SELECT 1 FROM group_campaigns WHERE no = ${no} AND state = 'cancelled')`;
			const its = sql`+${postings.postNo} IN (SELECT no FROM posts WHERE campaign_no = ${no} AND state = 'cancelled')`;
			const { results } = await commit(
				db,
				at,
				[
					store.moveCampaign(db, no, active("cancelled"), at),
					move(db, and(eq(posts.campaignNo, no), cancelled) ?? cancelled, "cancel", at),
					cancelWaiting(db, its),
					audit(db, at, { actor, action: "group_campaign.cancelled", subject: String(no) }),
				],
				[],
			);
			if ((results[0] as unknown[]).length === 0)
				throw new AppError(409, "wrong_state", `This group campaign is ${campaign.state} already.`);
		},

		/** Every minute: closes what is complete, and tells staff once of what is late and of groups it can't post in. */
		async check(): Promise<void> {
			for (const facts of await store.activeCampaigns(db)) {
				await store.noteInactiveGroups(db, facts.no, now());
				const verdict = campaignCheck(facts, now());
				if (verdict === "complete") await store.moveCampaign(db, facts.no, active("complete"), now());
				if (verdict === "overdue" && (await store.markOverdue(db, facts.no, now()))) {
					const due = facts.endsAt === null ? "" : ` It was to end at ${iso(facts.endsAt)}.`;
					await alerts.send(`The group campaign “${facts.name}” is late.${due}`, {
						page: `posts/campaigns/${facts.no}`,
					});
				}
			}
			const untold = await store.takeUntold(db, now());
			for (const no of new Set(untold.map(({ campaignNo }) => campaignNo))) {
				const its = untold.filter(({ campaignNo }) => campaignNo === no);
				const { name } = await get(no);
				await alerts.send(problemAlert(name, its), { page: `posts/campaigns/${no}` });
			}
		},
	};
}
