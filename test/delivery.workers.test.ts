import { env, evictDurableObject } from "cloudflare:test";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { beforeEach, expect, test, vi } from "vitest";
import { audienceOf } from "../src/people/store/audience.ts";
import { botApi } from "../src/platform/telegram.ts";
import {
	broadcast,
	campaign,
	consumeJob,
	deliveries,
	holdSends,
	populate,
	runJobs,
	tick,
} from "./delivery-kit.ts";
import { eventually } from "./eventually.ts";
import { post } from "./payment-world.ts";
import { configure } from "./staff-room.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
let jobs: ReturnType<typeof holdSends>;
let readers: number[] = [];
const none = { queued: 0, sent: 0, failed: 0, skipped: 0, unknown: 0, cancelled: 0, deleted: 0 };

/** People who once pressed Start; their updates are dropped: to deliver them would take long. */
async function crowd(size: number) {
	readers = Array.from({ length: size }, (_, i) => simulator.createUser({ first_name: `Reader ${i}` }).id);
	for (const id of readers) await simulator.start(id, { bot });
	simulator.world.state.bots.get(bot)?.queues.clear();
	await populate(bot, readers);
}

const got = (id: number, text: string) =>
	simulator.messages(id, bot).filter((message) => !message.out && message.text === text).length;
const sends = () => simulator.calls({ method: "sendMessage" });
const pump = { kind: "pump", botId: bot };

beforeEach(async () => {
	jobs = holdSends();
	simulator.clearFaults();
	const tables = ["people", "person_bots", "deliveries", "delivery_blocks", "campaigns"];
	await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
	await configure({ "delivery.broadcasts_an_hour": 1000, "delivery.messages_per_second": 1000 });
});

test("a campaign costs at most 2.1 rows and 0.05 queue operations a recipient", async () => {
	await crowd(300);
	let rows = 0;
	const statement = Object.getPrototypeOf(env.DB.prepare("SELECT 1")) as D1PreparedStatement;
	const database = Object.getPrototypeOf(env.DB) as D1Database;
	const count = (result: D1Result<unknown>) => {
		rows += result.meta.rows_written;
		return result;
	};
	const { run, all } = statement;
	const { batch } = database;
	const spies = [
		vi.spyOn(statement, "run").mockImplementation(async function (this: D1PreparedStatement) {
			return count(await run.call(this)) as never;
		}),
		vi.spyOn(statement, "all").mockImplementation(async function (this: D1PreparedStatement) {
			return count(await all.call(this)) as never;
		}),
		// Rows as arrays come without their cost: asked for as objects instead.
		vi.spyOn(statement, "raw").mockImplementation(async function (this: D1PreparedStatement) {
			return count(await all.call(this)).results.map((row) => Object.values(row as object)) as never;
		}),
		vi.spyOn(database, "batch").mockImplementation(async function (this: D1Database, statements) {
			const results = await batch.call(this, statements);
			results.forEach(count);
			return results as never;
		}),
	];
	const id = await broadcast({ message: "counted" });
	const messages = await runJobs(jobs);
	for (const spy of spies) spy.mockRestore();
	expect((await campaign(id)).counts).toEqual({ ...none, sent: 300 });
	console.log(`${rows / 300} rows and ${(3 * messages) / 300} queue operations a recipient`);
	expect(rows).toBeGreaterThan(2 * 300);
	expect(rows / 300).toBeLessThanOrEqual(2.1);
	// A message is written, read and deleted.
	expect((3 * messages) / 300).toBeLessThanOrEqual(0.05);
});

test("two expanders at once add nobody twice, and a batch delivered three times sends once", async () => {
	await crowd(130);
	const id = await broadcast({ message: "once" });
	const expanding = { kind: "campaign.expand", no: id };
	await Promise.all([consumeJob(expanding), consumeJob(expanding), consumeJob(expanding)]);
	expect((await campaign(id)).total).toBe(130);
	const blocks = await env.DB.prepare(
		"SELECT last - first + 1 AS size FROM delivery_blocks ORDER BY id",
	).all();
	expect(blocks.results).toEqual([{ size: 100 }, { size: 30 }]);
	await Promise.all([consumeJob(pump), consumeJob(pump), consumeJob(pump)]);
	await runJobs(jobs);
	const { status, counts } = await campaign(id);
	expect([status, counts]).toEqual(["finished", { ...none, sent: 130 }]);
	expect(readers.filter((reader) => got(reader, "once") !== 1)).toEqual([]);
});

test("pause stops within one block and is acknowledged; nothing is finished with somebody queued", async () => {
	await crowd(250);
	await configure({ "delivery.messages_per_second": 100 });
	const before = sends().length;
	const id = await broadcast({ message: "slowly" });
	const working = runJobs(jobs);
	await eventually(() => expect(sends().length - before).toBeGreaterThan(5));
	await post(`/api/campaigns/${id}/pause`);
	const paused = sends().length;
	await working;
	const first = await campaign(id);
	expect([first.status, first.blocks_under_way]).toEqual(["paused", 0]);
	expect(sends().length - paused).toBeLessThanOrEqual(100);
	expect(first.counts.queued).toBeGreaterThan(100);
	expect((await api(`/api/campaigns/${id}/pause`, {})).status).toBe(409);
	await tick();
	await consumeJob(pump);
	expect((await campaign(id)).counts).toEqual(first.counts);

	await post(`/api/campaigns/${id}/resume`);
	await configure({ "delivery.messages_per_second": 1000 });
	await runJobs(jobs);
	expect((await campaign(id)).counts).toEqual({ ...none, sent: 250 });
	expect(readers.filter((reader) => got(reader, "slowly") !== 1)).toEqual([]);

	// Ended in the middle, who has it keeps it, and everybody is accounted for.
	const second = await broadcast({ message: "not for all" });
	await consumeJob(jobs.shift()?.body);
	await post(`/api/campaigns/${second}/cancel`);
	expect((await campaign(second)).status).toBe("cancelling");
	await runJobs(jobs);
	const ended = await campaign(second);
	expect([ended.status, ended.counts]).toEqual(["cancelled", { ...none, cancelled: 250 }]);
});

test("what a crash leaves is begun again by the clock: above the watermark sent, below it unknown", async () => {
	await crowd(60);
	const id = await broadcast({ message: "crash" });
	await consumeJob(jobs.shift()?.body);
	// As if a pump had died while it sent its first 25: nobody wrote what came of them.
	await env.DB.prepare(
		"UPDATE delivery_blocks SET token = 'dead', lease_until = ?, step = 1, watermark = first + 24",
	)
		.bind(Date.now() + 60_000)
		.run();
	jobs.length = 0;
	await tick();
	expect(jobs).toEqual([]);
	await consumeJob(pump);
	expect((await campaign(id)).counts).toEqual({ ...none, queued: 60 });
	await env.DB.prepare("UPDATE delivery_blocks SET lease_until = ?")
		.bind(Date.now() - 1)
		.run();
	await tick();
	expect(jobs.map(({ body }) => body)).toEqual([pump]);
	await runJobs(jobs);
	const { status, counts } = await campaign(id);
	expect([status, counts]).toEqual(["finished", { ...none, unknown: 25, sent: 35 }]);
	expect(await deliveries(id, "unknown")).toHaveLength(25);
	expect(readers.map((reader) => got(reader, "crash"))).toEqual(readers.map((_, i) => (i < 25 ? 0 : 1)));
});

test("a 429 costs no try; silence holds bulk and cosmetic of that bot, of no other, and over a restart", async () => {
	await crowd(30);
	simulator.addFault({ method: "sendMessage", retry_after: 2 });
	const id = await broadcast({ message: "too fast" });
	const began = Date.now();
	await runJobs(jobs);
	expect(Date.now() - began).toBeGreaterThan(1_900);
	expect((await campaign(id)).counts).toEqual({ ...none, sent: 30 });
	expect(
		sends().filter(({ status, parameters }) => status === 429 && parameters.text === "too fast"),
	).toHaveLength(1);

	const pacer = env.PACER.getByName("bot:77");
	expect((await pacer.lease("bulk", 5)).count).toBe(5);
	await pacer.penalize(30);
	for (const restart of [false, true]) {
		if (restart) await evictDurableObject(pacer);
		for (const lane of ["bulk", "cosmetic"] as const) {
			const { count, startAt } = await env.PACER.getByName("bot:77").lease(lane, 5);
			expect([lane, count, startAt - Date.now() > 25_000]).toEqual([lane, 0, true]);
		}
	}
	expect((await env.PACER.getByName("bot:78").lease("bulk", 5)).count).toBe(5);
});

test("too many errors pause a campaign and say why; a person lets it go on", async () => {
	await crowd(200);
	simulator.addFault({ method: "sendMessage", status: 400, description: "Bad Request: broken", times: 20 });
	const id = await broadcast({ message: "wrong" });
	const log = vi.spyOn(console, "warn");
	await runJobs(jobs);
	const { status, pause_reason, counts } = await campaign(id);
	expect(status).toBe("paused");
	// It paused after the first results that were written; what was released by then still went, 25 and the 31 before at most.
	expect(pause_reason).toMatch(/^(19|20) of \d\d went wrong$/);
	expect(counts.queued).toBeGreaterThanOrEqual(200 - 56);
	expect(counts).toEqual({ ...none, queued: counts.queued, failed: 20, sent: 180 - counts.queued });
	// Staff are told; what was to be said is in no log.
	expect(log.mock.calls.flat().join()).toContain(`Campaign ${id} has paused`);
	expect(log.mock.calls.flat().join()).not.toContain('wrong"');
	await post(`/api/campaigns/${id}/resume`);
	await runJobs(jobs);
	const after = await campaign(id);
	expect([after.status, after.counts]).toEqual(["finished", { ...none, failed: 20, sent: 180 }]);
});

test("who of a block may be written to is looked up by keys, not among everybody", async () => {
	const query = new SQLiteSyncDialect().sqlToQuery(
		audienceOf({ audience: "vip", language: "en", bots: [1] }, 5),
	);
	let i = 0;
	const audience = query.sql.replaceAll("?", () => JSON.stringify(query.params[i++]).replaceAll('"', "'"));
	const { results } = await env.DB.prepare(
		`EXPLAIN QUERY PLAN SELECT d.id, a.bot_id FROM deliveries d LEFT JOIN recipients r ON r.no = d.id - 4294967296
		LEFT JOIN (${audience}) AS a ON a.chat_id = r.chat_id WHERE d.id BETWEEN 1 AND 2 AND d.state = 'queued' ORDER BY d.id`,
	).all<{ detail: string }>();
	const steps = results.map(({ detail }) => detail);
	expect(steps.filter((step) => /SCAN people|MATERIALIZE|AUTOMATIC/.test(step))).toEqual([]);
	expect(steps.join()).toContain("SEARCH people USING INTEGER PRIMARY KEY");
});

test("a 429 to an answer holds that chat; several within a short time hold what is paced", async () => {
	const [ana, bob, eva] = ["Ana", "Bob", "Eva"].map((name) => new Phone(simulator, bot, name));
	if (!ana || !bob || !eva) throw new Error("nobody");
	// What chats met in the tests before this one is long ago.
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
	const pacer = env.PACER.getByName(`bot:${bot}`);
	const paced = async () => [(await pacer.lease("bulk", 1)).count, (await pacer.lease("cosmetic", 1)).count];
	const fault = (phone: Phone) =>
		simulator.addFault({ method: "sendMessage", chat_id: phone.id, status: 429, retry_after: 400 });
	const refused = async (phone: Phone) => {
		fault(phone);
		await expect((await botApi(env, bot)).sendMessage(phone.id, "answer")).rejects.toThrow("429");
	};
	for (let times = 0; times < 3; times++) await refused(ana);
	fault(ana);
	await ana.start();
	expect((await pacer.lease("bulk", 1)).count).toBe(1);
	// The answer itself came as soon as Telegram repeated the update.
	expect(ana.last.text).toContain("Which language");
	await refused(ana);
	await refused(bob);
	expect((await pacer.lease("bulk", 1)).count).toBe(1);
	await refused(eva);
	expect(await paced()).toEqual([0, 0]);
	expect((await pacer.lease("bulk", 1)).startAt).toBeGreaterThan(Date.now() + 300_000);
	vi.useRealTimers();
});
