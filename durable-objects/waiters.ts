import { Pool, type Waiter } from "../src/chat/rules/matching.ts";
import type { Ticket } from "../src/chat/rules/seating.ts";

export const waitersTable = "CREATE TABLE waiters (user_id INTEGER PRIMARY KEY, waiter TEXT NOT NULL);";

/** Who waits in a pool: in memory as the rules want them, and a row each. */
export class Waiters {
	readonly #sql: SqlStorage;
	readonly #pool = new Pool();

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		for (const row of sql.exec<{ waiter: string }>("SELECT waiter FROM waiters"))
			this.#pool.add(JSON.parse(row.waiter));
	}

	get size(): number {
		return this.#pool.size;
	}

	get(userId: number): Waiter | undefined {
		return this.#pool.get(userId);
	}

	all(): Iterable<Waiter> {
		return this.#pool.all();
	}

	partnerFor(ticket: Ticket, now: number, suits?: (other: Ticket) => boolean): Waiter | undefined {
		return this.#pool.partnerFor(ticket, now, suits);
	}

	add(waiter: Waiter): void {
		this.#pool.add(waiter);
		this.#sql.exec(
			"INSERT OR REPLACE INTO waiters (user_id, waiter) VALUES (?, ?)",
			...[waiter.ticket.userId, JSON.stringify(waiter)],
		);
	}

	remove(userId: number): void {
		if (this.#pool.remove(userId)) this.#sql.exec("DELETE FROM waiters WHERE user_id = ?", userId);
	}
}
