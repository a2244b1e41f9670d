import { expect, test } from "vitest";
import { campaignCheck, problemAlert, problemOf } from "./rules/campaigns.ts";
import {
	firstRound,
	plannedRounds,
	type Rhythm,
	roundAfter,
	roundAfterPause,
	type Wish,
} from "./rules/schedule.ts";
import { mayPostAt, type PostState, transitions } from "./rules.ts";

const at = (text: string) => Date.parse(text);
const now = at("2030-01-01T12:00:00Z");
const minute = 60_000;
const once: Rhythm = { cron: null, timeZone: "UTC", everySeconds: null, rounds: null, round: 0, nextAt: now };
const wish: Wish = { at: null, cron: null, timeZone: "UTC", everySeconds: null, rounds: null };
const every = (seconds: number, more: Partial<Rhythm> = {}): Rhythm => ({
	...once,
	everySeconds: seconds,
	...more,
});
const cron = (pattern: string, timeZone: string, nextAt: string | null): Rhythm => ({
	...once,
	...{ cron: pattern, timeZone, nextAt: nextAt === null ? null : at(nextAt) },
});

test("the first round is now, at its time, or the first one of a cron expression from then on", () => {
	expect(firstRound(wish, now)).toEqual({ ok: true, at: now });
	expect(firstRound({ ...wish, at: now + 1 }, now)).toEqual({ ok: true, at: now + 1 });
	expect(firstRound({ ...wish, at: now - 1 }, now)).toEqual({ ok: false, faults: { at: "is in the past" } });
	const noon = { ...wish, cron: "0 12 * * *" };
	expect(firstRound(noon, now)).toEqual({ ok: true, at: at("2030-01-02T12:00:00Z") });
	const tomorrow = at("2030-01-03T12:00:00Z");
	expect(firstRound({ ...noon, at: tomorrow }, now)).toEqual({ ok: true, at: tomorrow });
	expect(firstRound({ ...noon, at: tomorrow + 1 }, now)).toEqual({
		ok: true,
		at: at("2030-01-04T12:00:00Z"),
	});
	expect(firstRound({ ...noon, timeZone: "Asia/Tokyo" }, now)).toEqual({
		ok: true,
		at: at("2030-01-02T03:00:00Z"),
	});
	for (const [pattern, fault] of [
		["0 0 31 2 *", "never comes"],
		["60 * * * *", "is no cron"],
		["0 9 * *", "is no cron"],
		["0 0 9 * * *", "is no cron"],
		["", "is no cron"],
	]) {
		const refused = firstRound({ ...wish, cron: pattern ?? "" }, now);
		expect([pattern, refused]).toEqual([
			pattern,
			{ ok: false, faults: { cron: expect.stringContaining(fault ?? "") } },
		]);
	}
	const all = { ...wish, at: now - 1, cron: "x", everySeconds: 60, timeZone: "Nowhere" };
	const found = firstRound(all, now);
	expect(found.ok ? {} : Object.keys(found.faults).sort()).toEqual([
		"at",
		"cron",
		"every_seconds",
		"time_zone",
	]);
});

test("a cron expression keeps its hour when the clocks change, and neither leaves out nor doubles a day", () => {
	const nine = cron("0 9 * * *", "Europe/Berlin", "2030-03-30T08:00:00Z");
	expect(roundAfter(nine, at("2030-03-30T08:00:30Z"))).toBe(at("2030-03-31T07:00:00Z"));
	const back = cron("0 9 * * *", "Europe/Berlin", "2030-10-26T07:00:00Z");
	expect(roundAfter(back, at("2030-10-26T07:00:00Z"))).toBe(at("2030-10-27T08:00:00Z"));
	// Half past two does not exist on the one day, and twice on the other.
	const night = cron("30 2 * * *", "Europe/Berlin", "2030-03-30T01:30:00Z");
	const gap = roundAfter(night, at("2030-03-30T01:30:00Z"));
	expect(gap).toBe(at("2030-03-31T01:00:00Z"));
	expect(roundAfter({ ...night, nextAt: gap }, gap ?? 0)).toBe(at("2030-04-01T00:30:00Z"));
	const twice = cron("30 2 * * *", "Europe/Berlin", "2030-10-27T00:30:00Z");
	expect(roundAfter(twice, at("2030-10-27T00:30:00Z"))).toBe(at("2030-10-28T01:30:00Z"));
});

test("the next round lies ahead however many were missed, keeps its beat, and the last one has none", () => {
	expect(roundAfter(once, now)).toBeNull();
	expect(roundAfter(every(60), now)).toBe(now + minute);
	expect(roundAfter(every(60), now + 59_999)).toBe(now + minute);
	expect(roundAfter(every(60), now + minute)).toBe(now + 2 * minute);
	expect(roundAfter(every(60), now + 90 * minute + 7)).toBe(now + 91 * minute);
	expect(roundAfter(every(60, { rounds: 3, round: 1 }), now)).toBe(now + minute);
	expect(roundAfter(every(60, { rounds: 3, round: 2 }), now)).toBeNull();
	const daily = cron("0 9 * * *", "UTC", "2030-01-01T09:00:00Z");
	expect(roundAfter(daily, at("2030-01-20T10:00:00Z"))).toBe(at("2030-01-21T09:00:00Z"));
	// A clock that is a little early does not begin the same round again.
	expect(roundAfter(daily, at("2030-01-01T08:59:59Z"))).toBe(at("2030-01-02T09:00:00Z"));

	expect(roundAfterPause(once, now + 5 * minute)).toBe(now);
	expect(roundAfterPause(every(60), now + 5 * minute)).toBe(now + 6 * minute);
	expect(roundAfterPause(every(60), now - 1)).toBe(now);
	// The rounds that are left are left.
	expect(roundAfterPause(every(60, { rounds: 1 }), now + 5 * minute)).toBe(now + 6 * minute);
	expect(roundAfterPause({ ...once, nextAt: null }, now)).toBeNull();
});

test("a calendar has the rounds to come of all posts in order, and no more than asked for", () => {
	const posts = [
		{ ...every(600, { rounds: 4 }), name: "often" },
		{ ...once, nextAt: now + 15 * minute, name: "once" },
		{ ...cron("*/30 * * * *", "UTC", "2030-01-01T12:30:00Z"), name: "half" },
	];
	const plan = (from: number, to: number, limit = 500) =>
		plannedRounds(posts, { from: now + from * minute, to: now + to * minute, limit }).map(
			({ post, at }) => `${post.name} ${(at - now) / minute}`,
		);
	expect(plan(0, 60)).toEqual([
		"often 0",
		"often 10",
		"once 15",
		"often 20",
		"often 30",
		"half 30",
		"half 60",
	]);
	expect(plan(0, 60, 3)).toEqual(["often 0", "often 10", "once 15"]);
	expect(plan(11, 29)).toEqual(["once 15", "often 20"]);
	expect(plan(31, 59)).toEqual([]);
	// Far ahead nothing is walked through.
	expect(plan(60 * 24 * 365, 60 * 24 * 365 + 30)).toHaveLength(2);
	const endless = [every(60)];
	const year = { from: now + 365 * 1440 * minute, to: now + 400 * 1440 * minute, limit: 500 };
	const rounds = plannedRounds(endless, year);
	expect([rounds.length, rounds[0]?.at]).toEqual([500, year.from]);
	expect(plannedRounds([every(60, { rounds: 1000 })], year)).toEqual([]);
	expect(plannedRounds([{ ...once, nextAt: null }], year)).toEqual([]);
});

test("a post moves only as its table says", () => {
	const may = (from: PostState) =>
		Object.entries(transitions).flatMap(([name, way]) =>
			way.from.some((state) => state === from) ? [name] : [],
		);
	expect(may("scheduled")).toEqual(["finish", "pause", "cancel"]);
	expect(may("paused")).toEqual(["resume", "cancel"]);
	expect(may("done")).toEqual(["pause", "cancel"]);
	expect(may("cancelled")).toEqual([]);
});

test("a group's cooldown counts from the post before", () => {
	expect(mayPostAt(0, 60, false)).toBe(0);
	expect(mayPostAt(now, 60, false)).toBe(now + minute);
	expect(mayPostAt(now, 60, true)).toBe(0);
});

test("a campaign is complete when nothing is left, and late once", () => {
	const facts = { endsAt: null, overdueAt: null, openPosts: 1, openPostings: 0, waitingSince: null };
	expect(campaignCheck(facts, now)).toBeNull();
	expect(campaignCheck({ ...facts, openPosts: 0 }, now)).toBe("complete");
	expect(campaignCheck({ ...facts, openPosts: 0, openPostings: 1 }, now)).toBeNull();
	expect(campaignCheck({ ...facts, endsAt: now }, now)).toBeNull();
	expect(campaignCheck({ ...facts, endsAt: now - 1 }, now)).toBe("overdue");
	expect(campaignCheck({ ...facts, endsAt: now - 1, overdueAt: now - 1 }, now)).toBeNull();
	expect(campaignCheck({ ...facts, openPosts: 0, endsAt: now - 1, overdueAt: now - 1 }, now)).toBe(
		"complete",
	);
	const stuck = { ...facts, openPostings: 1, waitingSince: now - 60 * minute };
	expect(campaignCheck(stuck, now)).toBeNull();
	expect(campaignCheck(stuck, now + 1)).toBe("overdue");

	expect(problemOf("Bad Request: not enough rights to send text messages to the chat", false)).toBe("rights");
	expect(problemOf("Forbidden: bot was kicked from the supergroup chat", true)).toBe("inactive");
	expect(problemOf("Bad Request: message thread not found", false)).toBeNull();
	const told = problemAlert("Spring", [
		{ title: "Chess", problem: "rights" },
		{ title: "Go", problem: "inactive" },
	]);
	expect(told.split("\n")).toEqual([
		"The group campaign “Spring” can't post everywhere.",
		"Chess: the bot may not write there",
		"Go: the bot is not at work there",
	]);
	const many = Array.from({ length: 100 }, (_, i) => ({
		title: `${i}`.padEnd(128, "."),
		problem: "inactive" as const,
	}));
	const long = problemAlert("Spring", many);
	expect([long.length < 4096, long.split("\n").at(-1)]).toEqual([true, "And 80 more."]);
});
