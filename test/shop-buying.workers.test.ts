import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { forever, holderOf } from "../src/shop/rules.ts";
import { day, deps, follow, paymentWorld } from "./payment-world.ts";
import { aCreator, aProduct, month, wants } from "./shop-world.ts";

const world = paymentWorld();

const saleOf = (charge: string) =>
	env.DB.prepare("SELECT * FROM sales WHERE cause = ?")
		.bind(`payment:${charge}`)
		.first<{ state: string; share: number; share_state: string; stars: number; renewal: number }>();
const has = async (userId: number, product: { no: number }) =>
	(await deps()).shop.entitling.find(userId, product.no);

test("a pack is bought once and for good; its creator's share is held for 21 days, and goes back with the Stars", async () => {
	const creator = await aCreator({ percent: 70 });
	const pack = await aProduct(creator);
	const ana = await world.buyer("Ana");
	expect(await wants(ana, pack)).toEqual({ answer: "invoiced" });
	const charge = await ana.pay();
	expect(ana.last.text).toContain("Pack Verao is yours");
	expect((await has(ana.id, pack))?.until).toBe(forever);
	expect(await wants(ana, pack)).toMatchObject({ answer: "owned" });

	const { shop, payments } = await deps();
	expect(await shop.shares.held(creator.no)).toEqual({ pending: 70, payable: 0, owed: 0 });
	vi.setSystemTime(Date.now() + 20 * day);
	expect(await shop.shares.areDue()).toBe(false);
	vi.setSystemTime(Date.now() + day + 1);
	expect(await shop.shares.areDue()).toBe(true);
	await shop.shares.matureAll();
	expect(await shop.shares.held(creator.no)).toEqual({ pending: 0, payable: 70, owed: 0 });
	await shop.shares.payOut(creator, { stars: 50, note: "bank" }, "key-1", "owner");
	await shop.shares.payOut(creator, { stars: 50, note: "bank" }, "key-1", "owner");
	await expect(shop.shares.payOut(creator, { stars: 21, note: "bank" }, "key-2", "owner")).rejects.toThrow(
		"less than that",
	);
	expect(await shop.shares.held(creator.no)).toEqual({ pending: 0, payable: 20, owed: 0 });

	const [paid] = await ana.payments();
	await payments.refunds.byStaff(paid?.id ?? 0, "kindness", "owner");
	await follow(world.simulator);
	expect(await has(ana.id, pack)).toBeNull();
	expect(await shop.shares.held(creator.no)).toEqual({ pending: 0, payable: 0, owed: 50 });
	expect(await saleOf(charge)).toMatchObject({ state: "refunded", share_state: "taken_back" });
});

test("an affiliate's share comes off before the creator's", async () => {
	const { referrals } = await deps();
	const friend = await world.buyer("Friend");
	const code = await referrals.codeOf(friend.id);
	const ana = await world.buyer("Ana");
	await referrals.welcome(ana.id, code);
	const creator = await aCreator({ percent: 50 });
	await wants(ana, await aProduct(creator, { stars: 200 }));
	const charge = await ana.pay();
	const share = await (await deps()).affiliates.shareOf(charge);
	expect((await saleOf(charge))?.share).toBe((200 - share) / 2);
});

test("nothing of an unverified, hidden or archived creator's is sold, also with an invoice from before", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator);
	const ana = await world.buyer("Ana");
	await wants(ana, pack);
	const { shop } = await deps();
	await shop.catalogue.change("all", creator.id, { active: false }, "owner");
	expect((await ana.checkOut()).error).toContain("not on sale");
	expect(await wants(ana, pack)).toEqual({ answer: "not_sold" });
	await shop.catalogue.change("all", creator.id, { active: true }, "owner");
	await shop.catalogue.changeProduct("all", pack.id, { stars: 120 }, "owner");
	expect((await ana.checkOut()).error).toContain("price");
	const hidden = await shop.catalogue.add(
		{ accountId: 1, name: "New", username: "newone", tier: "gold", country: null, bio: {} },
		"owner",
	);
	expect(await wants(ana, await aProduct(hidden))).toEqual({ answer: "not_sold" });
	expect(await shop.catalogue.visible({ id: hidden.id })).toBeNull();
	expect(
		await shop.catalogue.creators([2], { search: null, visible: false, after: null, limit: 50 }),
	).toEqual([]);
	await expect(shop.catalogue.mustHave([2], creator.id)).rejects.toMatchObject({ status: 404 });
});

test("a month that is charged again: one at a time, each month a sale, and the changed price is for others", async () => {
	const creator = await aCreator();
	const club = await aProduct(creator, { ...month, recurring: true, stars: 400 });
	const ana = await world.buyer("Ana");
	await wants(ana, club);
	const charge = await ana.pay({ link: ana.link });
	await wants(ana, club);
	expect((await ana.checkOut({ link: ana.link })).error).toContain("already");
	const { shop } = await deps();
	await shop.catalogue.changeProduct("all", club.id, { stars: 900 }, "owner");
	vi.setSystemTime(Date.now() + 29 * day);
	world.simulator.renewSubscription(ana.id, charge, {});
	await world.simulator.settle();
	await follow(world.simulator);
	const [, renewed] = await ana.payments();
	expect(await saleOf(renewed?.charge_id ?? "")).toMatchObject({ stars: 400, renewal: 1, state: "sold" });
	const until = (await has(ana.id, club))?.until ?? 0;
	expect(Math.round((until - Date.now()) / day)).toBe(31);
});

test("two who come for the last use of a code, or the last piece: one gets it", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator);
	const { shop } = await deps();
	await shop.codes.add(creator, { code: "summer", percent: 20, limitTotal: 1 }, "owner");
	const [ana, bo] = [await world.buyer("Ana"), await world.buyer("Bo")];
	await wants(ana, pack, { code: "Summer" });
	await wants(bo, pack, { code: "SUMMER" });
	const [one, other] = await Promise.all([ana.checkOut(), bo.checkOut()]);
	expect([one.status, other.status].sort()).toEqual(["paid", "refused"]);
	await follow(world.simulator);
	expect([one.error, other.error].filter(Boolean).join()).toContain("code is used up");

	const last = await aProduct(creator, { stock: 1, title: "Print" });
	await wants(ana, last);
	await wants(bo, last);
	const both = await Promise.all([ana.checkOut(), bo.checkOut()]);
	expect(both.map(({ status }) => status).sort()).toEqual(["paid", "refused"]);
	await follow(world.simulator);
});

test("a code for everything gives without an invoice, as often as it says; never on what is charged again unless meant so", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator);
	const club = await aProduct(creator, { ...month, recurring: true, stars: 400 });
	const { shop } = await deps();
	await shop.codes.add(creator, { code: "FREE", percent: 100, limitPerson: 1 }, "owner");
	const ana = await world.buyer("Ana");
	const answers = await Promise.all([wants(ana, pack, { code: "free" }), wants(ana, pack, { code: "free" })]);
	expect(answers.map(({ answer }) => answer).sort()).toEqual(["granted", "owned"]);
	expect(await wants(ana, club, { code: "free" })).toEqual({ answer: "code_not_recurring" });
	expect(await wants(ana, await aProduct(creator), { code: "free" })).toEqual({ answer: "code_gone" });
	expect(await wants(ana, await aProduct(await aCreator()), { code: "free" })).toEqual({
		answer: "code_other",
	});
	await shop.codes.change(creator, "FREE", { active: false }, "owner");
	expect(await wants(await world.buyer("Bo"), pack, { code: "free" })).toEqual({ answer: "code_over" });
	await follow(world.simulator);
});

test("free days are given once a person, also after an erasure", async () => {
	const creator = await aCreator();
	const club = await aProduct(creator, { ...month, trialDays: 3 });
	const ana = await world.buyer("Ana");
	const { shop, rights } = await deps();
	const wish = { userId: ana.id, botId: ana.bot, product: club.id, post: null };
	const both = await Promise.all([shop.buying.tryOut(wish), shop.buying.tryOut(wish)]);
	expect(both.map(({ answer }) => answer).sort()).toEqual(["granted", "had_trial"]);
	expect(Math.round((((await has(ana.id, club))?.until ?? 0) - Date.now()) / day)).toBe(3);
	await follow(world.simulator);
	await rights.erase(ana.id, null);
	expect(await has(ana.id, club)).toBeNull();
	expect(await shop.buying.mayTry(ana.id, club)).toBe(false);
	expect(await shop.buying.tryOut(wish)).toEqual({ answer: "had_trial" });
});

test("a gift is one person's, who comes first; unclaimed it can be given back", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator);
	const [ana, bo, cy] = [await world.buyer("Ana"), await world.buyer("Bo"), await world.buyer("Cy")];
	await wants(ana, pack, { gift: true });
	await ana.pay();
	const token = /start=gift_(\S+)/.exec(ana.last.text ?? "")?.[1] ?? "";
	const { shop, payments } = await deps();
	const both = await Promise.all([shop.gifts.claim(bo.id, token), shop.gifts.claim(cy.id, token)]);
	expect(both.map(({ answer }) => answer).sort()).toEqual(["claimed", "over"]);
	await follow(world.simulator);
	const [winner, loser] = both[0]?.answer === "claimed" ? [bo, cy] : [cy, bo];
	expect((await has(winner.id, pack))?.until).toBe(forever);
	expect(await has(loser.id, pack)).toBeNull();
	const [paid] = await ana.payments();
	expect(await payments.refunds.ask(ana.id, paid?.id ?? 0)).toBe("requested");
	await payments.refunds.byStaff(paid?.id ?? 0, "kindness", "owner");
	await follow(world.simulator);
	expect(await has(winner.id, pack)).toBeNull();

	await wants(ana, pack, { gift: true });
	await ana.pay();
	const second = /start=gift_(\S+)/.exec(ana.last.text ?? "")?.[1] ?? "";
	const [, again] = await ana.payments();
	expect(await payments.refunds.ask(ana.id, again?.id ?? 0)).toBe("refunded");
	await follow(world.simulator);
	expect((await shop.gifts.claim(bo.id, second)).answer).toBe("over");
	expect(holderOf(creator.no)).toBeLessThan(-(2 ** 48));
});

test("a tip is the creator's, less the operator's part", async () => {
	const creator = await aCreator({ percent: 90 });
	const ana = await world.buyer("Ana");
	const { shop } = await deps();
	const { translator } = await import("../src/platform/i18n/index.ts");
	await shop.buying.tip(translator("en"), { userId: ana.id, botId: ana.bot }, creator, 50);
	await ana.pay();
	expect(ana.last.text).toContain("gets 50 Stars");
	expect((await shop.shares.held(creator.no)).pending).toBe(45);
});
