import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Site } from "../site.ts";
import type { Step } from "../step.ts";
import { writeConfig } from "./worker.ts";

const rows = z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) }));

export async function query(site: Site, sql: string): Promise<Record<string, unknown>[]> {
	const path = site.path(`/d1/database/${site.databaseId}/query`);
	const answer = await site.outside.api.call("POST", path, rows, { sql });
	return answer.flatMap(({ results }) => results);
}

/** Where the database is now: `npm run restore -- --to` brings it back here. */
export async function bookmarkOf(site: Site, at?: string): Promise<string> {
	const when = at ? `?timestamp=${encodeURIComponent(at)}` : "";
	const path = site.path(`/d1/database/${site.databaseId}/time_travel/bookmark${when}`);
	return (await site.outside.api.call("GET", path, z.object({ bookmark: z.string() }))).bookmark;
}

/** Migrations come before the code that needs them: each leaves the tables usable for the code of before. */
export const migrationsStep = (site: Site): Step => {
	const folder = resolve(site.place.root, site.toml.d1_databases[0]?.migrations_dir ?? "migrations");

	async function missing(): Promise<{ all: number; missing: string[] }> {
		const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
		if (!site.databaseId) return { all: files.length, missing: files };
		const [table] = await query(site, "SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'");
		const applied = table ? await query(site, "SELECT name FROM d1_migrations") : [];
		const names = new Set(applied.map(({ name }) => name));
		return { all: files.length, missing: files.filter((name) => !names.has(name)).sort() };
	}

	return {
		name: "Migrations",
		async check() {
			const found = await missing();
			return { is: `${found.all} applied`, changes: found.missing.map((name) => `apply ${name}`) };
		},
		async change() {
			const found = await missing();
			if (found.missing.length < found.all)
				site.outside.say(`  The database before them: npm run restore -- --to ${await bookmarkOf(site)}`);
			const file = writeConfig(site);
			await site.outside.wrangler("d1", "migrations", "apply", "DB", "--remote", "--config", file);
			const after = await missing();
			if (after.missing.length > 0) throw new Error(`not applied: ${after.missing.join(", ")}`);
		},
	};
};
