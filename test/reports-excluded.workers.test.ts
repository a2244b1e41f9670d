import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { Person } from "../durable-objects/index.ts";
import { createDeps } from "../src/deps.ts";
import { eventually } from "./eventually.ts";
import { banOf, deliverEvents, meet, report, reviewWorld, seatOf, statusOf } from "./staff-room.ts";
import { addBot, Phone } from "./telegram.ts";

const world = reviewWorld();

test("reports of three people pause; who is paused meets nobody by any way; Dismiss lets them back", async () => {
	const { simulator } = world.telegram;
	const second = simulator.createBot({ first_name: "Second", username: "second_bot" });
	await addBot(second.token);
	const bo = await world.person("Bo");
	const others = [];
	for (const name of ["Ana", "Cy", "Dan"]) {
		const other = await world.person(name);
		others.push(other);
		expect(await banOf(bo)).toBeNull();
		await report(other, bo);
	}
	expect(await banOf(bo)).toMatchObject({ reason: "under_review", until: null });
	expect(world.room.heard.at(-1)).toContain("Meets nobody until this is decided");

	const eve = await world.person("Eve");
	await eve.send("/find");
	const elsewhere = new Phone(simulator, second.bot.id, "Bo");
	Object.assign(elsewhere, { id: bo.id });
	await bo.send("/find");
	expect(bo.heard.at(-2)).toContain("until staff have looked");
	await bo.press("🔍 Find Partner");
	await bo.start("find");
	await elsewhere.start("find");
	await elsewhere.send("/find");
	expect(elsewhere.heard.at(-2)).toContain("until staff have looked");
	expect([await seatOf(bo), await seatOf(eve)]).toEqual([null, null]);
	expect((await statusOf(bo)).search).toBeNull();

	expect(await world.room.press("Dismiss")).toMatchObject({ text: "Dismissed by Staff" });
	expect(await banOf(bo)).toBeNull();
	await bo.send("/find");
	expect((await seatOf(bo))?.chatId).toBe((await seatOf(eve))?.chatId);
	expect(await seatOf(bo)).not.toBeNull();
	await bo.send("/stop");
});

test("a suspected minor is suspended at once, also with the queue down; a verdict is needed to come back", async () => {
	const [ana, bo, cy] = [await world.person("Ana"), await world.person("Bo"), await world.person("Cy")];
	await meet(ana, bo);
	await ana.press("🚩 Report");
	await ana.press("Somebody under 18");
	expect(await banOf(bo)).toMatchObject({ reason: "under_review" });
	expect(bo.heard.at(-2)).toBe("👋 Your partner has left the chat.");
	await bo.press("🔍 Find Partner");
	await cy.send("/find");
	expect([await seatOf(bo), await seatOf(cy)]).toEqual([null, null]);
	await cy.send("/stop");
	await deliverEvents();
	expect(world.room.heard.at(-1)).toContain("MINOR SUSPECTED");
	await world.room.press("Ban for good");
	expect(await banOf(bo)).toMatchObject({ reason: "under the minimum age", until: null });
});

test("a ban while searching and while a pair is opening leaves nobody with the banned one", async () => {
	const { people } = await createDeps(env);
	const banned = (phone: Phone) => people.ban(phone.id, { reason: "spam", until: null }, "owner");
	const [ana, bo, cy] = [await world.person("Ana"), await world.person("Bo"), await world.person("Cy")];
	await ana.send("/find");
	await banned(ana);
	await bo.send("/find");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
	expect((await statusOf(bo)).search).not.toBeNull();

	// Banned while the two are being seated: the search goes on for the other, who saw nothing.
	const takeSeat = Person.prototype.takeSeat;
	const slowly = vi.spyOn(Person.prototype, "takeSeat");
	slowly.mockImplementation(async function (this: Person, request: Parameters<typeof takeSeat>[0]) {
		await sleep(300);
		return takeSeat.call(this, request);
	} as unknown as typeof takeSeat);
	await cy.type("/find");
	await Promise.all([world.telegram.simulator.settle(), sleep(120).then(() => banned(cy))]);
	expect(slowly).toHaveBeenCalled();
	slowly.mockRestore();
	expect([await seatOf(bo), await seatOf(cy)]).toEqual([null, null]);
	expect((await statusOf(bo)).search).not.toBeNull();
	expect(bo.heard.join()).not.toContain("Somebody is here");

	// Banned while the cards go out: both sit already, and the other is told that it is over.
	const dan = await world.person("Dan");
	world.telegram.simulator.addFault({ method: "sendMessage", chat_id: bo.id, latency_ms: 300, times: 1 });
	await dan.type("/find");
	await Promise.all([world.telegram.simulator.settle(), sleep(120).then(() => banned(dan))]);
	await eventually(async () => expect([await seatOf(bo), await seatOf(dan)]).toEqual([null, null]));
	await eventually(() => expect(bo.heard.at(-2)).toContain("Your partner has left"));
	await dan.send("hello?");
	expect(bo.heard.join()).not.toContain("hello?");
});

test("who reports falsely, also under another start, suspends nobody by suspecting a minor", async () => {
	const ana = await world.person("Ana");
	const suspect = async (name: string, by: Phone) => {
		const about = await world.person(name);
		await report(by, about, "Somebody under 18");
		return about;
	};
	for (const name of ["Bo", "Cy", "Dan"]) {
		const about = await suspect(name, ana);
		expect(await banOf(about)).toMatchObject({ reason: "under_review" });
		await world.room.press("Dismiss");
		expect(await banOf(about)).toBeNull();
	}
	expect(await banOf(await suspect("Eve", ana))).toBeNull();
	expect(world.room.heard.at(-1)).toContain("MINOR SUSPECTED");
	expect(world.room.heard.at(-1)).not.toContain("Meets nobody");
	// Having one's data deleted is no way to be believed again.
	await ana.send("/deletemydata");
	await ana.press("Delete everything");
	// A card is known by when it was made.
	vi.setSystemTime(Date.now() + 60_000);
	await ana.settleIn();
	expect(await banOf(await suspect("Flo", ana))).toBeNull();
	expect(world.room.heard.at(-1)).toContain("dismissed 3");
	// Who is believed suspends them all the same.
	expect(await banOf(await suspect("Gia", await world.person("Hal")))).not.toBeNull();
});

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
