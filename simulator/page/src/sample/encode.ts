import type { MediaKind, Upload } from "../types.ts";

function toBase64(blob: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""));
		reader.onerror = () => reject(new Error("The file cannot be read"));
		reader.readAsDataURL(blob);
	});
}

export async function toUpload(blob: Blob, name: string): Promise<Upload> {
	const mime_type = blob.type.split(";")[0] || "application/octet-stream";
	return { file_name: name, mime_type, data: await toBase64(blob) };
}

/** What Telegram's clients make of a file that is dropped or pasted. */
export function kindOf(type: string): MediaKind {
	if (type === "image/gif") return "animation";
	if (type.startsWith("image/")) return "photo";
	if (type.startsWith("video/")) return "video";
	return type.startsWith("audio/") ? "audio" : "document";
}
