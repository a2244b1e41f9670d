import fc from "fast-check";
import { expect, test } from "vitest";
import { compatible, Pool, type Waiter } from "../../src/chat/rules/matching.ts";
import type { Ticket } from "../../src/chat/rules/seating.ts";
import { genders } from "../../src/people/rules.ts";

const ticket = fc
	.record({
		userId: fc.integer({ min: 1, max: 12 }),
		gender: fc.constantFrom(...genders),
		wish: fc.constantFrom(...genders, "any" as const, "any" as const, "any" as const),
		vip: fc.boolean(),
		avoid: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
		recent: fc.array(
			fc.record({ userId: fc.integer({ min: 1, max: 12 }), until: fc.integer({ min: 0, max: 40 }) }),
			{ maxLength: 3 },
		),
	})
	.map(
		(given): Ticket => ({
			...{ ...given, no: 1, botId: 1, cohort: "all", language: "en", age: 30 },
			wish: given.vip ? given.wish : "any",
		}),
	);
const step = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant("join" as const), ticket }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("leave" as const), ticket }) },
	// Comes back to where it stood, as from a chat that never opened.
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("return" as const), ticket }) },
);

/** The rule in its plainest words: VIPs first, then who came first. */
const expected = (waiting: Waiter[], wanted: Ticket, now: number) =>
	waiting
		.filter((waiter) => compatible(wanted, waiter.ticket, now))
		.sort((a, b) => Number(b.ticket.vip) - Number(a.ticket.vip) || a.seq - b.seq)[0];

test("the pool picks who a plain list would pick", () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			const pool = new Pool();
			let waiting: Waiter[] = [];
			let taken: Waiter | undefined;
			for (const [i, { kind, ticket }] of steps.entries()) {
				const without = (userId: number) => waiting.filter((waiter) => waiter.ticket.userId !== userId);
				if (kind === "leave") {
					expect(pool.remove(ticket.userId)?.ticket.userId ?? 0).toBe(
						waiting.some((waiter) => waiter.ticket.userId === ticket.userId) ? ticket.userId : 0,
					);
					waiting = without(ticket.userId);
					continue;
				}
				const seq = kind === "return" && taken ? taken.seq : i + 1;
				const joining = kind === "return" && taken ? taken.ticket : ticket;
				if (kind === "return") taken = undefined;
				const waiter: Waiter = {
					seq,
					ticket: joining,
					messageId: i,
					joinedAt: i,
					passive: false,
					inAny: false,
				};
				const partner = pool.partnerFor(joining, i);
				expect(partner).toBe(expected(waiting, joining, i));
				if (partner) {
					pool.remove(partner.ticket.userId);
					waiting = without(partner.ticket.userId);
					taken = partner;
				} else {
					pool.add(waiter);
					waiting = [...without(joining.userId), waiter];
				}
				expect(pool.size).toBe(waiting.length);
			}
		}),
		{ numRuns: 5_000 },
	);
});

test("compatible is mutual, and holds wishes, blocks and recent partners", () => {
	fc.assert(
		fc.property(ticket, ticket, fc.integer({ min: 0, max: 50 }), (a, b, now) => {
			expect(compatible(a, b, now)).toBe(compatible(b, a, now));
			const later = compatible(a, b, 50);
			const metLately = [...a.recent, ...b.recent].some(
				({ userId, until }) => until >= now && (userId === a.userId || userId === b.userId),
			);
			// Of all that keeps two apart only a meeting passes.
			if (later && !metLately) expect(compatible(a, b, now)).toBe(true);
			if (!compatible(a, b, now)) return;
			expect(later).toBe(true);
			expect(a.recent.some(({ userId, until }) => userId === b.userId && until >= now)).toBe(false);
			expect(b.recent.some(({ userId, until }) => userId === a.userId && until >= now)).toBe(false);
			expect(a.userId).not.toBe(b.userId);
			expect(a.avoid).not.toContain(b.userId);
			expect(b.avoid).not.toContain(a.userId);
			expect([b.gender, "any"]).toContain(a.wish);
			expect([a.gender, "any"]).toContain(b.wish);
		}),
		{ numRuns: 5_000 },
	);
});
