import { AwsClient } from "aws4fetch";
import type { Config } from "../../platform/env.ts";
import { AppError } from "../../platform/errors.ts";
import { firstIdAt } from "../../platform/ids.ts";
import { deriveSecret, sameSecret } from "../../platform/secrets.ts";
import { downloadWords, linkSeconds, linkTime, uploadSeconds, uploadWords } from "../rules/links.ts";
import { abandonedMs } from "../rules.ts";

export type Files = ReturnType<typeof createFiles>;

/** What an upload is to be sent with, exactly. */
export interface Announced {
	key: string;
	type: string;
	size: number;
}

/** The bucket by S3's API, null where there are no keys to it: then the Worker stands between. */
export function s3Of({ MEDIA_S3_URL, MEDIA_S3_KEY_ID, MEDIA_S3_SECRET }: Config) {
	if (!MEDIA_S3_URL || !MEDIA_S3_KEY_ID || !MEDIA_S3_SECRET) return null;
	const aws = new AwsClient({
		accessKeyId: MEDIA_S3_KEY_ID,
		secretAccessKey: MEDIA_S3_SECRET,
		service: "s3",
		region: "auto",
	});
	const root = MEDIA_S3_URL.replace(/\/$/, "");
	return {
		/** Without `allHeaders` neither length nor type would be signed, without `if-none-match` it could be used again. */
		async put({ key, type, size }: Announced, seconds = uploadSeconds): Promise<string> {
			const headers = { "content-type": type, "content-length": String(size), "if-none-match": "*" };
			const url = `${root}/${key}?X-Amz-Expires=${seconds}`;
			const aws4 = { signQuery: true, allHeaders: true };
			return (await aws.sign(url, { method: "PUT", headers, aws: aws4 })).url;
		},

		async get(key: string, now: number): Promise<string> {
			const datetime = new Date(linkTime(now)).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
			const url = `${root}/${key}?X-Amz-Expires=${linkSeconds}`;
			return (await aws.sign(url, { method: "GET", aws: { signQuery: true, datetime } })).url;
		},
	};
}

/** Signed ways into the bucket and out of it: by S3 where there are keys, else by the Worker. */
export function createFiles({ env, config, now }: { env: Env; config: Config; now: () => number }) {
	const s3 = s3Of(config);
	const root = config.PUBLIC_URL.replace(/\/$/, "");
	const sign = (words: string) => deriveSecret(config.ENCRYPTION_KEY, words);

	/** @throws AppError 503 where there is none */
	function bucket(): R2Bucket {
		if ("MEDIA" in env && env.MEDIA) return env.MEDIA;
		throw new AppError(503, "no_files", "There is no bucket for files: enable R2 and deploy again.");
	}

	async function expectSigned(words: string, until: number, signature: string): Promise<void> {
		if (until > now() && (await sameSecret(signature, await sign(words)))) return;
		throw new AppError(403, "wrong_link", "This link is not one of ours, or its time is over.");
	}

	/** By the Worker: `name` makes it a download. */
	async function ownLink(key: string, name: string | null): Promise<string> {
		const until = linkTime(now()) + linkSeconds * 1000;
		const signature = await sign(downloadWords(key, { name, until }));
		const query = new URLSearchParams({ until: String(until), ...(name ? { name } : {}), signature });
		return `${root}/media/${key}?${query}`;
	}

	return {
		bucket,

		/** Where what was announced is put, once. */
		async upload(announced: Announced): Promise<{ url: string; headers: Record<string, string> }> {
			bucket();
			const headers = { "content-type": announced.type, "if-none-match": "*" };
			if (s3) return { url: await s3.put(announced), headers };
			const { key, type, size } = announced;
			const until = now() + uploadSeconds * 1000;
			const signature = await sign(uploadWords(key, { type, size, until }));
			const query = new URLSearchParams({ type, size: String(size), until: String(until), signature });
			return { url: `${root}/media/${key}?${query}`, headers };
		},

		/** Good for at most 15 minutes. */
		link: (key: string): Promise<string> => (s3 ? s3.get(key, now()) : ownLink(key, null)),
		download: (key: string, name: string): Promise<string> => ownLink(key, name),

		/**
		 * Takes a file that came to an address the Worker signed itself.
		 * @throws AppError 403 unless it is the file that was announced, 409 for a second one
		 */
		async receive(
			{ key, type, size, until, signature }: Announced & { until: number; signature: string },
			sent: { type: string | undefined; length: string | undefined; body: ReadableStream | null },
		): Promise<void> {
			await expectSigned(uploadWords(key, { type, size, until }), until, signature);
			if (sent.type !== type || sent.length !== String(size) || !sent.body)
				throw new AppError(403, "not_as_announced", `This address takes ${size} bytes of ${type}.`);
			const { readable, writable } = new FixedLengthStream(size);
			const [stored] = await Promise.all([
				bucket().put(key, readable, {
					onlyIf: new Headers({ "if-none-match": "*" }),
					httpMetadata: { contentType: type },
				}),
				// What is refused is not read.
				sent.body.pipeTo(writable).catch(() => undefined),
			]);
			if (!stored) throw new AppError(409, "uploaded", "A file was uploaded to this address before.");
		},

		/** A file, or a part of it, by an address the Worker signed itself. @throws AppError 403, 404 */
		async give(
			{ key, name, until, signature }: { key: string; name: string | null; until: number; signature: string },
			range: R2Range | undefined,
		): Promise<R2ObjectBody> {
			await expectSigned(downloadWords(key, { name, until }), until, signature);
			const first = range && "offset" in range ? (range.offset ?? 0) : 0;
			if (first > 0 && first >= ((await bucket().head(key))?.size ?? 0))
				throw new AppError(416, "no_such_part", "The file ends before.");
			const object = await bucket().get(key, range ? { range } : {});
			if (!object) throw new AppError(404, "no_media", "There is no such file.");
			return object;
		},

		/** Uploads that nobody asks for any more, the oldest first, as their keys begin with their time. */
		async strays(): Promise<string[]> {
			if (!("MEDIA" in env && env.MEDIA)) return [];
			const { objects } = await env.MEDIA.list({ prefix: "staging/", limit: 1_000 });
			const before = `staging/${firstIdAt("media", now() - abandonedMs)}`;
			return objects.map(({ key }) => key).filter((key) => key < before);
		},
	};
}
