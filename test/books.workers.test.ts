import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { InsufficientFunds } from "../src/payments/service/ledger.ts";
import { money } from "./money-answers.ts";
import { day, deps, expectBooksToBalance, follow, paymentWorld, post } from "./payment-world.ts";
import { configure, StaffRoom } from "./staff-room.ts";
import { api, keptOf } from "./telegram.ts";

const world = paymentWorld();

type Call = (...args: unknown[]) => Promise<unknown>;

/** Puts something between the Worker and D1. @returns takes it out again */
function between(wrap: (original: Call) => Call): () => void {
	const statement = Object.getPrototypeOf(env.DB.prepare("SELECT 1"));
	const places = [
		[Object.getPrototypeOf(env.DB), "batch"],
		...["run", "all", "raw"].map((name) => [statement, name] as const),
	] as const;
	const originals = places.map(([owner, name]) => [owner, name, owner[name] as Call] as const);
	for (const [owner, name, original] of originals) {
		const wrapped = wrap(original);
		owner[name] = function (this: unknown, ...args: unknown[]) {
			return wrapped.apply(this, args);
		};
	}
	return () => {
		for (const [owner, name, original] of originals) owner[name] = original;
	};
}

/** The n-th call of the database from now on is the process's last: it never arrives, or its answer is lost. */
function dieAt(call: number, when: "before" | "after") {
	let calls = 0;
	const takeOut = between(
		(original) =>
			async function (this: unknown, ...args) {
				calls += 1;
				if (calls > call || (calls === call && when === "before")) throw new Error("the process died");
				const result = await original.apply(this, args);
				if (calls === call) throw new Error("the process died");
				return result;
			},
	);
	/** @returns whether it died on the way */
	return function revive(): boolean {
		takeOut();
		return calls >= call;
	};
}

test("the process dies at any point of a purchase: once it runs again, nothing is lost and nothing is double", async () => {
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	const ana = await world.buyer("Ana");
	let bought = 0;
	for (const when of ["before", "after"] as const) {
		for (let call = 1; ; call++) {
			await ana.send("/premium");
			await ana.press("7 days · ⭐ 150");
			const charge = await ana.checkOut({ lose_update: true });
			expect(charge.status).toBe("paid");
			bought += 1;
			const [update] = paidUpdates(ana.id, charge.charge_id ?? "");
			const revive = dieAt(call, when);
			const answer = await deliverUpdate(update).catch(() => null);
			const died = revive();
			// Telegram repeats what was not answered with 2xx.
			if (answer?.status !== 200) expect((await deliverUpdate(update)).status).toBe(200);
			await follow(world.simulator);
			expect(await ana.held("stars")).toBe(150 * bought);
			expect((await ana.payments()).length).toBe(bought);
			expect(await ana.vipDays()).toBe(7 * bought);
			if (!died) break;
		}
	}
	expect(bought).toBeGreaterThan(8);
	await expectBooksToBalance();
});

let updateId = 900_000_000;
/** The update that Telegram never sent. */
function paidUpdates(userId: number, chargeId: string) {
	const chat = { id: userId, type: "private", first_name: "Ana" };
	const message = world.simulator.messages(userId, world.bot).findLast((one) => one.successful_payment);
	expect(message?.successful_payment?.telegram_payment_charge_id).toBe(chargeId);
	updateId += 1;
	return [
		{
			update_id: updateId,
			message: { ...message, chat, from: { id: userId, is_bot: false, first_name: "Ana" } },
		},
	];
}

async function deliverUpdate(update: unknown): Promise<Response> {
	const { registry } = await deps();
	return exports.default.fetch(`https://rialto.test/telegram/${world.bot}`, {
		method: "POST",
		headers: {
			"content-type": "application/json",
			"x-telegram-bot-api-secret-token": registry.bots.get(world.bot)?.secret ?? "",
		},
		body: JSON.stringify(update),
	});
}

test("an order of a kind that nobody brings is not sold, and a payment for it waits with staff until it is here again", async () => {
	const ana = await world.buyer("Ana");
	const kindOf = (kind: string) =>
		env.DB.prepare("UPDATE orders SET kind = ? WHERE user_id = ?").bind(kind, ana.id).run();
	await ana.send("/premium");
	await ana.press("7 days · ⭐ 150");
	await kindOf("boats");
	expect((await ana.checkOut()).status).not.toBe("paid");

	await kindOf("vip");
	const charge = await ana.checkOut({ lose_update: true });
	expect(charge.status).toBe("paid");
	await kindOf("boats");
	const [update] = paidUpdates(ana.id, charge.charge_id ?? "");
	expect((await deliverUpdate(update)).status).toBe(200);
	expect(await ana.payments()).toEqual([]);
	const { findings } = await money.findings("/api/findings");
	expect(findings).toContainEqual(expect.objectContaining({ id: `in:${charge.charge_id}`, stars: 150 }));
	// Pages that show it still show it.
	expect((await api(`/api/orders?user_id=${ana.id}`)).status).toBe(200);
	await ana.send("/paysupport");

	await kindOf("vip");
	await post("/api/reconciliation");
	await follow(world.simulator);
	expect(await ana.vipDays()).toBe(7);
	await post(`/api/findings/in:${charge.charge_id}/resolve`, { note: "sold again" });
});

test("a pre-checkout in another currency, or of no amount we ever ask for, is refused and not unanswered", async () => {
	const ana = await world.buyer("Ana");
	for (const [currency, total_amount] of [
		["USD", 150],
		["XTR", 0],
		["XTR", 1.5],
	]) {
		const from = { id: ana.id, is_bot: false, first_name: "Ana", language_code: "pt" };
		const query = { id: `q${currency}${total_amount}`, from, currency, total_amount, invoice_payload: "x" };
		updateId += 1;
		await deliverUpdate({ update_id: updateId, pre_checkout_query: query });
		const { parameters } = world.simulator.calls({ method: "answerPreCheckoutQuery" }).at(-1) ?? {};
		expect(parameters).toMatchObject({ pre_checkout_query_id: query.id, ok: false });
		if (currency === "USD") expect(parameters?.error_message).toContain("não é o preço");
	}
});

test("a pre-checkout is answered while D1 stalls, by a refusal; nothing is charged", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/premium");
	await ana.press("7 days · ⭐ 150");
	const before = ana.stars;
	vi.useRealTimers();
	const stalled = Promise.withResolvers<void>();
	const takeOut = between(
		(original) =>
			async function (this: unknown, ...args) {
				await stalled.promise;
				return original.apply(this, args);
			},
	);
	const { status, error } = await ana.checkOut();
	takeOut();
	expect([status, error]).toEqual(["refused", expect.stringContaining("You weren't charged")]);
	expect(ana.stars).toBe(before);
	stalled.resolve();
});

test("the hourly comparison finds and repairs what no update told, and reports what it can't explain", async () => {
	const room = new StaffRoom(world.simulator, world.bot);
	await configure({ "staff.control_chat_id": room.chat });
	const [ana, bo] = [await world.buyer("Ana"), await world.buyer("Bo")];
	await post("/api/reconciliation");
	// A payment, a renewal and a refund of which no update came.
	await ana.send("/credits");
	await ana.press("50 AI credits · ⭐ 150");
	await ana.checkOut({ lose_update: true });
	await bo.send("/premium");
	await bo.press("Every 30 days · ⭐ 400");
	const first = await bo.pay({ link: bo.link });
	vi.setSystemTime(Date.now() + 29 * day);
	world.simulator.renewSubscription(bo.id, first, { lose_update: true });
	world.simulator.refundPayment(first, { lose_update: true });
	// And one that no order of ours asked for.
	const direct = await botCall("sendInvoice", {
		...{ chat_id: ana.id, title: "Old", description: "From before", payload: "old-invoice", currency: "XTR" },
		prices: [{ label: "Old", amount: 5 }],
	});
	expect(direct.ok).toBe(true);
	const old = await payWithoutUs(ana.id);
	expect(await ana.held("ai_credits")).toBe(0);
	const report = await post("/api/reconciliation");
	expect(report).toMatchObject({ repaired: 3, found: 1 });
	await follow(world.simulator);
	expect(await ana.held("ai_credits")).toBe(50);
	expect(ana.heard.join("\n")).toContain("50 AI credits came in");
	expect((await bo.payments()).map(({ state }) => state)).toEqual(["refunded", "credited"]);
	expect(await bo.vipDays()).toBe(30);
	expect((await money.findings("/api/findings")).findings).toMatchObject([{ id: `in:${old}`, stars: 5 }]);
	expect(room.heard.join("\n")).toContain("3 repaired, 1 unexplained");
	expect(await post("/api/reconciliation")).toEqual({ seen: 0, repaired: 0, found: 0 });
});

async function botCall(method: string, parameters: object): Promise<{ ok: boolean }> {
	const { registry } = await deps();
	const response = await fetch(`http://telegram.test/bot${registry.bots.get(world.bot)?.token}/${method}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(parameters),
	});
	return response.json();
}

/** Pays the newest invoice while somebody else answers for the bot. @returns the charge's id */
async function payWithoutUs(userId: number): Promise<string> {
	const { query_id } = await world.simulator.pay(userId, { chat: world.bot, lose_update: true });
	await botCall("answerPreCheckoutQuery", { pre_checkout_query_id: query_id, ok: true });
	await world.simulator.settle();
	const { status, charge_id, error } = world.simulator.checkout(query_id);
	if (status !== "paid") throw new Error(`not paid: ${error}`);
	return charge_id ?? "";
}

test("staff give VIP and credits once a key, change what is sold, and read what somebody has", async () => {
	const ana = await world.buyer("Ana");
	const give = (body: object, key?: string) =>
		exports.default.fetch(`https://rialto.test/api/users/${ana.id}/grants`, {
			method: "POST",
			headers: {
				authorization: "Bearer owner-key-for-tests",
				"content-type": "application/json",
				...(key ? { "idempotency-key": key } : {}),
			},
			body: JSON.stringify(body),
		});
	const reason = "won the quiz";
	const answers = await Promise.all(
		Array.from({ length: 5 }, () =>
			give({ what: "vip", amount: 10, reason }, "quiz-1").then((one) => one.json()),
		),
	);
	expect(answers.filter((one) => (one as { given: string }).given === "given")).toHaveLength(1);
	expect(await ana.vipDays()).toBe(10);
	expect(ana.heard.filter((text) => text.includes("Staff gave you 10 days of VIP"))).toHaveLength(1);
	await give({ what: "lock_credits", amount: 15, reason });
	await give({ what: "lock_credits", amount: 15, reason });
	expect(await ana.held("lock_credits")).toBe(30);
	expect((await give({ what: "vip", amount: 0, reason: "" })).status).toBe(400);
	expect((await api("/api/users/1/grants", { what: "vip", amount: 1, reason })).status).toBe(404);
	// A spend without any balance is no spend.
	const { ledger } = (await deps()).payments;
	const never = ledger.spend({ userId: ana.id, account: "ai_credits", amount: 1, cause: "job:0" });
	await expect(ledger.write([never])).rejects.toBeInstanceOf(InsufficientFunds);
	expect((await money.of(ana.id)).balances).not.toHaveProperty("ai_credits");
	expect(await money.of(ana.id)).toMatchObject({
		balances: { lock_credits: 30 },
		grants: [{ source: expect.stringMatching(/^staff:/) }],
	});

	const plans = await money.plans();
	const put = (body: object) =>
		exports.default.fetch("https://rialto.test/api/plans", {
			method: "PUT",
			headers: { authorization: "Bearer owner-key-for-tests", "content-type": "application/json" },
			body: JSON.stringify(body),
		});
	expect((await put({ vip_plans: [{ id: "day", days: 1, stars: 30 }] })).status).toBe(200);
	await ana.send("/premium");
	expect(ana.last.reply_markup?.inline_keyboard?.flat()[0]?.text).toBe("1 day · ⭐ 30");
	expect((await put({ vip_plans: [{ id: "m", days: 10, stars: 30, renews: true }] })).status).toBe(400);
	expect((await put({})).status).toBe(400);
	await put(plans);
});

test("erased: nothing names them but their charge, nothing is charged again, the sums stay", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/premium");
	await ana.press("Every 30 days · ⭐ 400");
	await ana.pay({ link: ana.link });
	await ana.send("/credits");
	await ana.press("50 AI credits · ⭐ 150");
	await ana.pay();
	await ana.send("/mydata");
	await ana.send("/deletemydata");
	await ana.press("Delete everything");
	await follow(world.simulator);
	expect(world.simulator.stars(ana.id).subscriptions[0]).toMatchObject({
		state: "canceled",
		canceled_by: "bot",
	});
	// Telegram's charge id carries whatever Telegram puts there.
	const charges = world.simulator.stars(ana.id).payments.map(({ charge_id }) => charge_id);
	const named = Object.entries(await keptOf(ana.id)).flatMap(([table, rows]) =>
		rows
			.map((row) => charges.reduce((text, id) => text.replaceAll(id, ""), JSON.stringify(row)))
			.filter((text) => text.includes(String(ana.id)))
			.map(() => table),
	);
	expect(named).toEqual([]);
	const { results } = await env.DB.prepare("SELECT user_id, stars FROM payments WHERE charge_id = ?")
		.bind(charges[0] ?? "")
		.all<{ user_id: number; stars: number }>();
	expect(results[0]?.user_id).toBeLessThan(0);
	await expectBooksToBalance();
	const { payments } = await money.payments("/api/payments?limit=2");
	expect((await api(`/api/payments/${payments[0]?.id}/refund`, { reason: "x" })).status).toBe(409);
	// A refund by Telegram still finds the row.
	world.simulator.refundPayment(charges[0] ?? "", {});
	await world.simulator.settle();
	await follow(world.simulator);
	expect((await money.payments("/api/payments?limit=2")).payments.map(({ state }) => state)).toContain(
		"refunded",
	);

	// Back again they are somebody new; a renewal of before that comes all the same goes back.
	await ana.settleIn();
	expect(await ana.vipDays()).toBe(0);
	const renewal = { recurring: "renewal", at: Date.now(), until: Date.now() + 30 * day } as const;
	const { settlement } = (await deps()).payments;
	const order = payments.find(({ recurring }) => recurring)?.order_id ?? "";
	const charge = { chargeId: "renewal", payload: order, userId: ana.id, botId: world.bot, stars: 400 };
	expect(await settlement.settle({ ...charge, ...renewal })).toBe("back");
	await follow(world.simulator);
	expect(await ana.vipDays()).toBe(0);
});
