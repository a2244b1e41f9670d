import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { requestsAnswer } from "../src/operations/api/requests.ts";
import { money } from "./money-answers.ts";
import { type Buyer, day, deps, follow, paymentWorld, post } from "./payment-world.ts";
import { read } from "./staff-answers.ts";
import { configure, StaffRoom } from "./staff-room.ts";
import { api } from "./telegram.ts";

const world = paymentWorld();

async function withCredits(name: string) {
	const ana = await world.buyer(name);
	await ana.send("/credits");
	await ana.press("50 AI credits · ⭐ 150");
	const charge = await ana.pay();
	const [payment] = await ana.payments();
	return { ana, charge, id: payment?.id ?? 0 };
}

async function use(buyer: Buyer, amount: number): Promise<void> {
	const { ledger } = (await deps()).payments;
	const cause = `job:${buyer.id}:${Date.now()}:${amount}`;
	await ledger.write([ledger.spend({ userId: buyer.id, account: "ai_credits", amount, cause })]);
}

test("what is wholly unused goes back by rule, in full, once", async () => {
	const { ana, id } = await withCredits("Ana");
	const before = ana.stars;
	await ana.send("/paysupport");
	expect(ana.last.text).toContain(`no. ${id} · 50 AI credits · ⭐ 150`);
	await ana.press(`↩️ Refund no. ${id}: 50 AI credits (⭐ 150)`);
	expect(ana.last.text).toContain("on their way back");
	await ana.press(`↩️ Refund no. ${id}: 50 AI credits (⭐ 150)`);
	expect(ana.last.text).toContain("has been refunded, or is being so");
	expect(ana.stars).toBe(before);
	await follow(world.simulator);
	expect(ana.stars).toBe(before + 150);
	expect(ana.heard.filter((text) => text.includes("150 Stars are back: 50 AI credits"))).toHaveLength(1);
	expect([await ana.held("ai_credits"), await ana.held("stars")]).toEqual([0, 0]);
	await ana.send("/paysupport");
	expect(ana.last.text).toContain("50 AI credits · ⭐ 150 · refunded");
});

test("partly used or too late: staff are asked, and give it back with what is owed, or say why not", async () => {
	const room = new StaffRoom(world.simulator, world.bot);
	await configure({ "staff.control_chat_id": room.chat });
	const { ana, id } = await withCredits("Ana");
	await use(ana, 20);
	const refundButton = `↩️ Refund no. ${id}: 50 AI credits (⭐ 150)`;
	await ana.send("/paysupport");
	await ana.press(refundButton);
	expect(ana.last.text).toContain("staff will look at it");
	await ana.press(refundButton);
	expect(ana.last.text).toContain("on their list already");
	expect(room.heard.filter((text) => text.includes("A refund is asked for"))).toHaveLength(1);
	const { requests } = await money.requests("/api/refund-requests");
	expect(requests.map(({ payment_id, user_id }) => [payment_id, user_id])).toEqual([[id, ana.id]]);

	const openRequest = async () =>
		(await read("/api/requests?kind=refund", requestsAnswer)).requests.map(({ ref }) => ref);
	expect(await openRequest()).toEqual([String(id)]);

	const before = ana.stars;
	await post(`/api/payments/${id}/refund`, { reason: "they asked nicely" });
	expect(await openRequest()).toEqual([]);
	await follow(world.simulator);
	expect(ana.stars).toBe(before + 150);
	expect([await ana.held("ai_credits"), await ana.held("ai_credits_owed")]).toEqual([0, 20]);
	expect((await money.requests("/api/refund-requests?state=refunded")).requests).toHaveLength(1);
	expect((await api(`/api/payments/${id}/refund`, { reason: "again" })).status).toBe(409);
	await ana.send("/credits");
	expect(ana.last.text).toContain("Credits refunded after you had used them: 20");
	// The next ones settle that first.
	await ana.press("50 AI credits · ⭐ 150");
	await ana.pay();
	expect([await ana.held("ai_credits"), await ana.held("ai_credits_owed")]).toEqual([30, 0]);

	const bo = await withCredits("Bo");
	vi.setSystemTime(Date.now() + 3 * day);
	await bo.ana.send("/paysupport");
	await bo.ana.press(`↩️ Refund no. ${bo.id}: 50 AI credits (⭐ 150)`);
	expect(bo.ana.last.text).toContain("staff will look at it");
	await post(`/api/refund-requests/${bo.id}/decline`, { reason: "three days" });
	expect(bo.ana.last.text).toContain("can't give it. Reason: three days");
	expect((await api(`/api/refund-requests/${bo.id}/decline`, { reason: "x" })).status).toBe(404);
	expect(await bo.ana.held("ai_credits")).toBe(50);
});

test("VIP counts as unused until the first search", async () => {
	const [ana, bo] = [await world.buyer("Ana"), await world.buyer("Bo")];
	for (const phone of [ana, bo]) {
		await phone.send("/premium");
		await phone.press("7 days · ⭐ 150");
		await phone.pay();
	}
	await bo.send("/find");
	await bo.send("/stop");
	for (const phone of [ana, bo]) {
		const [payment] = await phone.payments();
		await phone.send("/paysupport");
		await phone.press(`↩️ Refund no. ${payment?.id}: VIP for 7 days (⭐ 150)`);
		await follow(world.simulator);
	}
	expect([await ana.vipDays(), await bo.vipDays()]).toEqual([0, 7]);
	expect(bo.last.text).toContain("staff will look at it");
});

test("Telegram refuses a refund: everything is as before, staff are alerted, and it can be tried again", async () => {
	const room = new StaffRoom(world.simulator, world.bot);
	await configure({ "staff.control_chat_id": room.chat });
	const { ana, id } = await withCredits("Ana");
	await use(ana, 10);
	world.simulator.addFault({
		...{ method: "refundStarPayment", status: 400, description: "Bad Request: BALANCE_TOO_LOW" },
	});
	await post(`/api/payments/${id}/refund`, { reason: "kindness" });
	expect(await ana.held("ai_credits_owed")).toBe(10);
	await follow(world.simulator);
	expect([await ana.held("ai_credits"), await ana.held("ai_credits_owed")]).toEqual([40, 0]);
	expect((await ana.payments())[0]?.state).toBe("credited");
	expect(room.heard.join("\n")).toContain(`refused the refund of payment no. ${id}`);
	await post(`/api/payments/${id}/refund`, { reason: "kindness" });
	await follow(world.simulator);
	expect((await ana.payments())[0]?.state).toBe("refunded");
	expect(await ana.held("stars")).toBe(0);
});

test("Telegram refunds by itself: what was bought is taken back, and its echo of ours changes nothing", async () => {
	const { ana, charge } = await withCredits("Ana");
	world.simulator.refundPayment(charge, {});
	await world.simulator.settle();
	await follow(world.simulator);
	expect((await ana.payments())[0]?.state).toBe("refunded");
	expect(await ana.held("ai_credits")).toBe(0);
	expect(ana.heard.filter((text) => text.includes("Telegram gave you 150 Stars back"))).toHaveLength(1);
});

test("Telegram has given it back before we asked: that is a refund, and no refusal", async () => {
	const room = new StaffRoom(world.simulator, world.bot);
	await configure({ "staff.control_chat_id": room.chat });
	const { ana, charge, id } = await withCredits("Ana");
	await use(ana, 10);
	world.simulator.refundPayment(charge, { lose_update: true });
	await post(`/api/payments/${id}/refund`, { reason: "kindness" });
	await follow(world.simulator);
	expect((await ana.payments())[0]?.state).toBe("refunded");
	expect([await ana.held("ai_credits"), await ana.held("ai_credits_owed")]).toEqual([0, 10]);
	expect(ana.heard.filter((text) => text.includes("Staff gave you 150 Stars back"))).toHaveLength(1);
	expect(room.heard).toEqual([]);
});

test("what can't count goes back: paid by another, by somebody banned meanwhile, by who is gone; late it counts", async () => {
	const [ana, bo] = [await world.buyer("Ana"), await world.buyer("Bo")];
	const { payments, people } = await deps();
	const order = async (buyer: Buyer) => {
		await buyer.send("/credits");
		await buyer.press("50 AI credits · ⭐ 150");
		const row = await env.DB.prepare("SELECT id FROM orders WHERE user_id = ? ORDER BY rowid DESC")
			.bind(buyer.id)
			.first<{ id: string }>();
		return row?.id ?? "";
	};
	// Real charges whose updates are lost, so that each can be told to us as it would be.
	const charged = async (buyer: Buyer) => {
		const { charge_id } = await buyer.checkOut({ lose_update: true });
		return charge_id ?? "";
	};
	const settle = (buyer: Buyer, chargeId: string, payload: string, stars = 150) =>
		payments.settlement.settle({
			...{ chargeId, payload, userId: buyer.id, botId: world.bot, stars },
			...{ at: Date.now(), recurring: null, until: null },
		});

	const ofAna = await order(ana);
	await order(bo);
	expect(await settle(bo, await charged(bo), ofAna)).toBe("back");
	await follow(world.simulator);
	expect(bo.heard.at(-1)).toContain("was made for somebody else");
	expect((await bo.payments())[0]?.state).toBe("refunded");

	await order(ana);
	const late = await charged(ana);
	vi.setSystemTime(Date.now() + 3 * 3_600_000);
	const { results } = await env.DB.prepare("SELECT id FROM orders WHERE user_id = ? ORDER BY rowid DESC")
		.bind(ana.id)
		.all<{ id: string }>();
	expect(await settle(ana, late, results[0]?.id ?? "")).toBe("first");
	await follow(world.simulator);
	expect(await ana.held("ai_credits")).toBe(50);

	const again = await order(ana);
	const wrong = await charged(ana);
	expect(await settle(ana, wrong, again, 1)).toBe("back");
	await follow(world.simulator);
	expect(ana.heard.at(-1)).toContain("was not the price");

	const banned = await order(ana);
	const bannedCharge = await charged(ana);
	await people.ban(ana.id, { reason: "spam", until: null }, "owner");
	expect(await settle(ana, bannedCharge, banned)).toBe("back");
	await follow(world.simulator);
	expect(ana.heard.at(-1)).toContain("nothing can be sold to you");
	// Whoever is banned can still ask for what they paid.
	await ana.send("/paysupport");
	expect(ana.last.text).toContain("Payments and refunds");

	expect(await settle(bo, "unknown", "no such order")).toBe("unexplained");
	const { findings } = await money.findings("/api/findings");
	expect(findings.map(({ id }) => id)).toContain("in:unknown");
	await post("/api/findings/in:unknown/resolve", { note: "paid to an older bot" });
	expect((await money.findings("/api/findings")).findings.map(({ id }) => id)).not.toContain("in:unknown");
});
