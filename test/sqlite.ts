import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../migrations");
const migrations = readdirSync(folder)
	.filter((name) => name.endsWith(".sql"))
	.sort()
	.flatMap((name) => readFileSync(join(folder, name), "utf8").split("--> statement-breakpoint"));

export interface Query {
	query: string;
	parameters: SQLInputValue[];
}

/** How a call reaches the database and its answer comes back: here things go wrong. */
export type Wire = <T>(act: () => T) => Promise<T>;

/** SQLite in memory with the real migrations: D1's own SQL, constraints and triggers, many times faster. */
export class Sqlite {
	readonly #db = new DatabaseSync(":memory:");
	readonly #statements = new Map<string, StatementSync>();

	/** @param tables only these, with their indexes and triggers; all if none are named */
	constructor(...tables: string[]) {
		const wanted = (statement: string) =>
			tables.length === 0 ||
			tables.some((table) => new RegExp(`\\b(TABLE|ON) \`?${table}\\b`).test(statement));
		this.#db.exec(migrations.filter(wanted).join(";\n"));
	}

	/** Reads or writes right now. */
	run({ query, parameters }: Query): Record<string, SQLInputValue>[] {
		return this.#prepared(query, false).all(...parameters) as Record<string, SQLInputValue>[];
	}

	/** What `env.DB` is, as far as drizzle uses it. A batch is one transaction. */
	binding(wire: Wire): D1Database {
		const prepare = (query: string, parameters: SQLInputValue[] = []) => {
			const bound = { query, parameters };
			const all = () => wire(() => ({ success: true, results: this.run(bound) }));
			return {
				...bound,
				bind: (...values: SQLInputValue[]) => prepare(query, values),
				run: all,
				all,
				raw: () => wire(() => this.#prepared(query, true).all(...parameters)),
			};
		};
		const d1 = {
			prepare: (query: string) => prepare(query),
			batch: (queries: Query[]) =>
				wire(() =>
					together(this.#db, () => queries.map((one) => ({ success: true, results: this.run(one) }))),
				),
		};
		return d1 as unknown as D1Database;
	}

	close(): void {
		this.#statements.clear();
		this.#db.close();
	}

	/** @param asArrays same-named columns stay apart */
	#prepared(query: string, asArrays: boolean): StatementSync {
		let statement = this.#statements.get(query);
		if (!statement) {
			statement = this.#db.prepare(query);
			this.#statements.set(query, statement);
		}
		statement.setReturnArrays(asArrays);
		return statement;
	}
}

/** All that is written in it, or nothing. */
export function together<T>(db: DatabaseSync, code: () => T): T {
	db.exec("BEGIN");
	try {
		const result = code();
		db.exec("COMMIT");
		return result;
	} catch (error) {
		db.exec("ROLLBACK");
		throw error;
	}
}
