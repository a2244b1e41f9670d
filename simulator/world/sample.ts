// Content for media that somebody sends without giving a file.
import type { FileKind } from "./records.ts";

const SIDE = 96;

/** A real PNG of a small coloured gradient; another `seed`, another colour, so that pictures can be told apart. */
function samplePng(seed: number): Uint8Array {
	const palette: number[] = [];
	for (let shade = 0; shade < SIDE; shade += 1) {
		palette.push((seed * 67 + shade) % 256, (seed * 131 + 2 * shade) % 256, (seed * 29 + 90 + shade) % 256);
	}
	const row = [0, ...Array.from({ length: SIDE }, (_, x) => x)];
	const pixels = Uint8Array.from(Array.from({ length: SIDE }, () => row).flat());
	const header = [...uint32(SIDE), ...uint32(SIDE), 8, 3, 0, 0, 0];
	return Uint8Array.from([
		...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
		...chunk("IHDR", header),
		...chunk("PLTE", palette),
		...chunk("IDAT", storedZlib(pixels)),
		...chunk("IEND", []),
	]);
}

export function sampleBytes(
	kind: FileKind,
	seed: number,
): { bytes: Uint8Array; mime_type: string; name: string } {
	if (kind === "photo" || kind === "thumbnail") {
		return { bytes: samplePng(seed), mime_type: "image/png", name: `photo_${seed}.png` };
	}
	const [mime_type, extension] = SAMPLE_TYPES[kind];
	const bytes = new TextEncoder().encode(`sample ${kind} ${seed}\n`);
	return { bytes, mime_type, name: `${kind}_${seed}.${extension}` };
}

const SAMPLE_TYPES: Record<Exclude<FileKind, "photo" | "thumbnail">, [string, string]> = {
	video: ["video/mp4", "mp4"],
	animation: ["video/mp4", "mp4"],
	audio: ["audio/mpeg", "mp3"],
	document: ["text/plain", "txt"],
	voice: ["audio/ogg", "ogg"],
	video_note: ["video/mp4", "mp4"],
	sticker: ["image/webp", "webp"],
};

function uint32(value: number): number[] {
	return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(type: string, data: readonly number[]): number[] {
	const body = [...type].map((letter) => letter.charCodeAt(0)).concat(data);
	return [...uint32(data.length), ...body, ...uint32(crc32(body))];
}

function crc32(bytes: readonly number[]): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return (crc ^ 0xffffffff) >>> 0;
}

/** A zlib stream of one uncompressed block (RFC 1950, RFC 1951 3.2.4): at most 65,535 bytes. */
function storedZlib(data: Uint8Array): number[] {
	const size = [data.length & 255, data.length >>> 8];
	let a = 1;
	let b = 0;
	for (const byte of data) {
		a = (a + byte) % 65521;
		b = (b + a) % 65521;
	}
	const inverted = size.map((part) => part ^ 255);
	return [0x78, 0x01, 1, ...size, ...inverted, ...data, ...uint32(((b << 16) | a) >>> 0)];
}
