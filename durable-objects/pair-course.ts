import { noLocks } from "../src/chat/rules/locks.ts";
import { applied, nextActions, type Pair, settled } from "../src/chat/rules/pairing.ts";
import { alarmBy } from "../src/platform/actor.ts";
import type { Log } from "../src/platform/log.ts";
import { performAction } from "./pair-actions.ts";

export const pairTable = "CREATE TABLE pair (id INTEGER PRIMARY KEY, pair TEXT NOT NULL);";

export const retryMs = 2_000;

interface Needs {
	/** Passes on what was accepted before the chat closed. @returns false if something is still under way */
	deliverAccepted: () => Promise<boolean>;
	/** Both sit in it now. */
	opened: () => Promise<void>;
	log: () => Log;
}

/** How far a chat has come in its protocol, stored, and the steps that take it further. */
export class Course {
	readonly #storage: DurableObjectStorage;
	readonly #env: Env;
	readonly #needs: Needs;
	#pair: Pair | null = null;
	/** The steps of `advance`, one after the other. */
	#steps: Promise<void> = Promise.resolve();

	constructor(storage: DurableObjectStorage, env: Env, needs: Needs) {
		this.#storage = storage;
		this.#env = env;
		this.#needs = needs;
	}

	get pair(): Pair | null {
		return this.#pair;
	}

	load(): void {
		const [row] = this.#storage.sql.exec<{ pair: string }>("SELECT pair FROM pair").toArray();
		// A chat of before there were locks has none, and no pool counts it.
		this.#pair = row ? { locks: noLocks, countedBy: null, ...JSON.parse(row.pair) } : null;
	}

	save(pair: Pair): void {
		if (pair === this.#pair) return;
		this.#pair = pair;
		this.#storage.sql.exec("INSERT OR REPLACE INTO pair (id, pair) VALUES (1, ?)", JSON.stringify(pair));
	}

	/** Its row goes with everything else that is stored. */
	forget(): void {
		this.#pair = null;
	}

	/**
	 * Takes the chat as far as it goes: each state is stored before anybody is told, and what fails is left to the alarm.
	 * Steps of two callers never mix, so nobody is seated behind the back of a close.
	 */
	advance(change: (pair: Pair) => Pair = (pair) => pair): Promise<void> {
		const run = async () => {
			if (!this.#pair) return;
			this.save(change(this.#pair));
			// Whatever happens to this call, the alarm goes on from here.
			if (nextActions(this.#pair).length > 0) await alarmBy(this.#storage, Date.now() + retryMs);
			await this.#runActions();
		};
		this.#steps = this.#steps.then(run, run);
		return this.#steps;
	}

	async #runActions(): Promise<void> {
		for (;;) {
			if (!this.#pair) return;
			const before = this.#pair;
			const pair = settled(before, Date.now());
			this.save(pair);
			const actions = nextActions(pair);
			if (actions.length === 0) {
				if (pair.state !== before.state) continue;
				return;
			}
			if (pair.state === "closing" && !(await this.#needs.deliverAccepted())) return;
			const log = this.#needs.log();
			const results = await Promise.all(actions.map((action) => performAction(this.#env, pair, action, log)));
			const after = actions.reduce(
				(done, action, i) => applied(done, action, results[i] ?? { kind: "failed" }),
				pair,
			);
			const next = settled(after, Date.now());
			this.save(next);
			if (pair.state === "opening" && next.state === "open") await this.#needs.opened();
			if (results.some((result) => result.kind === "failed")) return;
		}
	}
}
