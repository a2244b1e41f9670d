import { and, asc, desc, eq, gt, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/db.ts";
import type { Sort } from "../platform/shapes.ts";
import { activeBan, type Ban } from "./rules.ts";
import { ageRefusals, bans, people, personBots } from "./schema.ts";
import { readCard } from "./store.ts";

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
 * | `q`, how a Telegram id begins | by id | primary key, one range for each number of digits |
 */
export type UserFilter =
	| { by: "none"; sort: Sort }
	| { by: "language"; language: string; sort: Sort }
	| { by: "vip" }
	| { by: "banned" }
	| { by: "q"; prefix: string };

interface UserRow {
	id: number;
	language: string | null;
	gender: string | null;
	age: number | null;
	ban: Ban | null;
	/** null: banned before they ever pressed Start. */
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
export function createDirectory({ db, now }: { db: Db; now: () => number }) {
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
	};
	const standing = () => and(isNull(bans.liftedAt), or(isNull(bans.until), gt(bans.until, now())));

	const profiles = (where: SQL | undefined, ...order: SQL[]) =>
		db
			.select(columns)
			.from(people)
			.leftJoin(bans, eq(bans.userId, people.id))
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
					.where(and(standing(), place ?? undefined))
					.orderBy(desc(bans.bannedAt), desc(bans.userId))
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

	return {
		async list(filter: UserFilter, after: Place | null, limit: number): Promise<Page<UserRow>> {
			const found = await select(filter, after, limit + 1);
			const rows = found.slice(0, limit);
			const last = rows.at(-1);
			const id = last && (last.id ?? last.bannedId);
			const times = { banned: last?.bannedAt, vip: last?.vipUntil, none: last?.createdAt };
			const at = filter.by === "banned" || filter.by === "vip" ? times[filter.by] : times.none;
			return {
				rows: rows.map((row) => ({
					id: row.id ?? row.bannedId ?? 0,
					language: row.language,
					gender: row.gender,
					age: row.age,
					ban: banOf(row, now()),
					createdAt: row.createdAt,
					vipUntil: row.vipUntil,
				})),
				next: found.length > limit && id ? { at: at ?? 0, id } : null,
			};
		},

		/** Everything D1 has of one person. @returns null for somebody nobody has heard of */
		async find(userId: number) {
			const [[profile], [refusal], [ban], bots, card] = await Promise.all([
				db.select().from(people).where(eq(people.id, userId)),
				db.select().from(ageRefusals).where(eq(ageRefusals.userId, userId)),
				db.select().from(bans).where(eq(bans.userId, userId)),
				db.select().from(personBots).where(eq(personBots.userId, userId)),
				readCard(db, userId),
			]);
			if (!profile && !refusal && !ban) return null;
			return {
				profile: profile ?? null,
				refusedAt: refusal && refusal.liftedAt === null ? refusal.refusedAt : null,
				ban: ban && activeBan(card, now()) ? ban : null,
				bots,
			};
		},
	};
}

const banOf = (
	row: { reason: string | null; until: number | null; liftedAt: number | null },
	now: number,
): Ban | null =>
	row.reason !== null && row.liftedAt === null && (row.until === null || row.until > now)
		? { reason: row.reason, until: row.until }
		: null;
