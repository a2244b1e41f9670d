import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { money } from "./money-answers.ts";
import { day, deps, expectBooksToBalance, follow, paymentWorld } from "./payment-world.ts";
import { configure } from "./staff-room.ts";

const world = paymentWorld();

test("Buy Premium: from the page to VIP that counts at once, stacks, is listed, and ends with a notice", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/premium");
	expect(ana.last.text).toContain("You are matched before everybody else");
	await ana.press("7 days · ⭐ 150");
	expect(ana.last.invoice).toMatchObject({ title: "VIP for 7 days", currency: "XTR", total_amount: 150 });
	const before = ana.stars;
	await ana.pay();
	expect(ana.stars).toBe(before - 150);
	expect(ana.last.text).toContain("You are VIP until 2030-01-08");
	expect(await ana.vipDays()).toBe(7);
	expect(await ana.held("stars")).toBe(150);

	await ana.send("/premium");
	await ana.press("30 days · ⭐ 450");
	await ana.pay();
	expect(await ana.vipDays()).toBe(37);
	await ana.send("/premium");
	expect(ana.last.text).toContain("You are VIP until 2030-02-07");
	expect(ana.last.text).toContain("VIP for 7 days · ⭐ 150");

	const { payments } = await money.payments(`/api/payments?user=${ana.id}&sort=oldest`);
	expect(payments.map(({ stars }) => stars)).toEqual([150, 450]);
	await ana.send("/premium");
	await ana.press("7 days · ⭐ 150");
	const { orders } = await money.orders(`/api/orders?user=${ana.id}`);
	expect(orders.map(({ stars, state }) => [stars, state])).toEqual([
		[150, "open"],
		[450, "paid"],
		[150, "paid"],
	]);
	expect(new Set(orders.map(({ id }) => id))).toContain(payments[0]?.order_id);
	const entries = async (cursor = "") =>
		money.ledger(`/api/users/${ana.id}/ledger?account=stars&limit=1${cursor}`);
	const [newest] = (await entries()).entries;
	expect(newest).toMatchObject({ amount: 450, cause: `payment:${payments[1]?.charge_id}` });
	const oldest = await entries(`&cursor=${newest?.id}`);
	expect([oldest.entries[0]?.amount, oldest.next]).toEqual([150, null]);

	// Nobody reads it early, nobody twice.
	vi.setSystemTime(Date.now() + 36 * day);
	await (await deps()).people.noticeExpiredVips();
	await follow(world.simulator);
	expect(ana.heard.join("\n")).not.toContain("VIP time is over");
	vi.setSystemTime(Date.now() + 2 * day);
	for (let i = 0; i < 2; i++) {
		await (await deps()).people.noticeExpiredVips();
		await follow(world.simulator);
	}
	expect(ana.heard.filter((text) => text.includes("VIP time is over"))).toHaveLength(1);
	await ana.send("/premium");
	expect(ana.last.text).toContain("You are matched before everybody else");
});

test("the same payment ten times side by side is one credit; two charges of one order both count, and are told", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/credits");
	await ana.press("50 AI credits · ⭐ 150");
	const first = await ana.checkOut();
	const { payments } = await deps();
	const [paid] = await ana.payments();
	const charge = {
		...{ chargeId: first.charge_id ?? "", payload: paid?.order_id ?? "", userId: ana.id, botId: world.bot },
		...{ stars: 150, at: Date.now(), recurring: null, until: null },
	};
	const settled = await Promise.all(Array.from({ length: 10 }, () => payments.settlement.settle(charge)));
	expect(settled.every((one) => one === "known")).toBe(true);

	// Never settled before: ten at once, and a second charge of the same order among them.
	await ana.press("50 AI credits · ⭐ 150");
	const order = ana.last.invoice && (await newestOrder(ana.id));
	const fresh = (chargeId: string) => ({ ...charge, payload: order ?? "", chargeId });
	const answers = await Promise.all(
		Array.from({ length: 10 }, (_, i) => payments.settlement.settle(fresh(i % 5 === 0 ? "second" : "first"))),
	);
	expect(answers.filter((one) => one !== "known").sort()).toEqual(["again", "first"]);
	await follow(world.simulator);
	expect(await ana.held("ai_credits")).toBe(150);
	expect(ana.heard.filter((text) => text.includes("You paid this invoice twice"))).toHaveLength(1);
	expect(await ana.held("stars")).toBe(450);
	await expectBooksToBalance();
});

const newestOrder = async (userId: number) =>
	(
		await env.DB.prepare("SELECT id FROM orders WHERE user_id = ? ORDER BY rowid DESC")
			.bind(userId)
			.first<{ id: string }>()
	)?.id;

test("an invoice is refused with a reason: expired, changed, paid, of somebody else, to who is banned, off", async () => {
	const [ana, bo] = [await world.buyer("Ana"), await world.buyer("Bo")];
	const invoice = async () => {
		await ana.send("/premium");
		await ana.press("7 days · ⭐ 150");
		return { message_id: ana.last.message_id };
	};
	const refusal = async (chosen: { message_id: number }) => {
		const { status, error } = await ana.checkOut(chosen);
		expect(status).toBe("refused");
		return error;
	};
	const old = await invoice();
	vi.setSystemTime(Date.now() + 61 * 60_000);
	expect(await refusal(old)).toContain("too old");

	const changed = await invoice();
	await configure({ "payments.vip_plans": [{ id: "week", days: 7, stars: 200, renews: false }] });
	expect(await refusal(changed)).toContain("price has changed");
	await configure({ "payments.vip_plans": [{ id: "week", days: 7, stars: 150, renews: false }] });

	const once = await invoice();
	await ana.pay(once);
	expect(await refusal(once)).toContain("paid already");

	const another = await invoice();
	await world.simulator
		.send(bo.id, { chat: world.bot, forward_from: { chat: world.bot, ...another } })
		.catch(() => undefined);
	await configure({ "flags.stars_payments": false });
	expect(await refusal(another)).toContain("not on sale");
	await ana.send("/premium");
	expect(ana.last.text).toContain("not on sale just now");
	await configure({ "flags.stars_payments": true });
	await (await deps()).people.ban(ana.id, { reason: "spam", until: null }, "owner");
	expect(await refusal(another)).toContain("excluded");
	expect((await ana.payments()).length).toBe(1);
});
