import { append, type Cleaned, type Piece, type Reading, Refused, read, text, u16le } from "./reading.ts";

const [extension, picture, trailer] = [0x21, 0x2c, 0x3b];
const [control, application] = [0xf9, 0xff];

const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** A GIF without comments, words and data of applications, but how often it is repeated. */
export function* cleanGif(): Reading<Cleaned> {
	const header = yield* read(0, 13);
	const [width, height] = [u16le(header, 6), u16le(header, 8)];
	let at = 13 + tableSize(header[10] ?? 0);
	const pieces: Piece[] = [{ from: 0, to: at }];
	let pictures = 0;
	for (;;) {
		const [kind = 0] = yield* read(at, 1);
		if (kind === trailer) break;
		if (kind === picture) {
			const descriptor = yield* read(at, 10);
			const end = yield* behindBlocks(at + 10 + tableSize(descriptor[9] ?? 0) + 1);
			append(pieces, { from: at, to: end });
			pictures++;
			at = end;
		} else if (kind === extension) {
			const end = yield* behindBlocks(at + 2);
			if (yield* isKept(at, end)) append(pieces, { from: at, to: end });
			at = end;
		} else throw new Refused("damaged");
	}
	if (pictures === 0 || width === 0 || height === 0) throw new Refused("damaged");
	return { width, height, seconds: null, pieces: [...pieces, { bytes: Uint8Array.of(trailer) }] };
}

/** How long a picture stands, and how often all are shown: nothing else is needed, and both have one length. */
function* isKept(at: number, end: number): Reading<boolean> {
	const [, kind = 0] = yield* read(at, 2);
	if (kind === control) return end - at === 8;
	if (kind !== application || end - at !== 19) return false;
	return ["NETSCAPE2.0", "ANIMEXTS1.0"].includes(text(yield* read(at + 3, 11)));
}

/** Data stands in blocks of at most 255 bytes, each behind its length; one of none is the last. */
function* behindBlocks(start: number): Reading<number> {
	for (let at = start; ; ) {
		const [length = 0] = yield* read(at, 1);
		at += length + 1;
		if (length === 0) return at;
	}
}
