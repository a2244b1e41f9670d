/**
 * Rialto on Cloudflare: `npm run deploy`, `destroy`, `rollback`, `backup`, `restore` and `rotate-key`.
 * docs/deploying.md says what each does, prints and costs.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { environments } from "./choices.ts";
import { backup } from "./commands/backup.ts";
import { deploy, deployInBuild } from "./commands/deploy.ts";
import { destroy } from "./commands/destroy.ts";
import { restore } from "./commands/restore.ts";
import { rollback } from "./commands/rollback.ts";
import { rotateKey } from "./commands/rotate-key.ts";
import { realOutside } from "./outside.ts";
import { Site } from "./site.ts";

const commands = ["deploy", "destroy", "rollback", "backup", "restore", "rotate-key"] as const;

function readArguments() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			env: { type: "string", default: "production" },
			"dry-run": { type: "boolean", default: false },
			"secrets-file": { type: "string" },
			confirm: { type: "string", multiple: true, default: [] },
			to: { type: "string" },
			from: { type: "string" },
			files: { type: "boolean", default: false },
		},
	});
	const command = z.enum(commands).safeParse(positionals[0]);
	if (!command.success) throw new Error(`One of ${commands.join(", ")} is needed.`);
	const environment = z.enum(environments).safeParse(values.env);
	if (!environment.success) throw new Error(`--env must be ${environments.join(" or ")}.`);
	return { ...values, command: command.data, environment: environment.data };
}

async function main(): Promise<void> {
	const root = resolve(import.meta.dirname, "../..");
	const { command, environment, confirm, to, from, ...given } = readArguments();
	const outside = await realOutside(root);
	if (command === "deploy" && process.env.WORKERS_CI) return deployInBuild(outside);
	const place = { root, environment, keepIn: resolve(root, "deploy"), secretsFile: given["secrets-file"] };
	const site = new Site(place, outside);
	const dryRun = given["dry-run"];
	switch (command) {
		case "deploy":
			await deploy(site, { dryRun });
			break;
		case "destroy":
			await destroy(site, { dryRun, confirm });
			break;
		case "rollback":
			await rollback(site, { dryRun, to, confirm });
			break;
		case "backup":
			await backup(site, { files: given.files });
			break;
		case "restore":
			await restore(site, { dryRun, to, from, confirm });
			break;
		case "rotate-key":
			await rotateKey(site, { dryRun });
	}
}

main().catch((error: Error) => {
	console.error(`\n${error.message}`);
	process.exitCode = 1;
});
