import { waitUntil } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import type { Role } from "../platform/access.ts";
import type { Db } from "../platform/db.ts";
import { isLanguage, translator } from "../platform/i18n/index.ts";
import { roleName } from "./login/views.ts";
import type { SendMail } from "./mail.ts";
import { staff, staffInvitations } from "./schema.ts";
import { isOpen } from "./store.ts";

/** What is mailed to staff: a link to sign in, and an invitation. */
export function createLinks({ db, now, mail }: { db: Db; now: () => number; mail: SendMail }) {
	return {
		/** Goes to staff and to who is invited. Behind the answer, so that its time says nothing of an address. */
		async signIn(email: string, url: string): Promise<void> {
			const [members, invited] = await db.batch([
				db.select().from(staff).where(eq(staff.email, email)),
				db
					.select({ id: staffInvitations.id })
					.from(staffInvitations)
					.where(and(eq(staffInvitations.email, email), isOpen(now()))),
			]);
			const [member] = members;
			if (member ? member.disabledAt : invited.length === 0) return;
			const language = member?.language ?? "en";
			const t = translator(isLanguage(language) ? language : "en");
			const text = t("staff-mail-link", { url });
			waitUntil(mail({ to: email, subject: t("staff-mail-link-subject"), text }));
		},

		/** @returns whether it went out */
		invitation(email: string, url: string, role: Role): Promise<boolean> {
			const t = translator("en");
			const text = t("staff-mail-invitation", { role: roleName(t, role), url });
			return mail({ to: email, subject: t("staff-mail-invitation-subject"), text });
		},
	};
}
