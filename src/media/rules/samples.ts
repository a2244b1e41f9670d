import { type Box, boxesIn, named, needed, rowsOf } from "./boxes.ts";
import { type Reading, Refused, read, u32 } from "./reading.ts";

/** Where a track's data stands; `to` is null where only the next one's beginning tells. */
export interface Range {
	from: number;
	to: number | null;
}

/** The stretches of a file that belong to one track, by the tables in its `stbl`. */
export function* rangesOf(stbl: Box): Reading<Range[]> {
	const tables = yield* boxesIn(stbl.body, stbl.end);
	const starts = needed(tables, "stco", "co64");
	const count = u32(yield* read(starts.body + 4, 4));
	const chunks = yield* rowsOf(starts.body + 8, count, 1, starts.type === "co64");
	const runsBox = needed(tables, "stsc");
	const runCount = u32(yield* read(runsBox.body + 4, 4));
	// First chunk, samples in each, and how they are described.
	const runs = yield* rowsOf(runsBox.body + 8, runCount, 3);
	const sizes = yield* sizesOf(tables);
	const ranges: Range[] = [];
	let [run, sample] = [0, 0];
	for (const [i, [from = 0]] of chunks.entries()) {
		while (run + 1 < runs.length && (runs[run + 1]?.[0] ?? 0) <= i + 1) run++;
		if (!sizes) {
			ranges.push({ from, to: null });
			continue;
		}
		let to = from;
		const last = Math.min(sample + (runs[run]?.[1] ?? 0), sizes.length);
		for (; sample < last; sample++) to += sizes[sample]?.[0] ?? 0;
		ranges.push({ from, to });
	}
	return ranges;
}

/** Null where all have one size: what that counts differs from codec to codec. */
function* sizesOf(tables: readonly Box[]): Reading<number[][] | null> {
	const stsz = named(tables, "stsz");
	// Sizes of less than a byte each: no camera writes them.
	if (!stsz) throw new Refused("damaged");
	const header = yield* read(stsz.body + 4, 8);
	return u32(header) > 0 ? null : yield* rowsOf(stsz.body + 12, u32(header, 4), 1);
}

/**
 * What of this stretch is nobody's: it belongs to no track that stays.
 * @param starts where the data of any track begins
 */
export function gapsIn(
	box: Box,
	kept: readonly Range[],
	starts: readonly number[],
): { from: number; to: number }[] {
	const sorted = [...new Set(starts)].sort((a, b) => a - b);
	const nextStart = (from: number) => {
		let [low, high] = [0, sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sorted[middle] ?? 0) > from) high = middle;
			else low = middle + 1;
		}
		return sorted[low] ?? box.end;
	};
	const gaps: { from: number; to: number }[] = [];
	let at = box.body;
	for (const { from, to } of [...kept].sort((a, b) => a.from - b.from)) {
		const end = Math.min(to ?? nextStart(from), box.end);
		if (from >= box.end || end <= at) continue;
		if (from > at) gaps.push({ from: at, to: from });
		at = end;
	}
	if (at < box.end) gaps.push({ from: at, to: box.end });
	return gaps;
}
