import { BotApiError } from "../errors.ts";
import type { NewFile } from "../world/files.ts";

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
		for (const [name, value] of (await readMultipart(request)).entries()) {
			if (typeof value === "string") values[name] = value;
			else {
				const bytes = new Uint8Array(await value.arrayBuffer());
				uploads.set(name, { bytes, file_name: value.name, mime_type: value.type });
			}
		}
	} else if (type.includes("application/x-www-form-urlencoded")) {
		Object.assign(values, Object.fromEntries(new URLSearchParams(await request.text())));
	}
	return { values, uploads };
}

/**
 * grammY leaves the quotes of a part's file name out, which Telegram's server takes; workerd's parser then
 * sees no file but text. One byte stays one character, so that files pass through unharmed.
 */
async function readMultipart(request: Request): Promise<FormData> {
	// Not TextDecoder's latin1: that is windows-1252, where some bytes become other characters.
	let body = "";
	const received = new Uint8Array(await request.arrayBuffer());
	for (let i = 0; i < received.length; i += 8_192)
		body += String.fromCharCode(...received.subarray(i, i + 8_192));
	const quoted = body.replace(/^(content-disposition:[^\r\n]*;\s*filename=)([^"\r\n;]+)/gim, '$1"$2"');
	const bytes = Uint8Array.from(quoted, (character) => character.charCodeAt(0));
	return new Response(bytes, {
		headers: { "Content-Type": request.headers.get("Content-Type") ?? "" },
	}).formData();
}

async function readJson(request: Request): Promise<object> {
	const body = await request.text();
	if (body === "") return {};
	try {
		const value: unknown = JSON.parse(body);
		if (typeof value === "object" && value !== null && !Array.isArray(value)) {
			// A null stands for a parameter that was left out.
			return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
		}
	} catch {
		// refused below
	}
	throw new BotApiError(400, "Bad Request: can't parse JSON object");
}
