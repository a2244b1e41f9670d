/** Bytes that are wanted next: a rule reads files of any length so, and does no I/O. Fewer come where the file ends. */
export interface Wanted {
	at: number;
	length: number;
}
export type Reading<T> = Generator<Wanted, T, Uint8Array>;

/** What a cleaned file is made of, in the order of the file it came from: a part of that, zeros, or bytes said anew. */
export type Piece = { from: number; to: number } | { zeros: number } | { bytes: Uint8Array };

export interface Cleaned {
	/** As it is shown: turned by its orientation. */
	width: number;
	height: number;
	seconds: number | null;
	pieces: Piece[];
}

export const refusals = {
	heic: 'HEIC and AVIF pictures can\'t be taken. Save it as JPEG, or set the camera to "most compatible".',
	unknown_type: "This is no JPEG, PNG, WebP or GIF picture and no MP4 or MOV video.",
	damaged: "This file is damaged or not complete.",
	too_big: "This file is bigger than the settings allow for its kind.",
	too_many_pixels: "This picture has more than 100 million pixels, or a side of more than 16,384.",
	no_picture: "This video has no picture.",
	in_parts: "This video is made of parts (a stream). Save it as a plain MP4.",
	elsewhere: "This video refers to other files.",
} as const;
export type RefusalReason = keyof typeof refusals;
export const isRefusal = (word: string | null): word is RefusalReason => word !== null && word in refusals;

/** A file that is not taken, and why. */
export class Refused extends Error {
	readonly reason: RefusalReason;

	constructor(reason: RefusalReason) {
		super(refusals[reason]);
		this.name = "Refused";
		this.reason = reason;
	}
}

/** @throws Refused if the file ends before */
export function* read(at: number, length: number): Reading<Uint8Array> {
	const bytes = yield { at, length };
	if (bytes.length < length) throw new Refused("damaged");
	return bytes;
}

export const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);
export const bytesOf = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
export const u16 = (bytes: Uint8Array, at = 0) => view(bytes).getUint16(at);
export const u32 = (bytes: Uint8Array, at = 0) => view(bytes).getUint32(at);
export const u16le = (bytes: Uint8Array, at = 0) => view(bytes).getUint16(at, true);
export const u24le = (bytes: Uint8Array, at = 0) => u16le(bytes, at) + (bytes[at + 2] ?? 0) * 65_536;
export const u32le = (bytes: Uint8Array, at = 0) => view(bytes).getUint32(at, true);
/** Beyond 2^53 it is no length of anything here, exact or not. */
export const u64 = (bytes: Uint8Array, at = 0) => u32(bytes, at) * 2 ** 32 + u32(bytes, at + 4);

export function u32Bytes(value: number, littleEndian = false): Uint8Array {
	const bytes = new Uint8Array(4);
	view(bytes).setUint32(0, value, littleEndian);
	return bytes;
}

export function joined(...parts: Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

export const lengthOf = (pieces: readonly Piece[]): number =>
	pieces.reduce((sum, piece) => {
		if ("bytes" in piece) return sum + piece.bytes.length;
		return sum + ("zeros" in piece ? piece.zeros : piece.to - piece.from);
	}, 0);

/** No file that a camera or program has written has more parts. */
export const mostParts = 100_000;

/** Neighbours become one. @throws Refused if there are too many to keep in mind */
export function append(pieces: Piece[], piece: Piece): void {
	const last = pieces.at(-1);
	if (pieces.length > mostParts) throw new Refused("damaged");
	if (last && "from" in last && "from" in piece && last.to === piece.from) last.to = piece.to;
	else pieces.push(piece);
}
