import type { ChatId } from "../src/platform/ids.ts";

export const tallyTables = `CREATE TABLE chats (chat_id TEXT PRIMARY KEY) WITHOUT ROWID;
	 CREATE TABLE begun (id INTEGER PRIMARY KEY, chats INTEGER NOT NULL);
	 INSERT INTO begun (id, chats) VALUES (1, 0);`;

/** A pool as staff see it. */
export interface PoolCounts {
	waiting: number;
	/** Chats it brought about that have not ended. */
	chats: number;
	/** All it ever brought about. */
	begun: number;
}

/** Which chats a pool brought about that go on. Written with the pair, so an end that overtakes the opening counts too. */
export class Tally {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	began(chatId: ChatId): void {
		this.#sql.exec("INSERT INTO chats (chat_id) VALUES (?)", chatId);
		this.#sql.exec("UPDATE begun SET chats = chats + 1 WHERE id = 1");
	}

	ended(chatId: ChatId): void {
		this.#sql.exec("DELETE FROM chats WHERE chat_id = ?", chatId);
	}

	/** It never opened. */
	aborted(chatId: ChatId): void {
		this.ended(chatId);
		this.#sql.exec("UPDATE begun SET chats = chats - 1 WHERE id = 1");
	}

	counts(): Pick<PoolCounts, "chats" | "begun"> {
		return this.#sql
			.exec<{ chats: number; begun: number }>(
				"SELECT (SELECT count(*) FROM chats) AS chats, (SELECT chats FROM begun) AS begun",
			)
			.one();
	}
}
