import { and, asc, count, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { reports } from "../../chat/schema.ts";
import { groups } from "../../groups/schema.ts";
import { findings, payments, refunds } from "../../payments/schema.ts";
import { bans, people, personBots } from "../../people/schema.ts";
import type { Db } from "../../platform/db.ts";
import { failedUpdates, type RequestKind, requests } from "../../platform/schema.ts";
import { dayMs } from "../../platform/time.ts";
import { ageGroup, type HourCounts, heldMs, hourMs, type SnapshotCounts } from "../rules.ts";
import { hours, snapshots } from "../schema.ts";

// This capability only counts: it reads the tables of others, and writes none of them.

/** A sum under a name of its own: a batch tells columns apart by their names alone. */
const total = (what: SQL, name: string) => sql<number>`coalesce(sum(${what}), 0)`.as(name);

/** Everything that takes a pass over everybody; days are those of UTC. */
export async function countAll(db: Db, now: number): Promise<SnapshotCounts> {
	const today = now - (now % dayMs);
	const waiting = (table: SQLiteTable, where: SQL | undefined) =>
		db.select({ n: count() }).from(table).where(where);
	const [
		[users],
		[banned],
		[money],
		languages,
		genders,
		ages,
		bots,
		[openReports],
		[waitingGroups],
		openRequests,
		[openFindings],
	] = await db.batch([
		db
			.select({
				total: count(),
				complete: sql<number>`count(${people.age})`.as("complete"),
				new_today: total(sql`${people.createdAt} >= ${today}`, "new_today"),
				new_7_days: total(sql`${people.createdAt} >= ${today - 6 * dayMs}`, "new_7_days"),
				vip: total(sql`${people.vipUntil} > ${now}`, "vip"),
				vip_ending_7_days: total(
					sql`${people.vipUntil} > ${now} AND ${people.vipUntil} <= ${now + 7 * dayMs}`,
					"vip_ending",
				),
			})
			.from(people),
		waiting(bans, and(isNull(bans.liftedAt), sql`(${bans.until} IS NULL OR ${bans.until} > ${now})`)),
		db
			.select({
				received: total(sql`${payments.stars} * (${payments.state} = 'credited')`, "received"),
				refunded: total(sql`${payments.stars} * (${payments.state} = 'refunded')`, "refunded"),
				held: total(
					sql`${payments.stars} * (${payments.state} = 'credited' AND ${payments.paidAt} > ${now - heldMs})`,
					"held",
				),
			})
			.from(payments),
		db.select({ name: people.language, users: count() }).from(people).groupBy(people.language),
		db.select({ name: people.gender, users: count() }).from(people).groupBy(people.gender),
		db.select({ age: people.age, users: count() }).from(people).groupBy(people.age),
		db
			.select({
				bot_id: personBots.botId,
				users: count(),
				blocked: sql<number>`count(${personBots.blockedAt})`.as("blocked"),
			})
			.from(personBots)
			.groupBy(personBots.botId),
		// As literals, so that the partial indexes fit.
		waiting(reports, sql`status = 'open'`),
		waiting(groups, eq(groups.state, "waiting")),
		db
			.select({ kind: requests.kind, n: count() })
			.from(requests)
			.where(eq(requests.state, "open"))
			.groupBy(requests.kind),
		waiting(findings, isNull(findings.resolvedAt)),
	]);
	const named = (rows: { name: string | null; users: number }[]) =>
		Object.fromEntries(rows.map(({ name, users }) => [name ?? "unknown", users]));
	const asked = (kind: RequestKind) => openRequests.find((row) => row.kind === kind)?.n ?? 0;
	const byAge: Record<string, number> = {};
	for (const { age, users } of ages) byAge[ageGroup(age)] = (byAge[ageGroup(age)] ?? 0) + users;
	const none = { total: 0, complete: 0, new_today: 0, new_7_days: 0, vip: 0, vip_ending_7_days: 0 };
	return {
		users: { ...none, ...users, banned: banned?.n ?? 0 },
		stars: { received: 0, refunded: 0, held: 0, ...money },
		open: {
			reports: openReports?.n ?? 0,
			groups: waitingGroups?.n ?? 0,
			support: asked("support"),
			appeals: asked("appeal"),
			refunds: asked("refund"),
			payouts: asked("payout"),
			findings: openFindings?.n ?? 0,
		},
		by_language: named(languages),
		by_gender: named(genders),
		by_age: byAge,
		by_bot: bots,
	};
}

/** What happened in an hour, along the indexes by time. */
export async function countHour(db: Db, hour: number) {
	const within = (column: SQL) => sql`${column} >= ${hour} AND ${column} < ${hour + hourMs}`;
	const [[users], [paid], [returned], [failed]] = await db.batch([
		db
			.select({ n: count() })
			.from(people)
			.where(within(sql`${people.createdAt}`)),
		db
			.select({ n: count(), stars: total(sql`${payments.stars}`, "stars") })
			.from(payments)
			.where(within(sql`${payments.paidAt}`)),
		db
			.select({ stars: total(sql`${payments.stars}`, "stars") })
			.from(refunds)
			.innerJoin(payments, eq(payments.chargeId, refunds.chargeId))
			.where(within(sql`${refunds.createdAt}`)),
		db
			.select({ n: count() })
			.from(failedUpdates)
			.where(within(sql`${failedUpdates.failedAt}`)),
	]);
	return {
		new_users: users?.n ?? 0,
		purchases: paid?.n ?? 0,
		stars_received: paid?.stars ?? 0,
		stars_refunded: returned?.stars ?? 0,
		failed_updates: failed?.n ?? 0,
	};
}

export async function readSnapshot(db: Db) {
	const [row] = await db.select().from(snapshots).where(eq(snapshots.id, 1));
	return row ?? null;
}

export async function writeSnapshot(db: Db, row: { at: number; counts: SnapshotCounts }): Promise<void> {
	await db
		.insert(snapshots)
		.values({ id: 1, ...row })
		.onConflictDoUpdate({ target: snapshots.id, set: row });
}

export async function lastHour(db: Db): Promise<number | null> {
	const [row] = await db.select({ hour: hours.hour }).from(hours).orderBy(desc(hours.hour)).limit(1);
	return row?.hour ?? null;
}

/** An hour is counted once. */
export const writeHour = (db: Db, hour: number, counts: HourCounts) =>
	db.insert(hours).values({ hour, counts }).onConflictDoNothing();

/** Those from `from` to before `to`, oldest first, with the one before them. */
export const readHours = (db: Db, from: number, to: number) =>
	db
		.select()
		.from(hours)
		.where(and(gte(hours.hour, from - hourMs), lt(hours.hour, to)))
		.orderBy(asc(hours.hour));
