import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { findings, reconciliations } from "../schema.ts";

type Finding = typeof findings.$inferSelect;

/** @returns false if it was found before */
export async function insertFinding(
	db: Db,
	finding: Pick<Finding, "id" | "botId" | "what" | "stars" | "at">,
): Promise<boolean> {
	const rows = await db.insert(findings).values(finding).onConflictDoNothing().returning({ id: findings.id });
	return rows.length > 0;
}

/** Open ones, oldest first. */
export const selectFindings = (
	db: Db,
	after: { at: number; id: string } | null,
	limit: number,
): Promise<Finding[]> =>
	db
		.select()
		.from(findings)
		.where(
			and(
				isNull(findings.resolvedAt),
				after ? sql`(${findings.at}, ${findings.id}) > (${after.at}, ${after.id})` : undefined,
			),
		)
		.orderBy(findings.at, findings.id)
		.limit(limit);

export async function isOpenFinding(db: Db, id: string): Promise<boolean> {
	const open = and(eq(findings.id, id), isNull(findings.resolvedAt));
	const rows = await db.select({ id: findings.id }).from(findings).where(open);
	return rows.length > 0;
}

/** The statement that closes an open finding. */
export const resolveFinding = (db: Db, now: number, id: string, actor: string, note: string) =>
	db
		.update(findings)
		.set({ resolvedAt: now, resolvedBy: actor, note })
		.where(and(eq(findings.id, id), isNull(findings.resolvedAt)));

/** How many of a bot's transactions were seen. */
export async function seenBefore(db: Db, botId: number): Promise<number> {
	const [row] = await db.select().from(reconciliations).where(eq(reconciliations.botId, botId));
	return row?.seen ?? 0;
}

export const rememberSeen = (db: Db, botId: number, seen: number, now: number) =>
	db
		.insert(reconciliations)
		.values({ botId, seen, at: now })
		.onConflictDoUpdate({ target: reconciliations.botId, set: { seen, at: now } });
