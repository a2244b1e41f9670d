// Telegram Stars: invoices and links, pre-checkouts, refunds, and the books of it all.
import { describe, expect, it } from "vitest";
import { DAYS_30, INVOICE, shop } from "./testing.ts";

describe("an invoice", () => {
	it("is refused with Telegram's words if it is not one for Stars", async () => {
		const { ana, call } = await shop();
		const refused = async (change: object, method = "sendInvoice") =>
			(await call(method, { chat_id: ana.id, ...INVOICE, ...change })).description;
		const link = (change: object) => refused(change, "createInvoiceLink");
		const amount = (stars: number) => ({ prices: [{ label: "VIP", amount: stars }] });
		expect(await refused({ title: "" })).toBe('Bad Request: parameter "title" is required');
		expect(await refused({ prices: "x" })).toBe("Bad Request: can't parse prices JSON object");
		expect(await refused({ payload: "é".repeat(65) })).toBe("Bad Request: INVOICE_PAYLOAD_INVALID");
		expect(await refused({ currency: "EUR" })).toBe("Bad Request: PAYMENT_PROVIDER_INVALID");
		expect(await refused({ provider_token: "1:TEST" })).toBe("Bad Request: STARS_INVOICE_INVALID");
		expect(await refused({ prices: [...INVOICE.prices, ...INVOICE.prices] })).toBe(
			"Bad Request: STARS_INVOICE_INVALID",
		);
		expect(await refused(amount(0))).toBe("Bad Request: CURRENCY_TOTAL_AMOUNT_INVALID");
		expect(await link(amount(100_001))).toBe("Bad Request: CURRENCY_TOTAL_AMOUNT_INVALID");
		expect(await link({ subscription_period: 60 })).toBe("Bad Request: SUBSCRIPTION_PERIOD_INVALID");
		expect(await link({ subscription_period: DAYS_30, ...amount(10_001) })).toBe(
			"Bad Request: SUBSCRIPTION_AMOUNT_INVALID",
		);
		const keyboard = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: [buttons] } });
		const payButton = { text: "Buy", pay: true };
		const other = { text: "Help", callback_data: "help" };
		expect(await refused(keyboard(other, payButton))).toBe("Bad Request: BUTTON_POS_INVALID");
		expect(await refused(keyboard(payButton, other))).toBeUndefined();
		expect(await refused({ text: "x", ...keyboard(payButton) }, "sendMessage")).toBe(
			"Bad Request: BUTTON_TYPE_INVALID",
		);
	});

	it("is paid after the bot's yes, again and in forwarded copies, and is in the books", async () => {
		const { sim, bot, ana, call, updates, pay, now } = await shop();
		const bob = sim.createUser({ first_name: "Bob" });
		await sim.start(bob.id, { bot: bot.id });
		await sim.settle();
		updates.length = 0;
		const { result: sent } = await call("sendInvoice", { chat_id: ana.id, ...INVOICE });
		expect(sent).toMatchObject({
			invoice: { title: "VIP", start_parameter: "", currency: "XTR", total_amount: 50 },
			reply_markup: { inline_keyboard: [[{ text: "Pay ⭐️50", pay: true }]] },
		});
		const first = await pay(ana.id, { chat: bot.id });
		expect(first).toEqual({ query_id: first.query_id, status: "paid", charge_id: expect.any(String) });
		const payment = {
			currency: "XTR",
			total_amount: 50,
			invoice_payload: "vip:1",
			telegram_payment_charge_id: first.charge_id,
			provider_payment_charge_id: "",
		};
		const { telegram_payment_charge_id: _, provider_payment_charge_id: __, ...asked } = payment;
		expect(updates.map(({ update_id: ___, ...update }) => update)).toEqual([
			{ pre_checkout_query: { id: first.query_id, from: ana, ...asked } },
			{ message: expect.objectContaining({ from: ana, successful_payment: payment }) },
		]);
		expect(sim.messages(ana.id, bot.id).at(-1)).toMatchObject({ out: true, receipt: { title: "VIP" } });

		// The same message once more, a copy of Bob's, and one payment that the bot never hears of.
		const again = await pay(ana.id, { chat: bot.id, message_id: sent.message_id, lose_update: true });
		await call("forwardMessage", { chat_id: bob.id, from_chat_id: ana.id, message_id: sent.message_id });
		const copied = await pay(bob.id, { chat: bot.id });
		expect(new Set([first.charge_id, again.charge_id, copied.charge_id]).size).toBe(3);
		expect(updates.filter(({ message }) => message?.successful_payment)).toHaveLength(2);
		for (const message_id of [sent.message_id, sent.message_id + 1]) {
			const copy = await call("copyMessage", { chat_id: bob.id, from_chat_id: ana.id, message_id });
			expect(copy.description).toBe("Bad Request: message can't be copied");
		}

		const book = (await call("getStarTransactions", { offset: 1, limit: 1 })).result.transactions;
		expect(book).toEqual([
			{
				id: again.charge_id,
				amount: 50,
				date: now() / 1000,
				source: {
					type: "user",
					transaction_type: "invoice_payment",
					user: ana,
					invoice_payload: "vip:1",
				},
			},
		]);
		expect((await call("getMyStarBalance", {})).result).toEqual({ amount: 150 });
		expect(sim.stars(ana.id)).toMatchObject({
			balance: 9900,
			payments: [{ charge_id: again.charge_id }, { charge_id: first.charge_id, bot: bot.id, title: "VIP" }],
		});
	});

	it("is not paid without the Stars, the bot's yes, or an answer in 10 seconds", async () => {
		let reply: object | null = { ok: false };
		const { sim, bot, ana, call, updates, pay, pass } = await shop(() => reply);
		const { result: link } = await call("createInvoiceLink", INVOICE);
		expect(link).toMatch(/^https:\/\/t\.me\/\$[\w-]+$/);
		sim.setStars(ana.id, { balance: 49 });
		expect(await pay(ana.id, { link })).toMatchObject({ status: "failed", error: "BALANCE_TOO_LOW" });
		expect(updates).toEqual([]);
		sim.setStars(ana.id, { balance: 50 });
		const wordless = await pay(ana.id, { link });
		expect(sim.calls({ method: "answerPreCheckoutQuery" }).at(-1)?.error).toBe(
			"Bad Request: ERROR_TEXT_EMPTY",
		);
		pass(9_999);
		expect(sim.checkout(wordless.query_id).status).toBe("waiting");
		pass(1);
		const failed = { status: "failed", error: "BOT_PRECHECKOUT_TIMEOUT" };
		expect(sim.checkout(wordless.query_id)).toMatchObject(failed);
		const late = await call("answerPreCheckoutQuery", {
			pre_checkout_query_id: wordless.query_id,
			ok: true,
		});
		expect(late.description).toBe(
			"Bad Request: query is too old and response timeout expired or query ID is invalid",
		);
		reply = { ok: false, error_message: "Sold out" };
		const refused = await pay(ana.id, { link });
		expect(refused).toEqual({ query_id: refused.query_id, status: "refused", error: "Sold out" });
		expect(sim.stars(ana.id)).toEqual({ balance: 50, payments: [], subscriptions: [] });

		// Two sheets at once, Stars for one.
		reply = { ok: true };
		const both = [await sim.pay(ana.id, { link }), await sim.pay(ana.id, { link })];
		await sim.settle();
		expect(both.map(({ query_id }) => sim.checkout(query_id).status)).toEqual(["paid", "failed"]);
		await expect(sim.pay(ana.id, { link: "https://t.me/$nothing" })).rejects.toThrow("no such invoice");
		await expect(sim.pay(ana.id, { chat: bot.id })).rejects.toThrow("nothing to pay for");
	});

	it("is refunded once, by the bot or by Telegram", async () => {
		const { sim, ana, call, updates, pay } = await shop();
		const { result: link } = await call("createInvoiceLink", INVOICE);
		const { charge_id = "" } = await pay(ana.id, { link });
		const refund = (id: string) =>
			call("refundStarPayment", { user_id: ana.id, telegram_payment_charge_id: id });
		expect((await refund("nobody's")).description).toBe("Bad Request: CHARGE_NOT_FOUND");
		expect((await refund(charge_id)).result).toBe(true);
		expect((await refund(charge_id)).description).toBe("Bad Request: CHARGE_ALREADY_REFUNDED");
		await sim.settle();
		const refunded_payment = {
			currency: "XTR",
			total_amount: 50,
			invoice_payload: "vip:1",
			telegram_payment_charge_id: charge_id,
		};
		expect(updates.at(-1)).toMatchObject({ message: { chat: { id: ana.id }, refunded_payment } });
		const { result: books } = await call("getStarTransactions", {});
		expect(books.transactions).toMatchObject([
			{ id: charge_id, amount: 50, source: { user: { id: ana.id } } },
			{ id: charge_id, amount: 50, receiver: { user: { id: ana.id } } },
		]);
		const second = await pay(ana.id, { link });
		const before = updates.length;
		sim.refundPayment(second.charge_id ?? "", { lose_update: true });
		await sim.settle();
		expect(updates).toHaveLength(before);
		expect(sim.stars(ana.id)).toMatchObject({ balance: 10_000, payments: [{ refunded: true }, {}] });
		expect(() => sim.refundPayment(second.charge_id ?? "")).toThrow("refunded already");
	});
});
