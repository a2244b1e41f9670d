import { databaseName } from "../derived.ts";
import type { Site } from "../site.ts";
import { runSteps } from "../step.ts";
import { accountStep, needsStep } from "./account.ts";
import { listDatabases } from "./stores.ts";

/** Finds out what a deployed environment has, and changes nothing. @throws Stopped if its account can't be opened */
export async function getToKnow(site: Site): Promise<void> {
	await runSteps([accountStep(site)], { dryRun: true, say: () => undefined });
	await needsStep(site).check();
	const name = databaseName(site.toml, { environment: site.place.environment, choices: site.choices });
	site.databaseId = (await listDatabases(site)).find((found) => found.name === name)?.uuid;
}

/** @returns whether this was said, by `--confirm` or by typing it */
export async function confirmed(
	site: Site,
	word: string,
	question: string,
	given: string[],
): Promise<boolean> {
	if (given.includes(word)) return true;
	return (await site.outside.ask(`${question}\nType ${word} to go on: `)) === word;
}
