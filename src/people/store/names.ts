import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { type Called, wordsOf } from "../rules/names.ts";
import { ageRefusals, people, personNames, personWords } from "../schema.ts";

/** Statements: how they are called now. Nothing is written where that is known, nor of who is no longer here or is refused. */
export const keepName = (db: Db, userId: number, called: Called) => {
	const { name, username } = called;
	const words = JSON.stringify(wordsOf(called));
	return [
		db
			.insert(personNames)
			.select(sql`SELECT ${userId}, ${name}, ${username} FROM ${people} WHERE id = ${userId} AND NOT EXISTS (
				SELECT 1 FROM ${ageRefusals} WHERE user_id = ${userId} AND lifted_at IS NULL)`)
			.onConflictDoUpdate({
				target: personNames.userId,
				set: { name, username },
				setWhere: sql`${personNames.name} <> ${name} OR ${personNames.username} IS NOT ${username}`,
			}),
		db
			.delete(personWords)
			.where(
				sql`${personWords.userId} = ${userId} AND ${personWords.word} NOT IN (SELECT value FROM json_each(${words}))`,
			),
		db
			.insert(personWords)
			.select(sql`SELECT ${userId}, value FROM json_each(${words})
				WHERE EXISTS (SELECT 1 FROM ${personNames} WHERE user_id = ${userId})`)
			.onConflictDoNothing(),
	] as const;
};

/** Statements: their name goes. */
export const forgetName = (db: Db, userId: number) =>
	[
		db.delete(personNames).where(eq(personNames.userId, userId)),
		db.delete(personWords).where(eq(personWords.userId, userId)),
	] as const;

export const selectNames = (db: Db, ids: readonly number[]) =>
	db
		.select()
		.from(personNames)
		.where(inArray(personNames.userId, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`));

const batchSize = 1_000;
const batchLimit = 100;

/** All names go, in small batches, as one long statement would hold up everybody else; what is left goes the next night. */
export async function forgetNames(db: Db): Promise<void> {
	for (const table of [personWords, personNames]) {
		for (let batch = 0; batch < batchLimit; batch++) {
			const { meta } = await db.run(
				sql`DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} LIMIT ${batchSize})`,
			);
			if (meta.changes < batchSize) break;
		}
	}
}
