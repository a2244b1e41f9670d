import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { newId } from "../../platform/ids.ts";
import { auditEntries, failedUpdates, outbox } from "../../platform/schema.ts";
import { deriveSecret } from "../../platform/secrets.ts";
import { dayMs, iso, isoOrNull } from "../../platform/time.ts";
import { ageRefusals, bans, erasures, people, personBots, personNames, personWords } from "../schema.ts";

/** Names somebody erased: whoever has the key and the id finds it again, and nobody learns the id from it. */
export const erasedHash = (hashKey: string, userId: number) => deriveSecret(hashKey, `erased:${userId}`);

/** An update that failed is kept by its shape, ids included. */
const failedOf = (userId: number): SQL => sql`${failedUpdates.update} GLOB ${`*"id":${userId}[,}]*`}`;

const auditedOf = (userId: number): SQL | undefined =>
	or(eq(auditEntries.subject, String(userId)), eq(auditEntries.actor, `telegram:${userId}`));

/**
 * Deletes all rows of a person, and keeps under the hash what still holds against them. One batch, and each statement
 * looks for itself: whatever is written at the same time stands either before or after the whole.
 * @param by the staff who did it; null: the person themselves
 * @returns the newest version that was deleted, 0 if there was nothing
 */
export async function eraseRows(
	db: Db,
	userId: number,
	hash: string,
	now: number,
	by: string | null,
): Promise<number> {
	const pseudonym = `erased:${hash}`;
	const [, , , , , ...deleted] = await db.batch([
		// Columns in the order of the tables.
		db
			.insert(erasures)
			.select(sql`SELECT ${hash}, ${now}, reason, banned_at, banned_by, until, appealed_at, NULL, NULL FROM bans
				WHERE user_id = ${userId} AND lifted_at IS NULL AND (until IS NULL OR until > ${now})`)
			.onConflictDoUpdate({
				target: erasures.hash,
				set: {
					erasedAt: now,
					banReason: sql`excluded.ban_reason`,
					bannedAt: sql`excluded.banned_at`,
					bannedBy: sql`excluded.banned_by`,
					banUntil: sql`excluded.ban_until`,
					appealedAt: sql`excluded.appealed_at`,
				},
			}),
		db
			.insert(erasures)
			.select(sql`SELECT ${hash}, ${now}, NULL, NULL, NULL, NULL, NULL, refused_at, appealed_at FROM age_refusals
				WHERE user_id = ${userId} AND lifted_at IS NULL`)
			.onConflictDoUpdate({
				target: erasures.hash,
				set: {
					erasedAt: now,
					refusedAt: sql`excluded.refused_at`,
					refusalAppealedAt: sql`excluded.refusal_appealed_at`,
				},
			}),
		db
			.update(auditEntries)
			.set({
				subject: sql`CASE WHEN ${auditEntries.subject} = ${String(userId)} THEN ${pseudonym} ELSE ${auditEntries.subject} END`,
				actor: sql`CASE WHEN ${auditEntries.actor} = ${`telegram:${userId}`} THEN ${pseudonym} ELSE ${auditEntries.actor} END`,
			})
			.where(auditedOf(userId)),
		db
			.insert(auditEntries)
			.select(sql`SELECT ${newId("aud")}, ${now}, ${by ?? pseudonym}, 'person.erased', ${pseudonym}, NULL WHERE EXISTS (
				SELECT 1 FROM people WHERE id = ${userId} UNION SELECT 1 FROM bans WHERE user_id = ${userId}
				UNION SELECT 1 FROM age_refusals WHERE user_id = ${userId})`),
		db.delete(failedUpdates).where(failedOf(userId)),
		db.delete(people).where(eq(people.id, userId)).returning({ version: people.version }),
		db.delete(bans).where(eq(bans.userId, userId)).returning({ version: bans.version }),
		db.delete(ageRefusals).where(eq(ageRefusals.userId, userId)).returning({ version: ageRefusals.version }),
		db.delete(personBots).where(eq(personBots.userId, userId)).returning({ version: sql<number>`0` }),
		db.delete(personNames).where(eq(personNames.userId, userId)).returning({ version: sql<number>`0` }),
		db.delete(personWords).where(eq(personWords.userId, userId)).returning({ version: sql<number>`0` }),
		db
			.delete(outbox)
			.where(
				and(
					inArray(outbox.kind, ["person.changed", "age.refused", "age.lifted"]),
					sql`json_extract(${outbox.payload}, '$.userId') = ${userId}`,
				),
			)
			.returning({ version: sql<number>`0` }),
	]);
	return Math.max(0, ...deleted.flat().map((row) => row.version));
}

/** Somebody erased is here again: what held against them holds again. */
export const restoreErased = (db: Db, userId: number, hash: string, now: number) =>
	[
		db
			.insert(bans)
			.select(sql`SELECT ${userId}, ban_reason, banned_at, banned_by, ban_until, ${now}, NULL, appealed_at
				FROM erasures
				WHERE hash = ${hash} AND ban_reason IS NOT NULL AND (ban_until IS NULL OR ban_until > ${now})`)
			.onConflictDoNothing(),
		db
			.insert(ageRefusals)
			.select(sql`SELECT ${userId}, refused_at, ${now}, NULL, NULL, refusal_appealed_at FROM erasures
				WHERE hash = ${hash} AND refused_at IS NOT NULL`)
			.onConflictDoNothing(),
		db.delete(erasures).where(eq(erasures.hash, hash)),
	] as const;

/** All rows of a person, as they may read them. Who of the staff did what is not theirs. */
export async function exportRows(db: Db, userId: number, hash: string) {
	const [[person], [named], bots, [ban], [refusal], [erased], audited, failed] = await db.batch([
		db.select().from(people).where(eq(people.id, userId)),
		db.select().from(personNames).where(eq(personNames.userId, userId)),
		db.select().from(personBots).where(eq(personBots.userId, userId)),
		db.select().from(bans).where(eq(bans.userId, userId)),
		db.select().from(ageRefusals).where(eq(ageRefusals.userId, userId)),
		db.select().from(erasures).where(eq(erasures.hash, hash)),
		db
			.select({ at: auditEntries.at, action: auditEntries.action })
			.from(auditEntries)
			.where(auditedOf(userId)),
		db.select({ at: failedUpdates.failedAt }).from(failedUpdates).where(failedOf(userId)),
	]);
	return {
		profile: person
			? {
					language: person.language,
					gender: person.gender,
					age: person.age,
					wish: person.wish,
					vip_until: isoOrNull(person.vipUntil),
					since: isoOrNull(person.createdAt),
					last_active_on:
						person.lastActiveDay === null ? null : iso(person.lastActiveDay * dayMs).slice(0, 10),
				}
			: null,
		called: named ? { name: named.name, username: named.username } : null,
		terms: person?.termsVersion
			? { version: person.termsVersion, at: isoOrNull(person.termsAcceptedAt) }
			: null,
		bots: bots.map((bot) => ({
			id: bot.botId,
			started_at: isoOrNull(bot.startedAt),
			blocked_at: isoOrNull(bot.blockedAt),
		})),
		ban: ban
			? {
					reason: ban.reason,
					at: isoOrNull(ban.bannedAt),
					until: isoOrNull(ban.until),
					appealed_at: isoOrNull(ban.appealedAt),
					lifted_at: isoOrNull(ban.liftedAt),
				}
			: null,
		age_refusal: refusal
			? {
					at: isoOrNull(refusal.refusedAt),
					appealed_at: isoOrNull(refusal.appealedAt),
					lifted_at: isoOrNull(refusal.liftedAt),
				}
			: null,
		kept_from_an_earlier_deletion: erased
			? {
					at: isoOrNull(erased.erasedAt),
					ban:
						erased.banReason === null
							? null
							: { reason: erased.banReason, until: isoOrNull(erased.banUntil) },
					age_refused_at: isoOrNull(erased.refusedAt),
				}
			: null,
		audit: audited.map(({ at, action }) => ({ at: isoOrNull(at), action })),
		failed_updates: failed.map(({ at }) => isoOrNull(at)),
	};
}
