import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { gather, schedules } from "../src/platform/room.ts";
import { startTelegram } from "./telegram.ts";

test("when there is nothing to do", async () => {
	await startTelegram();
	const proto = Object.getPrototypeOf(env.DB);
	const original = proto.prepare;
	let n = 0;
	proto.prepare = function (...args: unknown[]) { n++; return Reflect.apply(original, this, args); };
	const deps = await createDeps(env);
	for (let i = 0; i < 2; i++)
	for (const schedule of ["minute", "hour", "night"] as const) {
		let sum = 0;
		for (const [name, step] of Object.entries(gather(deps.rooms, schedule))) {
			n = 0;
			await step();
			sum += n;
			console.error(schedule, name, n);
		}
		console.error(schedule, "SUM", sum);
	}
});
