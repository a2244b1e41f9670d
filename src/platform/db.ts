import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

export const openDb = (d1: D1Database) => drizzle(d1);
export type Db = ReturnType<typeof openDb>;

/** One of a list that can grow. As one parameter: a statement of D1 takes 100 at most. */
export const among = (column: SQLiteColumn, values: readonly (string | number)[]): SQL =>
	sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
