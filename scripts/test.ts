/** `npm test`: lint and dependency arrows, generated files, types, tests. Ends with `N passed, N failed`. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { browser } from "./started.ts";

const bin = (name: string) => join("node_modules", ".bin", name);
let passed = 0;
let failed = 0;

function check(name: string, ok: boolean, hint = ""): void {
	console.log(`${ok ? "✓" : "✗"} ${name}${ok ? "" : ` ${hint}`}`);
	if (ok) passed++;
	else failed++;
}

function runs(command: string, args: string[]): boolean {
	return spawnSync(bin(command), args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/** Generates once more into a copy: with nothing changed in the schemas, nothing new comes out. */
function migrationsAreCurrent(): boolean {
	const copy = mkdtempSync(join(tmpdir(), "migrations-"));
	try {
		cpSync("migrations", copy, { recursive: true });
		const args = ["generate", "--dialect", "sqlite", "--schema", "./src/**/schema.ts", "--out", copy];
		const { status } = spawnSync(bin("drizzle-kit"), args, { encoding: "utf8" });
		return status === 0 && readdirSync(copy).join() === readdirSync("migrations").join();
	} finally {
		rmSync(copy, { recursive: true });
	}
}

function runTests(): void {
	const folder = mkdtempSync(join(tmpdir(), "tests-"));
	const file = join(folder, "results.json");
	runs("vitest", [
		"run",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${file}`,
		...process.argv.slice(2),
	]);
	try {
		const counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
		const result = counts.parse(JSON.parse(readFileSync(file, "utf8")));
		passed += result.numPassedTests;
		failed += result.numFailedTests;
		// A file that could not even be loaded counts no test of its own.
		if (!result.success && result.numFailedTests === 0) failed++;
	} catch {
		check("tests ran", false);
	}
	rmSync(folder, { recursive: true });
}

check("lint, format and dependency arrows", runs("biome", ["check", "--error-on-warnings"]), "npm run fix");
check("worker-configuration.d.ts is current", runs("wrangler", ["types", "--check"]), "npm run types");
check("migrations are current", migrationsAreCurrent(), "npm run migrations");
check("types of the Worker", runs("tsc", ["-p", "."]));
check("types of the tests", runs("tsc", ["-p", "tsconfig.test.json"]));
check("types of the scripts and the simulator", runs("tsc", ["-p", "tsconfig.node.json"]));
check("types of the simulator's page", runs("tsc", ["-p", "simulator/page"]));
check("types of the dashboard", runs("tsc", ["-p", "admin-ui"]));
runTests();

if (!browser)
	console.log(
		"\n- SKIPPED: no Chromium on this machine, so nobody walked through the dashboard in a browser",
	);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
