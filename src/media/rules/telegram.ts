import type { MediaKind } from "./kinds.ts";

/** As what Telegram is given it. */
export const sentAs = ["photo", "video", "animation", "document"] as const;
export type SentAs = (typeof sentAs)[number];

const mib = 1024 * 1024;
/** What a bot may upload. */
const uploadLimit = 50 * mib;
const photo = { bytes: 10 * mib, sides: 10_000, ratio: 20 };

interface Measured {
	kind: MediaKind;
	type: string;
	bytes: number;
	width: number;
	height: number;
}

/** The way that fits: what is too big for a picture goes as a document, and what no bot may upload as a link. */
export function wayOf({ kind, type, bytes, width, height }: Measured): SentAs | "link" {
	if (bytes > uploadLimit) return "link";
	if (kind === "animation") return "animation";
	if (kind === "video") return type === "video/mp4" ? "video" : "document";
	const ratio = Math.max(width / height, height / width);
	return bytes <= photo.bytes && width + height <= photo.sides && ratio <= photo.ratio ? "photo" : "document";
}

/** A message of the Bot API as far as its file goes. */
export interface SentMessage {
	photo?: { file_id: string }[] | undefined;
	video?: { file_id: string } | undefined;
	animation?: { file_id: string } | undefined;
	document?: { file_id: string } | undefined;
}

/** By what the same bot sends it again; null where Telegram made something else of it. */
export function fileIdOf(message: SentMessage, as: SentAs): string | null {
	const file = as === "photo" ? message.photo?.at(-1) : message[as];
	return file?.file_id ?? null;
}
