import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import type { Entitlement, GrantChange } from "../rules.ts";
import { grants, instalments } from "../schema.ts";

/** All changes there were, oldest first. */
export const selectGrants = (db: Db, userId: number, what: Entitlement): Promise<GrantChange[]> =>
	db
		.select()
		.from(grants)
		.where(and(eq(grants.userId, userId), eq(grants.what, what)))
		.orderBy(asc(grants.no));

export const insertGrant = (db: Db, userId: number, change: GrantChange) =>
	db.insert(grants).values({ userId, ...change });

export type Instalment = typeof instalments.$inferSelect;

export const insertInstalments = (db: Db, rows: Omit<Instalment, "state">[]) =>
	db.insert(instalments).values(rows.map((row) => ({ ...row, state: "due" as const })));

/** Of this source, by number. */
export const selectInstalments = (db: Db, source: string): Promise<Instalment[]> =>
	db.select().from(instalments).where(eq(instalments.source, source)).orderBy(asc(instalments.no));

/** Ends come before what is due at the same time. */
export const selectDue = (db: Db, now: number, limit: number): Promise<Instalment[]> =>
	db
		.select()
		.from(instalments)
		.where(and(eq(instalments.state, "due"), lte(instalments.dueAt, now)))
		.orderBy(asc(instalments.dueAt), asc(instalments.credits))
		.limit(limit);

/** Whether this person was given a later month's credits. */
export async function hasLaterMonth(db: Db, { userId, dueAt }: Instalment): Promise<boolean> {
	const [row] = await db
		.select({ no: instalments.no })
		.from(instalments)
		.where(
			and(
				eq(instalments.userId, userId),
				eq(instalments.state, "given"),
				sql`${instalments.credits} > 0 AND ${instalments.dueAt} >= ${dueAt}`,
			),
		)
		.limit(1);
	return row !== undefined;
}

/** `due -> given` */
export const markGiven = (db: Db, { source, no }: Pick<Instalment, "source" | "no">) =>
	db
		.update(instalments)
		.set({ state: "given" })
		.where(and(eq(instalments.source, source), eq(instalments.no, no), eq(instalments.state, "due")));

/** `due -> withdrawn`, all of a source. */
export const withdrawInstalments = (db: Db, source: string) =>
	db
		.update(instalments)
		.set({ state: "withdrawn" })
		.where(and(eq(instalments.source, source), eq(instalments.state, "due")));
