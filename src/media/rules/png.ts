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
	u32,
	u32Bytes,
} from "./reading.ts";

export const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The picture, its colours, and how it moves. All else is words about it. */
const kept = new Set([
	...["IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"],
	...["acTL", "fcTL", "fdAT"],
]);
const longestExif = 65_536;

/** A PNG without words, times and EXIF but its orientation, and without what follows its end. */
export function* cleanPng(): Reading<Cleaned> {
	const header = yield* read(8, 25);
	if (u32(header) !== 13 || text(header.subarray(4, 8)) !== "IHDR") throw new Refused("damaged");
	const [width, height] = [u32(header, 8), u32(header, 12)];
	if (width === 0 || height === 0) throw new Refused("damaged");
	const body: Piece[] = [];
	let [orientation, seen] = [1, false];
	for (let at = 33; ; ) {
		const chunk = yield* read(at, 8);
		const [length, type] = [u32(chunk), text(chunk.subarray(4))];
		if (type === "IEND") break;
		if (type === "IDAT") seen = true;
		if (type === "eXIf" && length <= longestExif) orientation = orientationIn(yield* read(at + 8, length));
		if (kept.has(type)) append(body, { from: at, to: at + 12 + length });
		at += 12 + length;
	}
	if (!seen) throw new Refused("damaged");
	const turn = orientation > 1 ? [{ bytes: chunkOf("eXIf", exifOf(orientation)) }] : [];
	return {
		...turned(orientation, width, height),
		seconds: null,
		pieces: [{ from: 0, to: 33 }, ...turn, ...body, { bytes: chunkOf("IEND", new Uint8Array()) }],
	};
}

export function chunkOf(type: string, content: Uint8Array): Uint8Array {
	const named = joined(bytesOf(type), content);
	return joined(u32Bytes(content.length), named, u32Bytes(crc(named)));
}

function crc(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	}
	return (sum ^ 0xffffffff) >>> 0;
}
