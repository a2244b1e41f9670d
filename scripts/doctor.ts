/**
 * `npm run doctor`: asks the running Worker what it stands on, and says what to do about what is wrong.
 * The Worker is the one of `--env production` or `--env staging` that was deployed from here, or at DOCTOR_URL, else the
 * one `npm start` runs at PORT. Ends with 1 if something is wrong.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { refuseLost } from "./deploy/arguments.ts";
import { ownerKeyHere, readStartEnv } from "./start-env.ts";

const answerSchema = z.object({
	ok: z.boolean(),
	checks: z.array(
		z.object({ name: z.string(), ok: z.boolean(), detail: z.string(), fix: z.string().optional() }),
	),
});

/** What a deployment wrote down beside its choices. */
function deployed(environment: string): { url: string; ownerKey: string | undefined } {
	const folder = join("deploy", environment);
	const read = (file: string): unknown => {
		if (!existsSync(join(folder, file)))
			throw new Error(
				`${join(folder, file)} is not there: npm run deploy writes it; else set DOCTOR_URL and OWNER_KEY.`,
			);
		return JSON.parse(readFileSync(join(folder, file), "utf8"));
	};
	const { vars } = z.object({ vars: z.object({ PUBLIC_URL: z.string() }) }).parse(read("wrangler.json"));
	const given = process.env.OWNER_KEY;
	const key = given ?? z.object({ OWNER_KEY: z.string().optional() }).parse(read("secrets.json")).OWNER_KEY;
	return { url: vars.PUBLIC_URL, ownerKey: key };
}

async function main(): Promise<void> {
	refuseLost(["env"], process.env);
	const { env } = parseArgs({ options: { env: { type: "string" } } }).values;
	const there = env ? deployed(env) : null;
	const url = there?.url ?? process.env.DOCTOR_URL ?? `http://127.0.0.1:${readStartEnv(process.env).port}`;
	const headers = { authorization: `Bearer ${there?.ownerKey ?? ownerKeyHere(process.env)}` };
	const response = await fetch(new URL("/api/doctor", url), { headers }).catch(() => {
		throw new Error(
			`No Worker answers at ${url}. Start it with npm start or npm run deploy, or set PORT or DOCTOR_URL.`,
		);
	});
	if (response.status === 401) throw new Error(`The Worker at ${url} refuses this OWNER_KEY.`);
	const incomplete = z.object({ error: z.object({ code: z.literal("incomplete"), message: z.string() }) });
	if (response.status === 503) {
		const said = incomplete.safeParse(
			await response
				.clone()
				.json()
				.catch(() => null),
		);
		if (said.success)
			throw new Error(
				`✗ ${said.data.error.message}\n  → Give them by --secrets-file or in the shell, and npm run deploy.`,
			);
	}
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
