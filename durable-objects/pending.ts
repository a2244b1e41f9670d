import type { Waiter } from "../src/chat/rules/matching.ts";
import type { Ticket } from "../src/chat/rules/seating.ts";
import type { ChatId } from "../src/platform/ids.ts";

export const pendingTable =
	"CREATE TABLE pending (chat_id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL) WITHOUT ROWID;";

/** A pair that was taken out of the pool and has no chat yet. */
export interface Pending {
	chatId: ChatId;
	sides: [Waiter, Waiter];
}

/** The pairs of a pool whose chat has not answered yet. */
export class PendingPairs {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	all(): Pending[] {
		return this.#sql
			.exec<{ chat_id: ChatId; a: string; b: string }>("SELECT chat_id, a, b FROM pending")
			.toArray()
			.map((row) => ({ chatId: row.chat_id, sides: [JSON.parse(row.a), JSON.parse(row.b)] }));
	}

	of({ userId, no }: Ticket): Pending | undefined {
		return this.all().find(({ sides }) =>
			sides.some(({ ticket }) => ticket.userId === userId && ticket.no === no),
		);
	}

	add({ chatId, sides: [a, b] }: Pending): void {
		this.#sql.exec(
			"INSERT INTO pending (chat_id, a, b) VALUES (?, ?, ?)",
			...[chatId, JSON.stringify(a), JSON.stringify(b)],
		);
	}

	/** @returns whether it was there */
	drop(chatId: ChatId): boolean {
		return this.#sql.exec("DELETE FROM pending WHERE chat_id = ?", chatId).rowsWritten > 0;
	}
}
