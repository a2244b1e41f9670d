import { abortAllDurableObjects, env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { createLocks, type SellCredits } from "../src/chat/locks/service.ts";
import { createDeps } from "../src/deps.ts";
import { together } from "../src/platform/lazily.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { creditsOf, ledgerOf, lockLabel, locksOf, lockWorld } from "./lock-room.ts";
import { deliverEvents, seatOf } from "./staff-room.ts";

const world = lockWorld();

test("a return survives a D1 that is down and events that come again, and is made once", async () => {
	const { ana, bo, chatId } = await world.locked();
	const batch = vi.spyOn(Object.getPrototypeOf(env.DB), "batch").mockRejectedValue(new Error("D1 is down"));
	await bo.press("🚫 Block");
	batch.mockRestore();
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
	await deliverEvents();
	expect(await creditsOf(ana)).toBe(25);
	await abortAllDurableObjects();
	await getRegistry(env, { fresh: true });
	await world.pass(chatId, 3);
	const { outbox } = await createDeps(env);
	const [lock] = await locksOf(ana);
	const payload = { lockId: String(lock?.id), unusedMinutes: 5 };
	await Promise.all([outbox["lock.ended"](payload), outbox["lock.ended"](payload)]);
	await deliverEvents();
	await outbox["lock.ended"](payload);
	await outbox["lock.promised"](payload);
	expect(await creditsOf(ana)).toBe(30);
	expect(await locksOf(ana)).toMatchObject([{ state: "ended", returned_minutes: 5 }]);
	await world.pass(chatId, 3);
	await deliverEvents();
	expect(await creditsOf(ana)).toBe(30);
});

test("the same press, delivered again and side by side, spends once", async () => {
	const { ana, bo, chatId } = await world.talking();
	await ana.press(lockLabel);
	await ana.press("5 min");
	const { simulator, bot } = world.telegram;
	const delivered = simulator.deliveries({ bot }).findLast((one) => one.kind === "callback_query");
	simulator.redeliver(bot, delivered?.update_id ?? 0);
	await simulator.settle();
	await deliverEvents();
	expect(await creditsOf(ana)).toBe(25);

	const { locks } = await createDeps(env);
	const wish = { userId: ana.id, botId: bot, chatId, minutes: 5, updateKey: `${bot}:1` };
	expect(await locks.begin(wish)).toMatchObject({ kind: "running" });
	await world.pass(chatId, 300);
	const outcomes = await Promise.all([1, 2, 3].map(() => locks.begin(wish)));
	expect(outcomes.map(({ kind }) => kind)).toEqual(["locked", "locked", "locked"]);
	expect(await creditsOf(ana)).toBe(20);
	// Two different presses at once: one locks, the other finds it locked and costs nothing.
	await world.pass(chatId, 300);
	const two = [2, 3].map((n) => locks.begin({ ...wish, updateKey: `${bot}:${n}` }));
	const kinds = (await Promise.all(two)).map(({ kind }) => kind).sort();
	expect(["locked,returned", "locked,running"]).toContain(kinds.join());
	expect(await creditsOf(ana)).toBe(15);
	await deliverEvents();
	await deliverEvents();
	expect(await creditsOf(ana)).toBe(15);
	expect(bo.heard.filter((text) => text.includes("has locked this chat for 5 min"))).toHaveLength(3);
});

test("a chat that ends before its promised lock gets there gives everything back", async () => {
	const { ana, bo, chatId } = await world.talking();
	const ledger = await ledgerOf();
	const deps = await createDeps(env);
	// The update that promised it died right after its commit.
	const lost = {
		lockState: (userId: number) => deps.chat.pair(chatId).lockState(userId),
		lock: () => Promise.reject(new Error("lost")),
	};
	const locks = createLocks(
		together(deps, {
			...{ ledger, sellCredits: async () => undefined },
			chat: { ...deps.chat, pair: () => lost as never },
		}),
	);
	const wish = { userId: ana.id, botId: world.telegram.bot, chatId, minutes: 10, updateKey: "dies" };
	await expect(locks.begin(wish)).rejects.toThrow("lost");
	expect(await creditsOf(ana)).toBe(20);
	await bo.press("⏹ Stop");
	await deliverEvents();
	expect(await creditsOf(ana)).toBe(30);
	expect(ana.last.text).toContain("Credits back with you: 10");
	expect(await locksOf(ana)).toMatchObject([{ state: "returned", returned_minutes: 10 }]);
	expect(await deps.locks.begin(wish)).toMatchObject({ kind: "returned", credits: 10 });
	await deps.outbox["lock.promised"]({ lockId: String((await locksOf(ana))[0]?.id) });
	expect(await creditsOf(ana)).toBe(30);
});

/** The locks with a sale that a test can look at. */
async function withSale() {
	const deps = await createDeps(env);
	const sellCredits = vi.fn<SellCredits>(async () => undefined);
	const locks = createLocks(together(deps, { ledger: await ledgerOf(), sellCredits }));
	return { locks, sellCredits, outbox: deps.outbox };
}

test("too few credits: exactly that duration is sold, unseen by the partner, and paid for it locks", async () => {
	const { ana, bo, chatId } = await world.talking(4);
	const heard = bo.messages().length;
	await ana.press(lockLabel);
	expect(ana.last.reply_markup).toMatchObject({ inline_keyboard: [[{ text: "5 min · 25 ⭐" }], [{}], [{}]] });
	await ana.press("10 min · 45 ⭐");
	expect(ana.heard.at(-2)).toContain("takes 10 credits, and you have 4");
	const invoice = ana.messages().findLast((message) => message.invoice);
	expect(invoice?.invoice).toMatchObject({ title: "10 lock credits", total_amount: 45 });
	const { locks, sellCredits } = await withSale();
	const wish = { userId: ana.id, botId: world.telegram.bot, chatId, minutes: 10 };
	expect(await locks.begin({ ...wish, updateKey: "few" })).toEqual({ kind: "sold", credits: 4 });
	expect(sellCredits.mock.calls).toEqual([[{ ...wish, stars: 45 }]]);
	expect(await locks.begin({ ...wish, minutes: 7, updateKey: "odd" })).toEqual({ kind: "not_offered" });
	expect(bo.messages()).toHaveLength(heard);
	expect(await locksOf(ana)).toEqual([]);

	const { simulator } = world.telegram;
	const { query_id } = await simulator.pay(ana.id, { chat: world.telegram.bot });
	await simulator.settle();
	await deliverEvents();
	const chargeId = simulator.checkout(query_id).charge_id ?? "";
	expect(bo.last.text).toContain("locked this chat for 10 min");
	expect(bo.messages()).toHaveLength(heard + 1);
	expect(ana.last.text).toContain("🔒");
	const paid = { userId: ana.id, chatId, minutes: 10, chargeId };
	expect(await locks.resume(paid)).toBe(true);
	expect(await creditsOf(ana)).toBe(4);
	expect(await locksOf(ana)).toMatchObject([{ by: `charge:${chargeId}`, state: "running" }]);

	// Paid twice: the second one stays, and does not lock by itself later.
	await world.give(ana, 10);
	const again = { ...paid, chargeId: "charge-2" };
	expect(await locks.resume(again)).toBe(false);
	expect(ana.last.text).toContain("They stay with you for another time: 14");
	await world.pass(chatId, 600);
	expect(await locks.resume(again)).toBe(false);
	expect(ana.heard.filter((text) => text.includes("for another time"))).toHaveLength(1);
	expect(await creditsOf(ana)).toBe(14);
});

test("credits that arrive when the chat is over, or another's, stay and their buyer knows", async () => {
	const { ana, bo, chatId } = await world.talking(0);
	const { locks } = await withSale();
	await bo.press("⏹ Stop");
	await world.give(ana, 5);
	const paid = { userId: ana.id, chatId, minutes: 5, chargeId: "late" };
	expect(await locks.resume(paid)).toBe(false);
	expect(await locks.resume(paid)).toBe(false);
	expect(ana.heard.filter((text) => text.includes("for another time: 5"))).toHaveLength(1);
	const other = await world.talking(0);
	expect(await locks.resume({ ...paid, chatId: other.chatId, chargeId: "another" })).toBe(false);
	expect(await creditsOf(ana)).toBe(5);
	expect(other.bo.heard.join()).not.toContain("locked");
});
