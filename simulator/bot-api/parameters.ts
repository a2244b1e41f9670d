import { BotApiError } from "../errors.ts";
import type { NewFile } from "../world/files.ts";
import { readMultipart } from "./multipart.ts";

/** A call's parameters as they came: JSON values, or texts of a form or query, and uploaded files by part name. */
export interface Parameters {
	values: Record<string, unknown>;
	uploads: Map<string, NewFile>;
}

/** Bot API, "Making requests": query, form, JSON and multipart; the query's values yield to the body's. */
export async function readParameters(request: Request): Promise<Parameters> {
	const values: Record<string, unknown> = Object.fromEntries(new URL(request.url).searchParams);
	const uploads = new Map<string, NewFile>();
	const type = request.headers.get("Content-Type") ?? "";
	if (request.method === "GET" || request.body === null) return { values, uploads };
	if (type.includes("application/json")) {
		Object.assign(values, await readJson(request));
	} else if (type.includes("multipart/form-data")) {
		for (const part of readMultipart(new Uint8Array(await request.arrayBuffer()), type)) {
			if ("file" in part) uploads.set(part.name, part.file);
			else values[part.name] = part.text;
		}
	} else if (type.includes("application/x-www-form-urlencoded")) {
		Object.assign(values, Object.fromEntries(new URLSearchParams(await request.text())));
	}
	return { values, uploads };
}

async function readJson(request: Request): Promise<object> {
	const body = await request.text();
	if (body === "") return {};
	try {
		const value: unknown = JSON.parse(body, wellFormed);
		if (typeof value === "object" && value !== null && !Array.isArray(value)) {
			// A null stands for a parameter that was left out.
			return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
		}
	} catch {
		// refused below
	}
	throw new BotApiError(400, "Bad Request: can't parse JSON object");
}

/** Half of an emoji, as a text cut in its middle has it, is no UTF-16 to tdlib's reader of JSON. */
function wellFormed(_: string, value: unknown): unknown {
	if (typeof value === "string" && !value.isWellFormed()) throw new SyntaxError("half a surrogate pair");
	return value;
}
