const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const ranges = ["24h", "7d", "30d", "90d"] as const;
export type Range = (typeof ranges)[number];
export const trends = ["people", "chats", "stars"] as const;
export type Trend = (typeof trends)[number];

const steps = {
	"24h": { by: "hour", count: 24 },
	"7d": { by: "hour", count: 7 * 24 },
	"30d": { by: "day", count: 30 },
	"90d": { by: "day", count: 90 },
} as const;

interface Window {
	by: "hour" | "day";
	/** Beginnings of its hours or days, oldest first; ms. */
	times: number[];
}

/** The hours that are over, or the days with this one. Days are those of UTC, as they are counted. */
export function windowOf(range: Range, now: number): Window {
	const { by, count } = steps[range];
	const step = by === "hour" ? hourMs : dayMs;
	const current = now - (now % step);
	const last = by === "hour" ? current - step : current;
	return { by, times: Array.from({ length: count }, (_, i) => last - (count - 1 - i) * step) };
}

interface Counted {
	at: string;
	new_users: number;
	chats_begun: number;
	stars_received: number;
	stars_refunded: number;
}
export interface Point {
	at: string;
	people: number;
	chats: number;
	stars: number;
	refunded: number;
}

/** A point for every hour or day: when nothing was counted nothing has happened. */
export function filled(points: readonly Counted[], { times }: Window): Point[] {
	const byTime = new Map(points.map((point) => [Date.parse(point.at), point]));
	return times.map((time) => {
		const point = byTime.get(time);
		return {
			at: new Date(time).toISOString(),
			people: point?.new_users ?? 0,
			chats: point?.chats_begun ?? 0,
			stars: point?.stars_received ?? 0,
			refunded: point?.stars_refunded ?? 0,
		};
	});
}
