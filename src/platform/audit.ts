import { type SQL, sql } from "drizzle-orm";
import type { Db } from "./db.ts";
import { newId } from "./ids.ts";
import { auditEntries } from "./schema.ts";

export interface AuditEntry {
	/** `owner` (the bootstrap key), `staff:{id}`, `key:{id}`, `telegram:{id}` or `system` */
	actor: string;
	/** `{noun}.{verb}`, e.g. `setting.changed` */
	action: string;
	/** What it was done to: a setting's key, a person's id ... */
	subject: string;
	details?: unknown;
}

/** The statement that records an act; goes in the batch of the act itself. */
export const audit = (db: Db, now: number, { actor, action, subject, details }: AuditEntry) =>
	db
		.insert(auditEntries)
		.values({ id: newId("aud"), at: now, actor, action, subject, details: details ?? null });

/** The same only where `condition` holds: a batch goes on after a statement that matched nothing. */
export const auditWhere = (
	db: Db,
	now: number,
	{ actor, action, subject, details }: AuditEntry,
	condition: SQL,
) =>
	db
		.insert(auditEntries)
		.select(
			sql`SELECT ${newId("aud")}, ${now}, ${actor}, ${action}, ${subject}, ${JSON.stringify(details ?? null)} WHERE ${condition}`,
		);
