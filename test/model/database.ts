import type { SQLInputValue } from "node:sqlite";
import { Sqlite } from "../sqlite.ts";
import { currentLife, never } from "./scheduler.ts";
import type { World } from "./world.ts";

/** D1 in memory: what happens there happens at once or not at all, and the way there and back can go wrong. */
export class Database {
	readonly #world: World;
	/** The tables that the flows of the model write; the rest of D1 is not there. */
	readonly #sqlite = new Sqlite("outbox", "ledger_entries", "balances", "chat_locks");

	constructor(world: World) {
		this.#world = world;
	}

	/** Reads or writes right now, for whoever looks at the whole. */
	now(query: string, ...parameters: SQLInputValue[]): Record<string, SQLInputValue>[] {
		return this.#sqlite.run({ query, parameters });
	}

	/** What `env.DB` is. */
	binding = (): D1Database => this.#sqlite.binding((act) => this.#call(act));

	close = (): void => this.#sqlite.close();

	#call<T>(work: () => T): Promise<T> {
		const caller = currentLife();
		if (caller?.alive === false) return never();
		const world = this.#world;
		const { scheduler, random } = world;
		return new Promise((resolve, reject) => {
			const lost = world.happens(world.profile.lostCall);
			if (lost) world.fault("a query loses its connection", caller);
			const answer = (settle: () => void) =>
				scheduler.after(world.latency(), () => {
					if (caller?.alive === false) return false;
					settle();
					return true;
				});
			scheduler.after(world.latency(), () => {
				// Sent before the sender died or the connection broke: it may have arrived.
				const arrives = !(lost || caller?.alive === false) || random.chance(0.5);
				let settle = () => {};
				try {
					const result = arrives ? work() : null;
					settle = () => resolve(result as T);
				} catch (error) {
					settle = () => reject(error);
				}
				answer(lost ? () => reject(new Error("network connection lost")) : settle);
				return true;
			});
		});
	}
}
