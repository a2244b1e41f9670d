import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { together } from "../sqlite.ts";

type Row = Record<string, unknown>;
type Written = (query: string, bindings: readonly SQLInputValue[]) => void;

/** An actor's SQLite, as far as the actors use it. It outlives every crash. */
export class ActorDatabase {
	#db = new DatabaseSync(":memory:");
	readonly #statements = new Map<string, StatementSync>();
	readonly #written: Written;

	/** @param written is told of every change */
	constructor(written: Written) {
		this.#written = written;
	}

	exec(query: string, bindings: readonly SQLInputValue[]) {
		const reads = /^\s*SELECT/i.test(query);
		if (!reads && bindings.length === 0 && query.includes(";")) {
			this.#db.exec(query);
			return cursor([], 0);
		}
		let statement = this.#statements.get(query);
		if (!statement) {
			statement = this.#db.prepare(query);
			this.#statements.set(query, statement);
		}
		if (reads) return cursor(statement.all(...bindings), 0);
		const { changes } = statement.run(...bindings);
		this.#written(query, bindings);
		return cursor([], Number(changes));
	}

	transaction<T>(code: () => T): T {
		return together(this.#db, code);
	}

	clear(): void {
		this.close();
		this.#db = new DatabaseSync(":memory:");
	}

	close(): void {
		this.#statements.clear();
		this.#db.close();
	}
}

function cursor(rows: Row[], rowsWritten: number) {
	return {
		rowsWritten,
		toArray: () => rows,
		one: () => {
			const [row] = rows;
			if (!row || rows.length > 1) throw new Error(`one() found ${rows.length} rows`);
			return row;
		},
		[Symbol.iterator]: () => rows[Symbol.iterator](),
	};
}
