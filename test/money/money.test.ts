import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { grantedUntil } from "../../src/payments/rules.ts";
import { InsufficientFunds } from "../../src/payments/service/ledger.ts";
import { selectGrants } from "../../src/payments/store/grants.ts";
import { translator } from "../../src/platform/i18n/index.ts";
import { Random } from "../model/random.ts";
import { sample } from "../sampling.ts";
import { Books } from "./telegram.ts";
import { botId, MoneyWorld } from "./world.ts";

const { runs: sequences, seed: base } = sample("MONEY", { all: 10_000, some: 1_200 });
const day = 86_400_000;

const goods = {
	vip: { kind: "vip", stars: 150, renews: false, terms: { plan: "week", days: 7 } },
	monthly: { kind: "vip", stars: 400, renews: true, terms: { plan: "monthly", days: 30 } },
	lock: { kind: "lock_credits", stars: 45, renews: false, terms: { credits: 10 } },
	pack: { kind: "ai_credits", stars: 150, renews: false, terms: { pack: "starter", credits: 50 } },
	ai: {
		kind: "ai_subscription",
		stars: 250,
		renews: true,
		terms: { period: "month", days: 30, credits: 120 },
	},
	year: {
		kind: "ai_subscription",
		stars: 2500,
		renews: false,
		terms: { period: "year", days: 365, credits: 120 },
	},
} as const;

let world: MoneyWorld;
beforeAll(() => {
	world = new MoneyWorld(new Random(base));
	vi.spyOn(globalThis, "fetch").mockImplementation((...args) => world.books.fetch(...args));
});
afterAll(() => {
	vi.restoreAllMocks();
});

/** One person's life with money. */
async function live(seed: number, userId: number): Promise<Record<string, number>> {
	const random = new Random(seed);
	world.random = random;
	world.books = new Books(random);
	world.crashes = 0;
	await world.query("DELETE FROM reconciliations");
	await world.people.register(userId, botId);
	await world.people.setLanguage(userId, "en");
	const { orders, settlement, refunds, ledger, months } = world.payments;
	const spent: Record<string, number> = { lock_credits: 0, ai_credits: 0 };
	const counts: Record<string, number> = {};
	const count = (name: string) => {
		counts[name] = (counts[name] ?? 0) + 1;
	};

	/** As an update tells of it: maybe twice, maybe at the same time, maybe never. */
	async function tell(charge: Books["charges"][number], recurring: "first" | "renewal" | null) {
		const settle = () =>
			world.risk(() =>
				settlement.settle({
					...{ chargeId: charge.id, payload: charge.payload, userId, botId, stars: charge.stars },
					...{ at: charge.at, recurring, until: charge.period ? charge.at + 30 * day : null },
				}),
			);
		await Promise.all(Array.from({ length: random.pick([0, 1, 1, 1, 1, 2]) }, settle));
	}

	world.crashes = random.pick([0, 0, 0.01, 0.05]);
	const steps = 4 + random.below(7);
	for (let step = 0; step < steps; step++) {
		world.now += random.below(3) * 3_600_000 + (random.chance(0.15) ? random.below(40) * day : 0);
		const act =
			step === 0
				? "buy"
				: random.weighted({
						buy: 5,
						spend: 4,
						refund: 3,
						telegram: 1,
						deliver: 3,
						clock: 2,
						search: 1,
						again: 1,
						books: 0.3,
					});
		count(act);
		const charges = world.books.charges;
		switch (act) {
			case "buy": {
				const wanted =
					goods[random.pick(["vip", "monthly", "lock", "lock", "pack", "pack", "ai", "year"] as const)];
				world.books.offered = null;
				await world.risk(() => orders.sell(translator("en"), { ...wanted, userId, botId }));
				const payload = world.books.offered as string | null;
				if (!payload) break;
				const period = wanted.renews ? 2_592_000 : null;
				const made = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () =>
					world.books.charge({ userId, payload, stars: wanted.stars, period, at: world.now }),
				);
				await Promise.all(made.map((charge) => tell(charge, period ? "first" : null)));
				break;
			}
			case "again": {
				// A renewal of a subscription, or an old update once more.
				const charge = random.pick(charges);
				if (!charge) break;
				if (!charge.period) await tell(charge, null);
				else {
					const next = world.books.charge({ ...charge, at: world.now });
					await tell(next, "renewal");
				}
				break;
			}
			case "spend": {
				world.crashes = 0;
				const both = ["lock_credits", "ai_credits"] as const;
				const held = await ledger.balances(userId, both);
				// Mostly what there is; a spend that isn't covered must fail.
				const account =
					(random.chance(0.8) ? random.pick(both.filter((one) => held[one] > 0)) : null) ?? random.pick(both);
				const amount = 1 + random.below(12);
				const cause = `spend:${seed}:${step}`;
				const before = held[account];
				const outcome = await ledger.write([ledger.spend({ userId, account, amount, cause })]).then(
					() => "spent",
					(error) => (error instanceof InsufficientFunds ? "refused" : Promise.reject(error)),
				);
				if (outcome !== (before >= amount ? "spent" : "refused"))
					throw new Error(`${outcome} ${amount} of ${before}`);
				if (outcome === "spent") spent[account] = (spent[account] ?? 0) + amount;
				count(outcome);
				break;
			}
			case "refund": {
				const [paid] = await world
					.query<{ id: number }>(
						"SELECT id FROM payments WHERE user_id = ? ORDER BY random() LIMIT 1",
						userId,
					)
					.catch(() => []);
				if (!paid) break;
				const ask = () =>
					world.risk<unknown>(() =>
						random.chance(0.5)
							? refunds.ask(userId, paid.id)
							: refunds.byStaff(paid.id, "kindness", "owner").catch((error) => {
									if (!/refunded already/.test(String(error))) throw error;
								}),
					);
				await Promise.all(Array.from({ length: random.pick([1, 1, 2]) }, ask));
				break;
			}
			case "telegram": {
				const charge = random.pick(charges.filter(({ refunded }) => !refunded));
				if (!charge) break;
				world.books.refund(charge);
				if (random.chance(0.7)) await world.risk(() => refunds.heard(charge.id));
				break;
			}
			case "deliver":
				await world.risk(() => world.deliver());
				break;
			case "clock":
				await world.risk(() => months.giveDue());
				await world.risk(() => world.people.noticeExpiredVips());
				break;
			case "search":
				world.searched = world.now;
				break;
			case "books":
				await world.risk(() => world.payments.reconciliation.run());
		}
		world.crashes = world.crashes || random.pick([0, 0, 0.01, 0.05]);
	}

	// It runs again, and Telegram is well.
	world.crashes = 0;
	world.books.troubled = false;
	await world.payments.reconciliation.run();
	await months.giveDue();
	for (let round = 0; round < 4 && (await world.deliver()) > 0; round++);
	await check(userId, spent);
	return counts;
}

async function check(userId: number, spent: Record<string, number>): Promise<void> {
	const rows = await world.query<{
		charge_id: string;
		state: string;
		stars: number;
		kind: string;
		terms: string;
		order_id: string;
	}>(
		`SELECT p.charge_id, p.state, p.stars, p.order_id, o.kind, o.terms FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.user_id = ?`,
		userId,
	);
	// What Telegram's books say is what ours say, charge for charge; what it refuses to give back is left to staff.
	const left = (
		await world.query<{ id: string }>("SELECT id FROM findings WHERE id GLOB ?", `out:*_${userId}`)
	).map(({ id }) => id.slice("out:".length));
	const theirs = world.books.charges.map(({ id, refunded }) => {
		return [id, refunded ? "refunded" : left.includes(id) ? "refunding" : "credited"];
	});
	expect(Object.fromEntries(rows.map(({ charge_id, state }) => [charge_id, state]))).toEqual(
		Object.fromEntries(theirs),
	);
	const balances = await world.query<{ account: string; balance: number; sum: number }>(
		`SELECT b.account, b.balance, (SELECT sum(amount) FROM ledger_entries e WHERE e.user_id = b.user_id AND e.account = b.account) AS sum
		FROM balances b WHERE b.user_id = ?`,
		userId,
	);
	for (const { account, balance, sum } of balances) {
		expect([account, balance]).toEqual([account, sum]);
		expect(balance).toBeGreaterThanOrEqual(0);
	}
	const held = new Map(balances.map(({ account, balance }) => [account, balance]));
	const standing = rows.filter(({ state }) => state === "credited");
	expect(held.get("stars") ?? 0).toBe(
		rows.filter(({ state }) => state !== "refunded").reduce((sum, { stars }) => sum + stars, 0),
	);
	for (const account of ["lock_credits", "ai_credits"] as const) {
		const bought = standing
			.filter(({ kind }) => kind === account)
			.reduce((sum, { terms }) => sum + JSON.parse(terms).credits, 0);
		const net = (held.get(account) ?? 0) - (held.get(`${account}_owed`) ?? 0);
		expect([account, net]).toEqual([account, bought - (spent[account] ?? 0)]);
		// Nobody owes while they hold something.
		expect(Math.min(held.get(account) ?? 0, held.get(`${account}_owed`) ?? 0)).toBe(0);
	}
	// Each standing payment for a time gives once, and VIP ends where its log says.
	for (const [what, kind] of [
		["vip", "vip"],
		["ai", "ai_subscription"],
	] as const) {
		const log = await selectGrants(world.db, userId, what);
		const latest = new Map(log.map(({ source, change }) => [source, change]));
		const sources = [...latest].filter(([, change]) => change !== "revoked").map(([source]) => source);
		const paid = standing.filter((row) => row.kind === kind).map(({ charge_id }) => `payment:${charge_id}`);
		expect(sources.sort()).toEqual(paid.sort());
		if (what === "vip") {
			const [person] = await world.query<{ vip_until: number | null }>(
				"SELECT vip_until FROM people WHERE id = ?",
				userId,
			);
			expect(person?.vip_until).toBe(grantedUntil(log));
		}
	}
	expect(await world.query("SELECT * FROM outbox")).toEqual([]);
	const dead = await world.query("SELECT * FROM dead_jobs");
	expect(dead).toEqual([]);
}

test("whatever people do with money, and wherever the process dies, the books are right", {
	timeout: 3_600_000,
}, async () => {
	const total: Record<string, number> = {};
	const started = performance.now();
	for (let seed = base; seed < base + sequences; seed++) {
		try {
			const counts = await live(seed, 1_000 + seed);
			for (const [name, n] of Object.entries(counts)) total[name] = (total[name] ?? 0) + n;
		} catch (error) {
			throw new Error(`MONEY_SEED=${seed} MONEY_RUNS=1 repeats it`, { cause: error });
		}
	}
	console.log(
		`${sequences} sequences in ${Math.round(performance.now() - started)} ms`,
		JSON.stringify(total),
	);
	if (sequences >= 1000)
		expect(Math.min(total.spent ?? 0, total.refused ?? 0, total.refund ?? 0)).toBeGreaterThan(sequences / 5);
});
