import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { money } from "./money-answers.ts";
import { day, deps, follow, paymentWorld } from "./payment-world.ts";

const world = paymentWorld();

const subscriptionOf = async (userId: number) => {
	const [row] = await (await deps()).payments.subscriptions.list(userId);
	return row?.subscription;
};

/** Subscribes to monthly VIP. @returns the first charge */
async function subscribed(name: string) {
	const ana = await world.buyer(name);
	await ana.send("/premium");
	await ana.press("Every 30 days · ⭐ 400");
	return { ana, charge: await ana.pay({ link: ana.link }) };
}

test("a month that renews: charged again without a question, by its first payload, to the expiry Telegram gives", async () => {
	const { ana, charge } = await subscribed("Ana");
	expect(await ana.vipDays()).toBe(30);
	await ana.send("/premium");
	expect(ana.last.text).toContain("VIP for 30 days: renews on 2030-01-31");
	const asked = world.simulator.calls({ method: "answerPreCheckoutQuery" }).length;

	vi.setSystemTime(Date.now() + 29 * day);
	world.simulator.renewSubscription(ana.id, charge, {});
	await world.simulator.settle();
	await follow(world.simulator);
	expect(world.simulator.calls({ method: "answerPreCheckoutQuery" }).length).toBe(asked);
	expect(await ana.vipDays()).toBe(31);
	const [first, second] = await ana.payments();
	expect([first?.order_id, second?.state]).toEqual([second?.order_id, "credited"]);
	const told = await money.payments(`/api/payments?user=${ana.id}&sort=oldest`);
	expect(told.payments.map(({ recurring, renewal }) => [recurring, renewal])).toEqual([
		[true, false],
		[true, true],
	]);
	expect(ana.last.text).toContain("You are VIP until 2030-03-02");
	expect(ana.last.text).not.toContain("paid this invoice twice");

	// The second one's refund takes back one month and stops the next charge.
	const { payments } = await deps();
	await payments.refunds.byStaff(second?.id ?? 0, "kindness", "owner");
	await follow(world.simulator);
	expect(await ana.vipDays()).toBe(1);
	expect(world.simulator.stars(ana.id).subscriptions[0]).toMatchObject({
		state: "canceled",
		canceled_by: "bot",
	});
	await ana.send("/premium");
	expect(ana.last.text).toContain("You are VIP until 2030-01-31");
	expect(ana.last.text).not.toContain("🔁");
	expect((await subscriptionOf(ana.id))?.state).toBe("cancelled");
});

test("Cancel and Resume do what Telegram lets them, and say so", async () => {
	const { ana, charge } = await subscribed("Ana");
	await ana.send("/premium");
	await ana.press("Cancel: VIP for 30 days");
	expect(ana.last.text).toContain("nothing more is charged");
	expect(world.simulator.stars(ana.id).subscriptions[0]).toMatchObject({
		state: "canceled",
		canceled_by: "bot",
	});
	expect(await ana.vipDays()).toBe(30);
	await ana.press("Cancel: VIP for 30 days");
	expect(ana.last.text).toContain("nothing to cancel");

	await ana.send("/paysupport");
	await ana.press("Resume: VIP for 30 days");
	expect(ana.last.text).toContain("Confirm it there");
	expect((await subscriptionOf(ana.id))?.state).toBe("cancelled");
	world.simulator.resumeSubscription(ana.id, charge);
	await world.simulator.settle();
	expect(ana.last.text).toContain("goes on");
	expect((await subscriptionOf(ana.id))?.state).toBe("active");

	// They do it themselves in Telegram: only they can take it back.
	world.simulator.cancelSubscription(ana.id, charge);
	await world.simulator.settle();
	expect(ana.last.text).toContain("is cancelled");
	await ana.send("/premium");
	await ana.press("Resume: VIP for 30 days");
	expect(ana.last.text).toContain("only you can resume it");

	const bo = await subscribed("Bo");
	world.simulator.addFault({
		...{
			method: "editUserStarSubscription",
			status: 400,
			description: "Bad Request: SUBSCRIPTION_NOT_FOUND",
		},
	});
	await bo.ana.send("/premium");
	await bo.ana.press("Cancel: VIP for 30 days");
	expect(bo.ana.last.text).toContain("Telegram didn't let me");
	expect((await subscriptionOf(bo.ana.id))?.state).toBe("active");
});

test("a renewal that fails is told; VIP runs on to its end, and goes on if it is charged later", async () => {
	const { ana, charge } = await subscribed("Ana");
	vi.setSystemTime(Date.now() + 30 * day);
	world.simulator.renewSubscription(ana.id, charge, { fail: true });
	await world.simulator.settle();
	expect(ana.last.text).toContain("couldn't charge you");
	expect((await subscriptionOf(ana.id))?.state).toBe("failed");
	expect(await ana.vipDays()).toBe(0);
	vi.setSystemTime(Date.now() + day);
	world.simulator.renewSubscription(ana.id, charge, {});
	await world.simulator.settle();
	await follow(world.simulator);
	expect((await subscriptionOf(ana.id))?.state).toBe("active");
	expect(await ana.vipDays()).toBeGreaterThanOrEqual(29);
});

test("a second subscription of one order goes back, and its buyer keeps the first", async () => {
	const { ana } = await subscribed("Ana");
	const [first] = await ana.payments();
	const { payments } = await deps();
	await payments.settlement.settle({
		...{ chargeId: "second", payload: first?.order_id ?? "", userId: ana.id, botId: world.bot, stars: 400 },
		...{ at: Date.now(), recurring: "first", until: Date.now() + 30 * day },
	});
	// Telegram knows nothing of this charge of ours: its refusal is staff's to look at.
	await follow(world.simulator);
	expect(await ana.vipDays()).toBe(30);
	expect((await ana.payments()).map(({ state }) => state)).toEqual(["credited", "refunding"]);
	const { results } = await env.DB.prepare("SELECT id FROM findings").all();
	expect(results).toEqual([{ id: "out:second" }]);
	await ana.send("/premium");
	await ana.press("Every 30 days · ⭐ 400");
	expect((await ana.checkOut({ link: ana.link })).error).toContain("have that subscription already");
});

test("an AI subscription gives its credits every 30 days; what is unused expires, or is carried over", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/credits");
	await ana.press("120 a month for a year · ⭐ 2,500");
	await ana.pay();
	expect(await ana.held("ai_monthly")).toBe(120);
	const { payments } = await deps();
	await payments.ledger.write([
		payments.ledger.spend({ userId: ana.id, account: "ai_monthly", amount: 100, cause: "job:1" }),
	]);
	const months = async (days: number) => {
		vi.setSystemTime(Date.now() + days * day);
		const { payments } = await deps();
		await Promise.all([payments.months.giveDue(), payments.months.giveDue()]);
	};
	await months(29);
	expect(await ana.held("ai_monthly")).toBe(20);
	await months(1);
	expect(await ana.held("ai_monthly")).toBe(120);
	for (let month = 0; month < 11; month++) await months(30);
	expect(await ana.held("ai_monthly")).toBe(120);
	// 13 months begin within 365 days; then it is over.
	const { results } = await env.DB.prepare(
		"SELECT count(*) AS n FROM ledger_entries WHERE user_id = ? AND account = 'ai_monthly' AND amount = 120",
	)
		.bind(ana.id)
		.all();
	expect(results).toEqual([{ n: 13 }]);
	await months(10);
	expect(await ana.held("ai_monthly")).toBe(0);
	await ana.send("/credits");
	expect(ana.last.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toContain(
		"120 AI credits a month · ⭐ 250",
	);
});

test("a year that is refunded gives no further month, not even one that was being given just then", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/credits");
	await ana.press("120 a month for a year · ⭐ 2,500");
	await ana.pay();
	const [paid] = await ana.payments();
	const second = { source: `payment:${paid?.charge_id}`, no: 1, userId: ana.id, credits: 120, dueAt: 0 };
	const { payments } = await deps();
	await ana.send("/paysupport");
	await ana.press(`↩️ Refund no. ${paid?.id}: AI credits for a year (⭐ 2,500)`);
	await follow(world.simulator);
	expect(await ana.held("ai_monthly")).toBe(0);
	await expect(payments.ledger.write(payments.months.giving(second))).rejects.toThrow();
	vi.setSystemTime(Date.now() + 40 * day);
	await (await deps()).payments.months.giveDue();
	expect(await ana.held("ai_monthly")).toBe(0);
});
