import { and, eq, isNotNull } from "drizzle-orm";
import type { PersonData } from "../people/personal-data.ts";
import type { Db } from "../platform/db.ts";
import { staff, staffInvitations, staffLogins } from "./schema.ts";

/** An account of the team stays while it is in use: it is the operator's, and ends when an owner shuts it. */
export const staffData = ({ db }: { db: Db }): PersonData => ({
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
				.set({ name: "-", email: null, telegramId: null })
				.where(and(eq(staff.telegramId, userId), isNotNull(staff.disabledAt))),
		]);
	},
});
