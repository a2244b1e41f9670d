import { expect, test } from "vitest";
import { tooManyErrors } from "./campaigns.ts";
import {
	admit,
	freshPace,
	groupPolicy,
	type Lane,
	lease,
	type Pace,
	penalize,
	type TooFast,
	whose429,
} from "./pace.ts";

const policy = { perSecond: 30, reserve: 5 };
const second = 1000;

function ask(pace: Pace, lane: Lane, count: number, now: number) {
	const { pace: next, grant } = lease(pace, policy, lane, count, now);
	return { ...grant, pace: next };
}

test("slots follow each other, whoever asks, and unused time is no stock", () => {
	const first = ask(freshPace, "bulk", 15, 10 * second);
	expect([first.startAt, Math.round(first.everyMs), first.count]).toEqual([10_000, 33, 15]);
	const next = ask(first.pace, "bulk", 15, 10 * second + 5);
	expect(next.startAt).toBeCloseTo(10_500);
	const later = ask(next.pace, "bulk", 15, 60 * second);
	expect(later.startAt).toBe(60_000);
	// Nobody books far ahead.
	let pace = later.pace;
	for (let i = 0; i < 10; i++) pace = ask(pace, "bulk", 15, 60 * second).pace;
	expect(ask(pace, "bulk", 15, 60 * second).count).toBe(0);
	expect(pace.nextAt).toBeLessThan(63 * second);
});

test("a 429 silences every lane, then bulk leaves the reserve free for a minute", () => {
	const pace = penalize(ask(freshPace, "bulk", 25, second).pace, 7, 2 * second);
	for (const lane of ["bulk", "cosmetic"] as const) {
		const { count, startAt } = ask(pace, lane, 5, 8_999);
		expect([count, startAt]).toEqual([0, 9 * second]);
	}
	// A shorter one takes nothing back.
	expect(penalize(pace, 1, 2 * second).penaltyUntil).toBe(9 * second);
	expect(ask(pace, "bulk", 5, 9 * second).everyMs).toBe(40);
	expect(ask(pace, "bulk", 5, 68 * second).everyMs).toBe(40);
	expect(ask(pace, "bulk", 5, 69 * second).everyMs).toBeCloseTo(33.3, 1);
});

test("a 429 is its chat's, and the bot's when chats of both kinds or several meet one within a short time", () => {
	const heard = (refusals: [chat: number | null, seconds: number, at: number][]) => {
		let recent: TooFast[] = [];
		return refusals.map(([chat, seconds, at]) => {
			const answer = whose429(recent, chat, seconds, at * second);
			recent = answer.recent;
			return answer.until && answer.until / second;
		});
	};
	// However often one is refused, and one after the other.
	expect(heard([1, 1.1, 2, 3].map((at) => [-100, 30, at]))).toEqual([null, null, null, null]);
	expect(heard([0, 3, 6, 9].map((at) => [at + 1, 30, at]))).toEqual([null, null, null, null]);
	// Both kinds, in either order, for as long as the longest wants it.
	expect(
		heard([
			[-100, 30, 1],
			[7, 2, 2],
		]),
	).toEqual([null, 31]);
	expect(
		heard([
			[7, 2, 1],
			[-100, 30, 2],
		]),
	).toEqual([null, 32]);
	expect(
		heard([
			[7, 2, 1],
			[-100, 30, 7],
		]),
	).toEqual([null, null]);
	// Several, a call about no chat among them.
	expect(
		heard([
			[7, 2, 1],
			[8, 9, 2],
			[9, 1, 3],
		]),
	).toEqual([null, null, 11]);
	expect(
		heard([
			[7, 2, 1],
			[null, 1, 2],
			[9, 1, 3],
		]),
	).toEqual([null, null, 4]);
});

test("cosmetic gets what bulk leaves", () => {
	const { pace } = ask(freshPace, "bulk", 25, second);
	expect(ask(pace, "cosmetic", 1, second).count).toBe(0);
	expect(ask(pace, "cosmetic", 1, 2 * second).count).toBe(1);
});

test("so many in a window and no more, whenever they come", () => {
	let times: number[] = [];
	const outcomes = [0, 10, 20, 30, 61, 71, 72].map((at) => {
		const answer = admit(times, 3, 60, at);
		times = answer.times;
		return answer.waitMs;
	});
	expect(outcomes).toEqual([0, 0, 0, 30, 0, 0, 8]);
});

test("a few errors are chance", () => {
	expect([tooManyErrors(9, 9, 20), tooManyErrors(10, 51, 20), tooManyErrors(10, 50, 20)]).toEqual([
		false,
		false,
		true,
	]);
});

test("posts of one group never come to more than 20 a minute, though each is up to 5 s late", () => {
	for (const lateness of [(i: number) => (i === 0 ? 5 : 0), (i: number) => (i % 3 === 0 ? 5 : 0), () => 0]) {
		let pace = freshPace;
		let now = 0;
		const sent: number[] = [];
		while (sent.length < 24) {
			const { pace: next, grant } = lease(pace, groupPolicy, "bulk", 1, now);
			pace = next;
			now = Math.max(now, grant.startAt);
			if (grant.count === 1) sent.push(now + lateness(sent.length) * second);
		}
		const inMinute = sent.map((at) => sent.filter((other) => other >= at && other < at + 60 * second).length);
		expect(Math.max(...inMinute)).toBeLessThanOrEqual(20);
	}
});
