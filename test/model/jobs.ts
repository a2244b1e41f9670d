import { openDb } from "../../src/platform/db.ts";
import { deliver, type OutboxHandlers } from "../../src/platform/outbox.ts";
import type { Database } from "./database.ts";
import { type Life, runAs } from "./scheduler.ts";
import type { World } from "./world.ts";

const retryMs = 2_000;
const retries = 4;
const sweepMs = 30_000;

/** The queue and the clock of the Worker: work that no update waits for, at least once. */
export class Jobs {
	readonly #world: World;
	readonly #lives = new Set<Life>();
	/** Called when one dies: its calls of the Bot API end as well. */
	died: (who: Life) => void = () => undefined;
	handlers: Partial<OutboxHandlers> = {};
	env: Env | null = null;

	constructor(world: World) {
		this.#world = world;
	}

	running(): Life[] {
		return [...this.#lives];
	}

	/** What `env.EVENTS` is. */
	queue() {
		return {
			send: async ({ ids }: { ids: number[] }) => {
				// A message may be lost, and the sweep finds the rows.
				if (!this.#world.happens(this.#world.profile.lostCall)) this.deliver(ids);
			},
		};
	}

	deliver(ids: number[]): void {
		const { env } = this;
		if (!env) return;
		const db = openDb(env.DB);
		this.start(
			`outbox ${ids.join()}`,
			() => deliver(db, ids, this.handlers as OutboxHandlers, Date.now()),
			retries,
		);
	}

	/** Carries out what still stands after a while, again and again. */
	sweep(database: Database): void {
		this.#world.scheduler.after(sweepMs, () => {
			const rows = database.now("SELECT id FROM outbox WHERE created_at < ?", this.#world.now - sweepMs);
			if (rows.length > 0) this.deliver(rows.map(({ id }) => Number(id)));
			this.sweep(database);
			return rows.length > 0;
		});
	}

	/** Runs until it has succeeded, or has failed too often; sometimes once more. */
	start(name: string, work: () => Promise<unknown>, left = Number.POSITIVE_INFINITY): void {
		const world = this.#world;
		const again = (delay: number, rest: number) => {
			if (rest > 0)
				world.scheduler.after(delay, () => this.#run(name, work, (ok) => ok || again(retryMs, rest - 1)));
		};
		again(world.latency(), left);
		if (world.happens(world.profile.duplicate)) again(world.random.between(0, 20_000), 1);
	}

	crash(life: Life): void {
		life.alive = false;
		this.#lives.delete(life);
		this.died(life);
	}

	#run(name: string, work: () => Promise<unknown>, over: (ok: boolean) => void): boolean {
		const life: Life = { alive: true, name };
		this.#lives.add(life);
		const end = (ok: boolean, why: unknown) => {
			if (!life.alive) return;
			this.#lives.delete(life);
			this.#world.note(() => `  ${name} ${ok ? "done" : why}`);
			over(ok);
		};
		this.#world.note(() => name);
		runAs(life, work).then(
			() => end(true, ""),
			(error: unknown) => end(false, error),
		);
		return true;
	}
}
