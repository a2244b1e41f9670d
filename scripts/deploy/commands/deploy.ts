import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { choicesFile } from "../choices.ts";
import type { Outside, Site } from "../site.ts";
import { runSteps, type Step } from "../step.ts";
import { accountStep, choicesStep, needsStep } from "../steps/account.ts";
import { botsStep } from "../steps/bots.ts";
import { migrationsStep } from "../steps/migrations.ts";
import { secretsStep } from "../steps/secrets.ts";
import { databaseStep, filesStep, queuesStep } from "../steps/stores.ts";
import { answersStep, workerStep } from "../steps/worker.ts";

export function versionOf(root: string): string {
	const text = readFileSync(join(root, "package.json"), "utf8");
	return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** In the order in which each needs what is before it. */
const deploySteps = (site: Site): Step[] => [
	accountStep(site),
	needsStep(site),
	choicesStep(site),
	queuesStep(site),
	databaseStep(site),
	filesStep(site),
	migrationsStep(site),
	secretsStep(site),
	workerStep(site, versionOf(site.place.root)),
	answersStep(site),
	botsStep(site),
];

/** Before the first run, what only a person knows and nothing has given; an empty answer leaves it for later. */
async function askOnce(site: Site): Promise<void> {
	if (existsSync(choicesFile(site.folder))) return;
	const { ask } = site.outside;
	if (!site.choices.vars.ADMIN_TELEGRAM_IDS) {
		const ids = await ask("Telegram ids of the owners, with commas between (empty: later): ");
		if (ids) site.choices.vars.ADMIN_TELEGRAM_IDS = ids;
	}
	if (!site.secrets.BOT_TOKENS) {
		const tokens = await ask("Tokens of the bots, from @BotFather, with commas between (empty: later): ");
		if (tokens) site.secrets = { ...site.secrets, BOT_TOKENS: tokens };
	}
}

/** Brings an environment to what stands here. @returns what was changed */
export async function deploy(site: Site, { dryRun = false } = {}): Promise<string[]> {
	const { say } = site.outside;
	if (!dryRun) await askOnce(site);
	const changed = await runSteps(deploySteps(site), { dryRun, say });
	say("");
	say(
		changed.length === 0
			? "Nothing has changed."
			: `${changed.length} ${dryRun ? "would change" : "changed"}.`,
	);
	if (!dryRun) for (const line of welcome(site)) say(line);
	return changed;
}

function welcome(site: Site): string[] {
	const admins = site.choices.vars.ADMIN_TELEGRAM_IDS;
	return [
		"",
		`  Dashboard   ${site.publicUrl}/admin`,
		admins
			? `  First owner opens it, and sends the code it shows to a bot (Telegram id ${admins}).`
			: "  First owner sets ADMIN_TELEGRAM_IDS to their Telegram id and deploys again; until then the owner key opens it.",
		`  Owner key   OWNER_KEY in ${site.secretsPath}`,
		`  Next        npm run doctor -- --env ${site.place.environment}   says what is still missing`,
	];
}

/** Inside Workers Builds, where the button has made everything and written the ids: migrations, then code. */
export async function deployInBuild({
	build,
	wrangler,
	say,
}: Pick<Outside, "build" | "wrangler" | "say">): Promise<void> {
	await build();
	say(await wrangler("d1", "migrations", "apply", "DB", "--remote"));
	say(await wrangler("deploy"));
}
