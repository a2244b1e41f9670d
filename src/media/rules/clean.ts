import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import type { MediaType } from "./kinds.ts";
import { cleanPng, signature } from "./png.ts";
import { type Cleaned, lengthOf, type Reading, Refused, text } from "./reading.ts";
import { cleanVideo } from "./video.ts";
import { cleanWebp } from "./webp.ts";

const most = { pixels: 100_000_000, side: 16_384 };

/** @throws Refused if it is none we take */
export function typeOf(head: Uint8Array): MediaType {
	const at = (from: number, length: number) => text(head.subarray(from, from + length));
	if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "image/jpeg";
	if (signature.every((byte, i) => head[i] === byte)) return "image/png";
	if (/^GIF8[79]a$/.test(at(0, 6))) return "image/gif";
	if (at(0, 4) === "RIFF" && at(8, 4) === "WEBP") return "image/webp";
	if (at(4, 4) === "ftyp") {
		const brand = at(8, 4);
		if (/^(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])$/.test(brand)) throw new Refused("heic");
		return brand === "qt  " ? "video/quicktime" : "video/mp4";
	}
	// As QuickTime wrote before there were names for kinds.
	if (/^(moov|mdat|wide|free|skip)$/.test(at(4, 4))) return "video/quicktime";
	throw new Refused("unknown_type");
}

/** What the file is, and how it is written without what it tells about people. @throws Refused */
export function* clean(size: number): Reading<Cleaned & { type: MediaType; bytes: number }> {
	const type = typeOf(yield { at: 0, length: 32 });
	const cleaned = yield* cleanerOf(type, size);
	const { width, height, pieces } = cleaned;
	const end = pieces.reduce((last, piece) => ("to" in piece ? Math.max(last, piece.to) : last), 0);
	if (end > size) throw new Refused("damaged");
	if (width * height > most.pixels || Math.max(width, height) > most.side)
		throw new Refused("too_many_pixels");
	return { ...cleaned, type, bytes: lengthOf(pieces) };
}

function cleanerOf(type: MediaType, size: number): Reading<Cleaned> {
	switch (type) {
		case "image/jpeg":
			return cleanJpeg();
		case "image/png":
			return cleanPng();
		case "image/webp":
			return cleanWebp();
		case "image/gif":
			return cleanGif();
		case "video/mp4":
		case "video/quicktime":
			return cleanVideo(size);
	}
}
