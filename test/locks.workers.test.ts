import { abortAllDurableObjects, env, runDurableObjectAlarm } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { creditsOf, lockLabel, locksOf, lockWorld } from "./lock-room.ts";
import { configure, deliverEvents, meet, seatOf } from "./staff-room.ts";
import { addBot, Phone } from "./telegram.ts";

const world = lockWorld();

test("a lock with credits: both know, the partner stays and talks on, and goes when it has run out", async () => {
	const { ana, bo, chatId } = await world.talking();
	await ana.press(lockLabel);
	expect(ana.last.text).toContain("You have: 30");
	expect(ana.last.reply_markup).toMatchObject({
		inline_keyboard: [[{ text: "5 min" }], [{ text: "10 min" }], [{ text: "15 min" }]],
	});
	expect(bo.heard.at(-1)).toContain("Somebody is here");
	await ana.press("10 min");
	expect(ana.heard).toContain("🔒 10 min");
	expect(ana.last.text).toContain("You have locked this chat for 10 min");
	expect(bo.last.text).toContain("locked this chat for 10 min");
	expect(await creditsOf(ana)).toBe(20);
	expect(await locksOf(ana)).toMatchObject([
		{ chat_id: chatId, minutes: 10, state: "running", ends_at: Date.now() + 600_000 },
	]);

	for (const word of ["⏭ Next", "⏹ Stop", "/next", "/stop"]) {
		await bo.send(word);
		expect(bo.last.text).toContain("You can leave in 10 min");
		expect((await seatOf(bo))?.chatId).toBe(chatId);
	}
	await world.pass(chatId, 150);
	await bo.press("⏹ Stop");
	expect(bo.last.text).toContain("You can leave in 8 min");
	await bo.send("so let's talk");
	expect(ana.last.text).toBe("so let's talk");
	await ana.send("gladly");
	expect(bo.last.text).toBe("gladly");
	for (const phone of [ana, bo]) {
		await phone.send("/lock");
		expect(phone.last.text).toContain("locked already, for 8 min more");
	}

	await world.pass(chatId, 449);
	await bo.press("⏭ Next");
	expect(bo.last.text).toContain("You can leave in 1 min");
	await world.pass(chatId, 1);
	expect(ana.last.text).toContain("Your lock has run out");
	expect(bo.last.text).toContain("you can leave again");
	await bo.press("⏹ Stop");
	expect(bo.last.text).toContain("You have left");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
	await deliverEvents();
	expect(await creditsOf(ana)).toBe(20);
});

test("the partner reads it in their language, and can't get out by the button of another bot", async () => {
	const other = world.telegram.simulator.createBot({ first_name: "Other", username: "other_bot" });
	await addBot(other.token);
	const ana = await world.person("Ana");
	const bo = new Phone(world.telegram.simulator, world.telegram.bot, "Bo", "pt");
	await bo.settleIn("Masculino", "30", "🇧🇷 Português");
	await ana.send("/find");
	await bo.send("/find");
	// Of different languages: they meet in the pool of every language.
	vi.setSystemTime(Date.now() + 60_000);
	for (const language of ["en", "pt", "any"])
		await runDurableObjectAlarm(env.MATCHMAKER.getByName(`all:${language}`));
	await world.telegram.simulator.settle();
	const seat = await seatOf(bo);
	expect(seat).not.toBeNull();
	await world.give(ana, 5);
	await ana.send("/lock");
	await ana.press("5 min");
	expect(bo.last.text).toContain("trancou esta conversa por 5 min");
	await bo.press("⏭ Próxima pessoa");
	expect(bo.last.text).toContain("Você pode sair em 5 min");

	const elsewhere = new Phone(world.telegram.simulator, other.bot.id, "Bo");
	Object.assign(elsewhere, { id: bo.id });
	await elsewhere.start();
	await elsewhere.send("/lock");
	expect(elsewhere.last.text).toContain("@rialto_bot");
	await elsewhere.press("Encerrar lá");
	expect(elsewhere.last.text).toContain("Você pode sair em 5 min");
	expect((await seatOf(bo))?.chatId).toBe(seat?.chatId);
	await bo.press("🚫 Bloquear");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
});

test("who locked may leave, and the rest is lost", async () => {
	const { ana, bo } = await world.locked();
	await ana.press("⏹ Stop");
	expect(ana.last.text).toContain("You have left");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
	await deliverEvents();
	expect(await creditsOf(ana)).toBe(25);
	expect(ana.heard.join()).not.toContain("Credits back");

	const { ana: cy, chatId } = await world.locked();
	await world.pass(chatId, 60);
	await cy.press("⏭ Next");
	expect(cy.last.text).toContain("Looking for somebody");
	await deliverEvents();
	expect(await creditsOf(cy)).toBe(25);
	await cy.press("Cancel search");
});

const report = async (phone: Phone) => {
	await phone.press("🚩 Report");
	await phone.press("Insults or threats");
};
const ban = async (phone: Phone) => {
	await (await createDeps(env)).people.ban(phone.id, { reason: "threats", until: null }, "owner");
};
const blockBot = async (phone: Phone) => {
	world.telegram.simulator.block(phone.id, { bot: world.telegram.bot });
	await world.telegram.simulator.settle();
};
const eraseData = async (phone: Phone) => {
	await phone.send("/deletemydata");
	await phone.press("Delete everything");
};
const closeBot = async (phone: Phone) => {
	await (await createDeps(env)).chat.expel(phone.id, "bot_closed", world.telegram.bot);
};
type End = (locker: Phone, partner: Phone) => Promise<unknown>;
const ends: Record<string, [back: number, end: End]> = {
	"report by who locked": [3, (ana) => report(ana)],
	"report by the partner": [0, (_, bo) => report(bo)],
	"block by who locked": [3, (ana) => ana.press("🚫 Block")],
	"block by the partner": [3, (_, bo) => bo.press("🚫 Block")],
	"ban of who locked": [0, (ana) => ban(ana)],
	"ban of the partner": [3, (_, bo) => ban(bo)],
	"the partner blocks the bot": [3, (_, bo) => blockBot(bo)],
	"who locked blocks the bot": [0, (ana) => blockBot(ana)],
	"removal of the bot, who locked first": [3, (ana) => closeBot(ana)],
	"removal of the bot, the partner first": [3, (_, bo) => closeBot(bo)],
	"the partner has everything deleted": [3, (_, bo) => eraseData(bo)],
};

test.each(Object.entries(ends).map(([name, [back, end]]) => ({ name, back, end })))(
	"$name ends a locked chat, and $back minutes go back",
	async ({ back, end }) => {
		const { ana, bo, chatId } = await world.locked();
		await world.pass(chatId, 90);
		await end(ana, bo);
		expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
		await deliverEvents();
		await deliverEvents();
		expect(await creditsOf(ana)).toBe(25 + back);
		const told = ana.heard.filter((text) => text.includes("Credits back"));
		expect(told).toEqual(
			back ? [`↩️ The chat ended before your lock did. Credits back with you: ${back}`] : [],
		);
		expect(await locksOf(ana)).toMatchObject([{ state: back ? "ended" : "running", returned_minutes: back }]);
	},
);

test("a lock ends by its alarm, also at an actor that has just come up, and tells what a crash cut off", async () => {
	const { ana, bo, chatId } = await world.locked();
	await world.pass(chatId, 3);
	await abortAllDurableObjects();
	await getRegistry(env, { fresh: true });
	await bo.press("⏹ Stop");
	expect(bo.last.text).toContain("You can leave in 5 min");
	await abortAllDurableObjects();
	await getRegistry(env, { fresh: true });
	world.telegram.simulator.addFault({ method: "sendMessage", status: 500, times: 2 });
	await world.pass(chatId, 297);
	await abortAllDurableObjects();
	await getRegistry(env, { fresh: true });
	for (let i = 0; i < 4; i++) await world.pass(chatId, 3);
	expect(ana.heard.filter((text) => text.includes("Your lock has run out"))).toHaveLength(1);
	expect(bo.heard.filter((text) => text.includes("The lock is over"))).toHaveLength(1);
	await bo.press("⏹ Stop");
	expect(bo.last.text).toContain("You have left");
});

test("silence neither warns nor ends a locked chat; it counts from the lock's end", async () => {
	const { ana, bo, chatId } = await world.talking();
	await world.pass(chatId, 8 * 60);
	await ana.press(lockLabel);
	await ana.press("15 min");
	for (let i = 0; i < 3; i++) await world.pass(chatId, 4 * 60);
	expect(ana.heard.join()).not.toContain("still there");
	expect((await seatOf(bo))?.chatId).toBe(chatId);
	await world.pass(chatId, 3 * 60 + 1);
	expect(bo.last.text).toContain("The lock is over");
	expect((await seatOf(bo))?.chatId).toBe(chatId);
	await world.pass(chatId, 10 * 60);
	expect(bo.last.text).toContain("Are you still there?");
	await world.pass(chatId, 5 * 60);
	expect(bo.heard.at(-2)).toContain("It was quiet for a long time");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
});

test("while locks are off there is no button, and the old one is answered; what runs goes on", async () => {
	const { ana, bo, chatId } = await world.locked();
	await configure({ "flags.lock_chat": false });
	try {
		await bo.press("⏹ Stop");
		expect(bo.last.text).toContain("You can leave in 5 min");
		await ana.send("/lock");
		expect(ana.last.text).toContain("locked already");
		await world.pass(chatId, 300);
		expect(bo.last.text).toContain("The lock is over");
		await ana.press(lockLabel);
		expect(ana.last.text).toContain("can't be locked at the moment");
		const { locks } = await createDeps(env);
		const wish = { userId: ana.id, botId: world.telegram.bot, chatId, minutes: 5 };
		expect(await locks.begin({ ...wish, updateKey: "off" })).toEqual({ kind: "off" });
		expect(await locks.resume({ ...wish, chargeId: "off" })).toBe(false);
		expect(await creditsOf(ana)).toBe(25);
		await bo.press("⏹ Stop");
		const [cy, dan] = [await world.person("Cy"), await world.person("Dan")];
		await meet(cy, dan);
		const keyboards = world.telegram.simulator
			.calls()
			.filter(({ parameters }) => [cy.id, dan.id].includes(Number(parameters.chat_id)))
			.map(({ parameters }) => JSON.stringify(parameters.reply_markup ?? ""))
			.filter((keyboard) => keyboard.includes("Report"));
		expect(keyboards).toHaveLength(2);
		expect(keyboards.join()).not.toContain("Lock");
	} finally {
		await configure({ "flags.lock_chat": true });
	}
});

test("nobody locks without a chat, an earlier one, or by what was pressed before it began", async () => {
	const { ana, bo, chatId } = await world.talking();
	await ana.press(lockLabel);
	const offer = ana.last.message_id;
	await bo.press("⏹ Stop");
	await ana.send("/lock");
	expect(ana.last.text).toContain("not in a chat");
	await world.telegram.simulator.press(ana.id, {
		chat: world.telegram.bot,
		text: "5 min",
		message_id: offer,
	});
	await world.telegram.simulator.settle();
	expect(ana.heard.join()).toContain("there is nothing to lock");
	expect(await creditsOf(ana)).toBe(30);
	expect(await env.CHAT_PAIR.getByName(chatId).lock({ lockId: "x", userId: ana.id, minutes: 5 })).toEqual({
		kind: "over",
	});
	const cy = await world.person("Cy");
	const newChat = await meet(ana, cy);
	await world.give(cy, 5);
	await cy.press(lockLabel);
	await cy.press("5 min");
	// A press of before this chat is neither carried out nor answered with its lock.
	const pair = env.CHAT_PAIR.getByName(newChat);
	expect(await pair.leave(ana.id, "stop", offer)).toEqual({ kind: "stale" });
	expect(await pair.leave(ana.id, "stop", ana.last.message_id + 10)).toMatchObject({ kind: "locked" });
});

test("locks are in the export and go with everything else", async () => {
	const { ana, bo, chatId } = await world.locked();
	const { locks, rights } = await createDeps(env);
	expect(await locks.data.export(ana.id)).toEqual([
		{ minutes: 5, at: Date.now(), state: "running", ends_at: Date.now() + 300_000, returned_minutes: 0 },
	]);
	expect(JSON.stringify(await rights.export(ana.id))).not.toContain(String(bo.id));
	await rights.erase(ana.id);
	await deliverEvents();
	const paid = { userId: ana.id, chatId, minutes: 5, chargeId: "of somebody gone" };
	expect(await locks.resume(paid)).toBe(false);
	expect(await locksOf(ana)).toEqual([]);
	expect(await seatOf(bo)).toBeNull();
	// What they held is nobody's now.
	expect(await creditsOf(ana)).toBe(0);
});
