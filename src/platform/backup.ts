import { z } from "zod";
import type { Config } from "./env.ts";

const folder = "backups/";
const apiRoot = "https://api.cloudflare.com/client/v4";

const exported = z.object({
	success: z.boolean(),
	errors: z.array(z.object({ message: z.string() })).nullish(),
	result: z
		.object({
			at_bookmark: z.string().nullish(),
			status: z.string().nullish(),
			error: z.string().nullish(),
			result: z.object({ signed_url: z.string() }).nullish(),
		})
		.nullish(),
});

interface Needs {
	env: Env;
	config: Config;
	now: () => number;
	sleep?: (ms: number) => Promise<void>;
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/**
 * Every night the database as SQL into the bucket, the newest ones kept; nothing unless there is a token for it. The
 * database answers nobody while it is exported.
 */
export async function backUp({ env, config, now, sleep = wait }: Needs): Promise<void> {
	const { BACKUP_TOKEN, DATABASE, BACKUPS_KEPT } = config;
	if (!BACKUP_TOKEN || !DATABASE) return;
	const [account, database] = DATABASE.split("/");
	const url = `${apiRoot}/accounts/${account}/d1/database/${database}/export`;
	const link = await exportBy(url, BACKUP_TOKEN, sleep);
	const file = await fetch(link);
	if (!file.ok || !file.body) throw new Error(`the export answers ${file.status}`);
	await env.MEDIA.put(`${folder}${new Date(now()).toISOString()}.sql`, file.body);
	// Named by their time, so the oldest come first.
	const { objects } = await env.MEDIA.list({ prefix: folder });
	await env.MEDIA.delete(objects.map(({ key }) => key).slice(0, -BACKUPS_KEPT));
}

/** Begins an export and asks until it is there. @returns a link to it */
async function exportBy(url: string, token: string, sleep: (ms: number) => Promise<void>): Promise<string> {
	let current_bookmark: string | undefined;
	for (let i = 0; i < 300; i++) {
		const response = await fetch(url, {
			method: "POST",
			headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
			body: JSON.stringify({ output_format: "polling", current_bookmark }),
			signal: AbortSignal.timeout(30_000),
		});
		const { success, errors, result } = exported.parse(await response.json());
		const fault = success ? (result?.status === "error" ? result.error : null) : errors?.[0]?.message;
		if (!success || fault) throw new Error(`the export failed: ${fault ?? response.status}`);
		if (result?.result) return result.result.signed_url;
		current_bookmark = result?.at_bookmark ?? current_bookmark;
		await sleep(2_000);
	}
	throw new Error("the export was not ready within ten minutes");
}

/** When the newest one was written; null: there is none. */
export async function lastBackup(env: Env): Promise<Date | null> {
	const { objects } = await env.MEDIA.list({ prefix: folder });
	return objects.at(-1)?.uploaded ?? null;
}
