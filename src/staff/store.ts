import { and, count, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../platform/db.ts";
import {
	accountHolders,
	staff,
	staffInvitations,
	staffKeys,
	staffLogins,
	staffPasskeys,
	staffSessions,
	staffVerifications,
} from "./schema.ts";

export async function findStaff(db: Db, id: string) {
	const [row] = await db.select().from(staff).where(eq(staff.id, id));
	return row ?? null;
}

/** Everybody, with how many passkeys they have. A team is small: no pages. */
export async function listStaff(db: Db) {
	const passkeys = db
		.select({ n: count().as("n") })
		.from(staffPasskeys)
		.where(eq(staffPasskeys.userId, staff.id));
	return db
		.select({ person: staff, passkeys: sql<number>`(${passkeys})` })
		.from(staff)
		.orderBy(staff.createdAt, staff.id);
}

export const openSessions = (db: Db, staffId: string, now: number) =>
	db
		.select()
		.from(staffSessions)
		.where(and(eq(staffSessions.userId, staffId), gt(staffSessions.expiresAt, new Date(now))))
		.orderBy(desc(staffSessions.createdAt), staffSessions.id);

/** Invitations that can still be accepted. */
export const isOpen = (now: number) =>
	and(isNull(staffInvitations.acceptedAt), gt(staffInvitations.expiresAt, now));

export const openInvitations = (db: Db, now: number) =>
	db.select().from(staffInvitations).where(isOpen(now)).orderBy(desc(staffInvitations.id));

/** Forgets what is over. Accepted invitations stand in the audit. */
export const purgeStaff = (db: Db, now: number, keepMs: number) =>
	db.batch([
		db.delete(staffLogins).where(lt(staffLogins.expiresAt, now - keepMs)),
		db.delete(staffInvitations).where(lt(staffInvitations.expiresAt, now - keepMs)),
		db.delete(staffSessions).where(lt(staffSessions.expiresAt, new Date(now))),
		db.delete(staffVerifications).where(lt(staffVerifications.expiresAt, new Date(now))),
		// Of invitations and keys that are gone.
		db.delete(accountHolders).where(
			sql`holder NOT IN (SELECT id FROM ${staff} UNION ALL SELECT id FROM ${staffInvitations}
				UNION ALL SELECT id FROM ${staffKeys})`,
		),
	]);
