import type { BetterAuthOptions } from "better-auth";
import { APIError, type createAuthMiddleware } from "better-auth/api";
import { and, eq, gt, isNull } from "drizzle-orm";
import { audit } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import { inherit } from "./accounts.ts";
import { staff, staffInvitations } from "./schema.ts";

export interface AuthHooks {
	database: NonNullable<BetterAuthOptions["databaseHooks"]>;
	after: Parameters<typeof createAuthMiddleware>[0];
}

/** How somebody got in, by the path of better-auth that made the session. */
const methods: Record<string, string> = {
	"/magic-link/verify": "link",
	"/passkey/verify-authentication": "passkey",
};

/** What our rules ask of better-auth's own writes. They can't stand in a batch of ours, so the audit follows them. */
export function authHooks({ db, now }: { db: Db; now: () => number }): AuthHooks {
	const record = (staffId: string, action: string, details: unknown) =>
		audit(db, now(), { actor: `staff:${staffId}`, action, subject: staffId, details });

	/** By which invitation an address comes in, within this request. */
	const invited = new Map<string, string>();

	return {
		database: {
			user: {
				create: {
					/** Only who was invited; the invitation is used up by that, so it lets in one. */
					async before(user) {
						const at = now();
						const [invitation] = await db
							.update(staffInvitations)
							.set({ acceptedAt: at })
							.where(
								and(
									eq(staffInvitations.email, user.email),
									isNull(staffInvitations.acceptedAt),
									gt(staffInvitations.expiresAt, at),
								),
							)
							.returning();
						if (!invitation) return false;
						const { role, telegramId } = invitation;
						invited.set(user.email, invitation.id);
						const [name = user.email] = user.email.split("@");
						return { data: { ...user, name, role, telegramId, language: "en" } };
					},
					async after({ id, role, email }) {
						const invitation = invited.get(email);
						if (invitation) await inherit(db, invitation, id);
						await record(id, "staff.joined", { role, by: "link" });
					},
				},
			},
			session: {
				create: {
					async before({ userId }, context) {
						const [person] = await db.select().from(staff).where(eq(staff.id, userId));
						if (person && person.disabledAt === null) return true;
						// It would answer 500; of a link the route says so.
						if (context?.path === "/passkey/verify-authentication")
							throw new APIError("FORBIDDEN", { message: "This person can't sign in any more." });
						return false;
					},
					async after({ userId }, context) {
						const at = new Date(now());
						await db.batch([
							db.update(staff).set({ lastLoginAt: at }).where(eq(staff.id, userId)),
							record(userId, "staff.login", { by: methods[context?.path ?? ""] ?? "telegram" }),
						]);
					},
				},
			},
		},
		async after({ path, body, context }) {
			const { session, returned } = context;
			if (!session || returned instanceof APIError) return;
			const { id } = session.user;
			if (path === "/passkey/verify-registration")
				await record(id, "passkey.added", { name: body?.name ?? null });
			if (path === "/passkey/delete-passkey") await record(id, "passkey.removed", { passkey: body?.id });
		},
	};
}
