import { imageDimensionsFromData } from "image-dimensions";
import { BotApiError, badRequest } from "../errors.ts";
import { fileByIdOf, type MediaKind, mediaContent, type NewFile, storeFile } from "../world/files.ts";
import type { Content, FileInfo } from "../world/types.ts";
import type { Call } from "./method.ts";

/** Bot API, "Sending files". */
const UPLOAD_LIMIT = 50 * 1024 * 1024;
const PHOTO_LIMIT = 10 * 1024 * 1024;
/** Bot API, sendPhoto: width and height together, and how many times one may be the other. */
const PHOTO_SIDES = 10_000;
const PHOTO_RATIO = 20;
const URL_LIMIT = 20 * 1024 * 1024;

/**
 * The content for a file that a bot gives: an upload (a part of that name, or `attach://`), a file_id of its own, or a
 * URL.
 */
export async function inputFile(
	call: Call,
	kind: MediaKind,
	value: string | undefined,
	details: Partial<FileInfo> = {},
	part: string = kind,
): Promise<Content> {
	const upload = value?.startsWith("attach://")
		? call.uploads.get(value.slice("attach://".length))
		: value === undefined
			? call.uploads.get(part)
			: undefined;
	if (upload)
		return mediaContent(call.world, kind, storeFile(call.world, kind, checkUpload(kind, upload)), details);
	if (!value) throw badRequest(`there is no ${kind.replace("_", " ")} in the request`);
	if (/^https?:\/\//i.test(value)) {
		const file = await fetchFile(call, value);
		return mediaContent(call.world, kind, storeFile(call.world, kind, checkUpload(kind, file)), details);
	}
	const file = fileByIdOf(call.world, call.bot.user.id, value);
	if (!file) throw badRequest("wrong file identifier/HTTP URL specified");
	if (file.kind !== kind && !(file.kind === "animation" && kind === "document")) {
		throw badRequest(`can't use file of type ${TYPE_NAMES[file.kind] ?? file.kind} as ${TYPE_NAMES[kind]}`);
	}
	return mediaContent(call.world, kind, file, details);
}

const TYPE_NAMES: Record<string, string> = {
	photo: "Photo",
	video: "Video",
	animation: "Animation",
	audio: "Audio",
	document: "Document",
	voice: "VoiceNote",
	video_note: "VideoNote",
	sticker: "Sticker",
};

function checkUpload(kind: MediaKind, file: NewFile): NewFile {
	if (file.bytes.length === 0) throw badRequest("file must be non-empty");
	if (file.bytes.length > UPLOAD_LIMIT) throw new BotApiError(413, "Request Entity Too Large");
	if (kind === "photo" && file.bytes.length > PHOTO_LIMIT) {
		throw badRequest(`too big for a photo: ${file.bytes.length} bytes`);
	}
	if (kind === "photo" && !hasPhotoShape(file.bytes)) throw badRequest("PHOTO_INVALID_DIMENSIONS");
	return file;
}

/** Bytes whose size can't be read are let through: tests send what is no picture. */
function hasPhotoShape(bytes: Uint8Array): boolean {
	const size = imageDimensionsFromData(bytes);
	if (!size) return true;
	const { width, height } = size;
	const ratio = Math.max(width, height) / Math.min(width, height);
	return width + height <= PHOTO_SIDES && ratio <= PHOTO_RATIO;
}

async function fetchFile(call: Call, url: string): Promise<NewFile> {
	let response: Response;
	try {
		response = await call.download(url);
	} catch {
		throw badRequest("failed to get HTTP URL content");
	}
	if (!response.ok) throw badRequest("failed to get HTTP URL content");
	const bytes = new Uint8Array(await response.arrayBuffer());
	if (bytes.length > URL_LIMIT) throw badRequest("failed to get HTTP URL content");
	const file_name = new URL(url).pathname.split("/").at(-1);
	return { bytes, file_name, mime_type: response.headers.get("Content-Type")?.split(";")[0] };
}
