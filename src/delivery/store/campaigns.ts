import { and, desc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import {
	blockSize,
	blocksOf,
	type CampaignState,
	type Counts,
	editableStates,
	expansionSize,
	idsOf,
	noCounts,
	type Transition,
	terminalStates,
	transitions,
} from "../rules/campaigns.ts";
import { campaigns, deliveries, deliveryBlocks } from "../schema.ts";

export type Campaign = typeof campaigns.$inferSelect;

export async function findCampaign(db: Db, no: number): Promise<Campaign | null> {
	const [row] = await db.select().from(campaigns).where(eq(campaigns.no, no));
	return row ?? null;
}

export async function findByKey(db: Db, key: string): Promise<Campaign | null> {
	const [row] = await db.select().from(campaigns).where(eq(campaigns.key, key));
	return row ?? null;
}

/** Newest first. There are few: no index by state. */
export const listCampaigns = (
	db: Db,
	states: readonly CampaignState[] | null,
	before: number | null,
	limit: number,
) =>
	db
		.select()
		.from(campaigns)
		.where(
			and(
				before === null ? undefined : lt(campaigns.no, before),
				states === null ? undefined : inArray(campaigns.state, [...states]),
			),
		)
		.orderBy(desc(campaigns.no))
		.limit(limit);

/** Campaigns with something to do. There are few: no index. */
export const activeCampaigns = (db: Db, now: number) =>
	db
		.select()
		.from(campaigns)
		.where(
			or(
				inArray(campaigns.state, ["expanding", "sending", "cancelling"] satisfies CampaignState[]),
				and(eq(campaigns.state, "scheduled" satisfies CampaignState), lte(campaigns.startsAt, now)),
				eq(campaigns.takeBack, "running"),
			),
		);

/** Whether a campaign is in a state that this transition comes from. */
export const canMove = (no: number, transition: Transition, where?: SQL): SQL =>
	sql`EXISTS (SELECT 1 FROM campaigns WHERE ${and(eq(campaigns.no, no), inArray(campaigns.state, [...transitions[transition].from]), where)})`;

/** Nobody has moved or edited it since it was read. */
export const stillAs = ({ changedAt, startsAt }: Campaign): SQL =>
	sql`${campaigns.changedAt} = ${changedAt} AND ${campaigns.startsAt} IS ${startsAt}`;

/** The UPDATE of one transition: of a campaign in another state it does nothing. */
export const move = (
	db: Db,
	no: number,
	transition: Transition,
	now: number,
	more: Partial<Pick<Campaign, "pauseReason" | "startsAt" | "audience">> & { counts?: SQL; where?: SQL } = {},
) => {
	const { where, ...values } = more;
	const { from, to } = transitions[transition];
	// What a pause interrupted goes on.
	const state =
		transition === "resume" ? sql`CASE WHEN ${campaigns.expanded} THEN 'sending' ELSE 'expanding' END` : to;
	return db
		.update(campaigns)
		.set({ state, changedAt: now, ...values })
		.where(and(eq(campaigns.no, no), inArray(campaigns.state, [...from]), where))
		.returning({ no: campaigns.no });
};

/** Changes what nobody has yet; of another campaign nothing. */
export const edit = (
	db: Db,
	campaign: Campaign,
	change: Pick<Campaign, "name" | "content" | "audience" | "changedAt">,
) =>
	db
		.update(campaigns)
		.set(change)
		.where(
			and(eq(campaigns.no, campaign.no), inArray(campaigns.state, [...editableStates]), stillAs(campaign)),
		)
		.returning({ no: campaigns.no });

export const deleteDraft = (db: Db, no: number) =>
	db
		.delete(campaigns)
		.where(and(eq(campaigns.no, no), eq(campaigns.state, "draft" satisfies CampaignState)))
		.returning({ no: campaigns.no });

const columns = [...terminalStates, "errors", "kept"] as const;

/** What came of the blocks so far. */
export async function countBlocks(db: Db, no: number, now: number) {
	const { base, end } = blocksOf(no);
	const sums = columns.map((name) => sql`coalesce(sum(${sql.raw(name)}), 0) AS ${sql.raw(name)}`);
	const [row] = await db.all<Counts & { under_way: number }>(sql`SELECT ${sql.join(sums, sql`, `)},
		coalesce(sum(done = 0 AND token IS NOT NULL AND lease_until > ${now}), 0) AS under_way
		FROM delivery_blocks WHERE id BETWEEN ${base} AND ${end}`);
	const { under_way, ...counts } = row ?? { ...noCounts, under_way: 0 };
	return { counts, underWay: under_way };
}

const settledSum = sql.raw(terminalStates.join(" + "));

/** Nobody has let it go on since it stood like this. */
export const looksBackTo = ({ triedBefore, errorsBefore }: Campaign): SQL =>
	sql`${campaigns.triedBefore} = ${triedBefore} AND ${campaigns.errorsBefore} = ${errorsBefore}`;

/**
 * What went before no longer counts towards pausing by itself: a person has looked. Nor does what is under way, however
 * it ends: it was released before.
 */
export const forgive = (db: Db, no: number) => {
	const { base, end } = blocksOf(no);
	const blocks = sql`FROM delivery_blocks WHERE id BETWEEN ${base} AND ${end}`;
	const underWay = sql`(SELECT count(*) FROM delivery_blocks b JOIN deliveries d
		ON d.id BETWEEN b.first AND b.watermark AND d.bot_id = b.bot_id AND d.state = 'queued'
		WHERE b.id BETWEEN ${base} AND ${end} AND b.done = 0)`;
	return db
		.update(campaigns)
		.set({
			triedBefore: sql`(SELECT coalesce(sum(sent + failed + unknown), 0) ${blocks}) + ${underWay}`,
			errorsBefore: sql`(SELECT coalesce(sum(errors), 0) ${blocks}) + ${underWay}`,
		})
		.where(eq(campaigns.no, no));
};

/** What came of all its blocks, as it is kept. */
export const countsOfBlocks = (no: number | SQL): SQL => {
	const sums = columns.map((name) => sql`${name}, coalesce(sum(${sql.raw(name)}), 0)`);
	return sql`(SELECT json_object(${sql.join(sums, sql`, `)}) FROM delivery_blocks
		WHERE id BETWEEN ${no} * 1048576 AND ${no} * 1048576 + 1048575)`;
};

/** Ends a campaign whose terminal states add up, and no other, and keeps what came of it: a list need not count blocks. */
export async function conclude(db: Db, no: number, now: number): Promise<void> {
	const { base, end } = blocksOf(no);
	// What is being taken back still changes.
	const counts = sql`CASE WHEN take_back = 'running' THEN NULL ELSE ${countsOfBlocks(no)} END`;
	const settled = sql`(SELECT coalesce(sum(${settledSum}), 0) FROM delivery_blocks WHERE id BETWEEN ${base} AND ${end})`;
	const where = sql`${campaigns.total} = ${settled}`;
	await db.batch([
		move(db, no, "finish", now, { counts, where: sql`${campaigns.expanded} = 1 AND ${where}` }),
		move(db, no, "cancelled", now, { counts, where }),
	]);
}

// Not bound: a bound number may be a real one, and then the division is too.
const block = sql.raw(String(blockSize));

/**
 * Adds the next recipients with their blocks, and moves the cursor: one batch that reads the cursor itself, so whoever
 * runs beside it adds the ones behind.
 * @param audience a SELECT of `chat_id` and `bot_id`
 */
export async function expand(db: Db, no: number, audience: SQL, now: number): Promise<void> {
	const { base, end } = idsOf(no);
	const blocks = blocksOf(no);
	const open = sql`(SELECT 1 FROM campaigns WHERE no = ${no} AND state = 'expanding' AND expanded = 0)`;
	const cursor = sql`(SELECT cursor FROM campaigns WHERE no = ${no})`;
	const added = sql`FROM deliveries WHERE id > ${base} + ${cursor} AND id <= ${end}`;
	const count = sql`(SELECT count(*) ${added})`;
	// Columns in the order of the tables.
	await db.batch([
		db.insert(deliveries).select(sql`SELECT ${base} + recipients.no, audience.bot_id, 'queued', NULL, NULL
			FROM recipients CROSS JOIN (${audience}) AS audience ON audience.chat_id = recipients.chat_id
			WHERE recipients.no > ${cursor} AND audience.bot_id IS NOT NULL AND EXISTS ${open}
			ORDER BY recipients.no LIMIT ${expansionSize}`),
		db.insert(deliveryBlocks).select(sql`SELECT
				coalesce((SELECT max(id) FROM delivery_blocks WHERE id BETWEEN ${blocks.base} AND ${blocks.end}), ${blocks.base} - 1)
				+ row_number() OVER (ORDER BY min(id)), bot_id, min(id), max(id), NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
				0, 0, 0, 0
			FROM (SELECT id, bot_id, (row_number() OVER (PARTITION BY bot_id ORDER BY id) - 1) / ${block} AS part
				${added} AND EXISTS ${open})
			GROUP BY bot_id, part`),
		db
			.update(campaigns)
			.set({
				changedAt: now,
				total: sql`total + ${count}`,
				expanded: sql`${count} < ${expansionSize}`,
				state: sql`CASE WHEN ${count} < ${expansionSize} THEN 'sending' ELSE 'expanding' END`,
				cursor: sql`coalesce((SELECT max(id) ${added}) - ${base}, cursor)`,
			})
			.where(sql`no = ${no} AND state = 'expanding' AND expanded = 0`),
	]);
}

/** Some of the failures: with one of these notes, or of these chats; neither: all. */
interface Only {
	notes?: readonly (string | null)[];
	chatIds?: readonly number[];
}

function onlyThose({ notes, chatIds }: Only, base: number): SQL {
	const those = [sql`TRUE`];
	if (notes)
		those.push(
			sql`coalesce(note, '') IN (SELECT coalesce(value, '') FROM json_each(${JSON.stringify(notes)}))`,
		);
	if (chatIds)
		those.push(sql`id - ${base} IN (SELECT no FROM recipients
			WHERE chat_id IN (SELECT value FROM json_each(${JSON.stringify(chatIds)})))`);
	return sql.join(those, sql` AND `);
}

/** Failures are queued again in blocks of their own, which begin with what they take back. */
export async function requeue(
	db: Db,
	{ no, round }: Campaign,
	states: readonly string[],
	only: Only,
	now: number,
	actor: string,
): Promise<boolean> {
	const { base, end } = idsOf(no);
	const blocks = blocksOf(no);
	const list = sql.join(
		states.map((state) => sql`${state}`),
		sql`, `,
	);
	// Named like this, the index of failures serves.
	const chosen = sql`state IN ('failed', 'unknown') AND state IN (${list})
		AND id BETWEEN ${base} AND ${end} AND ${onlyThose(only, base)}`;
	const ours = sql`EXISTS (SELECT 1 FROM campaigns WHERE no = ${no} AND state = 'sending' AND round = ${round + 1})`;
	const [moved] = await db.batch([
		db
			.update(campaigns)
			.set({
				state: transitions.resend.to,
				changedAt: now,
				round: round + 1,
				pauseReason: null,
				counts: null,
			})
			.where(
				and(
					eq(campaigns.no, no),
					inArray(campaigns.state, [...transitions.resend.from]),
					eq(campaigns.round, round),
					isNull(campaigns.takeBack),
					sql`EXISTS (SELECT 1 FROM deliveries WHERE ${chosen})`,
				),
			)
			.returning({ no: campaigns.no }),
		db.insert(deliveryBlocks).select(sql`SELECT
				(SELECT max(id) FROM delivery_blocks WHERE id BETWEEN ${blocks.base} AND ${blocks.end})
				+ row_number() OVER (ORDER BY min(id)), bot_id, min(id), max(id), NULL, 0, 0, 0, 0,
				0, -sum(state = 'failed'), 0, -sum(state = 'unknown'), 0, 0, 0, 0, 0, 0
			FROM (SELECT id, bot_id, state, (row_number() OVER (PARTITION BY bot_id ORDER BY id) - 1) / ${block} AS part
				FROM deliveries WHERE ${chosen} AND ${ours})
			GROUP BY bot_id, part`),
		db.update(deliveries).set({ state: "queued", note: null }).where(sql`${chosen} AND ${ours}`),
		forgive(db, no),
		audit(db, now, {
			actor,
			action: "campaign.resent",
			subject: String(no),
			details: { states, notes: only.notes, recipients: only.chatIds?.length },
		}),
	]);
	return moved.length > 0;
}
