import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";

/** A refusal in Cloudflare's words. */
export class Refusal extends Error {
	readonly status: number;
	readonly code: number;

	constructor(status: number, code: number, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

export interface Binding {
	name: string;
	type: string;
	[field: string]: unknown;
}

export interface ScriptVersion {
	id: string;
	at: string;
	bindings: Binding[];
	annotations: Record<string, string>;
}

export interface Script {
	versions: ScriptVersion[];
	/** The version that runs comes first. */
	deployed: { id: string; at: string; version: string }[];
	secrets: Map<string, string>;
	migrationTag: string | null;
	crons: string[];
	subdomain: boolean;
}

export interface FakeQueue {
	id: string;
	name: string;
	consumers: { id: string; script: string; deadLetters: string | undefined; settings: unknown }[];
}

export interface FakeDatabase {
	id: string;
	name: string;
	db: DatabaseSync;
	/** What it held at a bookmark. */
	bookmarks: Map<string, string[]>;
}

/** What somebody has at Cloudflare. Empty: as it is after signing up and enabling everything. */
export class FakeAccount {
	readonly id = "acc0123";
	readonly token = "token-of-tests";
	subdomain: string | null = "acme";
	/** What is not enabled. */
	lacks = new Set<"r2" | "analytics">();
	paid = true;
	/** Whether the token may list accounts. */
	lists = true;
	zones = ["example.com"];
	readonly databases = new Map<string, FakeDatabase>();
	readonly buckets = new Map<string, { cors: unknown; objects: Map<string, string> }>();
	readonly queues = new Map<string, FakeQueue>();
	readonly scripts = new Map<string, Script>();
	readonly domains = new Map<string, { id: string; hostname: string; service: string }>();
	/** Hashes of files that were brought. */
	readonly assets = new Set<string>();
	/** Files that were brought to be imported, by database, and which of them were. */
	readonly imports = new Map<string, string>();
	readonly imported = new Set<string>();

	createDatabase(name: string): FakeDatabase {
		if ([...this.databases.values()].some((found) => found.name === name))
			throw new Refusal(400, 7502, "Database with name already exists");
		const made = { id: randomUUID(), name, db: new DatabaseSync(":memory:"), bookmarks: new Map() };
		this.databases.set(made.id, made);
		return made;
	}

	database(id: string): FakeDatabase {
		const found = this.databases.get(id);
		if (!found) throw new Refusal(404, 7404, "The database could not be found");
		return found;
	}

	queueNamed(name: string): FakeQueue | undefined {
		return [...this.queues.values()].find((queue) => queue.name === name);
	}

	script(name: string): Script {
		const found = this.scripts.get(name);
		if (!found) throw new Refusal(404, 10007, "This Worker does not exist on your account.");
		return found;
	}

	/** Whether nothing at all is left. */
	get isEmpty(): boolean {
		const all = [this.databases, this.buckets, this.queues, this.scripts, this.domains];
		return all.every(({ size }) => size === 0);
	}
}

/** All of a database as SQL, as an export has it. */
export function dump(db: DatabaseSync): string[] {
	const objects = db
		.prepare(
			"SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'table' DESC, rowid",
		)
		.all();
	const tables = objects.filter(({ type }) => type === "table");
	const literal = (value: unknown) =>
		value === null
			? "NULL"
			: typeof value === "number"
				? String(value)
				: `'${String(value).replaceAll("'", "''")}'`;
	const rows = tables.flatMap(({ name }) =>
		db
			.prepare(`SELECT * FROM "${name}"`)
			.all()
			.map((row) => `INSERT INTO "${name}" VALUES (${Object.values(row).map(literal).join(", ")});`),
	);
	const others = objects.filter(({ type }) => type !== "table");
	return [...tables.map(({ sql }) => `${sql};`), ...rows, ...others.map(({ sql }) => `${sql};`)];
}
