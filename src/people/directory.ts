import { and, asc, desc, eq, gt, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import type { Sort } from "../platform/shapes.ts";
import type { Ban } from "./rules.ts";
import { ageRefusals, bans, erasures, people, personBots } from "./schema.ts";
import { erasedHash } from "./store/erasures.ts";

export type Directory = ReturnType<typeof createDirectory>;

/**
 * The lists there are; each goes along one index, so a page costs what it shows. Filters don't combine.
 *
 * | filter | order | index |
 * |---|---|---|
 * | none | newest or oldest first | `people_created` |
 * | `language` | newest or oldest first | `people_language_created` |
 * | `vip` | whose time ends last first | `people_vip_until` |
 * | `banned` | last banned first | `bans_standing` (of bans not lifted), people by primary key |
 * | `refused` for their age | last refused first | `age_refusals_standing`, people by primary key |
 * | `q`, how a Telegram id begins | by id | primary key, one range for each number of digits |
 *
 * Of who has no row among people `q` finds those whose whole id it is: banned before they came, or erased and banned or
 * refused still.
 */
export type UserFilter =
	| { by: "none"; sort: Sort }
	| { by: "language"; language: string; sort: Sort }
	| { by: "vip" }
	| { by: "banned" }
	| { by: "refused" }
	| { by: "q"; prefix: string };

interface UserRow {
	id: number;
	language: string | null;
	gender: string | null;
	age: number | null;
	ban: Ban | null;
	/** null: not refused for their age now. */
	refusedAt: number | null;
	/** null: there is no row of them among people, see `UserFilter`. */
	createdAt: number | null;
	vipUntil: number | null;
}

/** Where the next page begins: the last row's place in the order. */
interface Place {
	at: number;
	id: number;
}

interface Page<Row> {
	rows: Row[];
	next: Place | null;
}

const maxDigits = 16;

/** What staff read about people; it changes nothing. */
export function createDirectory({ db, config, now }: { db: Db; config: Config; now: () => number }) {
	const columns = {
		id: people.id,
		language: people.language,
		gender: people.gender,
		age: people.age,
		createdAt: people.createdAt,
		vipUntil: people.vipUntil,
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
	const standing = () => and(isNull(bans.liftedAt), or(isNull(bans.until), gt(bans.until, now())));

	const profiles = (where: SQL | undefined, ...order: SQL[]) =>
		db
			.select(columns)
			.from(people)
			.leftJoin(bans, eq(bans.userId, people.id))
			.leftJoin(ageRefusals, eq(ageRefusals.userId, people.id))
			.where(where)
			.orderBy(...order);

	async function select(filter: UserFilter, after: Place | null, limit: number) {
		switch (filter.by) {
			case "none":
			case "language": {
				const [order, beyond] = filter.sort === "newest" ? [desc, sql.raw("<")] : [asc, sql.raw(">")];
				const place = after && sql`(${people.createdAt}, ${people.id}) ${beyond} (${after.at}, ${after.id})`;
				const language = filter.by === "language" ? eq(people.language, filter.language) : undefined;
				return profiles(and(language, place ?? undefined), order(people.createdAt), order(people.id)).limit(
					limit,
				);
			}
			case "vip": {
				const place = after && sql`(${people.vipUntil}, ${people.id}) < (${after.at}, ${after.id})`;
				return profiles(
					and(gt(people.vipUntil, now()), place ?? undefined),
					desc(people.vipUntil),
					desc(people.id),
				).limit(limit);
			}
			case "banned": {
				const place = after && sql`(${bans.bannedAt}, ${bans.userId}) < (${after.at}, ${after.id})`;
				return db
					.select(columns)
					.from(bans)
					.leftJoin(people, eq(bans.userId, people.id))
					.leftJoin(ageRefusals, eq(ageRefusals.userId, bans.userId))
					.where(and(standing(), place ?? undefined))
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
					.where(and(isNull(ageRefusals.liftedAt), place ?? undefined))
					.orderBy(desc(ageRefusals.refusedAt), desc(ageRefusals.userId))
					.limit(limit);
			}
			case "q": {
				// `12` is 12, 120 to 129, 1200 to 1299 ...: each range lies behind the one before it.
				const free = maxDigits - filter.prefix.length;
				const ranges = Array.from({ length: Math.max(0, free) + 1 }, (_, digits) => {
					const from = Number(filter.prefix) * 10 ** digits;
					return { from: Math.max(from, (after?.id ?? 0) + 1), to: from + 10 ** digits - 1 };
				}).filter(({ from, to }) => from <= to);
				const [first, ...rest] = ranges.map(({ from, to }) =>
					profiles(and(gte(people.id, from), lte(people.id, to)), asc(people.id)).limit(limit),
				);
				return first ? (await db.batch([first, ...rest])).flat().slice(0, limit) : [];
			}
		}
	}

	/** What holds against somebody who is nowhere but in this: it outlived the deletion of their data. */
	async function erased(userId: number) {
		const hash = await erasedHash(config.HASH_KEY, userId);
		const [row] = await db.select().from(erasures).where(eq(erasures.hash, hash));
		const { banReason: reason = null, banUntil: until = null, bannedAt, bannedBy } = row ?? {};
		const ban = reason === null ? null : { reason, until, bannedAt: bannedAt ?? 0, bannedBy: bannedBy ?? "" };
		return { refusedAt: row?.refusedAt ?? null, ban: ban && holds(ban) ? ban : null };
	}

	const holds = ({ until }: Ban) => until === null || until > now();

	/** Everything D1 has of one person. @returns null for somebody nobody has heard of */
	async function find(userId: number) {
		const [[profile], [refusal], [ban], bots] = await db.batch([
			db.select().from(people).where(eq(people.id, userId)),
			db.select().from(ageRefusals).where(eq(ageRefusals.userId, userId)),
			db.select().from(bans).where(eq(bans.userId, userId)),
			db.select().from(personBots).where(eq(personBots.userId, userId)),
		]);
		if (!profile && !refusal && !ban) {
			const { refusedAt, ban: kept } = await erased(userId);
			return refusedAt === null && !kept ? null : { profile: null, refusedAt, ban: kept, bots };
		}
		return {
			profile: profile ?? null,
			refusedAt: refusal && refusal.liftedAt === null ? refusal.refusedAt : null,
			ban: ban && ban.liftedAt === null && holds(ban) ? ban : null,
			bots,
		};
	}

	/** Who has no row among people and stands first among the ids that begin so, as their id is just that. */
	async function withoutRow(filter: UserFilter, after: Place | null): Promise<(UserRow & { at: number })[]> {
		if (filter.by !== "q" || after) return [];
		const id = Number(filter.prefix);
		const found = await find(id);
		if (!found || found.profile) return [];
		const { ban, refusedAt } = found;
		const nothing = { language: null, gender: null, age: null, createdAt: null, vipUntil: null, at: 0 };
		return [{ ...nothing, id, ban: ban && { reason: ban.reason, until: ban.until }, refusedAt }];
	}

	return {
		async list(filter: UserFilter, after: Place | null, limit: number): Promise<Page<UserRow>> {
			const found = (await select(filter, after, limit + 1)).map((row) => ({
				id: row.id ?? row.bannedId ?? row.refusedId ?? 0,
				language: row.language,
				gender: row.gender,
				age: row.age,
				ban: banOf(row, now()),
				refusedAt: row.refusalLiftedAt === null ? row.refusedAt : null,
				createdAt: row.createdAt,
				vipUntil: row.vipUntil,
				at:
					{ banned: row.bannedAt, vip: row.vipUntil, refused: row.refusedAt, other: row.createdAt }[
						filter.by === "banned" || filter.by === "vip" || filter.by === "refused" ? filter.by : "other"
					] ?? 0,
			}));
			const all = [...(await withoutRow(filter, after)), ...found];
			const rows = all.slice(0, limit);
			const last = rows.at(-1);
			return {
				rows: rows.map(({ at: _, ...row }) => row),
				next: all.length > limit && last ? { at: last.at, id: last.id } : null,
			};
		},

		find,
	};
}

const banOf = (
	row: { reason: string | null; until: number | null; liftedAt: number | null },
	now: number,
): Ban | null =>
	row.reason !== null && row.liftedAt === null && (row.until === null || row.until > now)
		? { reason: row.reason, until: row.until }
		: null;
