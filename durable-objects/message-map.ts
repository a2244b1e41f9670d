import type { ReplyParameters } from "grammy/types";
import { otherSide, type SideNo } from "../src/chat/rules/pairing.ts";
import { type AlbumMedia, messageIdOf, rowId } from "../src/chat/rules/relay.ts";

/**
 * One row a message, `id` packs the sender's message id and side.
 * `partner_id`: null while it is on its way, 0 if it was given up, else its id at the partner's.
 * `held`: an album item that waits for the rest.
 */
export const messageTables = `CREATE TABLE messages (
	id INTEGER PRIMARY KEY, at INTEGER NOT NULL, partner_id INTEGER, tries INTEGER NOT NULL DEFAULT 0, held TEXT
);`;

type Row = { id: number; at: number; partner_id: number | null; tries: number; held: string | null };

/** An album item that waits for the rest of its album. */
interface Held {
	groupId: string;
	media: AlbumMedia;
	carriesPerson: boolean;
	reply: ReplyParameters | null;
}

/** Where an album stands: whose, and when its newest item came. */
export interface WaitingAlbum {
	no: SideNo;
	groupId: string;
	newestAt: number;
}

/** Which message of one side is which copy at the other's: what replies, edits, reactions and deletions need. */
export class MessageMap {
	readonly #sql: SqlStorage;
	/** Album items that wait, by row id; the rows hold the same. */
	readonly #waiting = new Map<number, { no: SideNo; groupId: string; at: number }>();

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		for (const row of sql.exec<Row>("SELECT * FROM messages WHERE held IS NOT NULL")) {
			const held: Held = JSON.parse(row.held ?? "{}");
			this.#waiting.set(row.id, { no: row.id % 2 === 0 ? 0 : 1, groupId: held.groupId, at: row.at });
		}
	}

	/** When the newest message came, 0 if none did. */
	lastAt(): number {
		return this.#sql.exec<{ at: number | null }>("SELECT max(at) AS at FROM messages").one().at ?? 0;
	}

	/** The row ids of this side's newest messages, oldest first. */
	newest(no: SideNo, limit: number): number[] {
		const rows = this.#sql.exec<{ id: number }>(
			"SELECT id FROM messages WHERE id % 2 = ? ORDER BY id DESC LIMIT ?",
			...[no, limit],
		);
		return [...rows].map((row) => row.id).reverse();
	}

	find(id: number): Row | undefined {
		return this.#sql.exec<Row>("SELECT * FROM messages WHERE id = ?", id).toArray()[0];
	}

	/** The other side's id of a message this side sees: one of its own, or a copy of the other's. */
	counterpart(messageId: number, no: SideNo): number | null {
		const own = this.find(rowId(messageId, no))?.partner_id;
		if (own) return own;
		// A scan instead of a second index: an index entry would cost a row for every message.
		const [row] = this.#sql
			.exec<{ id: number }>(
				"SELECT id FROM messages WHERE partner_id = ? AND id % 2 = ?",
				messageId,
				otherSide(no),
			)
			.toArray();
		return row ? messageIdOf(row.id) : null;
	}

	insert(id: number, at: number): void {
		this.#sql.exec("INSERT INTO messages (id, at) VALUES (?, ?)", id, at);
	}

	hold(id: number, no: SideNo, at: number, held: Held): void {
		this.#sql.exec(
			"INSERT OR REPLACE INTO messages (id, at, held) VALUES (?, ?, ?)",
			...[id, at, JSON.stringify(held)],
		);
		this.#waiting.set(id, { no, groupId: held.groupId, at });
	}

	held(id: number): Held | null {
		const held = this.find(id)?.held;
		return held ? JSON.parse(held) : null;
	}

	/** The message has reached the partner, or was given up (0). */
	done(id: number, partnerId: number): void {
		this.#sql.exec("UPDATE messages SET partner_id = ?, held = NULL WHERE id = ?", partnerId, id);
		this.#waiting.delete(id);
	}

	/** @returns how often the most unlucky of them has failed now */
	failed(ids: readonly number[]): number {
		let most = 0;
		for (const id of ids) {
			this.#sql.exec("UPDATE messages SET tries = tries + 1 WHERE id = ?", id);
			most = Math.max(most, this.find(id)?.tries ?? 0);
		}
		return most;
	}

	/** Whether an item of this album waits already. */
	waits(no: SideNo, groupId: string): boolean {
		return this.albums().some((album) => album.no === no && album.groupId === groupId);
	}

	/** The albums that wait, in the order in which they began. */
	albums(): WaitingAlbum[] {
		const albums = new Map<string, WaitingAlbum>();
		for (const { no, groupId, at } of this.#waiting.values()) {
			const key = `${no}:${groupId}`;
			albums.set(key, { no, groupId, newestAt: Math.max(at, albums.get(key)?.newestAt ?? 0) });
		}
		return [...albums.values()];
	}

	/** The row ids of an album's items, in the sender's order. */
	itemsOf({ no, groupId }: Pick<WaitingAlbum, "no" | "groupId">): number[] {
		const items = [...this.#waiting].filter(([, item]) => item.no === no && item.groupId === groupId);
		return items.map(([id]) => id).sort((a, b) => a - b);
	}
}
