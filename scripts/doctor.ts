/**
 * `npm run doctor`: asks the running Worker what it stands on, and says what to do about what is wrong.
 * The Worker is the one at DOCTOR_URL, else the one `npm start` runs at PORT. Ends with 1 if something is wrong.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readStartEnv } from "./start-env.ts";

const answerSchema = z.object({
	ok: z.boolean(),
	checks: z.array(
		z.object({ name: z.string(), ok: z.boolean(), detail: z.string(), fix: z.string().optional() }),
	),
});

/** Given, or made by `npm start` in its world; the simulator's unless TELEGRAM_API_ROOT is set, as there. */
function ownerKey(): string {
	const { ownerKey: given, stateDir, world } = readStartEnv(process.env);
	if (given) return given;
	const file = join(stateDir, world.name, "secrets.json");
	if (!existsSync(file)) throw new Error(`Set OWNER_KEY, or STATE_DIR: ${file} is not there.`);
	return z.object({ OWNER_KEY: z.string() }).parse(JSON.parse(readFileSync(file, "utf8"))).OWNER_KEY;
}

async function main(): Promise<void> {
	const url = process.env.DOCTOR_URL ?? `http://127.0.0.1:${readStartEnv(process.env).port}`;
	const headers = { authorization: `Bearer ${ownerKey()}` };
	const response = await fetch(new URL("/api/doctor", url), { headers }).catch(() => {
		throw new Error(`No Worker answers at ${url}. Start it with npm start, or set PORT or DOCTOR_URL.`);
	});
	if (response.status === 401) throw new Error(`The Worker at ${url} refuses this OWNER_KEY.`);
	if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
	const { ok, checks } = answerSchema.parse(await response.json());
	const width = Math.max(...checks.map(({ name }) => name.length));
	for (const check of checks) {
		console.log(`${check.ok ? "✓" : "✗"} ${check.name.padEnd(width)}  ${check.detail}`);
		if (check.fix) console.log(`  ${" ".repeat(width)}  → ${check.fix}`);
	}
	const wrong = checks.filter((check) => !check.ok).length;
	console.log(ok ? "\nAll is well." : `\n${wrong} of ${checks.length} need a hand.`);
	process.exitCode = ok ? 0 : 1;
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
