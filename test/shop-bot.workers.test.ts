import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { botRooms } from "../src/platform/bot-rooms.ts";
import { Buyer, day, deps, follow, paymentWorld } from "./payment-world.ts";
import { aCreator, aPicture, aProduct, month } from "./shop-world.ts";
import { configure } from "./staff-room.ts";
import { ownerKey } from "./telegram.ts";

const world = paymentWorld();

const buttonsOf = (message: Buyer["last"]) =>
	message.reply_markup?.inline_keyboard?.flat().map(({ text }) => text) ?? [];

/** Carries out what is promised and on its way. */
async function arrive(): Promise<void> {
	await follow(world.simulator);
	const { results } = await env.DB.prepare("SELECT id FROM handovers WHERE state = 'running'").all<{
		id: string;
	}>();
	const { shop } = await deps();
	for (const { id } of results) await shop.handingOver.carryOut(id);
	await world.simulator.settle();
}

/** What people find in the bot. */
async function furnish(rooms: string[]): Promise<void> {
	const response = await exports.default.fetch(`https://rialto.test/api/bots/${world.bot}`, {
		...{ method: "PATCH", body: JSON.stringify({ rooms }) },
		headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
	});
	expect(response.status).toBe(200);
}

const pictures = (count: number) => Promise.all(Array.from({ length: count }, () => aPicture()));
const photos = (phone: Buyer) => phone.messages().filter(({ photo }) => photo).length;
/** Who comes by a link, and is in already. */
async function comes(name: string, payload: string): Promise<Buyer> {
	const buyer = await world.buyer(name);
	await buyer.start(payload);
	return buyer;
}
const sale = () =>
	env.DB.prepare("SELECT stars, post_no, code, kind FROM sales ORDER BY no DESC").first<{
		stars: number;
		post_no: number | null;
		code: string | null;
		kind: string;
	}>();

test("somebody new comes by a creator's link: language, age, the profile, a purchase, its albums, and all of it again", async () => {
	const creator = await aCreator();
	const { shop } = await deps();
	await shop.catalogue.setGallery("all", creator.id, await pictures(3), "owner");
	await aProduct(creator, {
		...{ media: await pictures(12), about: { en: "Sun and sand" } },
		reference: { currency: "BRL", amount: 2990 },
	});
	await furnish(["shop"]);
	const ana = new Buyer(world.simulator, world.bot, "Ana");
	await ana.start(`model_${creator.id}-77`);
	await ana.press("🇬🇧 English");
	expect(ana.last.text).toContain("How old are you?");
	await ana.send("30");
	expect(photos(ana)).toBe(3);
	expect(ana.last.text).toContain(`🇧🇷 ${creator.name} · 🥇 Gold`);
	expect(ana.last.text).toContain("Hello");
	await ana.press("Pack Verao · ⭐ 100");
	for (const part of ["Sun and sand", "12 photos", "100 Stars", "R$29.90"])
		expect(ana.last.text).toContain(part);
	expect(buttonsOf(ana.last)).toEqual(["Buy", "Gift it", "I have a code", "Share", creator.name]);
	await ana.press("Buy");
	await ana.pay();
	await arrive();
	expect(photos(ana)).toBe(15);
	expect(await sale()).toMatchObject({ stars: 100, post_no: 77 });

	await ana.send("/purchases");
	expect(ana.last.text).toContain("Pack Verao");
	await ana.press("Get it again");
	expect(ana.last.text).toBe("It is on its way.");
	await arrive();
	expect(photos(ana)).toBe(27);
	await ana.press("Pack Verao");
	expect(ana.last.text).toContain("It is yours");
	expect(buttonsOf(ana.last)).not.toContain("Buy");

	const { payments } = await deps();
	const [paid] = await ana.payments();
	await payments.refunds.byStaff(paid?.id ?? 0, "kindness", "owner");
	await arrive();
	const before = photos(ana);
	await ana.press("Get it again");
	expect(ana.last.text).toBe("You don't have that now.");
	await arrive();
	expect(photos(ana)).toBe(before);
	await furnish([...botRooms]);
});

test("creators are listed a page at a time; who is not verified, hidden or archived is not there, whatever is guessed", async () => {
	const { shop } = await deps();
	for (let i = 0; i < 9; i++) await aCreator();
	const all = await shop.catalogue.creators("all", { search: null, visible: true, after: null, limit: 50 });
	const hidden = await shop.catalogue.add(
		{ accountId: 1, name: "Nobody", username: "nobody", tier: "gold", country: null, bio: {} },
		"owner",
	);
	const theirs = await aProduct(hidden, { title: "Secret" });
	const ana = await world.buyer("Ana");
	await ana.send("/models");
	const seen = new Set(buttonsOf(ana.last));
	for (let turns = 0; turns < 10 && buttonsOf(ana.last).includes("More ›"); turns++) {
		await ana.press("More ›");
		for (const label of buttonsOf(ana.last)) seen.add(label);
	}
	for (const { name } of all) expect([...seen].join("\n")).toContain(name);
	expect([...seen].join("\n")).not.toContain("Nobody");

	for (const payload of [`model_${hidden.id}`, `product_${theirs.id}`]) {
		await ana.start(payload);
		expect(ana.last.text).toContain("not there");
	}
	const creator = await aCreator();
	const pack = await aProduct(creator);
	await ana.start(`product_${pack.id}`);
	expect(buttonsOf(ana.last)).toContain("Buy");
	await shop.catalogue.change("all", creator.id, { active: false }, "owner");
	for (const button of ["Buy", "Gift it", creator.name]) {
		await ana.start("nothing");
		await ana.press(button);
		expect(ana.last.text).toContain("not there");
	}
	expect(JSON.stringify(ana.messages())).not.toContain("Secret");
});

test("who chats, or is younger than people here have to be, reads why the shop is closed to them", async () => {
	const pack = await aProduct(await aCreator());
	const ana = await comes("Ana", `product_${pack.id}`);
	await configure({ "people.minimum_age": 35 });
	for (const what of ["/models", "/purchases", "/subscriptions"]) {
		await ana.send(what);
		expect(ana.last.text).toContain("35 or older");
	}
	await ana.press("Buy");
	expect(ana.last.text).toContain("35 or older");
	await ana.start(`product_${pack.id}`);
	expect(ana.last.text).toContain("35 or older");
	await configure({ "people.minimum_age": 18 });
	const bo = await world.buyer("Bo");
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	await ana.press("Buy");
	expect(ana.last.text).toContain("You are in a chat");
	await ana.send("/stop");
	expect((await ana.payments()).length).toBe(0);
});

test("a code makes it cheaper by its link or when it is told, and one for everything gives at once", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator);
	const { shop } = await deps();
	await shop.codes.add(creator, { code: "SUN20", percent: 20 }, "owner");
	await shop.codes.add(creator, { code: "FREE", percent: 100, productNo: pack.no }, "owner");
	const ana = await comes("Ana", "promo_sun20");
	expect(ana.last.text).toContain("SUN20");
	await ana.press("Pack Verao · ⭐ 80");
	expect(ana.last.text).toContain("80 Stars with SUN20 instead of 100");
	await ana.press("Without the code");
	expect(ana.last.text).not.toContain("SUN20");
	await ana.press("I have a code");
	await ana.send("nonsense");
	expect(ana.last.text).toContain("no such code");
	await ana.press("I have a code");
	await ana.send("sun20");
	await ana.press("Buy");
	await ana.pay();
	expect(await sale()).toMatchObject({ stars: 80, code: "SUN20" });

	const bo = await comes("Bo", "promo_FREE");
	expect(bo.last.text).toContain("0 Stars with FREE");
	await bo.press("Buy");
	await arrive();
	expect(bo.heard).toContain("✅ Pack Verao is yours.");
	expect(photos(bo)).toBe(1);
	expect(await sale()).toMatchObject({ stars: 0, kind: "grant" });

	const cy = await comes("Cy", "promo_sun20");
	await shop.codes.change(creator, "SUN20", { active: false }, "owner");
	await cy.start(`product_${pack.id}`);
	expect(cy.last.text).toContain("100 Stars");
	await cy.press("Buy");
	expect(cy.heard.at(-2)).toContain("time is over");
	expect((await cy.checkOut().catch(() => null))?.status).not.toBe("paid");
	await arrive();
});

test("a gift is whoever's opens its link first", async () => {
	const pack = await aProduct(await aCreator());
	const ana = await comes("Ana", `product_${pack.id}`);
	await ana.press("Gift it");
	await ana.pay();
	const token = /start=(gift_\S+)/.exec(ana.last.text ?? "")?.[1] ?? "";
	const bo = new Buyer(world.simulator, world.bot, "Bo");
	await bo.start(token);
	await bo.press("🇬🇧 English");
	await bo.press("Male");
	await bo.send("22");
	await arrive();
	expect(bo.heard).toContain("✅ Pack Verao is yours.");
	expect(photos(bo)).toBe(1);
	await bo.start(token);
	expect(bo.last.text).toContain("is yours already");
	const cy = await comes("Cy", token);
	expect(cy.last.text).toContain("had this gift already");
});

test("free days once; a month is cancelled and resumed as Telegram says; its price stays", async () => {
	const creator = await aCreator();
	const week = await aProduct(creator, { ...month, trialDays: 3, title: "Week" });
	const ana = await comes("Ana", `product_${week.id}`);
	await ana.press("Try 3 days for free");
	await arrive();
	expect(ana.last.text).toContain("Week is yours until");
	await ana.press("Try 3 days for free");
	expect(ana.last.text).toContain("had your free days");
	await ana.send("/subscriptions");
	expect(ana.last.text).toContain("ends by itself");
	expect(buttonsOf(ana.last)).toEqual(["Send me my links again"]);

	const club = await aProduct(creator, { ...month, recurring: true, stars: 400, title: "Club" });
	await ana.start(`product_${club.id}`);
	expect(buttonsOf(ana.last)).not.toContain("Gift it");
	await ana.press("Buy");
	await ana.pay({ link: ana.link });
	const { shop } = await deps();
	await shop.catalogue.changeProduct("all", club.id, { stars: 900 }, "owner");
	await ana.start(`product_${club.id}`);
	expect(buttonsOf(ana.last)).not.toContain("Buy");
	await ana.press("My subscriptions");
	const ofClub = () => ana.messages().findLast(({ text }) => text?.startsWith("Club"));
	expect(ofClub()?.text).toContain("400 Stars every 30 days");
	expect(ofClub()?.text).toContain("Renews on");
	await ana.send("/paysupport");
	expect(buttonsOf(ana.last)).toContain("Cancel: Club");
	await ana.press("Cancel");
	expect(ana.last.text).toContain("nothing more is charged");
	await ana.send("/subscriptions");
	expect(ofClub()?.text).toContain("Cancelled: runs until");
	await ana.press("Resume");
	expect(ana.last.text).toContain("Confirm it there");
	vi.setSystemTime(Date.now() + 31 * day);
	await ana.send("/subscriptions");
	expect(ana.last.text).toContain("no subscription now");
	await arrive();
});

test("a few items of one message are sold by it: paid once, seen in their place, and not sent twice", async () => {
	const creator = await aCreator();
	const few = await aProduct(creator, { type: "ppv", title: "Set", media: await pictures(3), stars: 60 });
	const many = await aProduct(creator, { type: "ppv", title: "Big set", media: await pictures(11) });
	const ana = await comes("Ana", `product_${few.id}`);
	await ana.press("Buy");
	expect(ana.last).toMatchObject({ paid_media: { star_count: 60 }, has_protected_content: true });
	const order = await env.DB.prepare("SELECT id, kind FROM orders WHERE user_id = ?")
		.bind(ana.id)
		.first<{ id: string; kind: string }>();
	expect(order?.kind).toBe("product");
	const { payments } = await deps();
	const charge = {
		...{ chargeId: "media-1", payload: order?.id ?? "", userId: ana.id, botId: ana.bot, stars: 60 },
		...{ at: Date.now(), recurring: null, until: null },
	};
	expect(await payments.settlement.settle(charge)).toBe("first");
	await arrive();
	expect(photos(ana)).toBe(0);
	await ana.press("Buy");
	expect(ana.last.text).toContain("is yours already");
	await ana.start(`product_${many.id}`);
	await ana.press("Buy");
	expect(ana.last.invoice).toMatchObject({ total_amount: 100 });
});

test("a bot that has no shop any more says so, and still hands over what was bought; who is banned reads that", async () => {
	const pack = await aProduct(await aCreator());
	const ana = await comes("Ana", `product_${pack.id}`);
	await ana.press("Buy");
	await ana.pay();
	await arrive();
	await ana.send("/purchases");
	await furnish(["chat", "groups"]);
	for (const way of ["Pack Verao", "My subscriptions"]) {
		await ana.press(way);
		expect(ana.last.text).toContain("not something this bot does");
	}
	await ana.start(`product_${pack.id}`);
	expect(ana.last.text).toContain("not something this bot does");
	await ana.send("/models");
	expect(ana.last.text).toContain("not something this bot does");
	await ana.press("Get it again");
	await arrive();
	expect(photos(ana)).toBe(2);
	await furnish([...botRooms]);
	const { people } = await deps();
	await people.ban(ana.id, { reason: "rude", until: null }, "owner");
	await follow(world.simulator);
	for (const way of ["Get it again", "Buy"]) {
		await ana.start("x");
		await ana.press(way);
		expect(ana.last.text).not.toMatch(/on its way|yours/);
	}
	await arrive();
	expect(photos(ana)).toBe(2);
});

test("a tip is paid by its button", async () => {
	const creator = await aCreator();
	const ana = await comes("Ana", `model_${creator.id}`);
	expect(ana.last.text).toContain("Nothing is for sale");
	await ana.press("Tip");
	await ana.press("⭐ 50");
	await ana.pay();
	expect(ana.last.text).toContain("gets 50 Stars");
});
