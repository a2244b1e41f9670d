import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { WranglerConfig } from "../derived.ts";
import { codeFingerprint, differences, type Fingerprint, secretsFingerprint, tagOf } from "../fingerprint.ts";
import { forWorker } from "../secrets.ts";
import type { Site } from "../site.ts";
import type { Step } from "../step.ts";
import { type Consumer, listQueues } from "./stores.ts";

/** wrangler.toml as it is deployed here, beside the choices it follows from. @returns its path */
export function writeConfig(site: Site): string {
	mkdirSync(site.folder, { recursive: true });
	const file = join(site.folder, "wrangler.json");
	writeFileSync(file, `${JSON.stringify(site.config, null, "\t")}\n`);
	return file;
}

const deploymentShape = z.object({
	deployments: z.array(
		z.object({
			id: z.string(),
			created_on: z.string().optional(),
			versions: z.array(z.object({ version_id: z.string(), percentage: z.number() })),
		}),
	),
});

export interface Version {
	id: string;
	tag: string | null;
	message: string | null;
	at: string;
}

/** Versions that were deployed, the one that runs first. */
export async function deployedVersions(site: Site, limit = 10): Promise<Version[]> {
	const found = await site.outside.api.find(site.script("/deployments"), deploymentShape);
	const ids = (found?.deployments ?? []).flatMap(({ versions, created_on = "" }) =>
		versions.slice(0, 1).map(({ version_id }) => ({ id: version_id, at: created_on })),
	);
	const shape = z.object({ annotations: z.record(z.string(), z.string()).nullish() });
	const versions: Version[] = [];
	for (const { id, at } of ids.slice(0, limit)) {
		const version = await site.outside.api.find(site.script(`/versions/${id}`), shape);
		const { "workers/tag": tag = null, "workers/message": message = null } = version?.annotations ?? {};
		versions.push({ id, tag, message, at });
	}
	return versions;
}

type Wanted = WranglerConfig["queues"]["consumers"][number];

/** What wrangler.toml leaves out, and what the API does not tell, is as it is. */
function isAsWanted({ settings, dead_letter_queue }: Consumer, wanted: Wanted): boolean {
	const same = (there: unknown, here: unknown) => here === undefined || there == null || there === here;
	const { max_batch_size, max_batch_timeout, max_retries } = wanted;
	return (
		same(settings?.batch_size, max_batch_size) &&
		same(
			settings?.max_wait_time_ms,
			max_batch_timeout === undefined ? undefined : max_batch_timeout * 1000,
		) &&
		same(settings?.max_retries, max_retries) &&
		same(dead_letter_queue, wanted.dead_letter_queue)
	);
}

/** What leads to the Worker, and is set after its upload: a run may have stopped between. */
async function missingTriggers(site: Site): Promise<string[]> {
	const { api } = site.outside;
	const missing: string[] = [];
	const schedules = await api.find(
		site.script("/schedules"),
		z.object({ schedules: z.array(z.object({ cron: z.string() })) }),
	);
	const crons = (schedules?.schedules ?? []).map(({ cron }) => cron).sort();
	const wanted = [...site.config.triggers.crons].sort();
	if (crons.join() !== wanted.join()) missing.push(`set the schedules ${wanted.join(", ")}`);
	const queues = await listQueues(site);
	for (const wanted of site.config.queues.consumers) {
		const consumers = queues.find(({ queue_name }) => queue_name === wanted.queue)?.consumers ?? [];
		const ours = consumers.find(({ script, script_name }) => (script ?? script_name) === site.name);
		if (!ours) missing.push(`consume the queue ${wanted.queue}`);
		else if (!isAsWanted(ours, wanted)) missing.push(`set how the queue ${wanted.queue} is consumed`);
	}
	const { domain } = site.choices;
	if (domain) {
		const domains = await api.list(
			site.path(`/workers/domains?service=${site.name}`),
			z.object({ hostname: z.string() }),
		);
		if (!domains.some(({ hostname }) => hostname === domain)) missing.push(`answer at ${domain}`);
	} else {
		const state = await api.find(site.script("/subdomain"), z.object({ enabled: z.boolean() }));
		if (!state?.enabled) missing.push(`answer at ${site.publicUrl}`);
	}
	return missing;
}

export const workerStep = (site: Site, version: string): Step => {
	/** Bundles as it would be uploaded, and uploads nothing. */
	async function fingerprint(): Promise<Fingerprint> {
		await site.outside.build();
		const bundle = mkdtempSync(join(tmpdir(), "rialto-bundle-"));
		try {
			const file = writeConfig(site);
			await site.outside.wrangler("deploy", "--dry-run", "--outdir", bundle, "--config", file);
			const assets = site.config.assets?.directory;
			const code = codeFingerprint(site.config, bundle, assets ? [assets] : []);
			const secrets = forWorker(site.secrets);
			return { code, secrets: secrets.ENCRYPTION_KEY ? secretsFingerprint(site.name, secrets) : null };
		} finally {
			rmSync(bundle, { recursive: true });
		}
	}

	/** As `check` found it, bundling takes its time. */
	let found: Fingerprint | undefined;

	async function upload(): Promise<void> {
		const [current] = await deployedVersions(site, 1);
		found ??= await fingerprint();
		const tag = tagOf(found, current?.tag ?? null);
		// In a file of our own, and gone at once: on the command line everybody on the machine could read them.
		const secrets = join(mkdtempSync(join(tmpdir(), "rialto-secrets-")), "secrets.json");
		writeFileSync(secrets, JSON.stringify(forWorker(site.secrets)), { mode: 0o600 });
		try {
			const named = ["--tag", tag, "--message", `Rialto ${version}`];
			const args = ["--config", writeConfig(site), "--secrets-file", secrets, ...named];
			site.outside.say((await site.outside.wrangler("deploy", ...args)).match(/Total Upload.*/)?.[0] ?? "");
		} finally {
			rmSync(join(secrets, ".."), { recursive: true });
		}
	}

	return {
		name: "Worker",
		async check() {
			const [current] = await deployedVersions(site, 1);
			found = await fingerprint();
			const differ = differences(found, current?.tag ?? null);
			const reason = current ? `${differ.join(" and ")} changed` : "it is not there";
			const changes = [
				...(differ.length > 0 ? [`upload ${site.name}: ${reason}`] : []),
				...(await missingTriggers(site)),
			];
			return { is: `${site.name}, version ${current?.id} (${current?.tag})`, changes };
		},
		async change() {
			await upload().catch(async (error: Error) => {
				// 10089: Analytics Engine is not enabled; nothing but the upload says so for sure.
				if (!/\b10089\b/.test(error.message) || site.without.has("analytics")) throw error;
				site.without.add("analytics");
				site.outside.say("  Analytics Engine is not enabled: left out.");
				found = undefined;
				await upload();
			});
			const missing = await missingTriggers(site);
			if (missing.length > 0) throw new Error(`it is up, but does not yet ${missing.join(", ")}`);
		},
	};
};

/** A new address takes a while until it is known everywhere. */
export const answersStep = (site: Site): Step => {
	const answers = () =>
		site.outside
			.fetch(`${site.publicUrl}/health`, { signal: AbortSignal.timeout(10_000) })
			.then(async (response) => ({ status: response.status, text: await response.text() }))
			.catch((error: Error) => ({ status: 0, text: error.message }));
	return {
		name: "Answer",
		async check() {
			const { status } = await answers();
			const ok = status === 200;
			return {
				is: `${site.publicUrl}/health answers`,
				changes: ok ? [] : [`wait for ${site.publicUrl} to answer`],
			};
		},
		async change() {
			for (let i = 0; ; i++) {
				const { status, text } = await answers();
				if (status === 200) return;
				if (status === 503 || i === 60)
					throw new Error(`${site.publicUrl} answers ${status}: ${text.slice(0, 1000)}`);
				await site.outside.sleep(2_000);
			}
		},
	};
};
