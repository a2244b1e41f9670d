import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { knownSettings } from "../scripts/known-settings.ts";
import { runSchedule } from "../src/cron.ts";
import { createDeps } from "../src/deps.ts";
import { madeOf } from "../src/platform/lazily.ts";
import { gather, type Room, refuseDoubles, type Schedule, schedules } from "../src/platform/room.ts";
import { runClock } from "./clock.ts";
import { startTelegram } from "./telegram.ts";

test("the rooms of this house claim nothing twice, and a double of any of them is refused", async () => {
	const { rooms, outbox } = await createDeps(env);
	expect(() => refuseDoubles(rooms)).not.toThrow();
	// Made of all rooms with their stated orders.
	expect(outbox).toHaveProperty("payment.credited");
	for (const room of rooms as readonly Room[]) {
		const double = { ...room, name: "double" };
		if (Object.keys(room.brings).length > 0)
			expect(() => refuseDoubles([...rooms, double]), room.name).toThrow(
				`${room.name} and double both bring`,
			);
	}
});

test("what npm start knows as settings is what the rooms bring", async () => {
	const { rooms } = await createDeps(env);
	const brought = (rooms as readonly Room[]).flatMap(({ brings }) => brings.settings ?? []);
	const keys = (settings: readonly { key: string }[]) => settings.map(({ key }) => key).toSorted();
	expect(keys(knownSettings)).toEqual(keys(brought));
});

test("a fresh list of rooms has made no service", async () => {
	const { rooms } = await createDeps(env);
	expect(rooms.flatMap(({ services }) => madeOf(services))).toEqual([]);
});

/** One invocation may ask D1 so many times on the free plan. */
const freePlan = 50;

test("a step that finds nothing to do asks D1 no more often than it says", async () => {
	await startTelegram();
	const deps = await createDeps(env);
	const database = Object.getPrototypeOf(env.DB);
	const { prepare } = database;
	let asked = 0;
	database.prepare = function (...args: unknown[]) {
		asked += 1;
		return Reflect.apply(prepare, this, args);
	};
	/** @returns by step, how often D1 was asked */
	const count = async (schedule: Schedule) => {
		const counts: Record<string, number> = {};
		for (const [name, { due, run }] of Object.entries(gather(deps.rooms, schedule))) {
			asked = 0;
			await (due ?? run)();
			counts[name] = asked;
		}
		return counts;
	};
	for (const schedule of ["minute", "hour", "night"] as const) {
		// What is new to a fresh database is seen to first.
		await runClock(schedules[schedule]);
		const counts = await count(schedule);
		const budget = Object.entries(gather(deps.rooms, schedule)).map(([name, { idle }]) => [name, idle]);
		for (const [name, idle] of budget)
			expect(counts[String(name)], `${schedule} ${name}`).toBeLessThanOrEqual(Number(idle));
		// With what dispatch itself asks: bots and settings, and a row that says it ran.
		const whole = budget.reduce((sum, [, idle]) => sum + Number(idle), 3);
		expect(whole, schedule).toBeLessThanOrEqual(freePlan);
	}
	database.prepare = prepare;
});

test("what is work happens in a job of its own, and only when there is some", async () => {
	const sent: unknown[] = [];
	await runClock();
	await runSchedule("* * * * *", env, async (job) => sent.push(job));
	expect(sent).toEqual([]);
	await runSchedule("17 3 * * *", env, async (job) => sent.push(job));
	expect(sent).toContainEqual({ kind: "step", schedule: "night", name: "support" });
});
