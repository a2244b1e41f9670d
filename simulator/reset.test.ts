// Starting afresh beside a platform that runs on.
import { expect, it } from "vitest";
import { DAYS_30, INVOICE, shop } from "./testing.ts";

it("forgets people and chats, and leaves what a running platform relies on", async () => {
	const { sim, bot, token, ana, call, updates, pay, pass } = await shop();
	await sim.send(ana.id, { chat: bot.id, photo: true });
	await sim.settle();
	const photo = updates.at(-1)?.message.photo.at(-1).file_id;
	const group = sim.createGroup(ana.id, { title: "Club", type: "supergroup" });
	const { result: link } = await call("createInvoiceLink", { ...INVOICE, subscription_period: DAYS_30 });
	const { charge_id } = await pay(ana.id, { link });
	const waiting = await sim.send(ana.id, { chat: bot.id, text: "not yet delivered" });
	const newest = Math.max(...updates.map(({ update_id }) => update_id));
	updates.length = 0;

	sim.reset();
	expect(sim.state()).toMatchObject({ bots: [bot], users: [], chats: [] });
	expect(sim.idle()).toBe(true);
	// Nobody is left whom a renewal could charge.
	pass(2 * DAYS_30 * 1000);
	expect(sim.moveClock(1)).toBe(0);
	const gone = await call("sendMessage", { chat_id: ana.id, text: "x" });
	expect(gone.description).toBe("Bad Request: chat not found");

	const { id, first_name } = ana;
	sim.createUser({ id, first_name });
	await sim.start(id, { bot: bot.id });
	await sim.settle();
	expect(updates).toMatchObject([{ message: { text: "/start", chat: { id } } }]);
	expect(updates[0]?.update_id).toBeGreaterThan(newest);
	expect(updates[0]?.message.message_id).toBeGreaterThan(waiting.message_id);
	expect((await call("sendPhoto", { chat_id: id, photo })).ok).toBe(true);
	expect(sim.createBot({ first_name: "Rialto", username: "rialto_bot" }).token).toBe(token);
	expect(sim.createUser({ first_name: "Eve" }).id).not.toBe(id);
	expect(sim.createGroup(id, { title: "Club", type: "supergroup" }).id).not.toBe(group.id);

	// The bot reads its statement on from where it was, and its links still sell.
	expect(sim.stars(id).balance).toBe(10_000);
	const again = await pay(id, { link });
	expect(again.status).toBe("paid");
	const { transactions } = (await call("getStarTransactions", {})).result;
	expect(transactions.map((one: { id: string }) => one.id)).toEqual([charge_id, again.charge_id]);
});

it("names a payer who is forgotten as Telegram names deleted accounts", async () => {
	const { sim, ana, call, pay } = await shop();
	const { result: link } = await call("createInvoiceLink", INVOICE);
	await pay(ana.id, { link });
	sim.reset();
	const { transactions } = (await call("getStarTransactions", {})).result;
	expect(transactions).toMatchObject([{ source: { user: { id: ana.id, first_name: "Deleted Account" } } }]);
});
