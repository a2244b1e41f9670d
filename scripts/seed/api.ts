import type { z } from "zod";

/** A refusal, in the words of the API. */
export class Refused extends Error {
	readonly code: string;

	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}

export type Api = ReturnType<typeof apiAt>;

/** The public API of a running Rialto, as its owner uses it. */
export function apiAt(url: string, ownerKey: string) {
	const call = async <T>(
		shape: z.ZodType<T>,
		method: string,
		path: string,
		body?: unknown,
		account?: number,
	) => {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: {
				authorization: `Bearer ${ownerKey}`,
				...(body === undefined ? {} : { "content-type": "application/json" }),
				...(account === undefined ? {} : { "x-account": String(account) }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		}).catch((error: Error) => {
			throw new Error(`Nobody answers at ${url} (${error.message}): run \`npm start\`, or set RIALTO_URL.`);
		});
		const answer: unknown = await response.json().catch(() => null);
		if (response.ok) return shape.parse(answer);
		const { code, message, fields } = errorOf(answer);
		if (response.status === 401) throw new Refused(code, `${url} refuses this OWNER_KEY.`);
		const named = fields ? ` ${JSON.stringify(fields)}` : "";
		throw new Refused(code, `${method} ${path} answered ${response.status}: ${message}${named}`);
	};
	return { call, url };
}

interface Fault {
	code: string;
	message: string;
	fields?: unknown;
}

function errorOf(answer: unknown): Fault {
	const none = { code: "", message: JSON.stringify(answer) };
	if (typeof answer !== "object" || answer === null || !("error" in answer)) return none;
	const { error } = answer;
	if (typeof error !== "object" || error === null || !("code" in error) || !("message" in error)) return none;
	return {
		...{ code: String(error.code), message: String(error.message) },
		...("fields" in error ? { fields: error.fields } : {}),
	};
}
