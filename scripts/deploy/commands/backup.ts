import { createWriteStream, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Site } from "../site.ts";
import { getToKnow } from "../steps/known.ts";
import { bookmarkOf } from "../steps/migrations.ts";

const exported = z.object({
	at_bookmark: z.string().nullish(),
	status: z.string().optional(),
	error: z.string().nullish(),
	result: z.object({ signed_url: z.string() }).nullish(),
});

/** Asks for an export until it is there; the database answers nobody meanwhile. */
async function exportDatabase(site: Site): Promise<string> {
	const path = site.path(`/d1/database/${site.databaseId}/export`);
	let current_bookmark: string | undefined;
	for (let i = 0; i < 600; i++) {
		const body = { output_format: "polling", ...(current_bookmark ? { current_bookmark } : {}) };
		const answer = await site.outside.api.call("POST", path, exported, body);
		if (answer.status === "error") throw new Error(`the export failed: ${answer.error}`);
		if (answer.result) return answer.result.signed_url;
		current_bookmark = answer.at_bookmark ?? current_bookmark;
		await site.outside.sleep(1_000);
	}
	throw new Error("the export was not ready within ten minutes");
}

const object = z.object({ key: z.string(), size: z.number(), etag: z.string() });

export const listFiles = (site: Site, bucket: string) =>
	site.outside.api.list(site.path(`/r2/buckets/${bucket}/objects`), object);

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		yield value;
	}
}

async function download(
	site: Site,
	url: string,
	file: string,
	headers: Record<string, string> = {},
): Promise<void> {
	const response = await site.outside.fetch(url, { headers });
	if (!response.ok || !response.body) throw new Error(`${new URL(url).pathname} answers ${response.status}`);
	mkdirSync(dirname(file), { recursive: true });
	// Half a file must not look like a whole one.
	await pipeline(chunksOf(response.body), createWriteStream(`${file}.part`, { mode: 0o600 }));
	renameSync(`${file}.part`, file);
}

/**
 * Writes the database as SQL, the list of files, and where the database was, into a folder of its own.
 * @returns that folder
 */
export async function backup(site: Site, { files = false } = {}): Promise<string> {
	const { say, now, api } = site.outside;
	await getToKnow(site);
	if (!site.databaseId) throw new Error(`There is no database of ${site.name}.`);
	const folder = join(site.folder, "backups", now().toISOString().replaceAll(":", "-"));
	mkdirSync(folder, { recursive: true });
	const bookmark = await bookmarkOf(site);
	await download(site, await exportDatabase(site), join(folder, "database.sql"));
	for (const bucket of site.buckets) {
		const list = await listFiles(site, bucket);
		writeFileSync(join(folder, `${bucket}.json`), JSON.stringify(list, null, "\t"));
		say(`${bucket}: ${list.length} files`);
		for (const { key } of files ? list : []) {
			const path = site.path(`/r2/buckets/${bucket}/objects/${encodeURIComponent(key)}`);
			await download(site, `${api.root}${path}`, join(folder, bucket, encodeURIComponent(key)), api.headers);
		}
	}
	writeFileSync(
		join(folder, "backup.json"),
		JSON.stringify({ name: site.name, bookmark, at: now() }, null, "\t"),
	);
	say(`Written to ${folder}. It holds what people entrusted to you: keep it as safe as the database.`);
	return folder;
}
