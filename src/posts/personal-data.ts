import { eq, inArray } from "drizzle-orm";
import { hashed, namesOf } from "../groups/service/personal-data.ts";
import type { PersonData } from "../people/personal-data.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { iso } from "../platform/time.ts";
import { posts } from "./schema.ts";

/** What somebody had posted by `/post`: it stays, and stands under a hash once their data is deleted. */
export const postData = (needs: { db: Db; config: Config }): PersonData => ({
	async export(userId) {
		const rows = await needs.db
			.select({ at: posts.createdAt, content: posts.content })
			.from(posts)
			.where(inArray(posts.createdBy, [`telegram:${userId}`, ...(await namesOf(needs, userId))]));
		return rows.map(({ at, content }) => ({ at: iso(at), content }));
	},
	async erase(userId) {
		await needs.db
			.update(posts)
			.set({ createdBy: await hashed(needs, userId) })
			.where(eq(posts.createdBy, `telegram:${userId}`));
	},
});
