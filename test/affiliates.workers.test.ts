import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import { referralData } from "../src/referrals/service/personal-data.ts";
import {
	affiliate,
	bot,
	day,
	earned,
	held,
	later,
	pays,
	simulator,
	stateOf,
	tick,
} from "./affiliate-world.ts";
import { comeBy, referralOf } from "./invited.ts";
import { configure, deliverEvents } from "./staff-room.ts";
import { keptOf } from "./telegram.ts";

test("a share waits 21 days, by the clock, and then it is credits", async () => {
	const { ana, bo } = await affiliate();
	const charge = await pays(bo, 455);
	expect(await held(ana)).toEqual({ affiliate_pending: 45 });
	await ana.send("/invite");
	expect(ana.last.text).toContain("0 to spend · 45 on their way");
	later(21 * day - 1000);
	await tick();
	expect(await stateOf(charge)).toBe("pending");
	later(2000);
	await Promise.all(Array.from({ length: 5 }, tick));
	expect(await stateOf(charge)).toBe("spendable");
	expect(await held(ana)).toEqual({ affiliate: 45 });

	await ana.send("/invite");
	expect(ana.last.text).toContain("45 to spend · 0 on their way");
	expect(ana.last.text).toContain("A payout is possible from 100 Stars");
	await ana.press("🔄 Turn into credits");
	const offered = ana.last.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
	expect(offered).toEqual([
		"10 ⭐ → 4 AI credits",
		"45 ⭐ → 18 AI credits",
		"8 ⭐ → 2 lock credits",
		"44 ⭐ → 11 lock credits",
	]);
	const question = ana.last.message_id;
	await ana.press("10 ⭐ → 4 AI credits");
	expect(ana.last.text).toBe("✅ 10 Stars → 4 AI credits.");
	expect(await held(ana)).toEqual({ affiliate: 35, ai_credits: 4 });
	expect(ana.last.message_id).toBe(question);

	// A press that Telegram repeats, and one for more than there is by now.
	const { affiliates } = await createDeps(env);
	await Promise.all(
		Array.from({ length: 10 }, () => affiliates.convert(ana.id, "lock_credits", 8, `${bot}:777`)),
	);
	expect(await held(ana)).toEqual({ affiliate: 27, ai_credits: 4, lock_credits: 2 });
	expect(await affiliates.convert(ana.id, "ai_credits", 45, `${bot}:778`)).toBeNull();
	expect(await affiliates.convert(ana.id, "ai_credits", 1, `${bot}:779`)).toBeNull();
	await configure({ "flags.lock_chat": false });
	expect(
		await (await createDeps(env)).affiliates.convert(ana.id, "lock_credits", 8, `${bot}:780`),
	).toBeNull();
	expect(await held(ana)).toEqual({ affiliate: 27, ai_credits: 4, lock_credits: 2 });
});

test("many shares mature page by page, one that can't holds up no other", async () => {
	const { ana, bo } = await affiliate();
	const ids: string[] = [];
	for (let i = 0; i < 120; i++) ids.push(await pays(bo, 10));
	const stuck = ids[3] ?? "";
	// As if its Stars had gone another way.
	await env.DB.prepare("UPDATE affiliate_shares SET stars = 5000 WHERE charge_id = ?").bind(stuck).run();
	later(22 * day);
	const printed = vi.spyOn(console, "error").mockImplementation(() => undefined);
	await tick();
	expect(printed.mock.calls.join()).toContain("share did not become spendable");
	printed.mockRestore();
	expect(await held(ana)).toEqual({ affiliate: 119, affiliate_pending: 1 });
	expect(await stateOf(stuck)).toBe("pending");
	await env.DB.prepare("UPDATE affiliate_shares SET stars = 1 WHERE charge_id = ?").bind(stuck).run();
	await tick();
	expect(await held(ana)).toEqual({ affiliate: 120 });
});

test("refunds: before the credit, while it waits, when it is spendable, and after it was spent", async () => {
	const { ana, bo } = await affiliate();
	const { affiliates } = await createDeps(env);
	const at = Date.now();
	await affiliates.takeBackPurchase({ chargeId: "early" });
	await affiliates.countPurchase({ chargeId: "early", userId: bo.id, stars: 500, at });
	expect(await held(ana)).toEqual({});

	const waiting = await pays(bo, 500);
	await affiliates.takeBackPurchase({ chargeId: waiting });
	expect(await held(ana)).toEqual({});
	expect(await stateOf(waiting)).toBe("taken_back");

	const free = await pays(bo, 300);
	const spent = await pays(bo, 400);
	later(22 * day);
	await tick();
	expect(await held(ana)).toEqual({ affiliate: 70 });
	await affiliates.takeBackPurchase({ chargeId: free });
	expect(await held(ana)).toEqual({ affiliate: 40 });
	await affiliates.convert(ana.id, "ai_credits", 30, `${bot}:801`);
	await affiliates.takeBackPurchase({ chargeId: spent });
	expect(await held(ana)).toEqual({ affiliate_owed: 30, ai_credits: 12 });
	await ana.send("/invite");
	expect(ana.last.text).toContain("Stars refunded after you spent them: 30");

	// What comes next settles that first.
	await pays(bo, 500);
	later(22 * day);
	await tick();
	expect(await held(ana)).toEqual({ affiliate: 20, ai_credits: 12 });
});

test("events ten times side by side, credit and refund in any order", async () => {
	const { ana, bo } = await affiliate();
	const { affiliates } = await createDeps(env);
	const at = Date.now();
	const ten = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, work));
	await ten(() => affiliates.countPurchase({ chargeId: "twice", userId: bo.id, stars: 200, at }));
	expect(await held(ana)).toEqual({ affiliate_pending: 20 });
	await ten(() => affiliates.takeBackPurchase({ chargeId: "twice" }));
	expect(await held(ana)).toEqual({});
	for (let round = 0; round < 5; round++) {
		const chargeId = `mixed_${round}`;
		await Promise.all(
			Array.from({ length: 10 }, (_, i) =>
				i % 2 === 0
					? affiliates.countPurchase({ chargeId, userId: bo.id, stars: 200, at })
					: affiliates.takeBackPurchase({ chargeId }),
			),
		);
		expect(await stateOf(chargeId)).toBe("taken_back");
	}
	expect(await held(ana)).toEqual({});
	// Refunds while the clock makes them spendable; another one's Stars are there to be taken by mistake.
	const due = [];
	for (let i = 0; i < 8; i++) due.push(await pays(bo, 300));
	later(22 * day);
	const other = await pays(bo, 9000);
	await Promise.all([
		affiliates.matureShares(),
		...due.map((chargeId) => affiliates.takeBackPurchase({ chargeId })),
		affiliates.matureShares(),
	]);
	expect(await held(ana)).toEqual({ affiliate_pending: 900 });
	for (const chargeId of due) expect(await stateOf(chargeId)).toBe("taken_back");
	expect(await stateOf(other)).toBe("pending");
});

test("nothing is shared of who came by no link, while held, with a percent of 0, or with referrals off", async () => {
	const { ana, bo, link } = await affiliate();
	const { people, referrals, affiliates } = await createDeps(env);
	await pays(ana, 500);
	await people.ban(ana.id, { reason: "rude", until: null }, "owner");
	const cy = await comeBy(simulator, bot, link);
	expect(await referralOf(cy)).toMatchObject({ state: "held" });
	const before = { chargeId: "before", userId: cy.id, stars: 500, at: Date.now() };
	await affiliates.countPurchase(before);
	expect(await held(ana)).toEqual({});
	later(1000);
	await referrals.release(cy.id, "owner");
	// What was paid while it was held stays unshared, however late its event comes.
	await affiliates.countPurchase(before);
	expect(await held(ana)).toEqual({});
	await pays(cy, 500);
	expect(await held(ana)).toEqual({ affiliate_pending: 50 });
	await configure({ "referrals.affiliate_percent": 0 });
	await pays(bo, 500);
	await configure({ "referrals.affiliate_percent": 10, "flags.referrals": false });
	await pays(bo, 500);
	expect(await held(ana)).toEqual({ affiliate_pending: 50 });
});

test("who is erased forfeits what they earned: nothing moves any more, and no row of ours names them", async () => {
	const { ana, bo, chargeId } = await earned(150);
	const waiting = await pays(bo, 500);
	const { affiliates, payouts, rights } = await createDeps(env);
	await payouts.request(ana.id, `${bot}:1101`);
	const exported = (await rights.export(ana.id)).referrals;
	expect(exported).toMatchObject({
		shares: expect.arrayContaining([expect.objectContaining({ stars: 150, state: "spendable" })]),
		payouts: [{ stars: 150, state: "requested" }],
	});
	expect(JSON.stringify(exported)).not.toContain("charge_");
	const [open] = (await payouts.list("requested", null, 1)).rows;
	// What is counted at this very moment is forfeited with the rest, or not counted.
	await Promise.all([
		...Array.from({ length: 10 }, () => pays(bo, 500)),
		referralData(await createDeps(env)).erase(ana.id),
	]);
	expect((await keptOf(ana.id)).affiliate_shares).toBeUndefined();
	await rights.erase(ana.id);
	await rights.erase(ana.id);
	const { ledger_entries: _, balances: __, ...rest } = await keptOf(ana.id);
	expect(rest).toEqual({});
	expect([await stateOf(chargeId), await stateOf(waiting)]).toEqual(["forfeited", "forfeited"]);
	await expect(payouts.pay(open?.id ?? "", null, "owner")).rejects.toThrow("declined");

	const entries = () => env.DB.prepare("SELECT count(*) AS n FROM ledger_entries").first("n");
	const before = await entries();
	await affiliates.takeBackPurchase({ chargeId });
	await affiliates.takeBackPurchase({ chargeId: waiting });
	await pays(bo, 500);
	later(22 * day);
	await tick();
	await deliverEvents();
	expect(await entries()).toBe(before);
});
