import { z } from "zod";

/** The Cloudflare API refused a call. */
export class ApiFailure extends Error {
	readonly status: number;
	/** Cloudflare's own number of what is wrong, 0: none. */
	readonly code: number;

	constructor(call: string, status: number, errors: { code: number; message: string }[]) {
		super(`${call}: ${errors.map(({ code, message }) => `${message} [${code}]`).join("; ") || status}`);
		this.status = status;
		this.code = errors[0]?.code ?? 0;
	}
}

const envelope = z.object({
	success: z.boolean(),
	errors: z
		.array(z.object({ code: z.number(), message: z.string() }))
		.nullish()
		.transform((errors) => errors ?? []),
	result: z.unknown(),
	result_info: z
		.object({
			total_pages: z.number().optional(),
			total_count: z.number().optional(),
			per_page: z.number().optional(),
			cursor: z.string().optional(),
		})
		.nullish(),
});

const perPage = 100;

export type Cloudflare = ReturnType<typeof createCloudflare>;

interface Needs {
	/** Where the API stands; `https://api.cloudflare.com/client/v4` unless it is a test's. */
	root: string;
	token: string;
	fetch: typeof fetch;
}

/** Cloudflare's API: each answer is checked for what is read of it. */
export function createCloudflare({ root, token, fetch: send }: Needs) {
	const headers = { authorization: `Bearer ${token}` };

	async function ask(method: string, path: string, body?: unknown) {
		const response = await send(`${root}${path}`, {
			method,
			headers: { ...headers, "content-type": "application/json" },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(60_000),
		});
		const parsed = envelope.safeParse(await response.json().catch(() => null));
		if (!parsed.success) throw new ApiFailure(`${method} ${path}`, response.status, []);
		if (!response.ok || !parsed.data.success)
			throw new ApiFailure(`${method} ${path}`, response.status, parsed.data.errors);
		return parsed.data;
	}

	return {
		/** For what is no call but a file. */
		root,
		headers,

		/** @throws ApiFailure */
		async call<T>(method: string, path: string, answer: z.ZodType<T>, body?: unknown): Promise<T> {
			return answer.parse((await ask(method, path, body)).result);
		},

		/** For calls whose answer says nothing. @throws ApiFailure */
		async tell(method: string, path: string, body?: unknown): Promise<void> {
			await ask(method, path, body);
		},

		/** What is not there is null. @throws ApiFailure for everything else */
		async find<T>(path: string, answer: z.ZodType<T>): Promise<T | null> {
			try {
				return answer.parse((await ask("GET", path)).result);
			} catch (error) {
				if (error instanceof ApiFailure && error.status === 404) return null;
				throw error;
			}
		},

		/** All pages of a list, whether it counts them or hands out a cursor. @throws ApiFailure */
		async list<T>(path: string, item: z.ZodType<T>, unwrap = (result: unknown) => result): Promise<T[]> {
			const all: T[] = [];
			const mark = path.includes("?") ? "&" : "?";
			let cursor: string | undefined;
			for (let page = 1; ; page++) {
				const place = cursor ? `&cursor=${encodeURIComponent(cursor)}` : page > 1 ? `&page=${page}` : "";
				const { result, result_info } = await ask("GET", `${path}${mark}per_page=${perPage}${place}`);
				all.push(...z.array(item).parse(unwrap(result) ?? []));
				cursor = result_info?.cursor || undefined;
				const { total_count = 0, per_page = perPage } = result_info ?? {};
				const pages = result_info?.total_pages ?? Math.ceil(total_count / per_page);
				if (!cursor && page >= pages) return all;
			}
		},
	};
}
