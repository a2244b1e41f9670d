import { and, desc, eq, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { among, type Db } from "../platform/db.ts";
import type { MediaKind } from "./rules/kinds.ts";
import type { SentAs } from "./rules/telegram.ts";
import { abandonedMs, deletedMs, searchable } from "./rules.ts";
import { media, mediaFiles } from "./schema.ts";

export type MediaRow = typeof media.$inferSelect;
type NewMedia = typeof media.$inferInsert;

/** Whose; null is the operator. Another's does not exist. */
export type Account = number | null;

const of = (account: Account) => (account === null ? isNull(media.accountId) : eq(media.accountId, account));

export const add = (db: Db, row: NewMedia) => db.insert(media).values(row);

/** @param personId whose own object it is; null: it is in the account's library */
export async function find(
	db: Db,
	account: Account,
	id: string,
	personId: number | null,
): Promise<MediaRow | undefined> {
	const whose = personId === null ? isNull(media.personId) : eq(media.personId, personId);
	const [row] = await db
		.select()
		.from(media)
		.where(and(eq(media.id, id), of(account), whose));
	return row;
}

export const findMany = (db: Db, account: Account, ids: readonly string[]): Promise<MediaRow[]> =>
	db
		.select()
		.from(media)
		.where(and(among(media.id, ids), of(account), isNull(media.personId), eq(media.state, "ready")));

export async function findById(db: Db, id: string): Promise<MediaRow | undefined> {
	const [row] = await db.select().from(media).where(eq(media.id, id));
	return row;
}

export interface LibraryFilter {
	kind: MediaKind | null;
	/** A part of the name. */
	q: string | null;
}

/**
 * Newest first, along `media_library` where there is a kind, else by id within the account. A search reads the
 * account's library until the page is full: names are found by any part of them.
 */
export const list = (
	db: Db,
	account: Account,
	{ kind, q }: LibraryFilter,
	before: string | null,
	limit: number,
): Promise<MediaRow[]> =>
	db
		.select()
		.from(media)
		.where(
			and(
				of(account),
				eq(media.state, sql`'ready'`),
				isNull(media.personId),
				kind ? eq(media.kind, kind) : undefined,
				before ? lt(media.id, before) : undefined,
				q ? sql`instr(${media.search}, ${searchable(q)}) > 0` : undefined,
			),
		)
		.orderBy(desc(media.id))
		.limit(limit);

export const change = (db: Db, row: MediaRow, values: Partial<NewMedia>) =>
	db
		.update(media)
		.set(values)
		.where(and(eq(media.id, row.id), eq(media.state, row.state)));

/** What is not ready and has not changed for long. */
const toGo = (now: number): SQL =>
	sql`${ne(media.state, sql`'ready'`)} AND ${media.changedAt} < CASE ${media.state}
		WHEN 'deleted' THEN ${now - deletedMs} ELSE ${now - abandonedMs} END`;

export async function anyToGo(db: Db, now: number): Promise<boolean> {
	const [row] = await db.select({ id: media.id }).from(media).where(toGo(now)).limit(1);
	return row !== undefined;
}

export const listToGo = (db: Db, now: number, limit: number): Promise<MediaRow[]> =>
	db.select().from(media).where(toGo(now)).orderBy(media.changedAt).limit(limit);

export const listOfPerson = (db: Db, personId: number): Promise<MediaRow[]> =>
	db.select().from(media).where(eq(media.personId, personId));

export async function forget(db: Db, ids: readonly string[]): Promise<void> {
	await db.batch([
		db.delete(mediaFiles).where(among(mediaFiles.mediaId, ids)),
		db.delete(media).where(among(media.id, ids)),
	]);
}

export async function fileOf(db: Db, botId: number, mediaId: string, as: SentAs): Promise<string | null> {
	const [row] = await db
		.select({ fileId: mediaFiles.fileId })
		.from(mediaFiles)
		.where(and(eq(mediaFiles.mediaId, mediaId), eq(mediaFiles.botId, botId), eq(mediaFiles.as, as)));
	return row?.fileId ?? null;
}

export const keepFile = (db: Db, row: typeof mediaFiles.$inferInsert) =>
	db
		.insert(mediaFiles)
		.values(row)
		.onConflictDoUpdate({
			target: [mediaFiles.mediaId, mediaFiles.botId, mediaFiles.as],
			set: { fileId: row.fileId },
		});

export const forgetFile = (db: Db, botId: number, mediaId: string) =>
	db.delete(mediaFiles).where(and(eq(mediaFiles.mediaId, mediaId), eq(mediaFiles.botId, botId)));
