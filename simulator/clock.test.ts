// The time of this world, and who lives in it from the start.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startSimulator } from "./main.ts";
import { demoPeople } from "./people/demo.ts";
import { Simulator } from "./simulator.ts";
import { DAYS_30, INVOICE, shop } from "./testing.ts";

const control = (sim: Simulator, method: string, body: object) =>
	sim.fetch(
		new Request("http://telegram.test/control/clock", {
			method,
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(body),
		}),
	);

it("renews what is due as its clock moves, dates what is written by it, and keeps it through a reset and a restart", async () => {
	const { sim, bot, ana, call, updates, pay, now } = await shop();
	const { result: link } = await call("createInvoiceLink", { ...INVOICE, subscription_period: DAYS_30 });
	await pay(ana.id, { link });
	const { balance } = sim.stars(ana.id);
	updates.length = 0;

	await control(sim, "PUT", { ahead_ms: 29 * 86_400_000 });
	expect(sim.stars(ana.id).balance).toBe(balance);
	const answer = await control(sim, "POST", { advance_seconds: 2 * 86_400 });
	expect(await answer.json()).toEqual({ now: now() + 31 * 86_400_000, dashboard: null });
	await sim.settle();
	expect(sim.stars(ana.id).balance).toBe(balance - 50);
	expect(updates).toHaveLength(1);
	const sent = await sim.send(ana.id, { chat: bot.id, text: "hi" });
	expect(sent.date * 1000).toBe(now() + 31 * 86_400_000);

	// Two months at once: it goes on as long as the Stars do.
	sim.setStars(ana.id, { balance: 60 });
	sim.moveClock(95 * 86_400_000);
	expect(sim.stars(ana.id)).toMatchObject({ balance: 10, subscriptions: [{ state: "expired" }] });

	const again = new Simulator({ autoDeliver: false, now });
	again.restore(JSON.parse(JSON.stringify(sim.snapshot())));
	expect(again.now).toBe(now() + 95 * 86_400_000);
	again.reset();
	expect(again.now).toBe(now() + 95 * 86_400_000);
});

it("asks the platform beside it to let time pass", async () => {
	const sim = new Simulator({ autoDeliver: false, now: () => 0 });
	const asked: number[] = [];
	sim.platform = { dashboard: "http://localhost/admin", passTime: async (seconds) => asked.push(seconds) };
	const answer = await control(sim, "POST", { advance_seconds: 3600 });
	expect(await answer.json()).toEqual({ now: 0, dashboard: "http://localhost/admin" });
	expect(asked).toEqual([3600]);
	for (const wrong of [{}, { advance_seconds: 0 }, { advance_seconds: "x" }])
		expect((await control(sim, "POST", wrong)).status).toBe(400);
});

it("has its first people from the start, with the same ids after every restart, and others beside them", async () => {
	const folder = mkdtempSync(join(tmpdir(), "simulator-"));
	try {
		const ids = demoPeople.map(({ id }) => id);
		for (let run = 0; run < 2; run++) {
			const { simulator, close } = await startSimulator({
				port: 0,
				stateFile: join(folder, "state.json"),
				demo: true,
			});
			expect(
				simulator
					.state()
					.users.slice(0, 2)
					.map(({ id }) => id),
			).toEqual(ids);
			const { id } = simulator.createUser({ first_name: "Carol" });
			expect(ids).not.toContain(id);
			if (run === 0) simulator.reset();
			await close();
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
});
