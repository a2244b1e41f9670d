import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { currentLife, never } from "./scheduler.ts";
import type { World } from "./world.ts";

/** Those that the flows of the model write; the rest of D1 is not there. */
const tables = ["outbox", "ledger_entries", "balances", "chat_locks"];
const folder = join(dirname(fileURLToPath(import.meta.url)), "../../migrations");
const schema = readdirSync(folder)
	.filter((name) => name.endsWith(".sql"))
	.sort()
	.flatMap((name) => readFileSync(join(folder, name), "utf8").split("--> statement-breakpoint"))
	.filter((statement) => tables.some((table) => new RegExp(`\\b(TABLE|ON) \`?${table}\\b`).test(statement)))
	.join(";\n");

interface Bound {
	query: string;
	parameters: SQLInputValue[];
}

/** D1 in memory: what happens there happens at once or not at all, and the way there and back can go wrong. */
export class Database {
	readonly #world: World;
	readonly #db = new DatabaseSync(":memory:");
	readonly #statements = new Map<string, StatementSync>();

	constructor(world: World) {
		this.#world = world;
		this.#db.exec(schema);
	}

	/** Reads or writes right now, for whoever looks at the whole. */
	now(query: string, ...parameters: SQLInputValue[]): Record<string, SQLInputValue>[] {
		return this.#run({ query, parameters });
	}

	/** What `env.DB` is, as far as drizzle uses it. */
	binding() {
		const prepare = (query: string, parameters: SQLInputValue[] = []) => {
			const bound = { query, parameters };
			return {
				...bound,
				bind: (...values: SQLInputValue[]) => prepare(query, values),
				run: () => this.#call(() => ({ success: true, results: this.#run(bound) })),
				all: () => this.#call(() => ({ success: true, results: this.#run(bound) })),
				raw: () => this.#call(() => this.#run(bound).map((row) => Object.values(row))),
			};
		};
		return {
			prepare: (query: string) => prepare(query),
			batch: (statements: Bound[]) =>
				this.#call(() => this.#together(() => statements.map((one) => ({ results: this.#run(one) })))),
		};
	}

	close(): void {
		this.#statements.clear();
		this.#db.close();
	}

	#run({ query, parameters }: Bound) {
		let statement = this.#statements.get(query);
		if (!statement) {
			statement = this.#db.prepare(query);
			this.#statements.set(query, statement);
		}
		return statement.all(...parameters) as Record<string, SQLInputValue>[];
	}

	#together<T>(code: () => T): T {
		this.#db.exec("BEGIN");
		try {
			const result = code();
			this.#db.exec("COMMIT");
			return result;
		} catch (error) {
			this.#db.exec("ROLLBACK");
			throw error;
		}
	}

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
