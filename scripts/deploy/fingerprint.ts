import { createHash, scryptSync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WranglerConfig } from "./derived.ts";
import type { Secrets } from "./secrets.ts";

/** Cloudflare keeps 25 characters beside a version: of code and configuration, and of the secrets. */
const length = 12;

export interface Fingerprint {
	code: string;
	/** Null where the secrets are not known here: then those of before are left in place. */
	secrets: string | null;
}

export const tagOf = ({ code, secrets }: Fingerprint, deployed: string | null): string =>
	`${code}-${secrets ?? deployed?.split("-")[1] ?? "unknown"}`;

/** What differs between what is wanted and the tag of the version that runs. */
export function differences(wanted: Fingerprint, deployed: string | null): string[] {
	const [code, secrets] = deployed?.split("-") ?? [];
	return [
		...(code === wanted.code ? [] : ["code or configuration"]),
		...(wanted.secrets === null || secrets === wanted.secrets ? [] : ["secrets"]),
	];
}

/** @param bundle the folder that holds the bundled code @param assets the folders that are served past it */
export function codeFingerprint(config: WranglerConfig, bundle: string, assets: string[]): string {
	const hash = createHash("sha256").update(canonical(withoutPaths(config)));
	for (const folder of [bundle, ...assets]) {
		for (const file of filesIn(folder)) {
			// What only helps to read the code, and says when it was made.
			if (/\.(map|md|bundle)$/.test(file)) continue;
			hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
		}
	}
	return hash.digest("hex").slice(0, length);
}

/** Slow on purpose: members of the account read it, and a password may be short. */
export const secretsFingerprint = (name: string, secrets: Secrets): string =>
	scryptSync(canonical(secrets), `rialto:${name}`, 32).toString("hex").slice(0, length);

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
}

/** Where this machine keeps its files is nothing that is deployed. */
function withoutPaths({ main: _main, assets, d1_databases, ...rest }: WranglerConfig): unknown {
	return {
		...rest,
		assets: assets && { ...assets, directory: undefined },
		d1_databases: d1_databases?.map((database) => ({ ...database, migrations_dir: undefined })),
	};
}

const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) =>
		part && typeof part === "object" && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
