import { exifOf, orientationIn, turned } from "./orientation.ts";
import {
	append,
	bytesOf,
	type Cleaned,
	joined,
	type Piece,
	type Reading,
	Refused,
	read,
	text,
	u16,
} from "./reading.ts";

const blockSize = 65_536;
const soi = Uint8Array.of(0xff, 0xd8);
const eoi = Uint8Array.of(0xff, 0xd9);
const startOfScan = 0xda;

const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
/** Tables and frames: without these there is no picture. */
const isPicture = (code: number) =>
	isFrame(code) || [0xc4, 0xcc, 0xdb, 0xdd, 0xdc, 0xde, 0xdf, startOfScan].includes(code);
/** What has no length, and stands between no two segments. */
const isBare = (code: number) => code <= 0x01 || (code >= 0xd0 && code <= 0xd8);

/**
 * A JPEG without what tells about whoever took it: of EXIF the orientation stays, of the rest what colours need. The
 * small copy of the picture in JFIF goes too, and all that follows the end.
 */
export function* cleanJpeg(): Reading<Cleaned> {
	const head: Piece[] = [{ bytes: soi }];
	const body: Piece[] = [];
	let [orientation, width, height] = [1, 0, 0];
	for (let at = 2; ; ) {
		const [mark = 0, code = 0] = yield* read(at, 2);
		if (mark !== 0xff) throw new Refused("damaged");
		if (code === 0xff) {
			at++;
			continue;
		}
		if (code === 0xd9) break;
		if (isBare(code)) throw new Refused("damaged");
		const length = u16(yield* read(at + 2, 2));
		if (length < 2) throw new Refused("damaged");
		const end = at + 2 + length;
		if (isFrame(code)) {
			const frame = yield* read(at + 5, 4);
			height = u16(frame);
			width = u16(frame, 2);
		}
		if (isPicture(code)) append(body, { from: at, to: end });
		else if (code >= 0xe0 && code <= 0xef) {
			const content = yield* read(at + 4, length - 2);
			if (code === 0xe1 && text(content.subarray(0, 6)) === "Exif\0\0") orientation = orientationIn(content);
			const kept = keptOf(code, content);
			if (kept) head.push({ bytes: kept });
		}
		at = end;
		if (code !== startOfScan) continue;
		at = yield* nextMarker(end);
		append(body, { from: end, to: at });
	}
	if (width === 0 || height === 0) throw new Refused("damaged");
	if (orientation > 1) head.push({ bytes: segment(0xe1, joined(bytesOf("Exif\0\0"), exifOf(orientation))) });
	return { ...turned(orientation, width, height), seconds: null, pieces: [...head, ...body, { bytes: eoi }] };
}

const segment = (code: number, content: Uint8Array) =>
	joined(Uint8Array.of(0xff, code, (content.length + 2) >> 8, (content.length + 2) & 0xff), content);

/** Of what applications add: how colours are meant, and at which density. */
function keptOf(code: number, content: Uint8Array): Uint8Array | null {
	const begins = (words: string) => text(content.subarray(0, words.length)) === words;
	if (code === 0xe0 && begins("JFIF\0") && content.length >= 14)
		return segment(code, joined(content.slice(0, 12), Uint8Array.of(0, 0)));
	if (code === 0xe2 && begins("ICC_PROFILE\0")) return segment(code, content.slice());
	if (code === 0xee && begins("Adobe") && content.length >= 12) return segment(code, content.slice(0, 12));
	return null;
}

/** Where coded data ends. In it a 0xff is followed by a zero, or begins a mark to go on from. */
function* nextMarker(at: number): Reading<number> {
	for (let from = at; ; ) {
		const bytes = yield { at: from, length: blockSize };
		if (bytes.length < 2) throw new Refused("damaged");
		for (let i = bytes.indexOf(0xff); i !== -1 && i < bytes.length - 1; i = bytes.indexOf(0xff, i + 1)) {
			const next = bytes[i + 1] ?? 0;
			if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return from + i;
		}
		// The last one again, as a mark may stand across two blocks.
		from += bytes.length - 1;
	}
}
