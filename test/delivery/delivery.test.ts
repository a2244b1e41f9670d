import { expect, test } from "vitest";
import type { Content } from "../../src/delivery/rules/content.ts";
import { Random } from "../model/random.ts";
import { sample } from "../sampling.ts";
import { calm, DeliveryWorld } from "./world.ts";

const { runs: sequences, seed: base } = sample("DELIVERY", { all: 150, some: 40 });
const content: Content = { message: "hello" };
const audience = { audience: "all", bots: [1, 2] };
const start = { owner: "broadcast", content, audience, key: "k", actor: "owner" };

/** People, some of two bots, some of whom blocked one or want fewer messages. @returns who may get something */
async function populate(world: DeliveryWorld, random: Random, size: number) {
	const reachable = new Set<number>();
	for (let id = 101; id < 101 + size; id++) {
		await world.query("INSERT INTO people (id, version, created_at) VALUES (?, 1, 1)", id);
		const bots: number[][] = [[1], [2], [1, 2]];
		for (const bot of random.pick(bots) ?? [])
			await world.query(
				`INSERT INTO person_bots (user_id, bot_id, started_at, blocked_at) VALUES (?, ?, ?, ${random.chance(0.1) ? 1 : "NULL"})`,
				...[id, bot, random.below(1000)],
			);
		if (random.chance(0.05)) world.blocked.add(id);
		if (random.chance(0.05))
			await world.query("UPDATE recipients SET opted_out_at = 1 WHERE chat_id = ?", id);
	}
	const rows = await world.query<{ user_id: number }>(
		"SELECT DISTINCT user_id FROM person_bots WHERE blocked_at IS NULL",
	);
	for (const { user_id } of rows) reachable.add(user_id);
	return reachable;
}

const rowsOf = (world: DeliveryWorld) =>
	world.query<{ state: string; chat_id: number }>(
		"SELECT d.state, r.chat_id FROM deliveries d JOIN recipients r ON r.no = d.id - 4294967296",
	);
const stateOf = async (world: DeliveryWorld) =>
	(await world.query<{ state: string }>("SELECT state FROM campaigns"))[0]?.state ?? "none";

/** A 429 silences its chat, and the bot where that is what it says. */
function keepsSilence(world: DeliveryWorld): void {
	for (const { chat, from, until } of world.penalties)
		expect(world.calls.filter((call) => call.chatId === chat && call.at > from && call.at < until)).toEqual(
			[],
		);
	for (const { botId, from, until } of world.holds)
		expect(world.calls.filter((call) => call.botId === botId && call.at > from && call.at < until)).toEqual(
			[],
		);
}

async function live(seed: number): Promise<Record<string, number>> {
	const random = new Random(seed);
	const world = new DeliveryWorld(random);
	world.patience = random.pick([6, 6, 300]);
	const reachable = await populate(world, random, 20 + random.below(330));
	const trouble = () => ({
		crash: random.pick([0, 0.002, 0.01]),
		hiccup: random.pick([0, 0, 0.01]),
		wait: random.pick([0, 0.01]),
		passing: random.pick([0, 0.05]),
		unknown: random.pick([0, 0.01]),
		refused: random.pick([0, 0.01]),
	});
	let cancelled = false;
	for (let step = 0; step < 25; step++) {
		world.trouble = trouble();
		const act =
			step === 0
				? "start"
				: random.weighted({ work: 8, clock: 3, pause: 1, resume: 2, cancel: 0.1, start: 0.5, resend: 1 });
		const campaigns = world.process().campaigns;
		const done = (wanted: Promise<unknown>) =>
			world.run(
				world.risk(() =>
					wanted.catch((error) => {
						if (!/that can't be done now|no such campaign|can be sent again/.test(String(error))) throw error;
					}),
				),
			);
		if (act === "start") await done(campaigns.start(start));
		else if (act === "pause") await done(campaigns.pause(1, "owner"));
		else if (act === "resend") await done(campaigns.resend(1, { includeUnknown: false }, "owner"));
		else if (act === "resume") await done(campaigns.resume(1, "owner"));
		else if (act === "cancel") {
			await done(campaigns.cancel(1, "owner"));
			cancelled = true;
		} else if (act === "clock") {
			world.now += random.below(200_000);
			await world.run(world.risk(() => world.process().watch()));
		} else {
			// Side by side, and some of them twice.
			const jobs = world.jobs.splice(0, 1 + random.below(3));
			const again = random.chance(0.3) ? jobs.slice(0, 1) : [];
			await world.run(Promise.all([...jobs, ...again].map((job) => world.work(job))));
		}
		if (["finished", "cancelled"].includes(await stateOf(world)))
			expect((await rowsOf(world)).filter(({ state }) => state === "queued")).toEqual([]);
	}
	world.trouble = calm;
	for (let round = 0; round < 40 && !["finished", "cancelled"].includes(await stateOf(world)); round++) {
		const state = await stateOf(world);
		const { campaigns } = world.process();
		if (state === "none") await world.run(campaigns.start(start));
		if (state === "paused") await world.run(campaigns.resume(1, "owner"));
		world.now += 100_000;
		await world.run(world.process().watch());
		for (const job of world.jobs.splice(0)) await world.run(world.work(job));
	}

	const rows = await rowsOf(world);
	const ended = await stateOf(world);
	expect(cancelled ? ["finished", "cancelled"] : ["finished"]).toContain(ended);
	if (ended === "finished") {
		const asked = rows.map(({ chat_id }) => chat_id).sort((a, b) => a - b);
		expect(asked).toEqual([...reachable].sort((a, b) => a - b));
	}
	const counts: Record<string, number> = { crashes: world.crashes };
	for (const { state, chat_id } of rows) {
		counts[state] = (counts[state] ?? 0) + 1;
		const times = world.delivered.get(chat_id) ?? 0;
		const allowed = { sent: [1], failed: [0], skipped: [0], cancelled: [0], unknown: [0, 1] }[state];
		expect(allowed, `${chat_id} is ${state}`).toContain(times);
	}
	expect([...world.delivered.values()].filter((times) => times > 1)).toEqual([]);
	// Lost answers are unknown by themselves; a crash makes at most one chunk so.
	expect((counts.unknown ?? 0) - world.lost).toBeLessThanOrEqual(31 * world.crashes);
	keepsSilence(world);
	counts.penalties = world.penalties.length;
	let most = 0;
	for (const [i, call] of world.calls.entries()) {
		const here = world.calls
			.slice(i, i + 80)
			.filter(({ botId, at }) => botId === call.botId && at < call.at + 1000);
		most = Math.max(most, here.length);
	}
	counts.most = Math.max(0, most - 30);
	const { counts: shown } = await world.process().campaigns.find(1);
	for (const state of ["sent", "failed", "skipped", "unknown", "cancelled"] as const)
		expect([state, shown[state]]).toEqual([state, counts[state] ?? 0]);
	return counts;
}

test("killed anywhere, everybody ends in one state and nobody gets it twice", {
	timeout: 3_600_000,
}, async () => {
	const total: Record<string, number> = {};
	for (let seed = base; seed < base + sequences; seed++) {
		try {
			for (const [name, n] of Object.entries(await live(seed))) total[name] = (total[name] ?? 0) + n;
		} catch (error) {
			throw new Error(`DELIVERY_SEED=${seed} DELIVERY_RUNS=1 repeats it`, { cause: error });
		}
	}
	console.log(`${sequences} campaigns`, JSON.stringify(total));
	if (sequences >= 100)
		expect(Math.min(total.crashes ?? 0, total.unknown ?? 0)).toBeGreaterThan(sequences / 10);
});

async function oneBot(size: number) {
	const world = new DeliveryWorld(new Random(7));
	for (let id = 1; id <= size; id++) {
		await world.query("INSERT INTO people (id, version, created_at) VALUES (?, 1, 1)", id);
		await world.query("INSERT INTO person_bots (user_id, bot_id, started_at) VALUES (?, 1, 1)", id);
	}
	await world.run(world.process().campaigns.start(start));
	return world;
}

test("5,000 recipients at 30 a second take no more than 2 % longer than they must", async () => {
	const world = await oneBot(5_000);
	world.databaseMs = 15;
	let jobs = 0;
	for (let job = world.jobs.shift(); job; job = world.jobs.shift()) {
		jobs++;
		await world.run(world.work(job));
	}
	expect(await stateOf(world)).toBe("finished");
	expect(world.delivered.size).toBe(5_000);
	const [first, last] = [world.calls[0]?.at ?? 0, world.calls.at(-1)?.at ?? 0];
	console.log(`5,000 in ${(last - first) / 1000} s of the clock, ${jobs} jobs`);
	expect(last - first).toBeLessThanOrEqual(1.02 * 166_700);
	// Nor are they faster: no second has more than the ceiling.
	for (const [i, { at }] of world.calls.entries())
		expect((world.calls[i + 30]?.at ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(1_000);
});

const work = async (world: DeliveryWorld) => {
	for (let job = world.jobs.shift(); job; job = world.jobs.shift()) await world.run(world.work(job));
};

test("a 429 of several chats within a short time silences the bot for as long as Telegram says", async () => {
	const world = await oneBot(60);
	let refusals = 5;
	world.trouble = {
		...calm,
		get wait() {
			return world.calls.length > 20 && refusals-- > 0 ? 1 : 0;
		},
	};
	await work(world);
	expect(world.penalties.length).toBe(5);
	expect(world.holds.length).toBeGreaterThan(0);
	keepsSilence(world);
	const { counts } = await world.process().campaigns.find(1);
	expect([counts.sent, counts.failed, counts.unknown]).toEqual([60, 0, 0]);
});

test.each([
	["a 429 costs no try", [429, 429, 429, 502, 429, 502, 429, 502], 9, "sent"],
	["after the first try and three more it has failed", [502, 502, 502, 502], 4, "failed"],
] as [string, (429 | 502)[], number, string][])("%s", async (_, script, calls, state) => {
	const world = await oneBot(1);
	world.script = [...script];
	const began = world.now;
	await work(world);
	expect(world.calls).toHaveLength(calls);
	expect((await rowsOf(world)).map((row) => row.state)).toEqual([state]);
	// 2, 10 and 30 seconds between them.
	expect(world.now - began).toBeGreaterThan(42_000);
});

test("a 429 of one chat holds that chat, for however long, and nobody else", async () => {
	const world = await oneBot(300);
	world.patience = 600;
	world.script = [...Array.from({ length: 40 }, () => 200 as const), 429];
	const began = world.now;
	await work(world);
	const [{ chat, until } = { chat: 0, until: 0 }] = world.penalties;
	const others = world.calls.filter(({ chatId }) => chatId !== chat);
	expect([others.length, world.holds]).toEqual([299, []]);
	expect((others.at(-1)?.at ?? 0) - began).toBeLessThan(12_000);
	expect(until - began).toBeGreaterThan(100_000);
	const { state, counts, underWay } = await world.process().campaigns.find(1);
	expect([state, counts.sent, counts.queued, underWay]).toEqual(["sending", 299, 1, 0]);
	for (const seconds of [60, until - world.now - 60_000]) {
		world.now += seconds;
		await world.run(world.process().watch());
		await work(world);
		expect(world.calls).toHaveLength(300);
	}
	world.now = until;
	await world.run(world.process().watch());
	await work(world);
	expect(await stateOf(world)).toBe("finished");
	keepsSilence(world);
	expect(world.delivered.get(chat)).toBe(1);
});

test("a campaign that a person lets go on is not paused again by what was under way", async () => {
	const world = await oneBot(200);
	world.latencyMs = 3_000;
	world.trouble = {
		...calm,
		get refused() {
			return world.calls.length <= 25 ? 1 : 0;
		},
	};
	await world.run(world.work(world.jobs.shift() ?? { kind: "pump", botId: 1 }));
	const working = work(world);
	const people = async () => {
		await world.sleep(2_000);
		await world.process().campaigns.pause(1, "owner");
		await world.sleep(1);
		await world.process().campaigns.resume(1, "owner");
	};
	await Promise.all([working, world.run(people())]);
	await work(world);
	const { state, counts } = await world.process().campaigns.find(1);
	expect([state, counts.sent + counts.failed]).toEqual(["finished", 200]);
	expect(counts.failed).toBeGreaterThanOrEqual(20);
});
