import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import type { Content } from "../rules/content.ts";
import * as store from "../store/templates.ts";

export type { Template } from "../store/templates.ts";
export type Templates = ReturnType<typeof createTemplates>;

interface Needs {
	db: Db;
	now: () => number;
}

const missing = () => new AppError(404, "no_template", "There is no such template.");

/** Messages that staff keep to write them again. */
export function createTemplates({ db, now }: Needs) {
	/** @throws AppError 409 if another one has this name */
	async function named<T>(write: () => Promise<T>): Promise<T> {
		try {
			return await write();
		} catch (error) {
			if (violationOf(error)?.kind !== "unique") throw error;
			throw new AppError(409, "name_taken", "Some fields are not right.", {
				name: "another template has this name",
			});
		}
	}

	return {
		list: () => store.listTemplates(db),

		/** @returns its number @throws AppError 409 */
		add: (name: string, content: Content, actor: string): Promise<number> =>
			named(async () => {
				const entry = { actor, action: "template.added", subject: name };
				const [[row]] = await db.batch([
					store.insertTemplate(db, { name, content, changedAt: now(), changedBy: actor }),
					audit(db, now(), entry),
				]);
				return row?.no ?? 0;
			}),

		/** @throws AppError 404, 409 */
		change: (no: number, name: string, content: Content, actor: string): Promise<void> =>
			named(async () => {
				const change = { name, content, changedAt: now(), changedBy: actor };
				const entry = { actor, action: "template.changed", subject: name };
				const [changed] = await db.batch([
					store.updateTemplate(db, no, change),
					store.auditOf(db, now(), entry, no),
				]);
				if (changed.length === 0) throw missing();
			}),

		/** @throws AppError 404 */
		async remove(no: number, actor: string): Promise<void> {
			const entry = { actor, action: "template.removed", subject: String(no) };
			const [, gone] = await db.batch([store.auditOf(db, now(), entry, no), store.deleteTemplate(db, no)]);
			if (gone.length === 0) throw missing();
		},
	};
}
