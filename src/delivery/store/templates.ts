import { asc, eq, sql } from "drizzle-orm";
import { type AuditEntry, auditWhere } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { messageTemplates } from "../schema.ts";

export type Template = typeof messageTemplates.$inferSelect;
type Change = Omit<Template, "no">;

/** A page shows all of them. */
const most = 500;

export const listTemplates = (db: Db): Promise<Template[]> =>
	db.select().from(messageTemplates).orderBy(asc(messageTemplates.name)).limit(most);

export const insertTemplate = (db: Db, row: Change) =>
	db.insert(messageTemplates).values(row).returning({ no: messageTemplates.no });

export const updateTemplate = (db: Db, no: number, change: Change) =>
	db
		.update(messageTemplates)
		.set(change)
		.where(eq(messageTemplates.no, no))
		.returning({ no: messageTemplates.no });

export const deleteTemplate = (db: Db, no: number) =>
	db.delete(messageTemplates).where(eq(messageTemplates.no, no)).returning({ no: messageTemplates.no });

/** Records it if there is such a template. */
export const auditOf = (db: Db, now: number, entry: AuditEntry, no: number) =>
	auditWhere(db, now, entry, sql`EXISTS (SELECT 1 FROM message_templates WHERE no = ${no})`);
