import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import type { PersonDataMakers } from "../personal-data.ts";
import type { Guests } from "../service.ts";
import { erasedHash, eraseRows, exportRows } from "../store/erasures.ts";
import { readCard } from "../store.ts";

export type Rights = ReturnType<typeof createRights>;

interface Needs {
	db: Db;
	config: Config;
	persons: Env["PERSON"];
	now: () => number;
	guests: Guests;
	/** What the others keep. */
	data: () => PersonDataMakers;
}

/** Everybody's right to read and to delete what is kept about them, over all parts that keep something. */
export function createRights({ db, config, persons, now, guests, data }: Needs) {
	const hashOf = (userId: number) => erasedHash(config.HASH_KEY, userId);

	async function eraseOwn(userId: number, by: string | null): Promise<void> {
		const deleted = await eraseRows(db, userId, await hashOf(userId), now(), by);
		// Who comes back at this very moment has a new row, and keeps its card.
		const fresh = await readCard(db, userId);
		await persons.getByName(String(userId)).erase({ deleted, stands: fresh?.version ?? null });
	}

	return {
		/** All that is kept of this person, by part. */
		async export(userId: number): Promise<Record<string, unknown>> {
			const entries = Object.entries(data()).map(
				async ([name, part]) => [name, await part().export(userId)] as const,
			);
			return {
				telegram_id: userId,
				exported_at: new Date(now()).toISOString(),
				people: await exportRows(db, userId, await hashOf(userId)),
				...Object.fromEntries(await Promise.all(entries)),
			};
		},

		/**
		 * Deletes all that is kept of this person, but a keyed hash with the ban and the refusal that hold.
		 * Every step can be repeated, so a crash in between only means that it has to be asked for again.
		 * @param by the staff who do it; null: the person themselves
		 */
		async erase(userId: number, by: string | null = null): Promise<void> {
			// First out of search and chat, so that the partner is told as of any other end.
			await guests.expel(userId);
			await eraseOwn(userId, by);
			for (const part of Object.values(data())) await part().erase(userId);
			// What they began meanwhile: without a card nothing can begin after this.
			await guests.expel(userId);
		},
	};
}
