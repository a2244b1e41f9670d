import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "./processes.ts";

/** A web app: where vite's config stands, what else it is made of, and what its build leaves last. */
export interface WebApp {
	folder: string;
	sources: string[];
	built: string;
}

export const dashboard: WebApp = {
	folder: "admin-ui",
	sources: ["admin-ui", "src/posts/rules", "package-lock.json"],
	built: "admin-ui/dist/admin/index.html",
};

export const simulatorPage: WebApp = {
	folder: "simulator/page",
	sources: ["simulator", "package-lock.json"],
	built: "simulator/page/dist/index.html",
};

/** Builds what has changed since it was built, side by side. */
export async function buildPages(apps: WebApp[], say: (text: string) => void): Promise<void> {
	const stale = apps.filter(
		({ sources, built }) => !existsSync(built) || changed(sources) > changed([built]),
	);
	for (const { folder } of stale) say(`Building ${folder}`);
	await Promise.all(
		stale.map(({ folder }) =>
			run(process.execPath, ["node_modules/vite/bin/vite.js", "build", folder, "--logLevel", "warn"]),
		),
	);
}

/** When the newest of these files was written, builds aside; ms. */
function changed(paths: string[]): number {
	const times = paths.map((path) => {
		const found = statSync(path);
		if (!found.isDirectory()) return found.mtimeMs;
		const inside = readdirSync(path).filter((name) => name !== "dist" && name !== "node_modules");
		return changed(inside.map((name) => join(path, name)));
	});
	return Math.max(0, ...times);
}
