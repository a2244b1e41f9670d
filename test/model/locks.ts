import type { Lock } from "../../src/chat/rules/locks.ts";
import type { Pair } from "../../src/chat/rules/pairing.ts";
import type { Database } from "./database.ts";
import type { World } from "./world.ts";

/** Work that was promised this long before rest has been done. */
const settledMs = 60_000;

/** Sees every lock of every chat, and says what must not be. */
export class LockWitness {
	readonly #world: World;
	readonly #running = new Map<string, Lock>();
	/** Minutes that a chat's end left, by lock. */
	readonly #unused = new Map<string, number>();

	constructor(world: World) {
		this.#world = world;
	}

	get count(): number {
		return this.#running.size;
	}

	get returns(): number {
		return this.#unused.size;
	}

	wrote(before: Pair | undefined, pair: Pair): void {
		const { running, unused } = pair.locks;
		if (running) this.#running.set(running.lockId, running);
		if (unused) {
			const known = this.#unused.get(unused.lockId);
			if (known !== undefined && known !== unused.minutes)
				this.#fail("8 unused", `${unused.lockId} leaves ${known} and ${unused.minutes}`);
			this.#unused.set(unused.lockId, unused.minutes);
		}
		if (before?.state !== "open" || pair.state !== "closing" || !pair.reason) return;
		const held = before.locks.running;
		if (!held || this.#world.now >= held.until || held.userId === pair.endedBy) return;
		if (["stop", "next", "idle"].includes(pair.reason))
			this.#fail(
				"8 held",
				`${pair.reason} of ${pair.endedBy} ended ${pair.chatId}, locked till ${held.until}`,
			);
	}

	/** What must hold once faults have stopped and time has gone on. */
	atRest(pairs: Iterable<Pair>, database: Database): void {
		const before = this.#world.now - settledMs;
		for (const { chatId, state, locks } of pairs) {
			if (locks.running && (state !== "open" || locks.running.until < this.#world.now - 5_000))
				this.#fail("8 endless", `${chatId} is ${state} and locked till ${locks.running.until}`);
			if (locks.unused) this.#fail("8 return", `${chatId} still has ${JSON.stringify(locks.unused)}`);
			if (locks.news.length > 0 && locks.endedAt < before)
				this.#fail("8 news", `${chatId} has not told ${JSON.stringify(locks.news)}`);
		}
		for (const row of database.now("SELECT * FROM outbox WHERE created_at < ?", before))
			this.#fail("8 outbox", `left: ${JSON.stringify(row)}`);
		for (const row of database.now("SELECT * FROM chat_locks WHERE created_at < ?", before))
			this.#checkRow(row, database);
		const wrong = database.now(
			"SELECT user_id FROM balances b WHERE balance <> (SELECT sum(amount) FROM ledger_entries e WHERE e.user_id = b.user_id AND e.account = b.account)",
		);
		if (wrong.length > 0) this.#fail("8 ledger", JSON.stringify(wrong));
	}

	#checkRow(row: Record<string, unknown>, database: Database): void {
		const id = String(row.id);
		const moved = (cause: string) =>
			database
				.now("SELECT amount FROM ledger_entries WHERE cause = ? AND account = 'lock_credits'", cause)
				.map(({ amount }) => Number(amount));
		const minutes = Number(row.minutes);
		const lock = this.#running.get(id);
		const unused = this.#unused.get(id);
		// Kept without a lock: nothing was spent.
		const kept = row.state === "returned" && Number(row.returned_minutes) === 0;
		const expected = {
			promised: null,
			running: lock && unused === undefined ? [-minutes, []] : null,
			ended: lock && unused !== undefined ? [-minutes, [unused]] : null,
			returned: lock ? null : [-minutes, [minutes]],
		}[String(row.state)];
		const seen = [...moved(`lock:${id}`), moved(`lock_return:${id}`)];
		if (kept ? seen.length > 1 || lock : JSON.stringify(seen) !== JSON.stringify(expected))
			this.#fail("8 money", `${JSON.stringify(row)} moved ${JSON.stringify(seen)}, unused ${unused}`);
	}

	#fail(invariant: string, text: string): void {
		this.#world.fail(invariant, text);
	}
}
