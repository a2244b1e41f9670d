import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { Person } from "../durable-objects/index.ts";
import { createDeps } from "../src/deps.ts";
import worker from "../src/index.ts";
import { retries } from "../src/jobs.ts";
import { causesAnswer, deadJobsAnswer } from "../src/operations/api/dead-jobs.ts";
import { post } from "./payment-world.ts";
import { read } from "./staff-answers.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

const outboxIds = async () => {
	const { results } = await env.DB.prepare("SELECT id FROM outbox").all<{ id: number }>();
	return results.map((row) => row.id);
};

async function consume(queue: string, body: unknown, attempts = 1) {
	const batch = createMessageBatch(queue, [{ id: "1", timestamp: new Date(), attempts, body }]);
	const context = createExecutionContext();
	await worker.queue(batch, env);
	return getQueueResult(batch, context);
}

const cardOf = async (phone: Phone) => (await env.PERSON.getByName(String(phone.id)).status()).card;

test("a change whose actor is down reaches it through the outbox, once, and an older one not at all", async () => {
	const { simulator, bot } = await startTelegram();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female");
	const before = await cardOf(ana);
	expect(before?.gender).toBe("female");
	expect(await outboxIds()).toEqual([]);

	const put = vi.spyOn(Person.prototype, "put").mockImplementation(() => {
		throw new Error("the actor is down");
	});
	const sent = vi
		.spyOn(env.EVENTS, "send")
		.mockResolvedValue({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
	await (await createDeps(env)).people.setGender(ana.id, "other");
	const ids = await outboxIds();
	expect(ids).toHaveLength(1);
	expect((await cardOf(ana))?.gender).toBe("female");

	// Still down: the job fails and stays promised.
	const job = { kind: "outbox", ids };
	expect((await consume("events", job)).retryMessages).toHaveLength(1);
	expect(await outboxIds()).toEqual(ids);
	put.mockRestore();
	expect((await consume("events", job)).explicitAcks).toEqual(["1"]);
	expect((await cardOf(ana))?.gender).toBe("other");
	expect(await outboxIds()).toEqual([]);
	expect((await consume("events", job)).explicitAcks).toEqual(["1"]);

	if (before) await env.PERSON.getByName(String(ana.id)).put(before);
	expect((await cardOf(ana))?.gender).toBe("other");
	sent.mockRestore();
});

test("what the queue lost is swept, and what poisons its consumer is kept for staff", async () => {
	await env.DB.prepare(
		"INSERT INTO outbox (kind, payload, created_at) VALUES ('person.changed', '{\"userId\":1}', ?)",
	)
		.bind(Date.now() - 31_000)
		.run();
	const sent = vi
		.spyOn(env.EVENTS, "send")
		.mockResolvedValue({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
	const minute = { cron: "* * * * *", scheduledTime: Date.now(), noRetry: () => undefined };
	await worker.scheduled(minute, env);
	expect(sent).toHaveBeenCalledWith({ kind: "outbox", ids: await outboxIds() });
	sent.mockRestore();

	// One that always fails holds up no other, and goes to staff in the end.
	const { results } = await env.DB.prepare(
		"INSERT INTO outbox (kind, payload, created_at, attempts) VALUES ('no.such.kind', '{}', 1, 48), ('person.changed', '{\"userId\":2}', 2, 0) RETURNING id",
	).all<{ id: number }>();
	const ids = results.map((row) => row.id);
	expect((await consume("events", { kind: "outbox", ids })).retryMessages).toHaveLength(1);
	expect(await outboxIds()).toContain(ids[0]);
	expect(await outboxIds()).not.toContain(ids[1]);
	expect((await consume("events", { kind: "outbox", ids })).retryMessages).toHaveLength(1);
	expect(await outboxIds()).not.toContain(ids[0]);
	expect((await consume("events", { kind: "outbox", ids })).explicitAcks).toEqual(["1"]);

	expect((await consume("events", { kind: "no such job" })).retryMessages).toHaveLength(1);
	expect((await consume("events-dead", { kind: "no such job" })).explicitAcks).toEqual(["1"]);
	const dead = await env.DB.prepare("SELECT queue, job FROM dead_jobs").all();
	expect(dead.results).toEqual([
		{ queue: "outbox", job: '{"kind":"no.such.kind","payload":{}}' },
		{ queue: "events-dead", job: '{"kind":"no such job"}' },
	]);
});

test("staff see what was given up and why, begin it again, or forget it", async () => {
	const [userId, bot] = [4711, 7];
	await (await createDeps(env)).people.register(userId, bot);
	await env.DB.prepare("DELETE FROM dead_jobs").run();
	const insert = env.DB.prepare(
		"INSERT INTO outbox (kind, payload, created_at, attempts) VALUES (?, ?, 1, 49) RETURNING id",
	);
	const [gone] = await env.DB.batch<{ id: number }>([
		insert.bind("person.changed", JSON.stringify({ userId })),
	]);
	const put = vi.spyOn(Person.prototype, "put").mockImplementation(() => {
		throw new Error("the actor is down");
	});
	await consume("events", { kind: "outbox", ids: [gone?.results[0]?.id] });
	put.mockRestore();
	await consume("send-dead", { kind: "pump", botId: bot });
	await consume("send-dead", { kind: "pump", botId: bot });

	const { dead_jobs } = await read("/api/dead-jobs", deadJobsAnswer);
	expect(dead_jobs.map(({ queue, error }) => [queue, error])).toEqual([
		["send-dead", null],
		["send-dead", null],
		["outbox", expect.stringContaining("the actor is down")],
	]);
	expect((await read("/api/dead-jobs/causes", causesAnswer)).causes).toMatchObject([
		{ queue: "send-dead", kind: "pump", jobs: 2, cause: "", attempts: null },
		{ queue: "outbox", kind: "person.changed", jobs: 1, attempts: 50, advice: "retry" },
	]);
	const { dead_jobs: down } = await read("/api/dead-jobs?q=ACTOR is", deadJobsAnswer);
	expect(down.map(({ queue }) => queue)).toEqual(["outbox"]);
	const events = vi
		.spyOn(env.EVENTS, "send")
		.mockResolvedValue({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
	const retried = await Promise.all(
		[1, 2, 3].map(() => post("/api/dead-jobs/retry", { ids: [dead_jobs[2]?.id] })),
	);
	expect(retried.filter(({ jobs }) => jobs === 1)).toHaveLength(1);
	expect(events).toHaveBeenCalled();
	events.mockRestore();
	expect((await consume("events", { kind: "outbox", ids: await outboxIds() })).explicitAcks).toEqual(["1"]);
	expect(await outboxIds()).toEqual([]);
	expect(await post("/api/dead-jobs/discard", { queue: "send-dead", kind: "pump" })).toEqual({ jobs: 2 });
	expect((await read("/api/dead-jobs", deadJobsAnswer)).dead_jobs).toEqual([]);
	expect((await api("/api/dead-jobs/retry", {})).status).toBe(400);
	const tooMany = await api("/api/dead-jobs/retry", { ids: Array.from({ length: 101 }, () => "dead_x") });
	expect([tooMany.status, await tooMany.text()]).toEqual([400, expect.stringContaining("1 to 100 ids")]);
});

test("a job's last try is kept with its words, not handed to the dead-letter queue", async () => {
	await env.DB.prepare("DELETE FROM dead_jobs").run();
	const job = { kind: "campaign.expand", no: "x" };
	expect((await consume("send", job, retries)).retryMessages).toHaveLength(1);
	expect((await consume("send", job, retries + 1)).explicitAcks).toEqual(["1"]);
	const { dead_jobs } = await read("/api/dead-jobs", deadJobsAnswer);
	expect(dead_jobs).toMatchObject([{ queue: "send-dead", job, attempts: retries + 1 }]);
	expect(dead_jobs[0]?.error).toContain("expected number");
	const cause = { queue: "send-dead", kind: "campaign.expand" };
	expect(await post("/api/dead-jobs/discard", { ...cause, cause: "another" })).toEqual({ jobs: 0 });
	const named = (await read("/api/dead-jobs/causes", causesAnswer)).causes[0]?.cause;
	expect(await post("/api/dead-jobs/discard", { ...cause, cause: named })).toEqual({ jobs: 1 });
});
