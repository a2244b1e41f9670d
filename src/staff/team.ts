import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Identity, isOfAccounts, type Role } from "../platform/access.ts";
import { auditWhere } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { AppError, violationOf } from "../platform/errors.ts";
import type { Language } from "../platform/i18n/index.ts";
import { commit } from "../platform/outbox.ts";
import { dayMs } from "../platform/time.ts";
import { accountsHeld, assign } from "./accounts.ts";
import { type StaffRow, staff, staffSessions } from "./schema.ts";
import { findStaff, listStaff, openSessions, purgeStaff } from "./store.ts";

export type { StaffRow } from "./schema.ts";
export type Team = ReturnType<typeof createTeam>;

interface MemberChange {
	role?: Role | undefined;
	disabled?: boolean | undefined;
	email?: string | null | undefined;
	telegramId?: number | null | undefined;
	accounts?: readonly number[] | undefined;
}

const nobody = () => new AppError(404, "no_staff", "Nobody of the team has this id.");

/** The people who run this: their roles and sessions. */
export function createTeam({ db, config, now }: { db: Db; config: Config; now: () => number }) {
	async function known(id: string): Promise<StaffRow> {
		const person = await findStaff(db, id);
		if (!person) throw nobody();
		return person;
	}

	/** Whom no row speaks for, the environment does: see `createAdmins`. */
	const isNamed = (telegramId: number | null) =>
		telegramId !== null && config.ADMIN_TELEGRAM_IDS.includes(telegramId);

	async function endSessions(staffId: string, sessionId: string | null, actor: string, action: string) {
		const these = and(
			eq(staffSessions.userId, staffId),
			sessionId === null ? undefined : eq(staffSessions.id, sessionId),
		) as SQL;
		const entry = { actor, action, subject: staffId, details: { session: sessionId ?? "all" } };
		const { results } = await commit(
			db,
			now(),
			[
				auditWhere(db, now(), entry, sql`EXISTS (SELECT 1 FROM ${staffSessions} WHERE ${these})`),
				db.delete(staffSessions).where(these).returning({ id: staffSessions.id }),
			],
			[],
		);
		return (results[1] as { id: string }[]).length;
	}

	return {
		list: () => listStaff(db),
		find: known,
		/** The accounts somebody is for, where their role is not for all. */
		accounts: (id: string) => accountsHeld(db, id),

		/**
		 * Changes role, or shuts somebody out at once. Whoever is shut out loses their sessions; their keys stop working.
		 * @throws AppError 404, and 409 if nobody would be left who owns this, or somebody else has that address or id,
		 * or if it would take from the row a Telegram id that the environment names
		 */
		async change(id: string, { role, disabled, email, telegramId, accounts }: MemberChange, actor: string) {
			const before = await known(id);
			if (telegramId !== undefined && telegramId !== before.telegramId && isNamed(before.telegramId)) {
				throw new AppError(
					409,
					"named_by_environment",
					"ADMIN_TELEGRAM_IDS names this Telegram id, so it would be an owner anew. Shut the person out, or take the id out of there first.",
				);
			}
			if (accounts && !isOfAccounts(role ?? before.role))
				throw new AppError(400, "invalid", "Some fields are not right.", {
					accounts: "are of a creator or chatter: everybody else has all of them",
				});
			const at = new Date(now());
			// Which ways in were changed, not to whom they lead.
			const ways = [
				...(email === undefined ? [] : ["email"]),
				...(telegramId === undefined ? [] : ["telegram"]),
			];
			const details = { role, disabled, accounts, ...(ways.length > 0 ? { ways } : {}) };
			const steppingDown = (role !== undefined && role !== "owner") || disabled === true;
			const another = sql`EXISTS (SELECT 1 FROM ${staff} AS other WHERE other.role = 'owner'
				AND other.disabled_at IS NULL AND other.id <> ${id})`;
			const one = sql`${staff.id} = ${id}`;
			const allowed = steppingDown
				? sql`${one} AND (${staff.role} <> 'owner' OR ${staff.disabledAt} IS NOT NULL OR ${another})`
				: one;
			const holds = sql`EXISTS (SELECT 1 FROM ${staff} WHERE ${allowed})`;
			const entry = { actor, action: "staff.changed", subject: id, details };
			const ended = db.delete(staffSessions).where(sql`${staffSessions.userId} = ${id} AND ${holds}`);
			const changed = db
				.update(staff)
				.set({
					updatedAt: at,
					...(role ? { role } : {}),
					...(disabled === undefined ? {} : { disabledAt: disabled ? at : null }),
					...(email === undefined ? {} : { email }),
					...(telegramId === undefined ? {} : { telegramId }),
				})
				.where(allowed)
				.returning();
			const { results } = await commit(
				db,
				now(),
				[
					auditWhere(db, now(), entry, holds),
					...(role && !isOfAccounts(role) ? assign(db, id, [], holds) : []),
					...(accounts ? assign(db, id, accounts, holds) : []),
					...(disabled === true ? [ended] : []),
					changed,
				],
				[],
			).catch((error: unknown) => {
				if (violationOf(error)?.kind !== "unique") throw error;
				throw new AppError(409, "is_staff", "Somebody else of the team has this address or id.");
			});
			const [row] = results.at(-1) as StaffRow[];
			if (row) return row;
			throw new AppError(409, "last_owner", "Somebody must own this: make somebody else an owner first.");
		},

		/** What people change of themselves. */
		async rename(id: string, change: { name?: string | undefined; language?: Language | undefined }) {
			const { name, language } = change;
			const values = { ...(name ? { name } : {}), ...(language ? { language } : {}) };
			const [row] = await db
				.update(staff)
				.set({ ...values, updatedAt: new Date(now()) })
				.where(eq(staff.id, id))
				.returning();
			if (!row) throw nobody();
			return row;
		},

		async sessions(staffId: string) {
			await known(staffId);
			return openSessions(db, staffId, now());
		},

		/** @throws AppError 404 */
		async endSession(staffId: string, sessionId: string, actor: string) {
			if ((await endSessions(staffId, sessionId, actor, "session.ended")) === 0)
				throw new AppError(404, "no_session", "There is no such session.");
		},

		/** @throws AppError 404 */
		async endAllSessions(staffId: string, actor: string) {
			await known(staffId);
			return endSessions(staffId, null, actor, "session.ended");
		},

		logOut: async ({ id, sessionId }: NonNullable<Identity["person"]>) =>
			void (await endSessions(id, sessionId, `staff:${id}`, "staff.logout")),

		purge: async () => void (await purgeStaff(db, now(), dayMs)),
	};
}
