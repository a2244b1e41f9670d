import { asc, eq } from "drizzle-orm";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError } from "../../platform/errors.ts";
import { newId } from "../../platform/ids.ts";
import { savedReplies } from "../schema.ts";

export type SavedReplies = ReturnType<typeof createSavedReplies>;
export type SavedReply = typeof savedReplies.$inferSelect;

/** What staff say again and again, to begin an answer with. */
export function createSavedReplies({ db, now }: { db: Db; now: () => number }) {
	const none = () => new AppError(404, "no_reply", "There is no such reply.");
	return {
		list: (): Promise<SavedReply[]> =>
			db.select().from(savedReplies).orderBy(asc(savedReplies.title), asc(savedReplies.id)).limit(200),

		async add(reply: { title: string; text: string }, actor: string): Promise<SavedReply> {
			const id = newId("rep");
			const [[row]] = await db.batch([
				db
					.insert(savedReplies)
					.values({ id, ...reply, updatedAt: now(), updatedBy: actor })
					.returning(),
				audit(db, now(), { actor, action: "saved_reply.added", subject: id }),
			]);
			if (!row) throw none();
			return row;
		},

		/** @throws AppError 404 */
		async change(id: string, reply: { title: string; text: string }, actor: string): Promise<SavedReply> {
			const [row] = await db
				.update(savedReplies)
				.set({ ...reply, updatedAt: now(), updatedBy: actor })
				.where(eq(savedReplies.id, id))
				.returning();
			if (!row) throw none();
			await audit(db, now(), { actor, action: "saved_reply.changed", subject: id });
			return row;
		},

		/** @throws AppError 404 */
		async remove(id: string, actor: string): Promise<void> {
			const gone = await db.delete(savedReplies).where(eq(savedReplies.id, id)).returning();
			if (gone.length === 0) throw none();
			await audit(db, now(), { actor, action: "saved_reply.removed", subject: id });
		},
	};
}
