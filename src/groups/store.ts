import { and, asc, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Db } from "../platform/db.ts";
import { commit } from "../platform/outbox.ts";
import type { GroupState } from "./rules.ts";
import {
	groupCleanups,
	groupHistory,
	groupJoinRequests,
	groupMigrations,
	groups,
	groupTopics,
	groupWarnings,
	groupWatchers,
	knownChats,
} from "./schema.ts";

export type Group = typeof groups.$inferSelect;

export interface GroupFacts {
	group: Group | null;
	/** What it became; an old id names nothing else. */
	movedTo: number | null;
	topics: ReadonlyMap<number, string>;
}

/** All that an update in a group needs to know of it. */
export async function readFacts(db: Db, id: number): Promise<GroupFacts> {
	const [[group], [moved], topics] = await db.batch([
		db.select().from(groups).where(eq(groups.id, id)),
		db.select().from(groupMigrations).where(eq(groupMigrations.oldId, id)),
		db.select().from(groupTopics).where(eq(groupTopics.groupId, id)),
	]);
	return {
		group: group ?? null,
		movedTo: moved?.newId ?? null,
		topics: new Map(topics.map(({ topicId, name }) => [topicId, name])),
	};
}

export async function findGroup(db: Db, id: number): Promise<Group | null> {
	const [row] = await db.select().from(groups).where(eq(groups.id, id));
	return row ?? null;
}

/** Nothing happens where there is such a row, or the id is one of before a migration. @returns whether it is new */
export async function insertGroup(db: Db, row: Group): Promise<boolean> {
	const rows = await db
		.insert(groups)
		.select(
			sql`SELECT ${row.id}, ${row.botId}, ${row.title}, ${row.type}, ${row.username}, ${row.isForum ? 1 : 0},
				${row.state}, ${row.inactiveReason}, ${row.addedBy}, ${row.approvedAt}, ${JSON.stringify(row.options)},
				${row.rights === null ? null : JSON.stringify(row.rights)}, ${row.memberCount}, ${row.lastMessageId},
				${row.syncedAt}, ${row.createdAt}, ${row.postedAt}
				WHERE NOT EXISTS (SELECT 1 FROM group_migrations WHERE old_id = ${row.id})`,
		)
		.onConflictDoNothing()
		.returning({ id: groups.id });
	return rows.length > 0;
}

/** As `findGroup`, but an id of before a migration finds the group it has become. */
export async function findCurrentGroup(db: Db, id: number): Promise<Group | null> {
	const current = sql`coalesce((SELECT new_id FROM group_migrations WHERE old_id = ${id}), ${id})`;
	const [row] = await db.select().from(groups).where(eq(groups.id, current));
	return row ?? null;
}

/** Which of these ids are of before a migration, and what they have become. */
export async function migrationsOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
	const rows = await db
		.select()
		.from(groupMigrations)
		.where(sql`${groupMigrations.oldId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
	return new Map(rows.map(({ oldId, newId }) => [oldId, newId]));
}

/** Updates come in any order, and repeats late: what is known does not go back. */
export const newestOf = (messageId: number): SQL<number> =>
	sql`max(coalesce(${groups.lastMessageId}, 0), ${messageId})`;

type Change = Omit<Partial<Group>, "lastMessageId"> & { lastMessageId?: SQL<number> };

export const updateGroup = (db: Db, id: number, change: Change, only?: SQL) =>
	db
		.update(groups)
		.set(change)
		.where(and(eq(groups.id, id), only));

/** Merged into what is stored, so that two changes at the same time both stay. */
export const mergeOptions = (options: object): SQL<string> =>
	sql`json_patch(${groups.options}, ${JSON.stringify(options)})`;

export const notState = (state: GroupState): SQL => ne(groups.state, state);

export const rememberTopic = (db: Db, groupId: number, topicId: number, name: string) =>
	db
		.insert(groupTopics)
		.values({ groupId, topicId, name })
		.onConflictDoUpdate({ target: [groupTopics.groupId, groupTopics.topicId], set: { name } });

export const readTopics = (db: Db, groupId: number) =>
	db
		.select({ id: groupTopics.topicId, name: groupTopics.name })
		.from(groupTopics)
		.where(eq(groupTopics.groupId, groupId))
		.orderBy(asc(groupTopics.topicId));

export const listGroups = (db: Db, state: GroupState | null, after: number | null, limit: number) =>
	db
		.select()
		.from(groups)
		.where(
			and(state ? eq(groups.state, state) : undefined, after === null ? undefined : gt(groups.id, after)),
		)
		.orderBy(asc(groups.id))
		.limit(limit);

/** Active groups that keep out who is on the operator's list. */
export const groupsWithSharedBans = (db: Db) =>
	db
		.select()
		.from(groups)
		.where(and(eq(groups.state, "active"), sql`json_extract(${groups.options}, '$.shared_bans') = 1`));

/** A bot is out of service. @returns the groups it worked in until now */
export const leaveGroupsOf = (db: Db, botId: number) =>
	db
		.update(groups)
		.set({ state: "inactive", inactiveReason: "removed" })
		.where(and(eq(groups.botId, botId), notState("inactive")))
		.returning({ id: groups.id });

/** Those that a sync looks at: all but what is known to be over. */
export const listForSync = (db: Db, after: number | null, limit: number) =>
	db
		.select()
		.from(groups)
		.where(and(notState("inactive"), after === null ? undefined : gt(groups.id, after)))
		.orderBy(asc(groups.id))
		.limit(limit);

/**
 * Everything of the old id goes to the new one. What was registered under the new id meanwhile knows nothing that
 * the old row doesn't, so the old one wins. A repeat finds nothing to move.
 */
/** @param following what of other rooms moves with it */
export async function moveGroup(
	db: Db,
	oldId: number,
	newId: number,
	now: number,
	following: readonly BatchItem<"sqlite">[],
): Promise<void> {
	await commit(
		db,
		now,
		[
			db.insert(groupMigrations).values({ oldId, newId, at: now }).onConflictDoNothing(),
			db
				.delete(groups)
				.where(and(eq(groups.id, newId), sql`EXISTS (SELECT 1 FROM groups WHERE id = ${oldId})`)),
			db
				.update(groups)
				.set({ id: newId, type: "supergroup", lastMessageId: null })
				.where(eq(groups.id, oldId)),
			db.update(groupHistory).set({ groupId: newId }).where(eq(groupHistory.groupId, oldId)),
			db.update(groupWarnings).set({ groupId: newId }).where(eq(groupWarnings.groupId, oldId)),
			db
				.insert(groupWatchers)
				.select(sql`SELECT ${newId}, user_id, at FROM group_watchers WHERE group_id = ${oldId}`)
				.onConflictDoNothing(),
			db.delete(groupWatchers).where(eq(groupWatchers.groupId, oldId)),
			// By its new id the group itself is known.
			db.delete(knownChats).where(eq(knownChats.id, oldId)),
			db
				.insert(groupJoinRequests)
				.select(
					sql`SELECT ${newId}, user_id, answer, due_at FROM group_join_requests WHERE group_id = ${oldId}`,
				)
				.onConflictDoNothing(),
			db.delete(groupJoinRequests).where(eq(groupJoinRequests.groupId, oldId)),
			// Its messages have other ids there.
			db.delete(groupCleanups).where(eq(groupCleanups.groupId, oldId)),
			...following,
		],
		[],
	);
}
