import fc from "fast-check";
import { expect, test } from "vitest";
import type { EndReason } from "./end.ts";
import {
	beginLock,
	heldUntil,
	type Lock,
	lapsed,
	minutesLeft,
	noLocks,
	unlocked,
	unusedMinutes,
} from "./locks.ts";

const [ana, bo] = [1, 2];
const minute = 60_000;
const begun = beginLock(noLocks, { lockId: "lock_a", userId: ana, minutes: 5 }, bo, 0).locks;
const lock: Lock = { lockId: "lock_a", userId: ana, minutes: 5, until: 5 * minute };

test.each<[reason: EndReason, by: number | null, back: boolean]>([
	["stop", ana, false],
	["next", ana, false],
	["idle", null, false],
	["block", ana, true],
	["block", bo, true],
	["report", ana, true],
	["report", bo, false],
	["unreachable", ana, false],
	["unreachable", bo, true],
	["excluded", ana, false],
	["excluded", bo, true],
	["bot_closed", ana, true],
	["bot_closed", bo, true],
	["bot_closed", null, true],
])("%s by %s gives back: %s", (reason, endedBy, back) => {
	const at = (now: number) => unusedMinutes(lock, { endedBy, reason }, now);
	expect(at(0)).toBe(back ? 5 : 0);
	expect(at(1)).toBe(back ? 4 : 0);
	expect(at(90_000)).toBe(back ? 3 : 0);
	// A clock that went back gives no more than was paid.
	expect(at(-10 * minute)).toBe(back ? 5 : 0);
	expect(at(4 * minute + 1)).toBe(0);
	expect(at(9 * minute)).toBe(0);
});

test("only whole unused minutes, and never more than were bought", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 120 }),
			fc.integer({ min: 0, max: 200 * minute }),
			(minutes, now) => {
				const until = minutes * minute;
				const back = unusedMinutes({ ...lock, minutes, until }, { endedBy: bo, reason: "block" }, now);
				expect(back * minute).toBeLessThanOrEqual(Math.max(0, until - now));
				expect((back + 1) * minute).toBeGreaterThan(until - now);
			},
		),
	);
});

test("the partner's Next and Stop and silence wait till the end, nothing else does", () => {
	for (const reason of ["stop", "next", "idle"] as const) {
		expect(heldUntil(begun, bo, reason, 5 * minute - 1)).toBe(5 * minute);
		expect(heldUntil(begun, bo, reason, 5 * minute)).toBeNull();
		expect(heldUntil(noLocks, bo, reason, 0)).toBeNull();
	}
	for (const reason of ["stop", "next"] as const) expect(heldUntil(begun, ana, reason, 1)).toBeNull();
	for (const reason of ["block", "report", "unreachable", "excluded", "bot_closed"] as const)
		expect(heldUntil(begun, bo, reason, 1)).toBeNull();
});

test("a second lock is refused while one runs, and what is told goes to both in its order", () => {
	const request = { lockId: "lock_b", userId: bo, minutes: 10 };
	const refused = beginLock(begun, request, ana, minute);
	expect(refused.answer).toEqual({ kind: "already", until: 5 * minute });
	expect(refused.locks.running).toEqual(lock);
	const partnerOf = (userId: number) => (userId === ana ? bo : ana);
	expect(lapsed(begun, partnerOf, 5 * minute - 1)).toBe(begun);
	const over = lapsed(begun, partnerOf, 7 * minute);
	expect(over).toMatchObject({ running: null, endedAt: 5 * minute });
	expect(over.news.map(({ userId, what, own }) => [userId, what, own])).toEqual([
		[ana, "began", true],
		[bo, "began", false],
		[ana, "ended", true],
		[bo, "ended", false],
	]);
	expect(beginLock(over, request, ana, 7 * minute).answer).toEqual({ kind: "locked", until: 17 * minute });
	// Whose chat is over reads no more of it.
	expect(unlocked(begun, { endedBy: bo, reason: "block" }, minute)).toMatchObject({
		...{ running: null, news: [], unused: { lockId: "lock_a", minutes: 4 } },
	});
	expect(unlocked(begun, { endedBy: ana, reason: "stop" }, minute).unused).toBeNull();
});

test("the time left is whole minutes and never none", () => {
	expect([0, 1, 60_000, 60_001].map((ms) => minutesLeft(ms, 0))).toEqual([1, 1, 1, 2]);
});
