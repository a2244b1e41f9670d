import { expect, test } from "vitest";
import { type Problem, type Standing, watchStep } from "./rules/problems.ts";
import { ageGroup, type HourCounts, hourMs, hoursDue, isFresh, series } from "./rules.ts";

const minute = 60_000;
const slow: Problem = { key: "database", detail: "The database is slow.", after: 3 };
const late: Problem = { key: "late", detail: "A schedule is late.", after: 1 };

/** Looks once a minute. @returns what staff were told, by minute */
function watch(looks: Problem[][]): string[][] {
	let standing = new Map<string, Standing>();
	return looks.map((problems, i) => {
		const step = watchStep([...standing.values()], problems, i * minute);
		standing = new Map([...standing, ...step.changed.map((one) => [one.key, one] as const)]);
		for (const key of step.over) standing.delete(key);
		return step.messages.map(({ text, good }) => (good ? `well: ${text}` : text));
	});
}

test("a problem is told once, and once more when it is over", () => {
	expect(watch([[late], [late], [late], [], [late]])).toEqual([
		["A schedule is late."],
		[],
		[],
		["well: Over after 3 min: A schedule is late."],
		["A schedule is late."],
	]);
});

test("what passes by itself is not told, nor that it is over", () => {
	expect(watch([[slow], [slow], [], [slow], [slow], [slow], []])).toEqual([
		...[[], [], [], [], []],
		["The database is slow."],
		["well: Over after 3 min: The database is slow."],
	]);
});

test("what stands for half a day is told again", () => {
	const told = watch(Array.from({ length: 1442 }, () => [late])).flat();
	expect(told).toEqual(["A schedule is late.", "Still: A schedule is late.", "Still: A schedule is late."]);
});

const counts = (changes: Partial<HourCounts>): HourCounts => ({
	...{ new_users: 0, purchases: 0, stars_received: 0, stars_refunded: 0, failed_updates: 0, chats_begun: 0 },
	...{ users_now: 0, vip_now: 0, chats_now: 0, waiting_now: 0 },
	...changes,
});

test("hours become days: what happened adds up, what stood is the last, and peaks are the highest", () => {
	const rows = [
		{ hour: 23 * hourMs, counts: counts({ chats_begun: 10, users_now: 4 }) },
		{ hour: 24 * hourMs, counts: counts({ new_users: 2, chats_begun: 15, users_now: 6, chats_now: 3 }) },
		{ hour: 25 * hourMs, counts: counts({ new_users: 1, chats_begun: 17, users_now: 7, chats_now: 1 }) },
		// A pool was made anew.
		{ hour: 26 * hourMs, counts: counts({ chats_begun: 1, users_now: 7 }) },
	];
	expect(series(rows, 24 * hourMs, "day")).toMatchObject([
		{ at: 24 * hourMs, new_users: 3, chats_begun: 7, users: 7, chats_peak: 3 },
	]);
	expect(series(rows, 24 * hourMs, "hour").map((point) => point.chats_begun)).toEqual([5, 2, 0]);
});

test("an hour is counted once it is over, and two days at most are made up for", () => {
	expect(hoursDue(null, 5 * hourMs + 1)).toEqual([4 * hourMs]);
	expect(hoursDue(4 * hourMs, 5 * hourMs + 1)).toEqual([]);
	expect(hoursDue(2 * hourMs, 5 * hourMs)).toEqual([3 * hourMs, 4 * hourMs]);
	expect(hoursDue(0, 1000 * hourMs)).toHaveLength(48);
});

test("few people are counted at every look, a million every five minutes", () => {
	const of = (total: number) => ({ at: 0, counts: { users: { total } } }) as never;
	expect(isFresh(of(900), 1)).toBe(false);
	expect(isFresh(of(1_000_000), 4 * minute)).toBe(true);
	expect(isFresh(of(1_000_000), 5 * minute)).toBe(false);
});

test("ages fall into groups", () => {
	expect([18, 24, 25, 54, 55, 99, null].map(ageGroup)).toEqual([
		...["18-24", "18-24", "25-34", "45-54", "55+", "55+", "unknown"],
	]);
});
