import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { experimental_readRawConfig } from "wrangler";
import { z } from "zod";
import { portFree } from "./processes.ts";
import { freePort } from "./started.ts";

const configSchema = z.looseObject({
	assets: z.looseObject({ directory: z.string() }),
	d1_databases: z.array(z.looseObject({ migrations_dir: z.string() })),
	r2_buckets: z.array(z.looseObject({ bucket_name: z.string() })),
});

/**
 * wrangler.toml as this world runs it: with keys of its own for signed links to files.
 * It stands beside the state, so its paths are whole. @returns where
 */
export function writeLocalConfig(stateDir: string, keys: { id: string; secret: string }): string {
	const config = configSchema.parse(experimental_readRawConfig({ config: "wrangler.toml" }).rawConfig);
	const credentials = { accessKeyId: keys.id, secretAccessKey: keys.secret };
	const local = {
		...config,
		// With a clock that can be moved, which is kept there.
		main: resolve("src/local.ts"),
		kv_namespaces: [{ binding: "CLOCK", id: "clock" }],
		assets: { ...config.assets, directory: resolve(config.assets.directory) },
		d1_databases: config.d1_databases.map((one) => ({ ...one, migrations_dir: resolve(one.migrations_dir) })),
		r2_buckets: config.r2_buckets.map((one) => ({
			...one,
			local_dev: { experimental_s3_credentials: credentials },
		})),
	};
	const file = join(stateDir, "wrangler.json");
	writeFileSync(file, JSON.stringify(local, null, "\t"), { mode: 0o600 });
	return file;
}

/**
 * A port for wrangler alone. The same one every time: what was killed a moment ago may still run on it, with the same state.
 * @param taken ports with another use
 */
export async function portOfWorker(stateDir: string, taken: readonly number[]): Promise<number> {
	const file = join(stateDir, "worker.port");
	const known = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
	if (known > 0 && !taken.includes(known)) {
		const free = await portFree(known).then(
			() => true,
			() => false,
		);
		// Somebody else has it by now.
		if (free) return known;
	}
	let port = await freePort();
	while (taken.includes(port)) port = await freePort();
	writeFileSync(file, String(port));
	return port;
}
