import { and, eq, isNotNull } from "drizzle-orm";
import type { PersonData } from "../people/personal-data.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { staff, staffInvitations, staffLogins } from "./schema.ts";

/**
 * An account of the team stays while it is in use: it is the operator's, and ends when an owner shuts it. A shut one
 * keeps the Telegram id that the environment names: without it this person would be an owner anew.
 */
export const staffData = ({ db, config }: { db: Db; config: Config }): PersonData => ({
	async export(userId) {
		const [accounts, logins] = await db.batch([
			db
				.select({ name: staff.name, email: staff.email, role: staff.role, since: staff.createdAt })
				.from(staff)
				.where(eq(staff.telegramId, userId)),
			db
				.select({ at: staffLogins.createdAt, agent: staffLogins.agent, country: staffLogins.country })
				.from(staffLogins)
				.where(eq(staffLogins.telegramId, userId)),
		]);
		return { account: accounts[0] ?? null, logins };
	},
	async erase(userId) {
		await db.batch([
			db.delete(staffLogins).where(eq(staffLogins.telegramId, userId)),
			db.delete(staffInvitations).where(eq(staffInvitations.telegramId, userId)),
			db
				.update(staff)
				.set({
					name: "-",
					email: null,
					...(config.ADMIN_TELEGRAM_IDS.includes(userId) ? {} : { telegramId: null }),
				})
				.where(and(eq(staff.telegramId, userId), isNotNull(staff.disabledAt))),
		]);
	},
});
