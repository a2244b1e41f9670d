import type { NewFile } from "../world/files.ts";

/** One part of a multipart body: a text, or a file where a file name is given. */
type Part = { name: string } & ({ text: string } | { file: NewFile });

/**
 * The parts of a multipart body, as forgiving as Telegram's server: bot libraries leave out spaces and quotes that
 * `Request.formData()` insists on.
 */
export function readMultipart(body: Uint8Array, contentType: string): Part[] {
	const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
	const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ""}`;
	// One character a byte, so that places in the text are places in the bytes.
	const text = characters(body);
	const parts: Part[] = [];
	for (let at = text.indexOf(delimiter); at >= 0; ) {
		const from = at + delimiter.length + 2;
		const next = text.indexOf(`\r\n${delimiter}`, from - 2);
		const headEnd = text.indexOf("\r\n\r\n", from - 2);
		if (next < 0 || headEnd < 0 || headEnd > next) break;
		const part = partOf(decode(body.subarray(from, headEnd)), body.subarray(headEnd + 4, next));
		if (part) parts.push(part);
		at = next + 2;
	}
	return parts;
}

function partOf(head: string, content: Uint8Array): Part | null {
	const name = parameter(head, "name");
	if (name === undefined) return null;
	const file_name = parameter(head, "filename");
	if (file_name === undefined) return { name, text: decode(content) };
	const mime_type = /^content-type:\s*([^\s;]+)/im.exec(head)?.[1];
	return { name, file: { bytes: content.slice(), file_name, mime_type } };
}

function parameter(head: string, name: string): string | undefined {
	const found = new RegExp(`^content-disposition:.*;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, "im").exec(
		head,
	);
	return found?.[1] ?? found?.[2];
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function characters(bytes: Uint8Array): string {
	let text = "";
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return text;
}
