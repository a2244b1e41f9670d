import { eq } from "drizzle-orm";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import type { Settings } from "../platform/settings.ts";
import type { Ban } from "./rules.ts";
import { ageRefusals, bans, erasures, people, personBots } from "./schema.ts";
import { keepNames } from "./settings.ts";
import { erasedHash } from "./store/erasures.ts";
import { selectNames } from "./store/names.ts";
import { createWalks, type Place, type UserFilter, walkOf } from "./store/walks.ts";

export type Directory = ReturnType<typeof createDirectory>;

interface UserRow {
	id: number;
	/** As Telegram calls them; null if that is not kept. */
	name: string | null;
	username: string | null;
	language: string | null;
	gender: string | null;
	age: number | null;
	ban: Ban | null;
	/** null: not refused for their age now. */
	refusedAt: number | null;
	/** null: there is no row of them among people, see `UserFilter`. */
	createdAt: number | null;
	/** Days since 1970, UTC. */
	lastActiveDay: number | null;
	vipUntil: number | null;
}

interface Page<Row> {
	rows: Row[];
	next: Place | null;
}

interface Needs {
	db: Db;
	config: Config;
	settings: Settings;
	now: () => number;
}

/** What staff read about people; it changes nothing. */
export function createDirectory({ db, config, settings, now }: Needs) {
	const namesKept = () => settings.get(keepNames);
	const select = createWalks({ db, named: namesKept, now });

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
		const [[profile], names, [refusal], [ban], bots] = await db.batch([
			db.select().from(people).where(eq(people.id, userId)),
			selectNames(db, [userId]),
			db.select().from(ageRefusals).where(eq(ageRefusals.userId, userId)),
			db.select().from(bans).where(eq(bans.userId, userId)),
			db.select().from(personBots).where(eq(personBots.userId, userId)),
		]);
		if (!profile && !refusal && !ban) {
			const { refusedAt, ban: kept } = await erased(userId);
			return refusedAt === null && !kept ? null : { profile: null, called: null, refusedAt, ban: kept, bots };
		}
		return {
			profile: profile ?? null,
			called: (namesKept() ? names[0] : null) ?? null,
			refusedAt: refusal && refusal.liftedAt === null ? refusal.refusedAt : null,
			ban: ban && ban.liftedAt === null && holds(ban) ? ban : null,
			bots,
		};
	}

	/** Who has no row among people and stands first among the ids that begin so, as their id is just that. */
	async function withoutRow(filter: UserFilter, after: Place | null): Promise<UserRow[]> {
		const { q, vip, language, bot, profile } = filter;
		if (after || walkOf(filter) !== "ids" || vip || (language ?? bot ?? profile) !== undefined) return [];
		const id = Number(q);
		const found = await find(id);
		if (!found || found.profile) return [];
		const { ban, refusedAt } = found;
		if ((filter.banned && !ban) || (filter.refused && refusedAt === null)) return [];
		return [
			{
				...{ id, name: null, username: null, language: null, gender: null, age: null, createdAt: null },
				...{ lastActiveDay: null, vipUntil: null, refusedAt },
				ban: ban && { reason: ban.reason, until: ban.until },
			},
		];
	}

	return {
		async list(filter: UserFilter, after: Place | null, limit: number): Promise<Page<UserRow>> {
			const walk = walkOf(filter);
			const found = (await select(filter, after, limit + 1)).map((row) => ({
				row: {
					id: row.id ?? row.bannedId ?? row.refusedId ?? 0,
					...{ name: row.name, username: row.username, language: row.language, gender: row.gender },
					...{ age: row.age, createdAt: row.createdAt, vipUntil: row.vipUntil },
					lastActiveDay: row.lastActiveDay,
					ban: banOf(row, now()),
					refusedAt: row.refusalLiftedAt === null ? row.refusedAt : null,
				},
				at:
					{
						...{ ids: 0, words: 0, banned: row.bannedAt, vip: row.vipUntil, refused: row.refusedAt },
						...{ seen: row.lastActiveDay, language: row.createdAt, none: row.createdAt },
					}[walk] ?? 0,
			}));
			const alone = (await withoutRow(filter, after)).map((row) => ({ row, at: 0 }));
			const all = [...alone, ...found];
			const page = all.slice(0, limit);
			const last = page.at(-1);
			return {
				rows: page.map(({ row }) => row),
				next: all.length > limit && last ? { at: last.at, id: last.row.id } : null,
			};
		},

		/** How these are called, as far as that is kept. The one way by which names stand beside ids elsewhere. */
		namesOf: async (ids: readonly number[]) => (namesKept() ? selectNames(db, ids) : []),

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
