// Telegram Stars: subscriptions, paid media, keeping the books, and the control interface of it all.
import { expect, it } from "vitest";
import { Simulator } from "./simulator.ts";
import { botClient, DAYS_30, INVOICE, shop, type Update } from "./testing.ts";

it("keeps a subscription going until somebody cancels or the Stars run out", async () => {
	const { sim, bot, ana, call, updates, pay, pass, now } = await shop();
	const { result: link } = await call("createInvoiceLink", { ...INVOICE, subscription_period: DAYS_30 });
	const { charge_id: first = "" } = await pay(ana.id, { link });
	const start = now() / 1000;
	expect(updates.at(-1)?.message.successful_payment).toMatchObject({
		subscription_expiration_date: start + DAYS_30,
		is_recurring: true,
		is_first_recurring: true,
	});
	expect(await pay(ana.id, { link })).toMatchObject({ error: "SUBSCRIPTION_ALREADY_ACTIVE" });
	updates.length = 0;
	sim.renewSubscription(ana.id, first);
	await sim.settle();
	expect(updates).toHaveLength(1);
	const { successful_payment: renewal } = updates[0]?.message ?? {};
	expect(renewal).toMatchObject({
		invoice_payload: "vip:1",
		subscription_expiration_date: start + 2 * DAYS_30,
		is_recurring: true,
	});
	expect(renewal.is_first_recurring).toBeUndefined();
	expect(renewal.telegram_payment_charge_id).not.toBe(first);

	const edit = (is_canceled: boolean) =>
		call("editUserStarSubscription", {
			user_id: ana.id,
			telegram_payment_charge_id: first,
			is_canceled,
		});
	const subscription = () => sim.stars(ana.id).subscriptions[0];
	const told = async () => {
		await sim.settle();
		return updates.splice(0).flatMap((update) => update.subscription ?? []);
	};
	await told();
	sim.cancelSubscription(ana.id, first);
	expect(subscription()).toMatchObject({ state: "canceled", canceled_by: "user", charge_id: first });
	expect(() => sim.renewSubscription(ana.id, first)).toThrow("canceled");
	sim.resumeSubscription(ana.id, renewal.telegram_payment_charge_id);
	expect(await told()).toEqual([
		{ user: ana, invoice_payload: "vip:1", state: "canceled" },
		{ user: ana, invoice_payload: "vip:1", state: "active" },
	]);
	await edit(true);
	expect(subscription()).toMatchObject({ state: "canceled", canceled_by: "bot" });
	expect(() => sim.resumeSubscription(ana.id, first)).toThrow("the bot has canceled");
	await edit(false);
	sim.resumeSubscription(ana.id, first);
	expect(await told()).toMatchObject([{ state: "active" }]);

	// A refund leaves it as it is; too few Stars don't.
	await call("refundStarPayment", {
		user_id: ana.id,
		telegram_payment_charge_id: renewal.telegram_payment_charge_id,
	});
	expect(subscription()).toMatchObject({ state: "active", expires: start + 2 * DAYS_30 });
	sim.setStars(ana.id, { balance: 10 });
	sim.renewSubscription(ana.id, first);
	expect(await told()).toMatchObject([{ state: "failed" }]);
	sim.setStars(ana.id, { balance: 1000 });
	sim.renewSubscription(ana.id, first, { lose_update: true });
	expect(subscription()).toMatchObject({ state: "active", expires: start + 3 * DAYS_30 });
	pass(3 * DAYS_30 * 1000);
	expect(subscription()?.state).toBe("expired");
	expect((await edit(true)).ok).toBe(false);
	const { transactions } = sim.botStars(bot.id);
	expect(transactions).toHaveLength(4);
	expect(transactions[0]).toMatchObject({ source: { subscription_period: DAYS_30 } });
});

it("shows a paid medium to who has bought it", async () => {
	const { sim, bot, ana, token, call, updates } = await shop();
	const bob = sim.createUser({ first_name: "Bob" });
	await sim.start(bob.id, { bot: bot.id });
	await sim.send(ana.id, { chat: bot.id, photo: {} });
	const { result: own } = await call("forwardMessage", {
		chat_id: ana.id,
		from_chat_id: ana.id,
		message_id: 3,
	});
	const media = [{ type: "photo", media: own.photo.at(-1).file_id }];
	const paid = { chat_id: ana.id, star_count: 20, media, payload: "picture", caption: "Look" };
	expect((await call("sendPaidMedia", { ...paid, star_count: 25_001 })).description).toBe(
		"Bad Request: EXTENDED_MEDIA_AMOUNT_INVALID",
	);
	const { result: sent } = await call("sendPaidMedia", paid);
	expect(sent.paid_media).toMatchObject({ star_count: 20, paid_media: [{ type: "photo" }] });
	const { message_id } = sent;
	await call("forwardMessage", { chat_id: bob.id, from_chat_id: ana.id, message_id });
	expect((await call("copyMessage", { chat_id: bob.id, from_chat_id: ana.id, message_id })).description).toBe(
		"Bad Request: message can't be copied",
	);
	const seen = (user: number) => sim.messages(user, bot.id).at(-1)?.paid_media?.paid_media;
	expect(seen(ana.id)).toMatchObject([{ type: "preview", width: 96 }]);
	const bought = await sim.pay(ana.id, { chat: bot.id, message_id });
	expect(bought.status).toBe("paid");
	expect(seen(ana.id)).toMatchObject([{ type: "photo" }]);
	expect(seen(bob.id)).toMatchObject([{ type: "preview" }]);
	expect(await sim.pay(ana.id, { chat: bot.id, message_id })).toMatchObject({
		error: "MEDIA_ALREADY_PAID",
	});
	await sim.settle();
	expect(updates.at(-1)?.purchased_paid_media).toEqual({
		from: ana,
		payload: "picture",
		paid_media_payload: "picture",
	});
	const [line] = (await call("getStarTransactions", {})).result.transactions;
	expect(line.source).toMatchObject({
		transaction_type: "paid_media_payment",
		paid_media: [{ type: "photo" }],
		paid_media_payload: "picture",
	});

	// All of it is there after a restart.
	const again = new Simulator({ autoDeliver: false });
	again.restore(JSON.parse(JSON.stringify(sim.snapshot())));
	expect(again.stars(ana.id)).toEqual(sim.stars(ana.id));
	expect(again.botStars(bot.id)).toEqual(sim.botStars(bot.id));
	expect(again.messages(ana.id, bot.id)).toEqual(sim.messages(ana.id, bot.id));
	const copy = again.messages(bob.id, bot.id).at(-1)?.message_id ?? 0;
	expect((await again.pay(bob.id, { chat: bot.id, message_id: copy })).status).toBe("paid");
	expect((await botClient(again, token)("getMyStarBalance", {})).result).toEqual({ amount: 40 });
});

it("sells paid media within its limits, gives the Stars back, and credits a channel with its own", async () => {
	const { sim, bot, ana, call, updates, pay } = await shop();
	await sim.send(ana.id, { chat: bot.id, photo: true });
	await sim.settle();
	const photo = { type: "photo", media: updates.at(-1)?.message.photo.at(-1).file_id };
	const sell = (change: object) =>
		call("sendPaidMedia", { chat_id: ana.id, star_count: 30, media: [photo], payload: "p", ...change });
	for (const [change, words] of [
		[{ star_count: 0 }, "EXTENDED_MEDIA_AMOUNT_INVALID"],
		[{ star_count: 25_001 }, "EXTENDED_MEDIA_AMOUNT_INVALID"],
		[{ media: [] }, "EXTENDED_MEDIA_EMPTY"],
		[{ media: Array(11).fill(photo) }, "EXTENDED_MEDIA_INVALID"],
		[{ payload: "x".repeat(129) }, "PAYLOAD_INVALID"],
	] as const)
		expect((await sell(change)).description).toBe(`Bad Request: ${words}`);
	expect((await sell({ star_count: 25_000, media: Array(10).fill(photo) })).ok).toBe(true);
	const told = async () => {
		await sim.settle();
		return updates.splice(0).flatMap((update) => update.purchased_paid_media ?? []);
	};
	const buy = async (change: object, chat = bot.id) => {
		const { result } = await sell(change);
		return pay(ana.id, { chat, message_id: result.message_id });
	};
	await told();
	const { charge_id } = await buy({});
	expect(await told()).toMatchObject([{ paid_media_payload: "p" }]);
	await buy({ payload: "" });
	expect(await told()).toEqual([]);
	const { transactions: both } = sim.botStars(bot.id);
	expect(both).toMatchObject([{ source: { user: { id: ana.id }, paid_media_payload: "p" } }, {}]);
	expect(both[1]?.source).not.toMatchObject({ paid_media_payload: expect.anything() });
	const refund = () => call("refundStarPayment", { user_id: ana.id, telegram_payment_charge_id: charge_id });
	expect((await refund()).result).toBe(true);
	expect((await refund()).description).toBe("Bad Request: CHARGE_ALREADY_REFUNDED");
	expect(sim.botStars(bot.id)).toMatchObject({
		balance: 30,
		transactions: [{}, {}, { id: charge_id, receiver: { transaction_type: "paid_media_payment" } }],
	});

	const channel = sim.createGroup(ana.id, { title: "News", type: "channel" });
	sim.setMember(ana.id, { chat: channel.id, user: bot.id, status: "administrator" });
	await told();
	expect((await buy({ chat_id: channel.id }, channel.id)).status).toBe("paid");
	expect(await told()).toEqual([]);
	expect(sim.botStars(bot.id)).toMatchObject({ balance: 30, transactions: [{}, {}, {}] });
	expect(sim.world.state.books.balances.get(channel.id)).toBe(30);
});

it("waits for the bot over HTTP, and answers every control call about Stars", async () => {
	const sim: Simulator = new Simulator({
		deliver: async (request) => {
			const { pre_checkout_query: query } = (await request.json()) as Update;
			const answer = { method: "answerPreCheckoutQuery", pre_checkout_query_id: query?.id, ok: true };
			return query ? Response.json(answer) : new Response();
		},
	});
	const control = async (path: string, body?: object, method = body ? "POST" : "GET") => {
		const init = body ? { method, body: JSON.stringify(body) } : { method };
		const response = await sim.fetch(new Request(`http://telegram.test/control${path}`, init));
		return [response.status, await response.json()];
	};
	const { bot, token } = sim.createBot({ first_name: "Rialto", username: "rialto_bot" });
	const ana = sim.createUser({ first_name: "Ana" });
	const call = botClient(sim, token);
	await call("setWebhook", { url: "https://rialto.test/hook" });
	const link = async (change: object) => (await call("createInvoiceLink", { ...INVOICE, ...change })).result;
	const subscription = await link({ subscription_period: DAYS_30 });
	expect(await control(`/invoices/${subscription.split("$")[1]}`)).toEqual([
		200,
		{
			bot: bot.id,
			title: "VIP",
			description: "A month of VIP",
			amount: 50,
			subscription_period: DAYS_30,
		},
	]);
	const user = `/users/${ana.id}`;
	const [, paid] = await control(`${user}/pay`, { link: subscription });
	expect(paid).toMatchObject({ status: "paid" });
	expect(await control(`/checkouts/${paid.query_id}`)).toEqual([200, paid]);
	const charge = `${user}/subscriptions/${paid.charge_id}`;
	expect(await control(`${charge}/cancel`, undefined, "POST")).toMatchObject([
		200,
		{ subscriptions: [{ state: "canceled" }] },
	]);
	expect(await control(`${charge}/resume`, {})).toMatchObject([
		200,
		{ subscriptions: [{ state: "active" }] },
	]);
	expect(await control(`${charge}/renew`, { fail: true })).toMatchObject([
		200,
		{ subscriptions: [{ state: "failed" }] },
	]);
	expect(await control(`/payments/${paid.charge_id}/refund`, {})).toEqual([200, {}]);
	expect(await control(`${user}/stars`, { balance: 3 }, "PUT")).toMatchObject([200, { balance: 3 }]);
	expect(await control(`${user}/stars`)).toMatchObject([200, { payments: [{ refunded: true }] }]);
	expect(await control(`/bots/${bot.id}/stars`)).toMatchObject([200, { balance: 0, transactions: [{}, {}] }]);
	expect((await control(`${user}/pay`, {}))[0]).toBe(400);
	expect((await control("/checkouts/1"))[0]).toBe(404);
	sim.close();
});
