import { env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, vi } from "vitest";
import { app } from "../src/app.ts";
import { bucketByS3, s3 } from "./s3.ts";
import { ownerKey, startTelegram } from "./telegram.ts";

const ways = { worker: env, s3: { ...env, ...s3 } };
type Way = keyof typeof ways;
export const each = ["worker", "s3"] as const;

type Telegram = Awaited<ReturnType<typeof startTelegram>>;

/** Whatever a browser asks: the bucket, the Worker's own addresses, or Telegram. */
export function mediaWorld(): { telegram: Telegram } {
	const world = {} as { telegram: Telegram };
	beforeAll(async () => {
		world.telegram = await startTelegram();
		const others = vi.mocked(fetch).getMockImplementation() ?? fetch;
		vi.mocked(fetch).mockImplementation(async (...args) => {
			const request = new Request(...args);
			if (request.url.startsWith("https://s3.test/")) return bucketByS3(request);
			if (request.url.startsWith("https://rialto.test/")) return app.fetch(request, env);
			return others(request);
		});
	});

	beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() }));
	return world;
}

export async function call(way: Way, method: string, path: string, body?: unknown) {
	const request = new Request(`https://rialto.test${path}`, {
		method,
		headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const response = await app.fetch(request, ways[way]);
	// biome-ignore lint/suspicious/noExplicitAny: what is asserted on, whatever the route answers
	const answer: any = await response.json();
	return { status: response.status, body: answer };
}

interface Begun {
	id: string;
	url: string;
	headers: Record<string, string>;
}

export async function begin(way: Way, name: string, type: string, size: number): Promise<Begun> {
	const { status, body } = await call(way, "POST", "/api/media", { name, type, size });
	expect(status, JSON.stringify(body)).toBe(201);
	return body;
}

/** As a browser uploads: it says the length itself. */
export const put = (url: string, headers: Record<string, string>, bytes: Uint8Array) =>
	fetch(url, { method: "PUT", headers: { "content-length": String(bytes.length), ...headers }, body: bytes });

export async function upload(way: Way, name: string, type: string, bytes: Uint8Array) {
	const { id, url, headers } = await begin(way, name, type, bytes.length);
	const { status } = await put(url, headers, bytes);
	expect(status).toBe(200);
	return call(way, "POST", `/api/media/${id}/complete`, {});
}

export const bytesAt = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
export const keys = async () => (await env.MEDIA.list()).objects.map(({ key }) => key);
