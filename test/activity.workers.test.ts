import { env } from "cloudflare:test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { broadcast, campaign, consumeJob, holdSends, runJobs } from "./delivery-kit.ts";
import { deps } from "./payment-world.ts";
import { fieldsOf } from "./staff-answers.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

const dayMs = 86_400_000;
const pass = (days: number) => vi.setSystemTime(Date.now() + days * dayMs);
let telegram: Awaited<ReturnType<typeof startTelegram>>;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2030, 0, 10, 12) });
	telegram = await startTelegram();
});
afterAll(() => {
	vi.useRealTimers();
});

const dayOf = async (phone: Phone) =>
	env.DB.prepare("SELECT last_active_day FROM people WHERE id = ?")
		.bind(phone.id)
		.first<number | null>("last_active_day");
const today = () => Math.floor(Date.now() / dayMs);

async function meant(inactive_days: number): Promise<number> {
	const response = await api("/api/broadcast/preview", { message: "x", audience: "all", inactive_days });
	return (await response.json<{ recipients: number }>()).recipients;
}

test("somebody's day is written once, costs no more that day, and broadcasts find who stayed away", async () => {
	const { simulator, bot } = telegram;
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female");
	const bo = await new Phone(simulator, bot, "Bo").settleIn();
	// Nobody has seen him since days are noted: his record's age counts.
	const cy = await new Phone(simulator, bot, "Cy").settleIn();
	await env.DB.prepare("UPDATE people SET last_active_day = NULL WHERE id = ?").bind(cy.id).run();
	expect(await dayOf(ana)).toBe(today());
	expect([await meant(1), await meant(365)]).toEqual([0, 0]);

	pass(1);
	const prepared = vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, "prepare");
	const noted = () =>
		prepared.mock.calls.filter(([query]) => /update "people" set "last_active_day"/.test(query)).length;
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	expect([await dayOf(ana), await dayOf(bo), noted()]).toEqual([today(), today(), 2]);
	// What is written in a chat is looked at on no day; what only shows a page neither.
	pass(1);
	await ana.send("hello");
	await bo.send("hello you");
	await ana.send("/help");
	expect([await dayOf(ana), noted()]).toEqual([today() - 1, 2]);
	await ana.press("⏹ Stop");
	await ana.press("🔍 Find Partner");
	await ana.send("/stop");
	expect([await dayOf(ana), await dayOf(bo), noted()]).toEqual([today(), today() - 1, 3]);
	prepared.mockRestore();

	pass(5);
	// Ana was here 5 days ago, Bo 6, Cy 7.
	expect([await meant(4), await meant(5), await meant(6), await meant(7)]).toEqual([3, 2, 1, 0]);
	const jobs = holdSends();
	const id = await broadcast({ message: "we miss you", inactive_days: 5 });
	await consumeJob(jobs.shift()?.body);
	expect((await campaign(id)).total).toBe(2);
	// Who comes back before it is sent is passed over.
	await bo.send("/find");
	await bo.send("/stop");
	await runJobs(jobs);
	expect((await campaign(id)).counts).toMatchObject({ sent: 1, skipped: 1 });
	expect([ana, bo, cy].map((phone) => phone.heard.includes("we miss you"))).toEqual([false, false, true]);
	for (const inactive_days of [0, 366, 1.5])
		expect(
			await fieldsOf(await api("/api/broadcast", { message: "x", audience: "all", inactive_days })),
		).toEqual(["inactive_days"]);
});

test("it is theirs to read, and goes with their data", async () => {
	const { simulator, bot } = telegram;
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female");
	const { rights } = await deps();
	expect((await rights.export(ana.id)).people).toMatchObject({
		profile: { last_active_on: new Date().toISOString().slice(0, 10) },
	});
	await rights.erase(ana.id);
	vi.setSystemTime(Date.now() + 1_000);
	await ana.settleIn("Female");
	expect(await dayOf(ana)).toBe(today());
});

test("a day that can't be noted holds up no answer", async () => {
	const { simulator, bot } = telegram;
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female");
	pass(1);
	const { prepare } = env.DB;
	const spy = vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, "prepare").mockImplementation(function (
		this: D1Database,
		query,
	) {
		if (/last_active_day/.test(query)) throw new Error("Network connection lost");
		return prepare.call(this, query);
	});
	await ana.send("/find");
	spy.mockRestore();
	expect(ana.heard.at(-1)).toContain("Looking");
	expect(await dayOf(ana)).toBe(today() - 1);
	await ana.send("/stop");
});
