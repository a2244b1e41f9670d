import { count, desc, isNotNull, lt, sql } from "drizzle-orm";
import type { Directory } from "../people/directory.ts";
import type { Db } from "../platform/db.ts";
import { pageOf } from "../platform/pages.ts";
import type { Registry } from "../platform/registry.ts";
import { auditEntries, deadJobs, failedUpdates, outbox } from "../platform/schema.ts";

export type Watch = ReturnType<typeof createWatch>;

interface Needs {
	db: Db;
	registry: Registry;
	directory: Directory;
}

/** What staff look at: counts, the audit, and what went wrong. It changes nothing. */
export function createWatch({ db, registry, directory }: Needs) {
	async function overview() {
		const [people, [failed], [dead], [waiting]] = await Promise.all([
			directory.count(),
			db.select({ n: count() }).from(failedUpdates).where(isNotNull(failedUpdates.gaveUpAt)),
			db.select({ n: count() }).from(deadJobs),
			db.select({ n: count() }).from(outbox),
		]);
		return {
			users: {
				total: people.total,
				complete: people.complete,
				new_today: people.newToday,
				new_7_days: people.newWeek,
				banned: people.banned,
				vip: people.vip,
			},
			bots: registry.bots.size,
			failed_updates: failed?.n ?? 0,
			dead_jobs: dead?.n ?? 0,
			outbox: waiting?.n ?? 0,
		};
	}

	return {
		overview,

		/** The overview and where people come from. */
		async stats() {
			const [counts, { byLanguage, byGender, byBot }] = await Promise.all([
				overview(),
				directory.breakdown(),
			]);
			const named = (rows: { name: string | null; users: number }[]) =>
				Object.fromEntries(rows.map(({ name, users }) => [name ?? "unknown", users]));
			return {
				...counts,
				by_language: named(byLanguage),
				by_gender: named(byGender),
				by_bot: byBot.map(({ botId, users, blocked }) => ({
					bot_id: botId,
					username: registry.bots.get(botId)?.username ?? null,
					users,
					blocked,
				})),
			};
		},

		/** What staff did, newest first: ids sort by time, so the primary key serves it. */
		async audit(before: string | null, limit: number) {
			const found = await db
				.select()
				.from(auditEntries)
				.where(before === null ? undefined : lt(auditEntries.id, before))
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
