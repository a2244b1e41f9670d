import { expect, test } from "vitest";
import { campaignErrors } from "../src/pages/group-campaigns/draft.ts";
import { daysOf, isDay, turned } from "../src/pages/posts/days.ts";
import { draftFaults, emptyPost, inputOf, nextTimes, postErrors } from "../src/pages/posts/draft.ts";
import { excerptLine } from "../src/pages/posts/excerpt.ts";

test("a calendar shows whole weeks, and turns by its view", () => {
	const month = daysOf("month", "2026-11-21");
	expect([month.length, month[0], month.at(-1)]).toEqual([42, "2026-10-26", "2026-12-06"]);
	expect(daysOf("month", "2027-02-10")).toHaveLength(28);
	expect(daysOf("week", "2026-11-22")).toEqual([16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`));
	expect([turned("month", "2026-01-31", 1), turned("month", "2026-01-31", -1)]).toEqual([
		"2026-02-01",
		"2025-12-01",
	]);
	expect(turned("week", "2026-12-30", 1)).toBe("2027-01-06");
	expect(["2026-02-28", "2026-02-30", "2026-2-1", "x", undefined].map(isDay)).toEqual([
		"2026-02-28",
		...Array.from({ length: 4 }, () => undefined),
	]);
});

test("a post goes to each group or each of its topics, at the times the server would have it", () => {
	const now = Date.parse("2026-11-20T12:00:00Z");
	const draft = {
		...emptyPost(),
		message: "hello",
		groups: ["-100", "-200"],
		topics: { "-200": ["0", "7"] },
	};
	expect(inputOf(draft)).toEqual({
		message: "hello",
		targets: [{ group_id: -100 }, { group_id: -200 }, { group_id: -200, topic_id: 7 }],
	});
	const weekly = {
		...draft,
		when: "cron" as const,
		cron: "0 9 * * 1",
		time_zone: "Europe/Lisbon",
		rounds: 2,
	};
	expect(nextTimes(weekly, now).times.map((time) => new Date(time).toISOString())).toEqual([
		"2026-11-23T09:00:00.000Z",
		"2026-11-30T09:00:00.000Z",
	]);
	expect(inputOf(weekly)).toMatchObject({ cron: "0 9 * * 1", time_zone: "Europe/Lisbon", rounds: 2 });
	const often = { ...draft, when: "every" as const, every: 2, unit: "hours" as const };
	expect(nextTimes(often, now).times).toEqual([0, 2, 4, 6, 8].map((hours) => now + hours * 3_600_000));
	expect(nextTimes({ ...weekly, cron: "not cron" }, now).faults).toHaveProperty("cron");
	const faults = draftFaults({ ...draft, message: " ", when: "at", reply_to: 5 }, now, (fault) => fault);
	expect(faults).toEqual({ message: "message-needed", reply_to: "post-reply-one", at: "needed" });
	expect(postErrors({ "targets.1.group_id": "x", every_seconds: "y", media: "z" })).toEqual({
		groups: "x",
		every: "y",
		"media.file": "z",
	});
	const found = campaignErrors({
		name: "n",
		"posts.1.at": "is in the past",
		"posts.1.targets.0.group_id": "g",
	});
	expect([found.own, found.posts.get(1)]).toEqual([{ name: "n" }, { at: "is in the past", groups: "g" }]);
});

test("a post's first words show no tags, whole or cut", () => {
	expect(excerptLine('The <b>walk</b>\nat <a href="https://x.te', "-")).toBe("The walk at");
	expect([excerptLine(" ", "Post 1"), excerptLine("1 < 2 > 0", "-")]).toEqual(["Post 1", "1 < 2 > 0"]);
});
