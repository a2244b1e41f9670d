import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { app } from "../src/app.ts";
import { consume } from "../src/jobs.ts";
import { erasedHash } from "../src/people/store/erasures.ts";
import { backUp, lastBackup } from "../src/platform/backup.ts";
import { readConfig } from "../src/platform/env.ts";
import { getRegistry, webhookSecret } from "../src/platform/registry.ts";
import { api, ownerKey, Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
beforeAll(async () => {
	telegram = await startTelegram();
});

const newKey = "BAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const { ENCRYPTION_KEY: oldKey } = readConfig(env);
/** This deployment with other variables, as a new version has them. */
const deployed = (variables: Record<string, string | undefined>): Env => ({ ...env, ...variables });
const ask = (at: Env, path: string, init: RequestInit = {}, key = ownerKey) =>
	app.fetch(
		new Request(`https://rialto.test${path}`, {
			...init,
			headers: { authorization: `Bearer ${key}`, ...init.headers },
		}),
		at,
		{
			waitUntil: () => undefined,
			passThroughOnException: () => undefined,
			props: {},
		} as unknown as ExecutionContext,
	);

async function update(at: Env, secret: string): Promise<number> {
	const headers = { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" };
	const body = JSON.stringify({ update_id: Math.floor(Math.random() * 1e9) });
	return (await ask(at, `/telegram/${telegram.bot}`, { method: "POST", headers, body })).status;
}

test("the encryption key changes while bots go on; erased people stay known", async () => {
	const phone = new Phone(telegram.simulator, telegram.bot, "Ana");
	await phone.start();
	await phone.settleIn();
	await api(`/api/users/${phone.id}/ban`, { reason: "spam" });
	await api(`/api/users/${phone.id}/erase`, {});

	const both = deployed({ ENCRYPTION_KEY: newKey, ENCRYPTION_KEY_PREVIOUS: oldKey, HASH_KEY: oldKey });
	const [oldSecret, newSecret] = [
		await webhookSecret(oldKey, telegram.bot),
		await webhookSecret(newKey, telegram.bot),
	];
	// What was sealed before opens, and Telegram, not told yet, is let in.
	await getRegistry(both, { fresh: true });
	expect(await update(both, oldSecret)).toBe(200);
	expect(await update(both, newSecret)).toBe(200);
	expect(await update(both, "another")).toBe(401);

	expect((await ask(both, "/api/bots/webhooks", { method: "POST" })).status).toBe(200);
	// From here the old key is of no use to anybody.
	const alone = deployed({ ENCRYPTION_KEY: newKey, HASH_KEY: oldKey });
	const { bots } = await getRegistry(alone, { fresh: true });
	expect(bots.get(telegram.bot)?.token).toBe(telegram.token);
	expect(await update(alone, newSecret)).toBe(200);
	expect(await update(alone, oldSecret)).toBe(401);
	await expect(getRegistry(env, { fresh: true })).rejects.toThrow();

	// Whoever was erased with a ban that holds is known by the hash of before.
	const hash = await erasedHash(readConfig(alone).HASH_KEY, phone.id);
	expect(
		await env.DB.prepare("SELECT count(*) AS n FROM erasures WHERE hash = ?").bind(hash).first("n"),
	).toBe(1);
	// And back, for the tests behind.
	const back = deployed({ ENCRYPTION_KEY_PREVIOUS: newKey });
	await getRegistry(back, { fresh: true });
	await ask(back, "/api/bots/webhooks", { method: "POST" });
	await getRegistry(env, { fresh: true });
});

test("a bot goes on with a new token", async () => {
	// As BotFather does it: the old one is void at once.
	const record = telegram.simulator.world.state.bots.get(telegram.bot);
	if (!record) throw new Error("no such bot");
	const token = `${telegram.bot}:SIM${"r".repeat(32)}`;
	record.token = token;
	expect(await (await api("/api/doctor")).text()).toContain("Unauthorized");
	expect((await api("/api/bots", { token })).status).toBe(201);
	const { bots } = await getRegistry(env, { fresh: true });
	expect(bots.get(telegram.bot)?.token).toBe(token);
	const phone = new Phone(telegram.simulator, telegram.bot, "Bo");
	await phone.start();
	expect(phone.heard.length).toBeGreaterThan(0);
});

test("pointed at a deployment that lacks something, the doctor says what", async () => {
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	const bare = deployed({ OWNER_KEY: undefined, ENCRYPTION_KEY: "short" });
	for (const path of ["/api/doctor", "/health"]) {
		const answer = await ask(bare, path);
		expect(answer.status).toBe(503);
		const text = await answer.text();
		expect(text).toContain("OWNER_KEY is missing");
		expect(text).toContain("ENCRYPTION_KEY must be 32 bytes");
		expect(text).not.toContain("short");
	}

	// No migration was applied.
	const prepare = () => {
		throw new Error("D1_ERROR: no such table: bots");
	};
	const empty = { ...env, DB: { prepare, batch: prepare } as unknown as D1Database };
	expect(await (await ask(empty, "/api/doctor")).json()).toMatchObject({
		ok: false,
		checks: [{ name: "Database (D1)", ok: false, fix: expect.stringContaining("npm run deploy") }],
	});
	expect((await ask(empty, "/api/doctor", {}, "a-wrong-key-of-somebody")).status).toBe(500);
	const stranger = deployed({ ENCRYPTION_KEY: newKey });
	expect(await (await ask(stranger, "/api/doctor")).json()).toMatchObject({
		checks: [
			{ name: "Key (ENCRYPTION_KEY)", ok: false, fix: expect.stringContaining("ENCRYPTION_KEY_PREVIOUS") },
		],
	});
});

test("queues are known by the name they have in wrangler.toml, whatever the deployment puts before it", async () => {
	const message = (body: unknown) => ({
		id: "1",
		body,
		attempts: 1,
		timestamp: new Date(),
		ack: vi.fn(),
		retry: vi.fn(),
	});
	const dead = message({ kind: "pump", botId: 1 });
	const batch = { queue: "rialto-staging-send-dead", messages: [dead], ackAll() {}, retryAll() {} };
	await consume(batch as unknown as MessageBatch, deployed({ DEPLOYMENT: "rialto-staging" }));
	expect(dead.ack).toHaveBeenCalledOnce();
	expect(await env.DB.prepare("SELECT queue FROM dead_jobs").first("queue")).toBe("send-dead");
});

test("every night the database goes into the bucket, the newest are kept, and the doctor says when", async () => {
	const at = deployed({ BACKUP_TOKEN: "t", DATABASE: "acc/db", BACKUPS_KEPT: "2", DEPLOYMENT: "rialto" });
	const answers: unknown[] = [];
	const calls: string[] = [];
	const before = globalThis.fetch;
	const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (...args) => {
		const request = new Request(...args);
		calls.push(`${request.method} ${request.url} ${request.headers.get("authorization") ?? ""}`);
		return request.url.includes("api.cloudflare.com")
			? Response.json(answers.shift())
			: request.url.startsWith("https://export.test")
				? new Response("CREATE TABLE people;")
				: before(request);
	});
	const begun = { success: true, result: { status: "active", at_bookmark: "b1" } };
	const ready = {
		success: true,
		result: { status: "complete", result: { signed_url: "https://export.test/x" } },
	};
	const run = (day: number, ...said: unknown[]) => {
		answers.push(...said);
		return backUp({
			env: at,
			config: readConfig(at),
			now: () => Date.UTC(2026, 0, day, 3, 17),
			sleep: async () => undefined,
		});
	};
	expect(await lastBackup(env)).toBeNull();
	await run(1, begun, ready);
	await run(2, ready);
	await run(3, begun, begun, ready);
	expect(calls[0]).toBe(
		"POST https://api.cloudflare.com/client/v4/accounts/acc/d1/database/db/export Bearer t",
	);
	const { objects } = await env.MEDIA.list({ prefix: "backups/" });
	expect(objects.map(({ key }) => key)).toEqual([
		...["backups/2026-01-02T03:17:00.000Z.sql", "backups/2026-01-03T03:17:00.000Z.sql"],
	]);
	expect(await (await env.MEDIA.get(objects[1]?.key ?? ""))?.text()).toBe("CREATE TABLE people;");
	await expect(run(4, { success: false, errors: [{ message: "no right" }] })).rejects.toThrow("no right");
	const answer = z.object({
		checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
	});
	const { checks } = answer.parse(await (await ask(at, "/api/doctor")).json());
	expect(checks.find(({ name }) => name === "Backup")).toMatchObject({
		ok: true,
		detail: expect.stringContaining("the last one was written at 20"),
	});
	spy.mockRestore();
	// Without a token nothing is asked.
	await backUp({ env, config: readConfig(env), now: () => 0 });
	await exports.default.fetch("https://rialto.test/health");
});
