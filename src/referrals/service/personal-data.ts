import type { PersonData } from "../../people/personal-data.ts";
import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import { deriveSecret } from "../../platform/secrets.ts";
import { eraseRows, exportRows } from "../store/personal-data.ts";

/** Names somebody erased who came by a link once; another hash than that of their ban, so that nothing joins the two. */
export const erasureHash = ({ HASH_KEY }: Config, userId: number) =>
	deriveSecret(HASH_KEY, `referred:${userId}`);

/** What is kept of people here. Must be erased before the ledger: no share may move once that has forgotten its person. */
export const referralData = (needs: { db: Db; config: Config; now: () => number }): PersonData => ({
	export: (userId) => exportRows(needs.db, userId),
	async erase(userId) {
		await eraseRows(needs.db, userId, await erasureHash(needs.config, userId), needs.now());
	},
});
