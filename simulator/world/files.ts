import { imageDimensionsFromData } from "image-dimensions";
import type { FileKind, FileRecord } from "./records.ts";
import { sampleBytes } from "./sample.ts";
import type { Content, FileInfo } from "./types.ts";
import type { World } from "./world.ts";

export interface NewFile {
	bytes: Uint8Array;
	file_name?: string | undefined;
	mime_type?: string | undefined;
}

/** The kinds a message's file can have, each the name of the message's field. */
export const MEDIA_KINDS = [
	"photo",
	"video",
	"animation",
	"audio",
	"document",
	"voice",
	"video_note",
	"sticker",
] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

const DEFAULT_TYPES: Record<FileKind, string> = {
	photo: "image/jpeg",
	thumbnail: "image/jpeg",
	video: "video/mp4",
	animation: "video/mp4",
	audio: "audio/mpeg",
	document: "application/octet-stream",
	voice: "audio/ogg",
	video_note: "video/mp4",
	sticker: "image/webp",
};

export function storeFile(world: World, kind: FileKind, file: NewFile | null): FileRecord {
	const number = world.next("file");
	const sample = file ? null : sampleBytes(kind, number);
	const record: FileRecord = {
		unique_id: `AQAD${number.toString(36).padStart(8, "0")}`,
		kind,
		file_name: file?.file_name || sample?.name || `${kind}_${number}`,
		mime_type: file?.mime_type || sample?.mime_type || DEFAULT_TYPES[kind],
		bytes: file?.bytes ?? sample?.bytes ?? new Uint8Array(),
	};
	world.state.files.set(record.unique_id, record);
	return record;
}

/** A media message's content around a stored file, with the sizes and durations that media have. */
export function mediaContent(
	world: World,
	kind: MediaKind,
	file: FileRecord,
	details: Partial<FileInfo> = {},
): Content {
	// Any size of a photo stands for the whole photo.
	const whole = world.state.files.get(file.unique_id.replace(/_\d$/, "")) ?? file;
	if (kind === "photo") return { photo: photoSizes(world, whole) };
	const info = { ...describe(kind, file), ...withoutUndefined(details) };
	// An animation carries the document too, for clients older than animations (Bot API, Message.animation).
	if (kind === "animation") return { animation: info, document: describe("document", file) };
	return { [kind]: info };
}

function describe(kind: Exclude<MediaKind, "photo">, file: FileRecord): FileInfo {
	const base = { file_id: file.unique_id, file_unique_id: file.unique_id, file_size: file.bytes.length };
	const named = { ...base, file_name: file.file_name, mime_type: file.mime_type };
	switch (kind) {
		case "video":
		case "animation":
			return { ...named, width: 640, height: 360, duration: 3 };
		case "audio":
			return { ...named, duration: 3 };
		case "document":
			return named;
		case "voice":
			return { ...base, mime_type: file.mime_type, duration: 3 };
		case "video_note":
			return { ...base, length: 240, duration: 3 };
		case "sticker":
			return {
				...base,
				type: "regular",
				width: 512,
				height: 512,
				is_animated: false,
				is_video: false,
				emoji: "🙂",
			};
	}
}

/** A photo comes in several sizes, smallest first; here they share the bytes, but each has its own id. */
function photoSizes(world: World, file: FileRecord): FileInfo[] {
	const { width, height } = imageDimensionsFromData(file.bytes) ?? { width: 1280, height: 960 };
	return [90, 320, Math.max(width, height)]
		.filter((side, index, sides) => index === sides.length - 1 || side < Math.max(width, height))
		.map((side, index, sides) => {
			const isLargest = index === sides.length - 1;
			const scale = Math.min(1, side / Math.max(width, height));
			const unique_id = isLargest ? file.unique_id : `${file.unique_id}_${index}`;
			if (!isLargest) world.state.files.set(unique_id, { ...file, unique_id });
			return {
				file_id: unique_id,
				file_unique_id: unique_id,
				file_size: file.bytes.length,
				width: Math.round(width * scale),
				height: Math.round(height * scale),
			};
		});
}

const PREFIX = "AgACAgQ";

/** A file_id works for one bot only, so the bot stands in it. */
export function fileIdFor(bot: number, uniqueId: string): string {
	return PREFIX + btoa(`${bot}:${uniqueId}`).replaceAll("=", "").replaceAll("+", "-").replaceAll("/", "_");
}

/** The file behind a file_id, if it is one of this bot's. */
export function fileByIdOf(world: World, bot: number, fileId: string): FileRecord | undefined {
	if (!fileId.startsWith(PREFIX)) return undefined;
	try {
		const plain = atob(fileId.slice(PREFIX.length).replaceAll("-", "+").replaceAll("_", "/"));
		const [owner, uniqueId = ""] = plain.split(":");
		return owner === String(bot) ? world.state.files.get(uniqueId) : undefined;
	} catch {
		return undefined;
	}
}

function withoutUndefined<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
