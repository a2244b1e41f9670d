import { exifOf, orientationIn, turned } from "./orientation.ts";
import {
	append,
	bytesOf,
	type Cleaned,
	joined,
	lengthOf,
	mostParts,
	type Piece,
	type Reading,
	Refused,
	read,
	text,
	u16le,
	u24le,
	u32Bytes,
	u32le,
} from "./reading.ts";

const headerSize = 16;
const longestExif = 65_536;
/** Flags of the extended format: there is EXIF, there is XMP. */
const [hasExif, hasXmp] = [0x08, 0x04];

interface Chunk {
	type: string;
	/** Where its content begins and ends; it is filled up to an even length. */
	from: number;
	to: number;
}

/** A WebP without XMP, EXIF but its orientation, and chunks nobody knows. */
export function* cleanWebp(): Reading<Cleaned> {
	const whole = 8 + u32le(yield* read(4, 4));
	const frames: Piece[] = [];
	const colours: Piece[] = [];
	let extended: Uint8Array | null = null;
	let shown: { width: number; height: number } | null = null;
	let orientation = 1;
	for (const chunk of yield* chunksIn(12, whole)) {
		const { type, from, to } = chunk;
		if (type === "VP8X") extended = (yield* read(from, 10)).slice();
		else if (type === "ICCP") keep(colours, chunk);
		else if (type === "EXIF" && to - from <= longestExif)
			orientation = orientationIn(yield* read(from, to - from));
		else if (type === "ANIM" || type === "ALPH") keep(frames, chunk);
		else if (type === "VP8 " || type === "VP8L") {
			shown ??= yield* sizeOf(chunk);
			keep(frames, chunk);
		} else if (type === "ANMF") {
			shown ??= { width: 0, height: 0 };
			yield* keepFrame(frames, chunk);
		}
	}
	if (extended) shown = shown && { width: 1 + u24le(extended, 4), height: 1 + u24le(extended, 7) };
	if (!shown || shown.width === 0 || shown.height === 0) throw new Refused("damaged");
	const turn = extended && orientation > 1 ? chunkOf("EXIF", exifOf(orientation)) : null;
	const first = extended ? [{ bytes: chunkOf("VP8X", flagged(extended, turn !== null)) }] : [];
	const inner = [...first, ...colours, ...frames, ...(turn ? [{ bytes: turn }] : [])];
	const size = u32Bytes(4 + lengthOf(inner), true);
	return {
		...turned(turn ? orientation : 1, shown.width, shown.height),
		seconds: null,
		pieces: [{ bytes: joined(bytesOf("RIFF"), size, bytesOf("WEBP")) }, ...inner],
	};
}

function flagged(extended: Uint8Array, exif: boolean): Uint8Array {
	const flags = ((extended[0] ?? 0) & ~(hasExif | hasXmp)) | (exif ? hasExif : 0);
	return joined(Uint8Array.of(flags, 0, 0, 0), extended.subarray(4));
}

function* chunksIn(start: number, end: number): Reading<Chunk[]> {
	const chunks: Chunk[] = [];
	for (let at = start; at + 8 <= end; ) {
		const header = yield* read(at, 8);
		const [type, size] = [text(header.subarray(0, 4)), u32le(header, 4)];
		const from = at + 8;
		if (from + size > end || chunks.length > mostParts) throw new Refused("damaged");
		chunks.push({ type, from, to: from + size });
		at = from + size + (size & 1);
	}
	return chunks;
}

export const chunkOf = (type: string, content: Uint8Array): Uint8Array =>
	joined(bytesOf(type), u32Bytes(content.length, true), content, new Uint8Array(content.length & 1));

function keep(pieces: Piece[], { from, to }: Chunk): void {
	append(pieces, { from: from - 8, to });
	if ((to - from) & 1) pieces.push({ zeros: 1 });
}

/** One picture of several; it has chunks of its own. */
function* keepFrame(pieces: Piece[], { from, to }: Chunk): Reading<void> {
	if (to - from < headerSize) throw new Refused("damaged");
	const inner: Piece[] = [];
	for (const chunk of yield* chunksIn(from + headerSize, to))
		if (["ALPH", "VP8 ", "VP8L"].includes(chunk.type)) keep(inner, chunk);
	const header = (yield* read(from, headerSize)).slice();
	const size = u32Bytes(headerSize + lengthOf(inner), true);
	pieces.push({ bytes: joined(bytesOf("ANMF"), size, header) }, ...inner);
}

function* sizeOf({ type, from }: Chunk): Reading<{ width: number; height: number }> {
	const bytes = yield* read(from, 10);
	if (type === "VP8 ") return { width: u16le(bytes, 6) & 0x3fff, height: u16le(bytes, 8) & 0x3fff };
	const bits = u32le(bytes, 1);
	return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}
