import { and, eq, or, sql } from "drizzle-orm";
import type { Role } from "../platform/access.ts";
import { audit, auditWhere } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import { AppError, violationOf } from "../platform/errors.ts";
import type { Language } from "../platform/i18n/index.ts";
import { newId } from "../platform/ids.ts";
import { commit } from "../platform/outbox.ts";
import { assign } from "./accounts.ts";
import type { Auth } from "./auth.ts";
import { invitationLifeMs } from "./login/rules.ts";
import { accountHolders, type InvitationRow, staff, staffInvitations } from "./schema.ts";
import { isOpen, openInvitations } from "./store.ts";

export type { InvitationRow } from "./schema.ts";
export type Invitations = ReturnType<typeof createInvitations>;

interface Needs {
	db: Db;
	now: () => number;
	hash: (purpose: string, text: string) => Promise<string>;
	newCode: () => string;
	/** Links that live as long as an invitation; where they go is `sendLink`'s. */
	authFor: (sendLink: (url: string) => Promise<void>) => Promise<Auth>;
	sendMail: (email: string, url: string, role: Role) => Promise<boolean>;
}

export interface Newcomer {
	telegramId: number;
	name: string;
	language: Language;
}

/** How people come to the team: an owner invites them, and they accept by mail or in a bot. */
export function createInvitations({ db, now, hash, newCode, authFor, sendMail }: Needs) {
	return {
		list: () => openInvitations(db, now()),

		/** @throws AppError 409 if they are on the team */
		async invite(
			input: { role: Role; accounts: readonly number[]; email: string | null; telegramId: number | null },
			actor: string,
			headers: Headers,
		) {
			const { role, email, telegramId } = input;
			const same = or(
				email === null ? undefined : eq(staff.email, email),
				telegramId === null ? undefined : eq(staff.telegramId, telegramId),
			);
			const [there] = same ? await db.select({ id: staff.id }).from(staff).where(same) : [];
			if (there) throw new AppError(409, "is_staff", "They are on the team already.");
			const code = newCode();
			const invitation: InvitationRow = {
				id: newId("inv"),
				...{ role, email, telegramId, codeHash: await hash("invitation", code) },
				...{ createdAt: now(), createdBy: actor, expiresAt: now() + invitationLifeMs, acceptedAt: null },
			};
			const details = { role, accounts: input.accounts };
			const entry = { actor, action: "staff.invited", subject: invitation.id, details };
			const made = [db.insert(staffInvitations).values(invitation), audit(db, now(), entry)];
			await commit(db, now(), [...made, ...assign(db, invitation.id, input.accounts)], []);
			let link: string | null = null;
			let mailed = false;
			if (email !== null) {
				const { api } = await authFor(async (url) => {
					link = url;
					mailed = await sendMail(email, url, role);
				});
				await api.signInMagicLink({ body: { email }, headers });
			}
			return { invitation, code, link: link as string | null, mailed };
		},

		/** @throws AppError 404 */
		async withdraw(id: string, actor: string): Promise<void> {
			const open = and(eq(staffInvitations.id, id), isOpen(now()));
			const { results } = await commit(
				db,
				now(),
				[
					auditWhere(
						db,
						now(),
						{ actor, action: "invitation.withdrawn", subject: id },
						sql`EXISTS (SELECT 1 FROM ${staffInvitations} WHERE ${open})`,
					),
					db.delete(staffInvitations).where(open).returning({ id: staffInvitations.id }),
				],
				[],
			);
			if ((results[1] as unknown[]).length === 0)
				throw new AppError(404, "no_invitation", "There is no such invitation, or it was accepted.");
		},

		/** Somebody opens an invitation in a bot. @returns their role, or null if it is not for them */
		async accept(code: string, { telegramId, name, language }: Newcomer): Promise<Role | null> {
			const at = now();
			const [member] = await db.select().from(staff).where(eq(staff.telegramId, telegramId));
			if (member) return member.disabledAt ? null : member.role;
			const open = and(
				eq(staffInvitations.codeHash, await hash("invitation", code)),
				isOpen(at),
				sql`(${staffInvitations.telegramId} IS NULL OR ${staffInvitations.telegramId} = ${telegramId})`,
			);
			const id = newId("stf");
			const entry = {
				actor: `staff:${id}`,
				action: "staff.joined",
				subject: id,
				details: { by: "telegram" },
			};
			try {
				const { results } = await commit(
					db,
					at,
					[
						auditWhere(db, at, entry, sql`EXISTS (SELECT 1 FROM ${staffInvitations} WHERE ${open})`),
						db.insert(staff).select(
							// The columns in the table's order.
							sql`SELECT ${id}, ${name}, ${staffInvitations.email}, 1, NULL, ${staffInvitations.role}, ${telegramId},
								${language}, ${at}, ${at}, NULL, NULL FROM ${staffInvitations} WHERE ${open}`,
						),
						db.insert(accountHolders).select(
							sql`SELECT ${id}, account_id FROM account_holders JOIN ${staffInvitations}
								ON holder = ${staffInvitations.id} WHERE ${open}`,
						),
						db
							.update(staffInvitations)
							.set({ acceptedAt: at })
							.where(open)
							.returning({ role: staffInvitations.role }),
					],
					[],
				);
				return (results[3] as { role: Role }[])[0]?.role ?? null;
			} catch (error) {
				// They came in by another way a moment ago.
				if (violationOf(error)?.kind === "unique") return null;
				throw error;
			}
		},
	};
}
