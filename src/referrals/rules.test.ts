import { expect, test } from "vitest";
import {
	areSilent,
	codeFrom,
	codeLength,
	codeOf,
	exchange,
	type Facts,
	holdReason,
	mayRelease,
	payloadOf,
	shareOf,
	stepsUpTo,
} from "./rules.ts";

const facts = (changes: Partial<Facts> = {}): Facts => ({
	...{ newcomerId: 1, referrerId: 2, referrerOut: false, chain: [], countedLately: 0, burstLimit: 10 },
	...{ chats: [], ...changes },
});

test("whom nothing speaks against is counted", () => {
	expect(holdReason(facts())).toBeNull();
	expect(holdReason(facts({ chain: [3, 4, 5], countedLately: 9, chats: [0, 1, 1] }))).toBeNull();
});

test("one's own link, and a referrer who is out", () => {
	expect(holdReason(facts({ referrerId: 1 }))).toBe("self");
	expect(holdReason(facts({ referrerOut: true }))).toBe("banned");
	expect([mayRelease("self"), mayRelease("burst"), mayRelease(null)]).toEqual([false, true, true]);
});

test("a loop is found along a chain of ten, and no further", () => {
	const others = (n: number) => Array.from({ length: n }, (_, i) => 100 + i);
	expect(holdReason(facts({ chain: [1] }))).toBe("loop");
	expect(holdReason(facts({ chain: [...others(9), 1] }))).toBe("loop");
	expect(holdReason(facts({ chain: [...others(10), 1] }))).toBeNull();
});

test("more than so many within a day", () => {
	expect(holdReason(facts({ countedLately: 9, burstLimit: 10 }))).toBeNull();
	expect(holdReason(facts({ countedLately: 10, burstLimit: 10 }))).toBe("burst");
});

test("more than half of at least three who never chatted", () => {
	const cases: [number[], boolean][] = [
		[[], false],
		[[0, 0], false],
		[[0, 0, 0], true],
		[[0, 0, 5], true],
		[[0, 3, 5], false],
		[[0, 0, 3, 5], false],
		[[0, 0, 0, 3, 5], true],
	];
	for (const [chats, silent] of cases) expect([chats, areSilent(chats)]).toEqual([chats, silent]);
	expect(holdReason(facts({ chats: [0, 0, 0] }))).toBe("silent");
});

test("a share is whole Stars, never more than its percent", () => {
	expect([shareOf(150, 10), shareOf(9, 10), shareOf(19, 10), shareOf(100, 0), shareOf(3, 50)]).toEqual([
		...[15, 0, 1, 0, 1],
	]);
});

test("what makes no whole credit stays Stars", () => {
	expect(exchange(7, 0.4)).toEqual({ stars: 5, credits: 2 });
	expect(exchange(2, 0.4)).toEqual({ stars: 0, credits: 0 });
	expect(exchange(100, 0.29)).toEqual({ stars: 100, credits: 29 });
	expect(exchange(10, 3)).toEqual({ stars: 10, credits: 30 });
	expect(exchange(10, 0)).toEqual({ stars: 0, credits: 0 });
	for (const rate of [0.07, 0.25, 0.33, 0.4, 1, 1.7])
		for (let stars = 1; stars < 400; stars++) {
			const deal = exchange(stars, rate);
			expect(deal.stars).toBeLessThanOrEqual(stars);
			// The same amount again makes the same: a button keeps what it says.
			expect(exchange(deal.stars, rate)).toEqual(deal);
		}
});

test("steps end below all there is", () => {
	expect(stepsUpTo(10)).toEqual([]);
	expect(stepsUpTo(300)).toEqual([10, 50, 100, 250]);
	expect(stepsUpTo(4000)).toEqual([250, 500, 1000, 2500]);
});

test("a code is of letters that don't look alike, and comes back from its link", () => {
	const codes = Array.from({ length: 200 }, () =>
		codeFrom(crypto.getRandomValues(new Uint8Array(codeLength))),
	);
	expect(new Set(codes).size).toBe(200);
	for (const code of codes) {
		expect(code).toMatch(/^[a-hjkmnp-z2-9]{10}$/);
		expect(codeOf(payloadOf(code))).toBe(code);
	}
	for (const payload of ["find", "ref_", "ref_short", "ref_ABCDEFGHIJ", "xref_abcdefghjk", "ref_abcdefgh jk"])
		expect(codeOf(payload)).toBeNull();
});
