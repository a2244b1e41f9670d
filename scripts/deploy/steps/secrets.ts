import { z } from "zod";
import { forWorker, makeKey, readSecrets, writeSecrets } from "../secrets.ts";
import type { Site } from "../site.ts";
import type { Step } from "../step.ts";

/** Names of the secrets the deployed Worker has; values can't be read back. */
export async function deployedSecrets(site: Site): Promise<Set<string>> {
	const found = await site.outside.api.find(site.script("/secrets"), z.array(z.object({ name: z.string() })));
	return new Set((found ?? []).map(({ name }) => name));
}

const previous = "ENCRYPTION_KEY_PREVIOUS";

/**
 * Keys are made once and written down before anything has them, so that a run that stops here makes no others. A key
 * that the Worker has and that is not known here stays as it is. They go up with the code, all at once.
 */
export const secretsStep = (site: Site): Step => {
	async function look() {
		const deployed = await deployedSecrets(site);
		const make = (["OWNER_KEY", "ENCRYPTION_KEY"] as const).filter(
			(name) => !site.secrets[name] && !deployed.has(name),
		);
		// Once everything is sealed anew nothing opens with the key of before.
		const retire = site.secrets.ENCRYPTION_KEY && !site.secrets[previous] && deployed.has(previous);
		const unknown = [...deployed].filter((name) => !(name in site.secrets));
		const kept = readSecrets(site.secretsPath);
		// Else the next run, without the file they came from, would take them for changed.
		const keep = Object.keys(site.secrets).filter((name) => kept[name] !== site.secrets[name]);
		return { make, keep, retire, unknown };
	}
	return {
		name: "Secrets",
		async check() {
			const { make, keep, retire, unknown } = await look();
			const given = Object.keys(forWorker(site.secrets));
			const kept = unknown.length > 0 ? `; left as deployed: ${unknown.join(", ")}` : "";
			return {
				is: `${given.join(", ") || "none given"}${kept}`,
				changes: [
					...(keep.length > 0 ? [`keep ${keep.join(", ")} in ${site.secretsPath}`] : []),
					...make.map((name) => `make ${name} and keep it in ${site.secretsPath}`),
					...(retire ? [`delete ${previous} from the Worker`] : []),
				],
			};
		},
		async change() {
			const { make, keep, retire } = await look();
			for (const name of make) site.secrets = { ...site.secrets, [name]: makeKey[name]() };
			if (make.length + keep.length > 0) writeSecrets(site.secretsPath, site.secrets);
			if (make.length > 0)
				site.outside.say(
					`  Keep a copy of ${site.secretsPath}: without ENCRYPTION_KEY the bots' tokens can't be read.`,
				);
			if (retire) await site.outside.api.tell("DELETE", site.script(`/secrets/${previous}`));
		},
	};
};
