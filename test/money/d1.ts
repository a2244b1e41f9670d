import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

const migrations = join(dirname(fileURLToPath(import.meta.url)), "../../migrations");

class Bound {
	readonly statement: StatementSync;
	readonly values: SQLInputValue[];

	constructor(statement: StatementSync, values: SQLInputValue[]) {
		this.statement = statement;
		this.values = values;
	}

	run(asArrays: boolean) {
		this.statement.setReturnArrays(asArrays);
		return this.statement.all(...this.values) as unknown[];
	}
}

/**
 * D1's interface over SQLite in memory, with the real migrations: the same SQL, constraints and triggers, many times
 * faster. A batch is one transaction, and every call lets others go first.
 * @param fault is asked before and after every call: what it throws is a call that never arrived, or a lost answer
 */
export function openSqlite(fault: (when: "before" | "after") => void = () => {}): D1Database {
	const db = new DatabaseSync(":memory:");
	for (const file of readdirSync(migrations).filter((name) => name.endsWith(".sql")))
		db.exec(readFileSync(join(migrations, file), "utf8"));
	const cache = new Map<string, StatementSync>();
	const prepare = (sql: string) => {
		let statement = cache.get(sql);
		if (!statement) {
			statement = db.prepare(sql);
			cache.set(sql, statement);
		}
		return statement;
	};
	const d1 = {
		prepare: (sql: string) => ({
			bind: (...values: SQLInputValue[]) => {
				const bound = new Bound(prepare(sql), values);
				const call = async <T>(act: () => T): Promise<T> => {
					fault("before");
					const result = act();
					fault("after");
					return result;
				};
				return {
					bound,
					run: () => call(() => ({ results: bound.run(false), success: true })),
					all: () => call(() => ({ results: bound.run(false), success: true })),
					raw: () => call(() => bound.run(true)),
				};
			},
		}),
		async batch(statements: { bound: Bound }[]) {
			fault("before");
			db.exec("BEGIN");
			try {
				const results = statements.map(({ bound }) => ({ results: bound.run(false), success: true }));
				db.exec("COMMIT");
				fault("after");
				return results;
			} catch (error) {
				if (db.isTransaction) db.exec("ROLLBACK");
				throw error;
			}
		},
	};
	return d1 as unknown as D1Database;
}
