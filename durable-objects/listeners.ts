import { compatible } from "../src/chat/rules/matching.ts";
import type { Ticket } from "../src/chat/rules/seating.ts";
import { findAgain } from "../src/chat/views.ts";
import { hasChat } from "../src/platform/bot-rooms.ts";
import { translator } from "../src/platform/i18n/index.ts";
import { type Log, reason } from "../src/platform/log.ts";
import { getRegistry, roomsOf } from "../src/platform/registry.ts";
import { sendText } from "../src/platform/telegram.ts";

/** "Notify me" is forgotten after this long. */
const listenMs = 12 * 3_600_000;
/** So many are told that somebody is searching: more would find nobody left. */
const listenersTold = 3;

/** Who gave up waiting in a pool and wants to be told, once, when somebody compatible waits there. */
export class Listeners {
	readonly #sql: SqlStorage;
	readonly #env: Env;
	readonly #log: () => Log;

	constructor(sql: SqlStorage, env: Env, log: () => Log) {
		this.#sql = sql;
		this.#env = env;
		this.#log = log;
	}

	add(ticket: Ticket): void {
		this.#sql.exec(
			"INSERT OR REPLACE INTO listeners (user_id, ticket, until) VALUES (?, ?, ?)",
			...[ticket.userId, JSON.stringify(ticket), Date.now() + listenMs],
		);
	}

	async tell(ticket: Ticket): Promise<void> {
		const rows = this.#sql
			.exec<{ ticket: string; until: number }>("SELECT ticket, until FROM listeners")
			.toArray();
		const listeners = rows
			.filter((row) => row.until > Date.now())
			.map((row): Ticket => JSON.parse(row.ticket))
			.filter((listener) => compatible(listener, ticket, Date.now()))
			.slice(0, listenersTold);
		for (const { userId, botId, language } of listeners) {
			this.#sql.exec("DELETE FROM listeners WHERE user_id = ?", userId);
			try {
				// Strangers no longer meet where they asked.
				if (!hasChat(roomsOf(await getRegistry(this.#env), botId))) continue;
				if (!(await this.#env.PERSON.getByName(String(userId)).isIdle())) continue;
				await sendText(this.#env, botId, userId, findAgain(translator(language), "somebody-there"));
			} catch (error) {
				this.#log().info("chat", "listener not told", { reason: reason(error) });
			}
		}
	}
}
