import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { outbox } from "../../platform/schema.ts";
import { isoOrNull } from "../../platform/time.ts";
import {
	groupBans,
	groupHistory,
	groupJoinRequests,
	groups,
	groupWarnings,
	groupWatchers,
} from "../schema.ts";

/** What somebody may read of themselves; who warned or banned them, and the operator's evidence, is not theirs. */
export async function exportRows(db: Db, userId: number, names: string[]) {
	const [history, warnings, watched, asked, brought, [ban]] = await db.batch([
		db.select().from(groupHistory).where(inArray(groupHistory.person, names)),
		db.select().from(groupWarnings).where(inArray(groupWarnings.person, names)),
		db.select().from(groupWatchers).where(eq(groupWatchers.userId, userId)),
		db.select().from(groupJoinRequests).where(eq(groupJoinRequests.userId, userId)),
		db.select({ title: groups.title }).from(groups).where(eq(groups.addedBy, userId)),
		db.select().from(groupBans).where(inArray(groupBans.person, names)),
	]);
	return {
		history: history.map((entry) => ({
			group: entry.groupId,
			at: isoOrNull(entry.at),
			action: entry.action,
			reason: entry.reason,
			until: isoOrNull(entry.until),
		})),
		warnings: warnings.map((warning) => ({
			group: warning.groupId,
			at: isoOrNull(warning.at),
			reason: warning.reason,
			counts: warning.clearedAt === null,
		})),
		told_of_reports_in: watched.map(({ groupId }) => groupId),
		asked_to_join: asked.map(({ groupId }) => groupId),
		brought_the_bot_to: brought.map(({ title }) => title),
		banned_from_all_groups: ban
			? {
					reason: ban.reason,
					at: isoOrNull(ban.bannedAt),
					until: isoOrNull(ban.until),
					lifted_at: isoOrNull(ban.liftedAt),
				}
			: null,
	};
}

/** What speaks against somebody stays under a hash, so that deleting is no way round it; all else goes. */
export const eraseRows = (db: Db, userId: number, hashed: string) => {
	const id = String(userId);
	return db.batch([
		db
			.update(groupHistory)
			.set({
				person: sql`CASE WHEN person = ${id} THEN ${hashed} ELSE person END`,
				actor: sql`CASE WHEN actor = ${`telegram:${id}`} THEN ${hashed} ELSE actor END`,
			})
			.where(or(eq(groupHistory.person, id), eq(groupHistory.actor, `telegram:${id}`))),
		db.update(groupWarnings).set({ person: hashed }).where(eq(groupWarnings.person, id)),
		// Of two rows the newer one, under the id, is what holds.
		db
			.delete(groupBans)
			.where(
				and(eq(groupBans.person, hashed), sql`EXISTS (SELECT 1 FROM group_bans b WHERE b.person = ${id})`),
			),
		db.update(groupBans).set({ person: hashed }).where(eq(groupBans.person, id)),
		db
			.update(groupBans)
			.set({ bannedBy: hashed })
			.where(eq(groupBans.bannedBy, `telegram:${id}`)),
		db.delete(groupWatchers).where(eq(groupWatchers.userId, userId)),
		db.delete(groupJoinRequests).where(eq(groupJoinRequests.userId, userId)),
		db.update(groups).set({ addedBy: null }).where(eq(groups.addedBy, userId)),
		// The list meets them at the next door.
		db
			.delete(outbox)
			.where(
				and(eq(outbox.kind, "shared_ban.put"), sql`json_extract(${outbox.payload}, '$.userId') = ${userId}`),
			),
	]);
};
