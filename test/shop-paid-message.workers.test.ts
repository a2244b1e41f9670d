import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { takePaymentUpdate } from "../src/payments/bot/updates.ts";
import { botApi } from "../src/platform/telegram.ts";
import { type Buyer, deps, expectBooksToBalance, follow, paymentWorld } from "./payment-world.ts";
import { aCreator, aPicture, aProduct } from "./shop-world.ts";

const world = paymentWorld();

/** A message's media for 40 Stars, as the bot offers them. */
async function offered(buyer: Buyer) {
	const { payments, media } = await deps();
	const picture = await aPicture();
	const product = await aProduct(await aCreator(), { type: "ppv", stars: 40, media: [picture] });
	const terms = { product: product.id, title: product.title, days: null, code: null, post: null };
	const wanted = { userId: buyer.id, botId: buyer.bot, kind: "product", stars: 40, renews: false, terms };
	const order = await payments.orders.open(wanted);
	const api = await botApi(env, buyer.bot);
	const file = await media.telegramFile(buyer.bot, picture);
	if (file.as === "link") throw new Error("too big");
	const items = [{ type: "photo" as const, media: file.file }];
	const sent = await api.sendPaidMedia(buyer.id, 40, items, { payload: order.id });
	return { product, order, message_id: sent.message_id };
}

const buys = async (buyer: Buyer, message_id: number) => {
	const { status } = await world.simulator.pay(buyer.id, { chat: buyer.bot, message_id });
	expect(status).toBe("paid");
	await follow(world.simulator);
};
const update = async (buyer: Buyer, field: string, payload: string) => {
	const { payments } = await deps();
	const { log } = await deps();
	const api = await botApi(env, buyer.bot);
	const from = { id: buyer.id, is_bot: false, first_name: "Ana" };
	const purchased = { from, paid_media_payload: payload, [field]: payload };
	await takePaymentUpdate(
		{ payments, log },
		{ id: buyer.bot, api },
		{ update_id: 1, purchased_paid_media: purchased },
	);
};
const compare = async () => (await deps()).payments.reconciliation.run();
const sales = async (no: number) =>
	(await env.DB.prepare("SELECT state FROM sales WHERE product_no = ?").bind(no).all()).results;

test("a paid message is one sale, however often the update comes, and refunded by the id from Telegram's books", async () => {
	const ana = await world.buyer("Ana");
	const { product, order, message_id } = await offered(ana);
	await buys(ana, message_id);
	await update(ana, "payload", order.id);
	await update(ana, "paid_media_payload", order.id);
	expect(await sales(product.no)).toEqual([{ state: "sold" }]);
	const [paid] = await ana.payments();
	expect(paid).toMatchObject({ stars: 40, charge_id: `paid_media:${order.id}`, transaction_id: null });
	// It was seen, so it is staff who give it back; the books are read for the id that takes.
	const { payments } = await deps();
	expect(await payments.refunds.ask(ana.id, paid?.id ?? 0)).toBe("requested");
	const before = ana.stars;
	await payments.refunds.byStaff(paid?.id ?? 0, "sorry", "owner");
	await follow(world.simulator);
	expect(ana.stars - before).toBe(40);
	expect(await sales(product.no)).toEqual([{ state: "refunded" }]);
	expect(await ana.payments()).toMatchObject([{ state: "refunded", transaction_id: expect.any(String) }]);
	expect((await compare()).found).toBe(0);
	await expectBooksToBalance();
});

test("a paid message whose update was lost is settled by the comparison, and counted once when it comes late", async () => {
	const bob = await world.buyer("Bob");
	const { product, order, message_id } = await offered(bob);
	await compare();
	await world.simulator.pay(bob.id, { chat: bob.bot, message_id, lose_update: true });
	await world.simulator.settle();
	expect(await bob.payments()).toEqual([]);
	expect((await compare()).found).toBe(0);
	await update(bob, "paid_media_payload", order.id);
	await compare();
	await follow(world.simulator);
	expect(await sales(product.no)).toEqual([{ state: "sold" }]);
	expect(await bob.payments()).toMatchObject([{ stars: 40, transaction_id: expect.any(String) }]);
	await expectBooksToBalance();
});
