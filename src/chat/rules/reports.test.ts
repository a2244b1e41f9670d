import { expect, test } from "vitest";
import { decided, effectiveReview, mustPause, type OpenReport, weightOf } from "./reports.ts";

const day = 86_400_000;
const now = 100 * day;
const fresh = { upheld: 0, dismissed: 0 };
const report = (reporterId: number, changes: Partial<OpenReport> = {}): OpenReport => ({
	...{ reporterId, reason: "spam", createdAt: now - 1, record: fresh },
	...changes,
});

test("who reports falsely counts half, once it is a habit", () => {
	const weights = [
		fresh,
		{ upheld: 0, dismissed: 2 },
		{ upheld: 3, dismissed: 3 },
		{ upheld: 2, dismissed: 3 },
	];
	expect(weights.map(weightOf)).toEqual([1, 1, 1, 0.5]);
});

test("three different people within a day pause, one of them three times doesn't", () => {
	expect(mustPause([report(1), report(2)], 3, now)).toBe(false);
	expect(mustPause([report(1), report(2), report(3)], 3, now)).toBe(true);
	expect(mustPause([report(1), report(1), report(1)], 3, now)).toBe(false);
	expect(mustPause([report(1), report(2), report(3, { createdAt: now - day })], 3, now)).toBe(false);
	const careless = { upheld: 0, dismissed: 3 };
	expect(mustPause([report(1), report(2), report(3, { record: careless })], 3, now)).toBe(false);
	expect(
		mustPause(
			[report(1), report(2), report(3, { record: careless }), report(4, { record: careless })],
			3,
			now,
		),
	).toBe(true);
	expect(mustPause([], 1, now)).toBe(false);
});

test("one suspicion of a minor is enough, and doesn't lapse after a day", () => {
	expect(mustPause([report(1, { reason: "minor", createdAt: now - 9 * day })], 3, now)).toBe(true);
});

test("who reports falsely as a habit pauses nobody alone by suspecting a minor; it counts half, as any report of theirs", () => {
	const minor = (reporterId: number, record = { upheld: 0, dismissed: 3 }) =>
		report(reporterId, { reason: "minor", record });
	expect(mustPause([minor(1)], 3, now)).toBe(false);
	expect(mustPause([minor(1), minor(2)], 3, now)).toBe(false);
	expect(mustPause([minor(1), minor(2), report(3), report(4)], 3, now)).toBe(true);
	expect(mustPause([minor(1), minor(2, fresh)], 3, now)).toBe(true);
	expect(mustPause([minor(1, { upheld: 3, dismissed: 3 })], 3, now)).toBe(true);
});

test("a verdict names the state and how long a ban holds", () => {
	expect(decided("ban1", now)).toEqual({ status: "banned", banUntil: now + day });
	expect(decided("ban7", now)).toEqual({ status: "banned", banUntil: now + 7 * day });
	expect(decided("ban", now)).toEqual({ status: "banned", banUntil: null });
	expect([decided("warn", now).status, decided("dismiss", now).status]).toEqual(["warned", "dismissed"]);
});

test("without a review chat nothing is copied, whatever is set", () => {
	expect([effectiveReview("all", 0), effectiveReview("all", -100), effectiveReview("off", -100)]).toEqual([
		...["off", "all", "off"],
	]);
});
