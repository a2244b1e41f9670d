import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { bot, day, earned, held, later, pays, room, tick } from "./affiliate-world.ts";
import { referralOf } from "./invited.ts";
import { configure, deliverEvents } from "./staff-room.ts";

test("a payout: all that is spendable, one at a time, staff alerted, the person told", async () => {
	const { ana, bo } = await earned(250);
	await ana.send("/invite");
	await ana.press("💸 Ask for a payout");
	expect(ana.last.text).toContain("with our team");
	// The button is there still.
	await ana.press("💸 Ask for a payout");
	expect(ana.last.text).toContain("You have asked already");
	await deliverEvents();
	const { payouts } = await createDeps(env);
	const [payout] = (await payouts.list("requested", null, 5)).rows;
	expect(payout).toMatchObject({ userId: ana.id, stars: 250 });
	expect(room.heard.at(-1)).toContain(`Payout asked for: 250 Stars by ${ana.id}`);
	expect(await held(ana)).toEqual({});

	await pays(bo, 3000);
	later(22 * day);
	await tick();
	await ana.send("/invite");
	expect(ana.last.text).toContain("You have asked for a payout of 250 Stars");
	expect(JSON.stringify(ana.last.reply_markup)).not.toContain("payout");
	const answers = await Promise.all(
		Array.from({ length: 10 }, (_, i) => payouts.request(ana.id, `${bot}:90${i}`)),
	);
	expect(new Set(answers)).toEqual(new Set(["open"]));
	expect(await held(ana)).toEqual({ affiliate: 300 });

	await payouts.pay(payout?.id ?? "", "by TON, see your wallet", "owner");
	await deliverEvents();
	expect(ana.last.text).toBe("✅ Your payout of 250 Stars is done.\nby TON, see your wallet");
	await ana.send("/invite");
	expect(ana.last.text).toContain("300 to spend · 0 on their way, free after 21 days · 250 paid out");

	// One press, ten times side by side; declined, the Stars are there again, once.
	await Promise.all(Array.from({ length: 10 }, () => payouts.request(ana.id, `${bot}:950`)));
	const [second] = (await payouts.list("requested", null, 5)).rows;
	expect(second).toMatchObject({ stars: 300 });
	const outcomes = await Promise.allSettled(
		Array.from({ length: 6 }, () => payouts.decline(second?.id ?? "", "please write to support", "owner")),
	);
	expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
	await deliverEvents();
	expect(ana.last.text).toContain("declined: please write to support. The Stars are back with you");
	expect(await held(ana)).toEqual({ affiliate: 300 });
});

test("a payout of too little is none; a refund while it is asked for is owed when it comes back", async () => {
	const { ana, bo, chargeId } = await earned(100);
	const { affiliates } = await createDeps(env);
	await configure({ "referrals.payout_minimum": 101 });
	const strict = (await createDeps(env)).payouts;
	expect(await strict.request(ana.id, `${bot}:1001`)).toBe("too_little");
	await configure({ "referrals.payout_minimum": 100 });
	const relaxed = (await createDeps(env)).payouts;
	expect(await relaxed.request(ana.id, `${bot}:1003`)).toBe("requested");
	await affiliates.takeBackPurchase({ chargeId });
	expect(await held(ana)).toEqual({ affiliate_owed: 100 });
	const [open] = (await relaxed.list("requested", null, 1)).rows;
	await relaxed.decline(open?.id ?? "", "it was refunded", "owner");
	expect(await held(ana)).toEqual({});
	expect(await referralOf(bo)).toMatchObject({ state: "counted" });
});
