import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import { translator } from "../src/platform/i18n/index.ts";
import { comeBy, daysOf, follow, linkOf, referralOf, startOver } from "./invited.ts";
import { configure, deliverEvents, holdEvents, meet, statusOf } from "./staff-room.ts";
import { addBot, keptOf, Phone, startTelegram } from "./telegram.ts";

vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2030, 0, 1) });
const { simulator, bot } = await startTelegram();
const day = 86_400_000;
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(() => holdEvents());
afterEach(async () => {
	later(2 * day);
	await configure({
		"flags.referrals": true,
		"people.required_channels": [],
		"referrals.vip_days": 3,
		"referrals.gift_days": 0,
		"referrals.burst_limit": 10,
	});
});

const person = (name: string) => new Phone(simulator, bot, name).settleIn("Female", "30");
const come = (payload: string, name?: string) => comeBy(simulator, bot, payload, name);

test("the whole way: a link, a newcomer, and whoever gave it is told and rewarded, by nobody's name", async () => {
	const t = translator("fr");
	const ana = new Phone(simulator, bot, "Ana");
	await ana.start();
	await ana.press("🇫🇷 Français");
	await ana.press(t("gender-female"));
	await ana.send("30");
	await ana.press(t("button-invite"));
	expect(ana.last.text).toContain("https://t.me/rialto_bot?start=ref_");
	const link = await linkOf(ana);
	// One code for good.
	expect(await linkOf(ana)).toBe(link);

	const bo = new Phone(simulator, bot, "Boris");
	await bo.start(link);
	await bo.press("🇬🇧 English");
	await bo.press("Male");
	expect(await referralOf(bo)).toBeNull();
	await bo.send("44");
	expect(bo.last.text).toContain("You're all set");
	expect(await referralOf(bo)).toMatchObject({ state: "counted", reason: null, referrer_id: ana.id });
	await deliverEvents();
	expect(ana.last.text).toBe(t("referral-rewarded", { days: 3 }));
	expect(ana.heard.join()).not.toMatch(new RegExp(`Boris|${bo.id}`));
	expect(await daysOf(ana)).toBe(3);
	expect(await daysOf(bo)).toBe(0);

	// The event once more, and the link once more: nothing.
	const heard = ana.heard.length;
	const { outbox, referrals } = await createDeps(env);
	const referral = await referralOf(bo);
	await outbox["referral.counted"]({ referralId: referral?.id ?? "" });
	await bo.start(link);
	expect(bo.last.text).toContain("What would you like to do?");
	await deliverEvents();
	expect(ana.heard).toHaveLength(heard);
	expect(await daysOf(ana)).toBe(3);
	expect(await referrals.counts(ana.id)).toEqual({ came: 1, counted: 1, held: 0, vipDays: 3 });
	await ana.send("/invite");
	expect(ana.last.text).toContain(t("invite-counts", { came: 1, counted: 1, days: 3 }));
});

test("told by a bot that can reach them; a gift for the newcomer; no days if none are set", async () => {
	const ana = await person("Ana");
	const second = simulator.createBot({ first_name: "Rialto 2", username: "rialto2_bot" });
	await addBot(second.token);
	later(1000);
	await simulator.start(ana.id, { bot: second.bot.id });
	await simulator.settle();
	const link = await linkOf(ana);
	await configure({ "referrals.vip_days": 0, "referrals.gift_days": 2 });
	const sentBy = (id: number) => simulator.calls({ bot: id, method: "sendMessage" }).length;
	const told = "🎉 A friend came by your link!";

	// The bot started last can't reach them, which nobody knew.
	simulator.addFault({
		...{ bot: second.bot.id, method: "sendMessage", times: 1 },
		...{ status: 403, description: "Forbidden: bot was blocked by the user" },
	});
	const cy = await come(link, "Cy");
	await deliverEvents();
	expect(ana.last.text).toBe(told);
	expect(await daysOf(cy)).toBe(2);

	// One that they are known to have blocked isn't even asked.
	simulator.block(ana.id, { bot });
	simulator.block(ana.id, { bot: second.bot.id });
	simulator.unblock(ana.id, { bot: second.bot.id });
	await simulator.settle();
	const before = { first: sentBy(bot), second: sentBy(second.bot.id) };
	await env.DB.prepare(
		"UPDATE person_bots SET started_at = started_at + 9999 WHERE user_id = ? AND bot_id = ?",
	)
		.bind(ana.id, bot)
		.run();
	await (await createDeps(env)).referrals.welcome(9_300_000, link.replace("ref_", ""));
	await deliverEvents();
	expect([sentBy(bot), sentBy(second.bot.id)]).toEqual([before.first, before.second + 1]);
	const bo = await come(link);
	await deliverEvents();
	const there = simulator.messages(ana.id, second.bot.id).filter((message) => !message.out);
	expect(there.at(-1)?.text).toBe(told);
	expect(bo.last.text).toContain("2 days of VIP");
	expect([await daysOf(ana), await daysOf(bo)]).toEqual([0, 2]);
});

test("who was here already, and a code nobody has: the menu, and nothing else", async () => {
	const ana = await person("Ana");
	const link = await linkOf(ana);
	const bo = await person("Bo");
	const before = bo.heard.length;
	await bo.start(link);
	expect(bo.heard.slice(before)).toEqual(["What would you like to do?"]);
	expect(await referralOf(bo)).toBeNull();
	const cy = await come("ref_nobodyhas");
	expect(cy.last.text).toContain("You're all set");
	expect(await referralOf(cy)).toBeNull();
	await deliverEvents();
	expect(await daysOf(ana)).toBe(0);
});

test("with referrals off links lead to the menu, and the button is gone", async () => {
	const ana = await person("Ana");
	const link = await linkOf(ana);
	await configure({ "flags.referrals": false });
	const bo = await come(link);
	expect(bo.last.text).toContain("You're all set");
	expect(await referralOf(bo)).toBeNull();
	const labels = simulator.screen(bo.id, bot).reply_keyboard?.keyboard.flat() ?? [];
	expect(labels.map(({ text }) => text)).toEqual([
		"🔍 Find Partner",
		"⭐ Buy Premium",
		"👤 Profile",
		"❓ Help",
	]);
	await ana.send("/invite");
	expect(ana.last.text).toContain("no invitations at the moment");
	expect(ana.last.text).not.toContain("ref_");
});

test("the link waits until a newcomer is in the required channels, and have a profile, whichever way they go on", async () => {
	const owner = simulator.createUser({ first_name: "Olga" });
	const news = simulator.createGroup(owner.id, { title: "News", type: "channel", username: "rialto_news" });
	simulator.setMember(owner.id, { chat: news.id, user: bot, status: "administrator" });
	const ana = await person("Ana");
	const link = await linkOf(ana);
	await configure({ "people.required_channels": ["@rialto_news"] });
	const outside = async (name: string) => {
		const phone = new Phone(simulator, bot, name);
		await phone.start(link);
		await phone.press("🇬🇧 English");
		expect(phone.last.text).toContain("please join first");
		return phone;
	};
	const profile = async (phone: Phone) => {
		await phone.press("Female");
		await phone.send("27");
	};
	const bo = await outside("Bo");
	await bo.send("/find");
	expect(bo.last.text).toContain("please join first");
	expect(await referralOf(bo)).toBeNull();
	simulator.join(bo.id, { chat: news.id });
	await bo.press("✅ I have joined");
	expect(await referralOf(bo)).toBeNull();
	await profile(bo);
	expect(bo.last.text).toContain("You're all set");
	expect(await referralOf(bo)).toMatchObject({ state: "counted", referrer_id: ana.id });
	expect((await statusOf(bo)).session).not.toHaveProperty("newcomer");

	// Whoever joins and goes on without saying so has arrived too.
	const cy = await outside("Cy");
	simulator.join(cy.id, { chat: news.id });
	await cy.send("/find");
	await profile(cy);
	expect(await referralOf(cy)).toMatchObject({ state: "counted" });
	await cy.send("/find");
	expect(cy.last.text).toContain("Looking for somebody");
	await cy.send("/stop");
});

test("self: coming by one's own link is held, and worth nothing whoever releases it", async () => {
	const ana = await person("Ana");
	const link = await linkOf(ana);
	await startOver(ana);
	await follow(ana, link);
	expect(ana.last.text).toContain("You're all set");
	expect(await referralOf(ana)).toMatchObject({ state: "held", reason: "self" });
	const { referrals } = await createDeps(env);
	await expect(referrals.release(ana.id, "owner")).rejects.toThrow("worth nothing");
	await deliverEvents();
	expect(await daysOf(ana)).toBe(0);
	expect(await referrals.counts(ana.id)).toMatchObject({ came: 0 });
});

test("loop: whoever brought the referrer, however far up, is held", async () => {
	const ana = await person("Ana");
	const bo = await come(await linkOf(ana), "Bo");
	const cy = await come(await linkOf(bo), "Cy");
	const link = await linkOf(cy);
	await startOver(ana);
	await follow(ana, link);
	expect(await referralOf(ana)).toMatchObject({ state: "held", reason: "loop", referrer_id: cy.id });
	await deliverEvents();
	expect(await daysOf(cy)).toBe(0);
	expect([await daysOf(ana), await daysOf(bo)]).toEqual([3, 3]);
});

test("burst: more than the limit within a day is held, also side by side; a day later it counts again", async () => {
	await configure({ "referrals.burst_limit": 3 });
	const ana = await person("Ana");
	const link = await linkOf(ana);
	const code = link.replace("ref_", "");
	await come(link);
	const { referrals } = await createDeps(env);
	const ids = Array.from({ length: 8 }, (_, i) => 9_100_000 + i);
	await Promise.all(ids.map((id) => referrals.welcome(id, code)));
	const states = await Promise.all(ids.map(async (id) => (await referralOf({ id }))?.state));
	expect(states.filter((state) => state === "counted")).toHaveLength(2);
	expect(states.filter((state) => state === "held")).toHaveLength(6);
	expect((await referrals.counts(ana.id)).counted).toBe(3);
	await ana.send("/invite");
	expect(ana.last.text).toContain("looked at by our team: 6");
	// Of those nobody has chatted: they are out of the way of what is tested here.
	await env.DB.exec("DELETE FROM referrals WHERE newcomer_id BETWEEN 9100000 AND 9100099");
	later(day + 1000);
	expect(await referralOf(await come(link))).toMatchObject({ state: "counted" });
});

test("silent: of newcomers older than a day most never chatted", async () => {
	const ana = await person("Ana");
	const link = await linkOf(ana);
	const [bo, cy, dan] = [await come(link, "Bo"), await come(link, "Cy"), await come(link, "Dan")];
	later(day / 2);
	// Younger than a day: not looked at yet.
	expect(await referralOf(await come(link))).toMatchObject({ state: "counted" });
	later(day / 2 + 1000);
	expect(await referralOf(await come(link))).toMatchObject({ state: "held", reason: "silent" });
	await meet(bo, cy);
	await bo.send("/stop");
	// Now two of the three have chatted; the others are too young to be looked at.
	expect(await referralOf(await come(link))).toMatchObject({ state: "counted" });
	expect((await statusOf(dan)).chats).toBe(0);
});

test("banned: a referrer who may not take part is not rewarded", async () => {
	const ana = await person("Ana");
	const link = await linkOf(ana);
	const { people } = await createDeps(env);
	await people.ban(ana.id, { reason: "rude", until: null }, "owner");
	const bo = await come(link);
	expect(await referralOf(bo)).toMatchObject({ state: "held", reason: "banned" });
	await people.unban(ana.id, "owner");
	expect(await referralOf(await come(link))).toMatchObject({ state: "counted" });
});

test("one newcomer ten times side by side counts once, and is rewarded once", async () => {
	const ana = await person("Ana");
	const code = (await linkOf(ana)).replace("ref_", "");
	const { referrals } = await createDeps(env);
	const id = 9_200_000;
	await Promise.all(Array.from({ length: 10 }, () => referrals.welcome(id, code)));
	const referral = await referralOf({ id });
	await Promise.all(Array.from({ length: 10 }, () => referrals.reward(referral?.id ?? "")));
	await deliverEvents();
	expect(await referrals.counts(ana.id)).toMatchObject({ came: 1, vipDays: 3 });
	expect(await daysOf(ana)).toBe(3);
});

async function erase(phone: Phone) {
	await phone.send("/deletemydata");
	expect(phone.last.text).toContain("your invite link, and the Stars earned by it");
	await phone.press("Delete everything");
}

/** The ledger has its own erasure. */
async function namedIn(id: number) {
	const { ledger_entries: _, balances: __, grants: ___, ...rest } = await keptOf(id);
	return rest;
}

test("who is erased and comes back by a link counts no second time, and no row names them", async () => {
	const ana = await person("Ana");
	const link = await linkOf(ana);
	const bo = await come(link, "Bo");
	await deliverEvents();
	const exported = await (await createDeps(env)).rights.export(bo.id);
	expect(exported.referrals).toMatchObject({ code: null, came_by_a_link: { gift_days: 0 }, brought: [] });
	expect(JSON.stringify(exported)).not.toContain(String(ana.id));
	const ofAna = (await (await createDeps(env)).rights.export(ana.id)).referrals;
	expect(ofAna).toMatchObject({
		code: link.replace("ref_", ""),
		brought: [{ state: "counted", people: 1, vip_days: 3 }],
	});
	expect(JSON.stringify(ofAna)).not.toContain(String(bo.id));

	await erase(bo);
	expect(await keptOf(bo.id)).toEqual({});
	await follow(bo, link);
	expect(bo.last.text).toContain("You're all set");
	expect(await referralOf(bo)).toBeNull();
	await deliverEvents();
	expect(await daysOf(ana)).toBe(3);

	// Whoever brought somebody can't come back as a newcomer either, not even of the one they brought.
	await bo.send("/invite");
	const cy = await come(await linkOf(bo), "Cy");
	await erase(bo);
	await follow(bo, await linkOf(cy));
	expect(await referralOf(bo)).toBeNull();

	// The referrer goes: the link with them, and their newcomers name nobody.
	await erase(ana);
	expect(await namedIn(ana.id)).toEqual({});
	const dan = await come(link, "Dan");
	expect(dan.last.text).toContain("You're all set");
	expect(await referralOf(dan)).toBeNull();
});
