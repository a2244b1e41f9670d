import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { firstIdAt } from "../../platform/ids.ts";
import { pageOf } from "../../platform/pages.ts";
import { auditEntries, failedUpdates } from "../../platform/schema.ts";

/** One column at most, and a time in ms. */
export interface AuditFilter {
	by?: { column: "actor" | "action" | "subject"; value: string } | undefined;
	from?: number | undefined;
	to?: number | undefined;
}

export type Journal = ReturnType<typeof createJournal>;

/** What staff look at: the audit, and what went wrong. It changes nothing. */
export function createJournal({ db }: { db: Db }) {
	return {
		/**
		 * What staff did, newest first. Ids sort by time, so the primary key serves it; a filter goes along an index of
		 * its own, which ends with the id.
		 */
		async audit({ by, from, to }: AuditFilter, before: string | null, limit: number) {
			const found = await db
				.select()
				.from(auditEntries)
				.where(
					and(
						by && eq(auditEntries[by.column], by.value),
						from === undefined ? undefined : gte(auditEntries.id, firstIdAt("aud", from)),
						to === undefined ? undefined : lt(auditEntries.id, firstIdAt("aud", to)),
						before === null ? undefined : lt(auditEntries.id, before),
					),
				)
				.orderBy(desc(auditEntries.id))
				.limit(limit + 1);
			const { page: rows, last } = pageOf(found, limit);
			return { rows, next: last?.id ?? null };
		},

		/** Updates whose handling threw, the last one first, along `failed_updates_at`. */
		async failedUpdates(after: { at: number; id: string } | null, limit: number) {
			const place =
				after && sql`(${failedUpdates.failedAt}, ${failedUpdates.id}) < (${after.at}, ${after.id})`;
			const found = await db
				.select()
				.from(failedUpdates)
				.where(place ?? undefined)
				.orderBy(desc(failedUpdates.failedAt), desc(failedUpdates.id))
				.limit(limit + 1);
			const { page: rows, last } = pageOf(found, limit);
			return { rows, next: last ? { at: last.failedAt, id: last.id } : null };
		},
	};
}
