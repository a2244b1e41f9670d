import { makeKey, withNewKey, withoutPreviousKey, writeSecrets } from "../secrets.ts";
import type { Site } from "../site.ts";
import { registerWebhooks } from "../steps/bots.ts";
import { deploy } from "./deploy.ts";

/** Until every location runs what was deployed; one that does not yet know the new key must not meet it. */
const spreadMs = 30_000;

/**
 * Another ENCRYPTION_KEY, while bots go on: both keys open until all is sealed with the new one, then the old one is
 * deleted. Stopped anywhere, the next run goes on from there.
 */
export async function rotateKey(site: Site, { dryRun = false } = {}): Promise<void> {
	const { say, sleep } = site.outside;
	const secrets = withNewKey(site.secrets, makeKey.ENCRYPTION_KEY());
	say(secrets === site.secrets ? "A change of key is under way: going on." : "A new ENCRYPTION_KEY is made.");
	if (dryRun) {
		say("would deploy with both keys, seal all with the new one, then deploy without the old one");
		return;
	}
	site.secrets = secrets;
	writeSecrets(site.secretsPath, site.secrets);
	await deploy(site);
	await sleep(spreadMs);
	const bots = await registerWebhooks(site);
	say(`Sealed anew: ${bots.join(", ") || "no bots"}`);
	await sleep(spreadMs);
	site.secrets = withoutPreviousKey(site.secrets);
	writeSecrets(site.secretsPath, site.secrets);
	await deploy(site);
	say("The old key opens nothing any more. Staff sign in again.");
}
