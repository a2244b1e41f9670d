import type { PersonData } from "../people/personal-data.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { pseudonymOf } from "../platform/secrets.ts";
import { eraseBuyer, exportBuyer } from "./store/personal-data.ts";

interface Needs {
	db: Db;
	config: Config;
	now: () => number;
}

/** What the shop keeps of a person: sales stay under the pseudonym of their payments, the rest goes. */
export const shopData = ({ db, config, now }: Needs): PersonData => ({
	export: (userId) => exportBuyer(db, userId),
	async erase(userId) {
		await db.batch(eraseBuyer(db, userId, await pseudonymOf(config.HASH_KEY, `pseudonym:${userId}`), now()));
	},
});
