import type { PersonData } from "../../people/personal-data.ts";
import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import { deriveSecret } from "../../platform/secrets.ts";
import { eraseRows, exportRows } from "../store/personal-data.ts";

interface Needs {
	db: Db;
	config: Config;
}

/** How somebody stands in rows that outlive the deletion of their data. */
export const hashed = async ({ config }: Pick<Needs, "config">, userId: number) =>
	`erased:${await deriveSecret(config.HASH_KEY, `group-member:${userId}`)}`;

/** How somebody can stand in rows: by their id, and as they do since their data was deleted. */
export const namesOf = async (needs: Pick<Needs, "config">, userId: number): Promise<string[]> => [
	String(userId),
	await hashed(needs, userId),
];

/** Warnings, history and the operator's list keep a hash, so that deleting one's data is no way round a ban. */
export const groupData = (needs: Needs): PersonData => ({
	export: async (userId) => exportRows(needs.db, userId, await namesOf(needs, userId)),
	async erase(userId) {
		await eraseRows(needs.db, userId, await hashed(needs, userId));
	},
});
