export const dayMs = 86_400_000;

export const iso = (ms: number) => new Date(ms).toISOString();
export const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

const units = { m: 60_000, h: 3_600_000, d: dayMs, w: 7 * dayMs };

/** `30m`, `12h`, `1d`, `2w` in ms; null if it is none. */
export function lengthOfTime(text: string): number | null {
	const [, count, unit = ""] = /^(\d{1,4})([mhdw])$/i.exec(text) ?? [];
	return count === undefined ? null : Number(count) * units[unit.toLowerCase() as keyof typeof units];
}
