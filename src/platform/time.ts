export const dayMs = 86_400_000;

export const iso = (ms: number) => new Date(ms).toISOString();
export const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

/** The first of these moments, Infinity of none. `Math.min(...moments)` takes only as many as fit on the stack. */
export function earliest(moments: Iterable<number>): number {
	let first = Number.POSITIVE_INFINITY;
	for (const moment of moments) if (moment < first) first = moment;
	return first;
}

const units = { m: 60_000, h: 3_600_000, d: dayMs, w: 7 * dayMs };

/** `30m`, `12h`, `1d`, `2w` in ms; null if it is none. */
export function lengthOfTime(text: string): number | null {
	const [, count, unit = ""] = /^(\d{1,4})([mhdw])$/i.exec(text) ?? [];
	return count === undefined ? null : Number(count) * units[unit.toLowerCase() as keyof typeof units];
}
