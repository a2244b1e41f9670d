import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db } from "../../platform/db.ts";
import type { Sort } from "../../platform/shapes.ts";
import { wordsIn } from "../rules/names.ts";
import { ageRefusals, bans, people, personBots, personNames, personWords } from "../schema.ts";

/**
 * Whom a list has. Filters combine: the first of these that is given is walked along its index, in its order, and the
 * others are looked at row by row on the way.
 *
 * | filter | order | index |
 * |---|---|---|
 * | `q` of digits: how a Telegram id begins | by id | primary key, one range for each number of digits |
 * | `q` of words: how words of the name, or the username, begin | by the word | `person_words_word` |
 * | `banned` | last banned first | `bans_standing` (of bans not lifted), people by primary key |
 * | `refused` for their age | last refused first | `age_refusals_standing`, people by primary key |
 * | `vip` | whose time ends last first | `people_vip_until` |
 * | `sort` `seen` | last seen first, of whom a day is known | `people_seen` |
 * | `language` | newest or oldest first | `people_language_created` |
 * | none | newest or oldest first | `people_created` |
 *
 * `bot` (started it, and has not blocked it) and `profile` are only looked at on the way.
 * Of who has no row among people `q` finds those whose whole id it is: banned before they came, or erased and banned or
 * refused still.
 */
export interface UserFilter {
	q?: string | undefined;
	banned?: boolean | undefined;
	refused?: boolean | undefined;
	vip?: boolean | undefined;
	language?: string | undefined;
	/** Whose bot they can be reached by. */
	bot?: number | undefined;
	profile?: "complete" | "incomplete" | undefined;
	sort: Sort | "seen";
}

type Walk = "ids" | "words" | "banned" | "refused" | "vip" | "seen" | "language" | "none";

export const walkOf = ({ q, banned, refused, vip, language, sort }: UserFilter): Walk => {
	if (q !== undefined) return /^\d+$/.test(q) ? "ids" : "words";
	if (banned) return "banned";
	if (refused) return "refused";
	if (vip) return "vip";
	if (sort === "seen") return "seen";
	return language === undefined ? "none" : "language";
};

/** Where the next page begins: the last row's place in the order. */
export interface Place {
	at: number;
	id: number;
}

const maxDigits = 16;

/**
 * Reads a list of people, `limit` rows from `after` on.
 * @param named whether names are kept
 */
export function createWalks({ db, named, now }: { db: Db; named: () => boolean; now: () => number }) {
	const columns = {
		id: people.id,
		language: people.language,
		gender: people.gender,
		age: people.age,
		createdAt: people.createdAt,
		lastActiveDay: people.lastActiveDay,
		vipUntil: people.vipUntil,
		name: personNames.name,
		username: personNames.username,
		reason: bans.reason,
		until: bans.until,
		bannedAt: bans.bannedAt,
		liftedAt: bans.liftedAt,
		bannedId: bans.userId,
		// Named, as a batch tells columns of one name from each other by that only.
		refusedId: sql<number | null>`${ageRefusals.userId}`.as("refused_id"),
		refusedAt: sql<number | null>`${ageRefusals.refusedAt}`.as("refused_at"),
		refusalLiftedAt: sql<number | null>`${ageRefusals.liftedAt}`.as("refusal_lifted_at"),
	};
	/** Their name, unless none are kept any more. */
	const ofNames = (userId: SQLiteColumn) =>
		and(eq(personNames.userId, userId), named() ? undefined : sql`FALSE`);

	const profiles = (where: SQL | undefined, ...order: SQL[]) =>
		db
			.select(columns)
			.from(people)
			.leftJoin(bans, eq(bans.userId, people.id))
			.leftJoin(ageRefusals, eq(ageRefusals.userId, people.id))
			.leftJoin(personNames, ofNames(people.id))
			.where(where)
			.orderBy(...order);

	/** What is asked beside the index that is walked. The plus signs keep other indexes, and so other orders, out of it. */
	function alsoOf({ banned, refused, vip, language, bot, profile }: UserFilter): SQL | undefined {
		return and(
			language === undefined ? undefined : sql`+${people.language} = ${language}`,
			vip ? sql`+${people.vipUntil} > ${now()}` : undefined,
			banned
				? sql`+${bans.userId} IS NOT NULL AND +${bans.liftedAt} IS NULL AND (${bans.until} IS NULL OR ${bans.until} > ${now()})`
				: undefined,
			refused ? sql`+${ageRefusals.userId} IS NOT NULL AND +${ageRefusals.liftedAt} IS NULL` : undefined,
			profile === undefined
				? undefined
				: sql`${people.id} IS NOT NULL AND +${people.age} IS ${sql.raw(profile === "complete" ? "NOT NULL" : "NULL")}`,
			bot === undefined
				? undefined
				: sql`EXISTS (SELECT 1 FROM ${personBots} WHERE ${personBots.userId} = ${people.id}
					AND ${personBots.botId} = ${bot} AND ${personBots.blockedAt} IS NULL)`,
		);
	}

	async function select(filter: UserFilter, after: Place | null, limit: number) {
		const also = alsoOf(filter);
		switch (walkOf(filter)) {
			case "none":
			case "language": {
				const [order, beyond] = filter.sort === "oldest" ? [asc, sql.raw(">")] : [desc, sql.raw("<")];
				const place = after && sql`(${people.createdAt}, ${people.id}) ${beyond} (${after.at}, ${after.id})`;
				const { language } = filter;
				const walked =
					language === undefined
						? also
						: and(eq(people.language, language), alsoOf({ ...filter, language: undefined }));
				return profiles(and(walked, place ?? undefined), order(people.createdAt), order(people.id)).limit(
					limit,
				);
			}
			case "seen": {
				const { lastActiveDay: day } = people;
				const place = after && sql`(${day}, ${people.id}) < (${after.at}, ${after.id})`;
				return profiles(and(isNotNull(day), also, place ?? undefined), desc(day), desc(people.id)).limit(
					limit,
				);
			}
			case "vip": {
				const place = after && sql`(${people.vipUntil}, ${people.id}) < (${after.at}, ${after.id})`;
				const walked = and(gt(people.vipUntil, now()), alsoOf({ ...filter, vip: false }));
				return profiles(and(walked, place ?? undefined), desc(people.vipUntil), desc(people.id)).limit(limit);
			}
			case "banned": {
				const place = after && sql`(${bans.bannedAt}, ${bans.userId}) < (${after.at}, ${after.id})`;
				return db
					.select(columns)
					.from(bans)
					.leftJoin(people, eq(bans.userId, people.id))
					.leftJoin(ageRefusals, eq(ageRefusals.userId, bans.userId))
					.leftJoin(personNames, ofNames(bans.userId))
					.where(and(isNull(bans.liftedAt), also, place ?? undefined))
					.orderBy(desc(bans.bannedAt), desc(bans.userId))
					.limit(limit);
			}
			case "refused": {
				const place =
					after && sql`(${ageRefusals.refusedAt}, ${ageRefusals.userId}) < (${after.at}, ${after.id})`;
				return db
					.select(columns)
					.from(ageRefusals)
					.leftJoin(people, eq(people.id, ageRefusals.userId))
					.leftJoin(bans, eq(bans.userId, ageRefusals.userId))
					.leftJoin(personNames, ofNames(ageRefusals.userId))
					.where(and(isNull(ageRefusals.liftedAt), also, place ?? undefined))
					.orderBy(desc(ageRefusals.refusedAt), desc(ageRefusals.userId))
					.limit(limit);
			}
			case "words": {
				const [word, ...others] = wordsIn(filter.q ?? "").toSorted((a, b) => b.length - a.length);
				if (word === undefined || !named()) return [];
				const end = "\u{10ffff}";
				const own = personWords;
				// Whoever is found by several words stands where the first of them does.
				const first = sql`NOT EXISTS (SELECT 1 FROM ${own} AS earlier WHERE earlier.user_id = ${own.userId}
					AND earlier.word >= ${word} AND earlier.word < ${own.word})`;
				const too = others.map(
					(other) => sql`EXISTS (SELECT 1 FROM ${own} AS other WHERE other.user_id = ${own.userId}
						AND other.word >= ${other} AND other.word < ${other + end})`,
				);
				const place =
					after &&
					sql`(${own.word}, ${own.userId}) > (coalesce((SELECT min(word) FROM ${own} AS last
						WHERE last.user_id = ${after.id} AND last.word >= ${word} AND last.word < ${word + end}), ${word}), ${after.id})`;
				return db
					.select(columns)
					.from(own)
					.leftJoin(people, eq(people.id, own.userId))
					.leftJoin(bans, eq(bans.userId, own.userId))
					.leftJoin(ageRefusals, eq(ageRefusals.userId, own.userId))
					.leftJoin(personNames, ofNames(own.userId))
					.where(and(gte(own.word, word), lt(own.word, word + end), first, ...too, also, place ?? undefined))
					.orderBy(asc(own.word), asc(own.userId))
					.limit(limit);
			}
			case "ids": {
				// `12` is 12, 120 to 129, 1200 to 1299 ...: each range lies behind the one before it.
				const { q: prefix = "" } = filter;
				const free = maxDigits - prefix.length;
				const ranges = Array.from({ length: Math.max(0, free) + 1 }, (_, digits) => {
					const from = Number(prefix) * 10 ** digits;
					return { from: Math.max(from, (after?.id ?? 0) + 1), to: from + 10 ** digits - 1 };
				}).filter(({ from, to }) => from <= to);
				const [first, ...rest] = ranges.map(({ from, to }) =>
					profiles(and(gte(people.id, from), lte(people.id, to), also), asc(people.id)).limit(limit),
				);
				return first ? (await db.batch([first, ...rest])).flat().slice(0, limit) : [];
			}
		}
	}

	return select;
}
