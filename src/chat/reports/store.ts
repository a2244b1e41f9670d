import { and, count, desc, eq, lt, ne, sql } from "drizzle-orm";
import { type AuditEntry, auditWhere } from "../../platform/audit.ts";
import { among, type Db } from "../../platform/db.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import { outbox } from "../../platform/schema.ts";
import type { OpenReport, ReportStatus, TrackRecord } from "../rules/reports.ts";
import { reports } from "../schema.ts";

export type Report = typeof reports.$inferSelect;

export const insertReport = (db: Db, report: typeof reports.$inferInsert) =>
	db.insert(reports).values(report).onConflictDoNothing().returning({ id: reports.id });

export async function findReport(db: Db, id: string): Promise<Report | null> {
	const [row] = await db.select().from(reports).where(eq(reports.id, id));
	return row ?? null;
}

export async function findReportOf(db: Db, chatId: string, reporterId: number): Promise<Report | null> {
	const where = and(eq(reports.chatId, chatId), eq(reports.reporterId, reporterId));
	const [row] = await db.select().from(reports).where(where);
	return row ?? null;
}

/** Newest first, along the primary key; those still open along `reports_open`, those about one person along `reports_reported`. */
export const listReports = (
	db: Db,
	{ open, about }: { open: boolean; about: number | null },
	before: string | null,
	limit: number,
) =>
	db
		.select()
		.from(reports)
		.where(
			and(
				// As a literal: with a variable SQLite could not know that the partial index fits.
				open ? sql`status = 'open'` : undefined,
				about === null ? undefined : eq(reports.reportedId, about),
				before === null ? undefined : lt(reports.id, before),
			),
		)
		.orderBy(desc(reports.id))
		.limit(limit);

export const updateReport = (
	db: Db,
	id: string,
	changes: Partial<Pick<Report, "copies" | "copyable" | "reviewChatId" | "cardMessageId" | "broughtAt">>,
) => db.update(reports).set(changes).where(eq(reports.id, id));

/**
 * Decides a report that is still open, with the audit entry and the event that go with it, or does nothing at all:
 * a batch goes on after a statement that matched nothing, so each of them asks for the state it comes from.
 * @returns the event's id, or null if the report was decided before
 */
export async function decideReport(
	db: Db,
	id: string,
	now: number,
	decision: { status: ReportStatus; banUntil: number | null; by: string },
	entry: AuditEntry,
): Promise<number | null> {
	const open = and(eq(reports.id, id), eq(reports.status, "open"));
	const event: OutboxEvent = { kind: "report.decided", payload: { reportId: id } };
	const { status, banUntil, by } = decision;
	const [, events] = await db.batch([
		auditWhere(db, now, entry, sql`EXISTS (SELECT 1 FROM ${reports} WHERE ${open})`),
		db
			.insert(outbox)
			.select(
				db
					.select({
						id: sql<number>`NULL`.as("id"),
						kind: sql<string>`${event.kind}`.as("kind"),
						payload: sql`${JSON.stringify(event.payload)}`.as("payload"),
						createdAt: sql<number>`${now}`.as("created_at"),
						attempts: sql<number>`0`.as("attempts"),
					})
					.from(reports)
					.where(open),
			)
			.returning({ id: outbox.id }),
		db.update(reports).set({ status, banUntil, decidedAt: now, decidedBy: by }).where(open),
	]);
	return events[0]?.id ?? null;
}

/** Under which number reports of somebody stand whose data was deleted. */
export type Alias = (userId: number) => Promise<number>;

/** The undecided reports about a person, each with how its author's earlier ones were judged. */
export async function openReportsAbout(db: Db, aliasOf: Alias, reportedId: number): Promise<OpenReport[]> {
	const rows = await db
		.select()
		.from(reports)
		.where(and(eq(reports.reportedId, reportedId), eq(reports.status, "open")));
	const records = await trackRecords(db, aliasOf, [...new Set(rows.map((row) => row.reporterId))]);
	return rows.map(({ reporterId, reason, createdAt }) => {
		const record = records.get(reporterId) ?? { upheld: 0, dismissed: 0 };
		return { reporterId, reason, createdAt, record };
	});
}

/** Reports of before the deletion of somebody's data count as well: deleting makes nobody more credible. */
async function trackRecords(
	db: Db,
	aliasOf: Alias,
	reporterIds: number[],
): Promise<Map<number, TrackRecord>> {
	if (reporterIds.length === 0) return new Map();
	const aliases = await Promise.all(reporterIds.map(async (id) => [await aliasOf(id), id] as const));
	const owners = new Map([...aliases, ...reporterIds.map((id) => [id, id] as const)]);
	const rows = await db
		.select({ reporterId: reports.reporterId, status: reports.status, n: count() })
		.from(reports)
		.where(among(reports.reporterId, [...owners.keys()]))
		.groupBy(reports.reporterId, reports.status);
	const records = new Map<number, TrackRecord>();
	for (const { reporterId, status, n } of rows) {
		const owner = owners.get(reporterId) ?? reporterId;
		const record = records.get(owner) ?? { upheld: 0, dismissed: 0 };
		if (status === "dismissed") record.dismissed += n;
		if (status === "banned" || status === "warned") record.upheld += n;
		records.set(owner, record);
	}
	return records;
}

/** How often a person was reported, and how their own reports were judged: what staff read on a card. */
export async function countsOf(db: Db, aliasOf: Alias, userId: number) {
	const [about, by] = await Promise.all([
		db
			.select({ status: reports.status, n: count() })
			.from(reports)
			.where(eq(reports.reportedId, userId))
			.groupBy(reports.status),
		trackRecords(db, aliasOf, [userId]),
	]);
	const reported = about.reduce((sum, { n }) => sum + n, 0);
	const upheld = about.reduce((sum, { status, n }) => sum + (/banned|warned/.test(status) ? n : 0), 0);
	return { reported, upheld, own: by.get(userId) ?? { upheld: 0, dismissed: 0 } };
}

/** What somebody may read of their reports: their own, and of those about them how many were decided. */
export async function exportReports(db: Db, userId: number) {
	const [filed, [about]] = await db.batch([
		db
			.select({ reason: reports.reason, at: reports.createdAt, status: reports.status })
			.from(reports)
			.where(eq(reports.reporterId, userId)),
		db
			.select({ n: count().as("n") })
			.from(reports)
			.where(and(eq(reports.reportedId, userId), ne(reports.status, "open"))),
	]);
	return { filed, decided_about_you: about?.n ?? 0 };
}

/** Takes a person out of the reports: their own go on under their alias, as what they are worth is part of it. One about them that staff have not decided yet keeps its name till then. */
export const eraseFromReports = (db: Db, userId: number, alias: number) => {
	// Another number for every row, and none of a person: these are all below zero.
	const nobody = sql`-rowid`;
	return db.batch([
		db.update(reports).set({ reporterId: alias }).where(eq(reports.reporterId, userId)),
		db
			.update(reports)
			.set({ reportedId: nobody })
			.where(and(eq(reports.reportedId, userId), ne(reports.status, "open"))),
	]);
};
