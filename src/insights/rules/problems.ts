/** Something that should not be so. */
export interface Problem {
	key: string;
	/** For staff, in words. */
	detail: string;
	/** Seen so often in a row, a minute apart, it is told; what passes by itself is not. */
	after: number;
}

export interface Standing {
	key: string;
	since: number;
	/** How often in a row it was seen, up to when it was told. */
	seen: number;
	/** When staff were told last; null: not yet. */
	toldAt: number | null;
	detail: string;
}

export interface WatchStep {
	/** New, or told now. */
	changed: Standing[];
	/** These are over. */
	over: string[];
	/** What staff are told. */
	messages: { text: string; good: boolean }[];
}

/** Told again if it still stands after so long. */
const remindMs = 12 * 3_600_000;

/** What has changed since the last look: each problem is told once, and once more when it is over. */
export function watchStep(before: readonly Standing[], problems: readonly Problem[], now: number): WatchStep {
	const known = new Map(before.map((one) => [one.key, one]));
	const messages: WatchStep["messages"] = [];
	const changed = problems.flatMap(({ key, detail, after }): Standing[] => {
		const { since = now, seen = 0, toldAt = null } = known.get(key) ?? {};
		if (toldAt !== null && now - toldAt < remindMs) return [];
		const due = toldAt !== null || seen + 1 >= after;
		if (due) messages.push({ text: toldAt === null ? detail : `Still: ${detail}`, good: false });
		return [{ key, since, seen: seen + 1, toldAt: due ? now : toldAt, detail }];
	});
	const gone = before.filter(({ key }) => !problems.some((problem) => problem.key === key));
	for (const { detail, since, toldAt } of gone)
		if (toldAt !== null)
			messages.push({ text: `Over after ${lengthOf(now - since)}: ${detail}`, good: true });
	return { changed, over: gone.map(({ key }) => key), messages };
}

function lengthOf(ms: number): string {
	const minutes = Math.max(1, Math.round(ms / 60_000));
	return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
