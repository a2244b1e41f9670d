import { mediaTypes } from "../../../../src/media/rules/kinds.ts";
import { api, ask } from "../../api/client.ts";
import { ApiError } from "../../api/error.ts";
import type { Media } from "../../api/types.ts";

/** What is refused before anything is sent: the API would say the same. */
export const refusedType = (file: File): string =>
	/hei[cf]|avif/i.test(file.type) || /\.(hei[cf]|avif)$/i.test(file.name)
		? "media_heic"
		: "media_unknown_type";

/** The file's type as the API takes it; null for another. */
export const typeOf = (file: File) => mediaTypes.find((type) => type === file.type) ?? null;

/**
 * Announces a file, sends it to where the API says, and has it looked at.
 * @param onProgress how much of it is sent, 0 to 1
 * @throws ApiError, also where the bucket refuses; `AbortError` where somebody has
 */
export async function upload(
	file: File,
	{ signal, onProgress }: { signal: AbortSignal; onProgress: (part: number) => void },
): Promise<Media> {
	const type = typeOf(file);
	if (!type) throw new ApiError({ status: 400, code: refusedType(file), message: "" });
	const json = { name: file.name.slice(0, 200), type, size: file.size };
	const { id, url, headers } = await ask(api.media.$post({ json }));
	signal.throwIfAborted();
	await send(file, { url, headers, signal, onProgress });
	signal.throwIfAborted();
	return ask(api.media[":id"].complete.$post({ param: { id } }));
}

/** `fetch` says nothing of how far an upload is. */
function send(
	file: File,
	{
		url,
		headers,
		signal,
		onProgress,
	}: {
		url: string;
		headers: Record<string, string>;
		signal: AbortSignal;
		onProgress: (part: number) => void;
	},
): Promise<void> {
	return new Promise((done, fail) => {
		const request = new XMLHttpRequest();
		request.open("PUT", url);
		for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
		request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
		request.onload = () => {
			// There already: an answer of before got lost.
			if (request.status < 300 || request.status === 409 || request.status === 412) done();
			else fail(new ApiError({ status: request.status, code: "not_taken", message: "" }));
		};
		request.onerror = () => fail(new ApiError({ status: 0, code: "offline", message: "" }));
		request.onabort = () => fail(signal.reason);
		signal.addEventListener("abort", () => request.abort(), { once: true });
		request.send(file);
	});
}
