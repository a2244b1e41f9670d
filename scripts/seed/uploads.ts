import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Api } from "./api.ts";
import { picture } from "./pictures.ts";

/** One file of the demo, made when it is needed. */
interface DemoFile {
	name: string;
	type: "image/png" | "video/mp4";
	bytes: () => Uint8Array;
}

const begun = z.object({ id: z.string(), url: z.string(), headers: z.record(z.string(), z.string()) });
const library = z.object({
	media: z.array(z.object({ id: z.string(), name: z.string() })),
	next: z.string().nullable(),
});
const atOnce = 6;

export const pictures = (name: string, count: number, hue: number): DemoFile[] =>
	Array.from({ length: count }, (_, i) => ({
		...{ name: `${name}-${String(i + 1).padStart(2, "0")}.png`, type: "image/png" as const },
		bytes: () => picture(i + 1, hue),
	}));

export const videos = (name: string, count: number): DemoFile[] =>
	Array.from({ length: count }, (_, i) => ({
		...{ name: `${name}-video-${i + 1}.mp4`, type: "video/mp4" as const },
		bytes: () => readFileSync(new URL(`movement-${i + 1}.mp4`, import.meta.url)),
	}));

/** What an account has of the demo already, by name. */
export async function uploaded(api: Api, account: number, prefix: string): Promise<Map<string, string>> {
	const known = new Map<string, string>();
	for (let cursor: string | null = ""; cursor !== null; ) {
		const query = new URLSearchParams({ q: prefix, limit: "200", ...(cursor ? { cursor } : {}) });
		const page: z.infer<typeof library> = await api.call(
			...([library, "GET", `/api/media?${query}`, undefined, account] as const),
		);
		for (const { name, id } of page.media) known.set(name, id);
		cursor = page.next;
	}
	return known;
}

async function upload(api: Api, account: number, file: DemoFile): Promise<string> {
	const bytes = file.bytes();
	const { name, type } = file;
	const input = { name, type, size: bytes.length };
	const { id, url, headers } = await api.call(begun, "POST", "/api/media", input, account);
	const put = await fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) });
	if (!put.ok) throw new Error(`${name} was not taken: ${put.status} ${await put.text()}`);
	await api.call(z.unknown(), "POST", `/api/media/${id}/complete`, {}, account);
	return id;
}

/** Ids of all these, in their order; what is there by its name is not sent again. */
export async function idsOf(
	api: Api,
	account: number,
	files: readonly DemoFile[],
	known: ReadonlyMap<string, string>,
): Promise<string[]> {
	const ids: string[] = [];
	const waiting = [...files.entries()];
	const work = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const [i, file] = next;
			ids[i] = known.get(file.name) ?? (await upload(api, account, file));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return ids;
}
