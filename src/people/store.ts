import { and, asc, desc, eq, gt, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Db } from "../platform/db.ts";
import { isLanguage } from "../platform/i18n/index.ts";
import { dayMs } from "../platform/time.ts";
import { type Ban, type Card, type Gender, genders, type Wish } from "./rules.ts";
import { ageRefusals, bans, people, personBots } from "./schema.ts";

type Row = typeof people.$inferSelect;

export type PersonChanges = Partial<
	Pick<
		Row,
		"language" | "gender" | "age" | "wish" | "vipUntil" | "termsVersion" | "termsAcceptedAt" | "lastActiveDay"
	>
>;

/** Never goes back, not even when a row is deleted and made anew: at least the clock, always more than before. */
const nextVersion = (now: number) => sql`max(${people.version} + 1, ${now})`;

export const insertPerson = (db: Db, userId: number, now: number) =>
	db
		.insert(people)
		.values({ id: userId, version: now, createdAt: now, lastActiveDay: Math.floor(now / dayMs) })
		.onConflictDoNothing();

export const updatePerson = (db: Db, userId: number, now: number, changes: PersonChanges) =>
	db
		.update(people)
		.set({ ...changes, version: nextVersion(now) })
		.where(eq(people.id, userId));

/** No change of the card, so no version. A day that is there already is no write. */
export const markActive = (db: Db, userId: number, day: number) =>
	db
		.update(people)
		.set({ lastActiveDay: day })
		.where(and(eq(people.id, userId), sql`coalesce(${people.lastActiveDay}, 0) < ${day}`));

/** What somebody told of themselves goes. Their language and what they paid for stay, for when staff let them start over. */
export const emptyProfile = (db: Db, userId: number, now: number) =>
	updatePerson(db, userId, now, {
		...{
			gender: null,
			age: null,
			wish: "any",
			termsVersion: null,
			termsAcceptedAt: null,
			lastActiveDay: null,
		},
	});

export const insertRefusal = (db: Db, userId: number, now: number) =>
	db
		.insert(ageRefusals)
		.values({ userId, refusedAt: now, version: now })
		.onConflictDoUpdate({
			target: ageRefusals.userId,
			set: {
				refusedAt: now,
				version: sql`max(${ageRefusals.version} + 1, ${now})`,
				liftedAt: null,
				liftedBy: null,
				appealedAt: null,
			},
		});

export const liftRefusal = (db: Db, userId: number, now: number, actor: string) =>
	db
		.update(ageRefusals)
		.set({ liftedAt: now, liftedBy: actor, version: sql`max(${ageRefusals.version} + 1, ${now})` })
		.where(and(eq(ageRefusals.userId, userId), isNull(ageRefusals.liftedAt)));

export const insertBan = (db: Db, userId: number, now: number, by: string, { reason, until }: Ban) => {
	const values = { reason, until, bannedAt: now, bannedBy: by, liftedAt: null, appealedAt: null };
	return db
		.insert(bans)
		.values({ userId, version: now, ...values })
		.onConflictDoUpdate({
			target: bans.userId,
			set: { ...values, version: sql`max(${bans.version} + 1, ${now})` },
		});
};

export const liftBan = (db: Db, userId: number, now: number) =>
	db
		.update(bans)
		.set({ liftedAt: now, version: sql`max(${bans.version} + 1, ${now})` })
		.where(and(eq(bans.userId, userId), isNull(bans.liftedAt)));

export const markAppealed = (db: Db, userId: number, now: number) =>
	db
		.update(bans)
		.set({ appealedAt: now, version: sql`max(${bans.version} + 1, ${now})` })
		.where(and(eq(bans.userId, userId), isNull(bans.liftedAt), isNull(bans.appealedAt)));

export const markRefusalAppealed = (db: Db, userId: number, now: number) =>
	db
		.update(ageRefusals)
		.set({ appealedAt: now })
		.where(and(eq(ageRefusals.userId, userId), isNull(ageRefusals.liftedAt)));

export async function readRefusal(db: Db, userId: number): Promise<typeof ageRefusals.$inferSelect | null> {
	const [row] = await db.select().from(ageRefusals).where(eq(ageRefusals.userId, userId));
	return row ?? null;
}

export async function readBan(db: Db, userId: number): Promise<typeof bans.$inferSelect | null> {
	const [row] = await db.select().from(bans).where(eq(bans.userId, userId));
	return row ?? null;
}

export const upsertReach = (db: Db, userId: number, botId: number, now: number, blockedAt: number | null) =>
	db
		.insert(personBots)
		.values({ userId, botId, startedAt: now, blockedAt })
		.onConflictDoUpdate({ target: [personBots.userId, personBots.botId], set: { blockedAt } });

/** Telegram said that this bot can't write to them. Who is not there any more stays away. */
export const markBlocked = (db: Db, userIds: readonly number[], botId: number, now: number) =>
	db
		.update(personBots)
		.set({ blockedAt: now })
		.where(
			and(
				sql`${personBots.userId} IN (SELECT value FROM json_each(${JSON.stringify(userIds)}))`,
				eq(personBots.botId, botId),
				isNull(personBots.blockedAt),
			),
		);

/** Whose VIP has run out without their being told. */
export const selectExpiredVips = (db: Db, now: number, limit: number) =>
	db
		.select({ userId: people.id, until: people.vipUntil })
		.from(people)
		.where(
			and(lte(people.vipUntil, now), or(isNull(people.vipToldOf), ne(people.vipToldOf, people.vipUntil))),
		)
		.limit(limit);

export const markToldOfVip = (db: Db, userId: number, until: number | null) =>
	db.update(people).set({ vipToldOf: until }).where(eq(people.id, userId));

export const selectPeopleOf = (db: Db, botId: number, after: number, limit: number) =>
	db
		.select({ userId: personBots.userId })
		.from(personBots)
		.where(and(gt(personBots.userId, after), eq(personBots.botId, botId)))
		.orderBy(asc(personBots.userId))
		.limit(limit);

/** The bots somebody started and did not block, the last one first. */
export const selectReach = (db: Db, userId: number) =>
	db
		.select({ botId: personBots.botId })
		.from(personBots)
		.where(and(eq(personBots.userId, userId), isNull(personBots.blockedAt)))
		.orderBy(desc(personBots.startedAt));

/** The card as D1 has it, null for somebody unknown. */
export async function readCard(db: Db, userId: number): Promise<Card | null> {
	const [rows, refusals, banRows] = await db.batch([
		db.select().from(people).where(eq(people.id, userId)),
		db.select().from(ageRefusals).where(eq(ageRefusals.userId, userId)),
		db.select().from(bans).where(eq(bans.userId, userId)),
	]);
	return cardOf(rows[0], refusals[0], banRows[0]);
}

function cardOf(
	row: Row | undefined,
	refusal: typeof ageRefusals.$inferSelect | undefined,
	banRow: typeof bans.$inferSelect | undefined,
): Card | null {
	// Whatever was written last must reach the actor, also where it takes something back.
	const version = Math.max(row?.version ?? 0, refusal?.version ?? 0, banRow?.version ?? 0);
	if (version === 0) return null;
	const ban =
		banRow && banRow.liftedAt === null
			? { reason: banRow.reason, until: banRow.until, appealed: banRow.appealedAt !== null }
			: null;
	const language = row?.language && isLanguage(row.language) ? row.language : null;
	if (refusal && refusal.liftedAt === null) return { ...emptyCard, version, ban, refused: true, language };
	if (!row) return { ...emptyCard, version, ban };
	return {
		version,
		ban,
		refused: false,
		language,
		gender: asGender(row.gender),
		age: row.age,
		wish: asGender(row.wish) ?? ("any" satisfies Wish),
		vipUntil: row.vipUntil,
		termsVersion: row.termsVersion,
	};
}

const emptyCard: Omit<Card, "version" | "ban"> = {
	refused: false,
	language: null,
	gender: null,
	age: null,
	wish: "any",
	vipUntil: null,
	termsVersion: null,
};

const asGender = (text: string | null): Gender | null => genders.find((gender) => gender === text) ?? null;
