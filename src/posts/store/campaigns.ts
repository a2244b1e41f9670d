import { and, asc, desc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { groups } from "../../groups/schema.ts";
import type { Db } from "../../platform/db.ts";
import type { CampaignFacts } from "../rules/campaigns.ts";
import type { CampaignProblem, GroupCampaignState } from "../rules.ts";
import { groupCampaignProblems, groupCampaigns } from "../schema.ts";

export type GroupCampaign = typeof groupCampaigns.$inferSelect;

export async function findCampaign(db: Db, no: number): Promise<GroupCampaign | null> {
	const [row] = await db.select().from(groupCampaigns).where(eq(groupCampaigns.no, no));
	return row ?? null;
}

export async function findCampaignByKey(db: Db, key: string): Promise<GroupCampaign | null> {
	const [row] = await db.select().from(groupCampaigns).where(eq(groupCampaigns.key, key));
	return row ?? null;
}

export const insertCampaign = (db: Db, row: Omit<typeof groupCampaigns.$inferInsert, "no">) =>
	db.insert(groupCampaigns).values(row).returning({ no: groupCampaigns.no });

export const listCampaigns = (db: Db, before: number | null, limit: number) =>
	db
		.select()
		.from(groupCampaigns)
		.where(before === null ? undefined : lt(groupCampaigns.no, before))
		.orderBy(desc(groupCampaigns.no))
		.limit(limit);

export const moveCampaign = (
	db: Db,
	no: number,
	{ from, to }: { from: GroupCampaignState; to: GroupCampaignState },
	now: number,
	only?: SQL,
) =>
	db
		.update(groupCampaigns)
		.set({ state: to, changedAt: now })
		.where(and(eq(groupCampaigns.no, no), eq(groupCampaigns.state, from), only))
		.returning({ no: groupCampaigns.no });

/** @returns whether nobody had said so before */
export async function markOverdue(db: Db, no: number, now: number): Promise<boolean> {
	const rows = await db
		.update(groupCampaigns)
		.set({ overdueAt: now })
		.where(
			and(eq(groupCampaigns.no, no), eq(groupCampaigns.state, "active"), isNull(groupCampaigns.overdueAt)),
		)
		.returning({ no: groupCampaigns.no });
	return rows.length > 0;
}

/** Active campaigns as the clock looks at them. What is over is not read: only posts, and postings that are open. */
export const activeCampaigns = (db: Db) =>
	db.all<
		CampaignFacts & { no: number; name: string }
	>(sql`SELECT c.no, c.name, c.ends_at AS endsAt, c.overdue_at AS overdueAt,
			(SELECT count(*) FROM posts p WHERE p.campaign_no = c.no AND p.state IN ('scheduled', 'paused')) AS openPosts,
			count(o.id) AS openPostings,
			min(CASE WHEN o.state = 'waiting' AND o.post_state <> 'paused' THEN o.due_at END) AS waitingSince
		FROM group_campaigns c LEFT JOIN (
			SELECT w.id, w.state, w.due_at, p.campaign_no, p.state AS post_state FROM postings w JOIN posts p ON p.no = w.post_no
			WHERE w.state IN ('waiting', 'sending') AND p.campaign_no IS NOT NULL) o ON o.campaign_no = c.no
		WHERE c.state = 'active' GROUP BY c.no ORDER BY c.no`);

/** Groups that a campaign is still to post in, and where the bot is not at work: each is noted once. */
export const noteInactiveGroups = (db: Db, no: number, now: number) =>
	db
		.insert(groupCampaignProblems)
		.select(sql`SELECT DISTINCT p.campaign_no, t.group_id, 'inactive', ${now}, NULL
			FROM posts p JOIN post_targets t ON t.post_no = p.no LEFT JOIN groups g ON g.id = t.group_id
			WHERE p.campaign_no = ${no} AND p.state IN ('scheduled', 'paused') AND g.state IS NOT 'active'`)
		.onConflictDoNothing();

export const noteProblem = (
	db: Db,
	campaignNo: number,
	groupId: number,
	problem: CampaignProblem,
	at: number,
) => db.insert(groupCampaignProblems).values({ campaignNo, groupId, problem, at }).onConflictDoNothing();

/** Problems that nobody was told of, with the titles of their groups; from now on somebody was. */
export async function takeUntold(db: Db, now: number) {
	const taken = await db
		.update(groupCampaignProblems)
		.set({ toldAt: now })
		.where(isNull(groupCampaignProblems.toldAt))
		.returning();
	const ids = sql`SELECT value FROM json_each(${JSON.stringify(taken.map(({ groupId }) => groupId))})`;
	const titled =
		taken.length === 0
			? []
			: await db
					.select({ id: groups.id, title: groups.title })
					.from(groups)
					.where(sql`${groups.id} IN (${ids})`);
	const titles = new Map(titled.map(({ id, title }) => [id, title]));
	return taken.map((one) => ({ ...one, title: titles.get(one.groupId) ?? "A group that is gone" }));
}

export const problemsOf = (db: Db, campaignNo: number) =>
	db
		.select()
		.from(groupCampaignProblems)
		.where(eq(groupCampaignProblems.campaignNo, campaignNo))
		.orderBy(asc(groupCampaignProblems.groupId));

export const countCampaign = (db: Db, no: number) =>
	db.all<{ state: string; count: number }>(sql`SELECT w.state, count(*) AS count
		FROM posts p JOIN postings w ON w.post_no = p.no WHERE p.campaign_no = ${no} GROUP BY w.state`);
