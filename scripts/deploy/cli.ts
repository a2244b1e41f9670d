/**
 * Rialto on Cloudflare: `npm run deploy`, `destroy`, `rollback`, `backup`, `restore` and `rotate-key`.
 * docs/deploying.md says what each does, prints and costs.
 */
import { resolve } from "node:path";
import { readArguments } from "./arguments.ts";
import { backup } from "./commands/backup.ts";
import { deploy, deployInBuild } from "./commands/deploy.ts";
import { destroy } from "./commands/destroy.ts";
import { restore } from "./commands/restore.ts";
import { rollback } from "./commands/rollback.ts";
import { rotateKey } from "./commands/rotate-key.ts";
import { realOutside } from "./outside.ts";
import { Site } from "./site.ts";

async function main(): Promise<void> {
	const root = resolve(import.meta.dirname, "../..");
	const given = readArguments(process.argv.slice(2), process.env);
	const { command, environment, secretsFile, confirm, to, from } = given;
	const outside = await realOutside(root);
	if (command === "deploy" && process.env.WORKERS_CI) return deployInBuild(outside);
	const place = { root, environment, keepIn: resolve(root, "deploy"), secretsFile };
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
