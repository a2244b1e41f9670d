import { dayMs } from "../platform/time.ts";

export const hourMs = 3_600_000;
/** Telegram holds Stars for up to 21 days. */
export const heldMs = 21 * dayMs;

export interface SnapshotCounts {
	users: {
		total: number;
		complete: number;
		new_today: number;
		new_7_days: number;
		banned: number;
		vip: number;
		vip_ending_7_days: number;
	};
	/** In Stars. `received` is without what went back. */
	stars: { received: number; refunded: number; held: number };
	/** What waits for staff. */
	open: Record<"support" | "appeals" | "reports" | "groups" | "refunds" | "payouts" | "findings", number>;
	by_language: Record<string, number>;
	by_gender: Record<string, number>;
	by_age: Record<string, number>;
	by_bot: { bot_id: number; users: number; blocked: number }[];
}

/** Of an hour, as it is counted once it is over. `*_now`: how it stood then. */
export interface HourCounts {
	new_users: number;
	purchases: number;
	stars_received: number;
	stars_refunded: number;
	failed_updates: number;
	/** All chats that ever began, by then. */
	chats_begun: number;
	users_now: number;
	vip_now: number;
	chats_now: number;
	waiting_now: number;
}

/** With few people every look counts anew; with a million one in five minutes: what is read costs, and takes its time. */
const freshMsPerUser = 0.3;
const fewUsers = 1_000;

export const countingTakesLong = ({ users }: SnapshotCounts): boolean => users.total > fewUsers;

export const isFresh = (snapshot: { at: number; counts: SnapshotCounts }, now: number): boolean =>
	now - snapshot.at < Math.max(0, snapshot.counts.users.total - fewUsers) * freshMsPerUser;

const hourOf = (time: number): number => time - (time % hourMs);

/** So many hours are made up for after the clock stood still. */
const hoursBack = 48;

/** The hours that are over and not counted yet, oldest first. @param last the last one counted */
export function hoursDue(last: number | null, now: number): number[] {
	const current = hourOf(now);
	const first = Math.max(last === null ? current - hourMs : last + hourMs, current - hoursBack * hourMs);
	return Array.from({ length: Math.max(0, (current - first) / hourMs) }, (_, i) => first + i * hourMs);
}

interface Point {
	at: number;
	new_users: number;
	purchases: number;
	stars_received: number;
	stars_refunded: number;
	failed_updates: number;
	chats_begun: number;
	users: number;
	vip: number;
	/** The most at any hour's end. */
	chats_peak: number;
	waiting_peak: number;
}

/** Hours as points of a chart, or days made of them. @param rows oldest first, the one before the first included if there is one */
export function series(
	rows: readonly { hour: number; counts: HourCounts }[],
	from: number,
	by: "hour" | "day",
): Point[] {
	const points = new Map<number, Point>();
	for (const [i, { hour, counts }] of rows.entries()) {
		if (hour < from) continue;
		const at = by === "hour" ? hour : hour - (hour % dayMs);
		const before = rows[i - 1]?.counts.chats_begun;
		const point = points.get(at);
		const sum = (value: number, known: number | undefined) => value + (known ?? 0);
		points.set(at, {
			at,
			new_users: sum(counts.new_users, point?.new_users),
			purchases: sum(counts.purchases, point?.purchases),
			stars_received: sum(counts.stars_received, point?.stars_received),
			stars_refunded: sum(counts.stars_refunded, point?.stars_refunded),
			failed_updates: sum(counts.failed_updates, point?.failed_updates),
			// A pool that was made anew counts from 0 again.
			chats_begun: sum(Math.max(0, counts.chats_begun - (before ?? counts.chats_begun)), point?.chats_begun),
			users: counts.users_now,
			vip: counts.vip_now,
			chats_peak: Math.max(counts.chats_now, point?.chats_peak ?? 0),
			waiting_peak: Math.max(counts.waiting_now, point?.waiting_peak ?? 0),
		});
	}
	return [...points.values()];
}

const ages: [string, number, number][] = [
	["18-24", 18, 24],
	["25-34", 25, 34],
	["35-44", 35, 44],
	["45-54", 45, 54],
	["55+", 55, 200],
];

/** The group of an age, for a chart. */
export const ageGroup = (age: number | null): string =>
	(age !== null && ages.find(([, from, to]) => age >= from && age <= to)?.[0]) || "unknown";
