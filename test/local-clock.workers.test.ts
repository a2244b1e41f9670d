import { createExecutionContext, env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { afterEach, expect, test } from "vitest";
import local from "../src/local.ts";
import { type LocalEnv, stepsBetween } from "../src/local-clock.ts";
import { clock } from "../src/platform/clock.ts";
import { day, follow, paymentWorld } from "./payment-world.ts";
import { ownerKey } from "./telegram.ts";

const world = paymentWorld();
afterEach(() => {
	clock.set(0);
	world.simulator.moveClock(0);
});

const here: LocalEnv = { ...(env as LocalEnv), SIMULATOR_URL: "http://simulator.test" };

function ask(path: string, body?: unknown, key = ownerKey) {
	const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
	const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
	const request = new Request<unknown, IncomingRequestCfProperties>(`https://rialto.test${path}`, {
		headers,
		...init,
	});
	return local.fetch(request, here, createExecutionContext());
}

async function pass(advanceSeconds: number) {
	const answer = await ask("/dev/clock", { advanceSeconds });
	expect(answer.status, await answer.clone().text()).toBe(200);
	await follow(world.simulator);
	return answer.json<{ now: string; ran: Record<string, number>; failed: string[] }>();
}

test("what is deployed has no such route; the local one asks for the owner key and for a length of time", async () => {
	const init = {
		method: "POST",
		headers: { authorization: `Bearer ${ownerKey}` },
		body: '{"advanceSeconds":60}',
	};
	expect((await exports.default.fetch("https://rialto.test/dev/clock", init)).status).toBe(404);
	expect((await ask("/dev/clock", { advanceSeconds: 60 }, "another-key-than-that")).status).toBe(401);
	for (const wrong of [
		{},
		{ advanceSeconds: -1 },
		{ advanceSeconds: 1.5 },
		{ advanceSeconds: 1e12 },
		{ seconds: 1 },
	])
		expect((await ask("/dev/clock", wrong)).status).toBe(400);
	expect((await ask("/dev/clock")).status).toBe(404);
	expect(clock.aheadMs()).toBe(0);
	expect((await ask("/health")).status).toBe(200);
});

test("VIP for a time runs out in that time, and its person is told", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/premium");
	await ana.press("30 days · ⭐ 450");
	await ana.pay();
	const until = Date.now() + 30 * day;

	const first = await pass(29 * 86_400);
	expect(Date.parse(first.now)).toBe(Date.now() + 29 * day);
	expect(first).toMatchObject({ failed: [], ran: { night: 29 } });
	expect(ana.heard.join()).not.toContain("Your VIP time is over");
	// Telegram's time is the same.
	await ana.send("/premium");
	expect(ana.last.text).toContain("You are VIP until");
	expect(ana.last.date).toBe(Math.floor(clock.now() / 1000));

	await pass(2 * 86_400);
	expect(clock.now()).toBeGreaterThan(until);
	expect(ana.heard.filter((text) => text.includes("Your VIP time is over"))).toHaveLength(1);
	await ana.send("/premium");
	expect(ana.last.text).not.toContain("You are VIP until");
	await ana.send("/preferences");
	expect(ana.last.text).toContain("VIP");
	// Kept, for a Worker that starts again.
	expect(await here.CLOCK.get("ahead_ms")).toBe(String(31 * day));
});

test("a month that renews is charged by Telegram when its time comes", async () => {
	const ana = await world.buyer("Ana");
	await ana.send("/premium");
	await ana.press("Every 30 days · ⭐ 400");
	await ana.pay({ link: ana.link });
	const { stars } = ana;
	await pass(30 * 86_400);
	expect(ana.stars).toBe(stars - 400);
	expect((await ana.payments()).map(({ state }) => state)).toEqual(["credited", "credited"]);
});

test("schedules run at their times: each minute of an hour, each hour of days, evenly in a year", () => {
	const at = Date.UTC(2031, 4, 1, 2, 30, 10);
	const clockTimes = (to: number) =>
		stepsBetween(at, to).map(
			({ at: time, due }) => `${new Date(time).toISOString().slice(11, 16)} ${due.join("+")}`,
		);
	expect(clockTimes(at + 2 * 60_000)).toEqual(["02:31 minute", "02:32 minute"]);
	expect(stepsBetween(at, at + 3_600_000)).toHaveLength(60);
	expect(clockTimes(at + 2 * 3_600_000)).toEqual([
		"03:07 minute+hour",
		"03:17 minute+night",
		"04:07 minute+hour",
		"04:30 minute",
	]);
	const counts = (days: number) => {
		const due = stepsBetween(at, at + days * day).flatMap((step) => step.due);
		return [due.filter((one) => one === "hour").length, due.filter((one) => one === "night").length];
	};
	expect(counts(4)).toEqual([96, 4]);
	const [hours = 0, nights] = counts(365);
	expect([hours > 50 && hours <= 100, nights]).toEqual([true, 365]);
});

test("the local dashboard is told where the simulator is; the deployed one is not", async () => {
	const page = "<html><head><title>Rialto</title></head></html>";
	const ASSETS: Fetcher = new Proxy(env.ASSETS, {
		get: () => async () => new Response(page, { headers: { "content-type": "text/html" } }),
	});
	const request = () => new Request<unknown, IncomingRequestCfProperties>("https://rialto.test/admin/people");
	const told = await (await local.fetch(request(), { ...here, ASSETS }, createExecutionContext())).text();
	expect(told).toContain('<meta name="simulator" content="http://simulator.test/">');
	expect(told).toContain('<meta name="clock-ahead" content="0">');
	expect(await (await exports.default.fetch("https://rialto.test/admin")).text()).not.toContain("simulator");
});
