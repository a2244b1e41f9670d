import { type Box, boxesIn, named, needed } from "./boxes.ts";
import {
	append,
	bytesOf,
	type Cleaned,
	type Piece,
	type Reading,
	Refused,
	read,
	text,
	u32,
	u64,
} from "./reading.ts";
import { gapsIn, type Range, rangesOf } from "./samples.ts";

/** What stays of each box that is made of boxes; all else becomes free space of the same length, so nothing moves. */
const kept: Record<string, readonly string[]> = {
	"": ["ftyp", "moov", "mdat", "wide"],
	moov: ["mvhd", "trak"],
	trak: ["tkhd", "edts", "mdia", "tapt"],
	edts: ["elst"],
	mdia: ["mdhd", "hdlr", "minf"],
	minf: ["vmhd", "smhd", "hdlr", "dinf", "stbl"],
	dinf: ["dref"],
	stbl: [
		...["stsd", "stts", "stss", "ctts", "stsc", "stsz", "stco", "co64"],
		...["cslg", "stps", "sdtp", "sgpd", "sbgp"],
	],
};

/** What is written over a part of the file. */
type Patch = { at: number; zeros: number } | { at: number; bytes: Uint8Array };

interface Track {
	ranges: Range[];
	picture: { width: number; height: number } | null;
}

/**
 * An MP4 or MOV with its pictures and its sound: without places, makers, times, words, and without the data of all
 * other tracks, as cameras write where they are into one. No byte moves, so what says where data stands stays true.
 */
export function* cleanVideo(size: number): Reading<Cleaned> {
	const boxes = yield* boxesIn(0, size);
	if (boxes.some(({ type }) => type === "moof")) throw new Refused("in_parts");
	const patches: Patch[] = blanksAmong(boxes, "");
	const moov = needed(boxes, "moov");
	const parts = yield* boxesIn(moov.body, moov.end);
	if (named(parts, "mvex")) throw new Refused("in_parts");
	patches.push(...blanksAmong(parts, "moov"));
	const header = needed(parts, "mvhd");
	patches.push(yield* withoutTimes(header));
	const [tracks, starts]: [Track[], number[]] = [[], []];
	for (const trak of parts.filter(({ type }) => type === "trak")) {
		const track = yield* cleanTrack(trak, patches);
		starts.push(...track.starts);
		if (track.kept) tracks.push(track.kept);
		else patches.push(...blank(trak));
	}
	const picture = tracks.find((track) => track.picture)?.picture;
	if (!picture || picture.width === 0 || picture.height === 0) throw new Refused("no_picture");
	const ranges = tracks.flatMap((track) => track.ranges);
	for (const box of boxes.filter(({ type }) => type === "mdat"))
		for (const { from, to } of gapsIn(box, ranges, starts)) patches.push({ at: from, zeros: to - from });
	return { ...picture, seconds: yield* secondsOf(header), pieces: patched(size, patches) };
}

const blank = ({ at, body, end }: Box): Patch[] => [
	{ at: at + 4, bytes: bytesOf("free") },
	{ at: body, zeros: end - body },
];

const blanksAmong = (boxes: readonly Box[], parent: string): Patch[] =>
	boxes.filter(({ type }) => !kept[parent]?.includes(type)).flatMap(blank);

/** When it was made and changed: the first two fields of three kinds of boxes. */
function* withoutTimes({ body }: Box): Reading<Patch> {
	const [version] = yield* read(body, 1);
	return { at: body + 4, zeros: version === 1 ? 16 : 8 };
}

function* secondsOf({ body }: Box): Reading<number> {
	const [version] = yield* read(body, 1);
	const bytes = yield* read(body + (version === 1 ? 20 : 12), 12);
	const length = version === 1 ? u64(bytes, 4) : u32(bytes, 4);
	const scale = u32(bytes);
	return scale > 0 ? Math.round(length / scale) : 0;
}

/** Null unless it is one of pictures or sound. */
function* cleanTrack(trak: Box, patches: Patch[]): Reading<{ kept: Track | null; starts: number[] }> {
	const parts = yield* boxesIn(trak.body, trak.end);
	const mdia = yield* boxesOf(needed(parts, "mdia"));
	const minf = yield* boxesOf(needed(mdia, "minf"));
	const stbl = needed(minf, "stbl");
	const handler = needed(mdia, "hdlr");
	const kind = text(yield* read(handler.body + 8, 4));
	const ranges = yield* rangesOf(stbl);
	const starts = ranges.map(({ from }) => from);
	if (kind !== "vide" && kind !== "soun") return { kept: null, starts };
	const header = needed(parts, "tkhd");
	patches.push(...blanksAmong(parts, "trak"), ...blanksAmong(mdia, "mdia"), ...blanksAmong(minf, "minf"));
	patches.push(yield* withoutTimes(header), yield* withoutTimes(needed(mdia, "mdhd")));
	for (const box of [handler, named(minf, "hdlr")]) if (box) patches.push(...withoutName(box));
	const edits = named(parts, "edts");
	if (edits) patches.push(...blanksAmong(yield* boxesOf(edits), "edts"));
	const dinf = named(minf, "dinf");
	if (dinf) patches.push(...(yield* cleanReferences(dinf)));
	const tables = yield* boxesOf(stbl);
	patches.push(...blanksAmong(tables, "stbl"));
	if (kind === "soun") return { kept: { ranges, picture: null }, starts };
	patches.push(...(yield* withoutEncoder(needed(tables, "stsd"))));
	return { kept: { ranges, picture: yield* pictureOf(header) }, starts };
}

const boxesOf = ({ body, end }: Box) => boxesIn(body, end);

/** Who handles it may have a name, which is a program's or a camera's. */
const withoutName = ({ body, end }: Box): Patch[] =>
	end > body + 24 ? [{ at: body + 24, zeros: end - body - 24 }] : [];

/** Its data is in this file, and nothing is said of where else. */
function* cleanReferences(dinf: Box): Reading<Patch[]> {
	const parts = yield* boxesOf(dinf);
	const dref = needed(parts, "dref");
	const patches = blanksAmong(parts, "dinf");
	for (const { body, end } of yield* boxesIn(dref.body + 8, dref.end)) {
		const flags = u32(yield* read(body, 4));
		if (!(flags & 1)) throw new Refused("elsewhere");
		if (end > body + 4) patches.push({ at: body + 4, zeros: end - body - 4 });
	}
	return patches;
}

/** Each description of pictures names the program that made them, in 32 bytes. */
function* withoutEncoder(stsd: Box): Reading<Patch[]> {
	const descriptions = yield* boxesIn(stsd.body + 8, stsd.end);
	return descriptions.filter(({ at, end }) => end - at >= 86).map(({ at }) => ({ at: at + 50, zeros: 32 }));
}

/** As it is shown: a camera held upright writes pictures that lie on their side. */
function* pictureOf({ body }: Box): Reading<{ width: number; height: number }> {
	const [version] = yield* read(body, 1);
	const matrix = yield* read(body + (version === 1 ? 52 : 40), 44);
	const [width, height] = [u32(matrix, 36) / 65_536, u32(matrix, 40) / 65_536].map(Math.round);
	const lies = u32(matrix) === 0 && u32(matrix, 16) === 0;
	const sides = { width: width ?? 0, height: height ?? 0 };
	return lies ? { width: sides.height, height: sides.width } : sides;
}

function patched(size: number, patches: readonly Patch[]): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	const copy = (to: number) => void (to > at && append(pieces, { from: at, to }));
	for (const patch of [...patches].sort((a, b) => a.at - b.at)) {
		// What two say something of is in no sound file.
		if (patch.at < at) throw new Refused("damaged");
		copy(patch.at);
		const { at: _, ...piece } = patch;
		append(pieces, piece);
		at = patch.at + ("bytes" in patch ? patch.bytes.length : patch.zeros);
	}
	copy(size);
	return pieces;
}
