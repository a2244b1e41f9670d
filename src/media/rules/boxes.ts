import { mostParts, type Reading, Refused, read, text, u32, u64 } from "./reading.ts";

/** A box of an MP4 or MOV: everything in these files is in one. */
export interface Box {
	type: string;
	at: number;
	/** Where its content begins and ends. */
	body: number;
	end: number;
}

/** The boxes between these places, not what is in them. @throws Refused if they don't fill it */
export function* boxesIn(from: number, to: number): Reading<Box[]> {
	const boxes: Box[] = [];
	// Some end a list by a zero, which is no box.
	for (let at = from; at + 8 <= to; ) {
		const header = yield* read(at, 8);
		let [length, body] = [u32(header), at + 8];
		if (length === 1) {
			length = u64(yield* read(at + 8, 8));
			body = at + 16;
		} else if (length === 0) length = to - at;
		const end = at + length;
		if (end < body || end > to || boxes.length > mostParts) throw new Refused("damaged");
		boxes.push({ type: text(header.subarray(4)), at, body, end });
		at = end;
	}
	return boxes;
}

export const named = (boxes: readonly Box[], type: string): Box | undefined =>
	boxes.find((box) => box.type === type);

/** @throws Refused if there is none */
export function needed(boxes: readonly Box[], ...types: string[]): Box {
	const box = boxes.find(({ type }) => types.includes(type));
	if (!box) throw new Refused("damaged");
	return box;
}

const blockSize = 65_536;

/** The rows of a table of numbers of 4 or 8 bytes. */
export function* rowsOf(at: number, count: number, columns: number, wide = false): Reading<number[][]> {
	if (count > 2_000_000) throw new Refused("damaged");
	const width = wide ? 8 : 4;
	const rows: number[][] = [];
	const atOnce = Math.floor(blockSize / (columns * width));
	while (rows.length < count) {
		const some = Math.min(atOnce, count - rows.length);
		const block = yield* read(at + rows.length * columns * width, some * columns * width);
		for (let row = 0; row < some; row++) {
			rows.push(
				Array.from({ length: columns }, (_, column) => {
					const place = (row * columns + column) * width;
					return wide ? u64(block, place) : u32(block, place);
				}),
			);
		}
	}
	return rows;
}
