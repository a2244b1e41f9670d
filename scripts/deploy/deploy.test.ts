import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backup } from "./commands/backup.ts";
import { deploy } from "./commands/deploy.ts";
import { destroy } from "./commands/destroy.ts";
import { restore } from "./commands/restore.ts";
import { rollback } from "./commands/rollback.ts";
import { rotateKey } from "./commands/rotate-key.ts";
import { World } from "./fake/world.ts";

// Each bundles, migrates and uploads by wrangler itself, several times.
const timeout = 300_000;

let world: World;
beforeEach(async () => {
	world = await World.start();
});
afterEach(async () => {
	expect(world.cloudflare.unknown).toEqual([]);
	await world.stop();
});

const kept = (file: string) => JSON.parse(readFileSync(join(world.root, "deploy/production", file), "utf8"));
const script = (name = "rialto") => world.account.script(name);
const running = () => script().versions.find(({ id }) => id === script().deployed[0]?.version);
/** Where a call stands among those that changed something. */
const placeOf = (pattern: RegExp) => {
	const place = world.cloudflare.changes.findIndex((call) => pattern.test(call));
	expect(place, `${pattern} among ${world.cloudflare.changes.join(", ")}`).toBeGreaterThanOrEqual(0);
	return place;
};

test("one command takes an empty account to a running Worker, and the next changes nothing", {
	timeout,
}, async () => {
	const secretsFile = join(world.root, "given.env");
	writeFileSync(secretsFile, "BOT_TOKENS=7:seven,8:eight\nSMTP_PASSWORD=hush\n");
	const planned = await deploy(world.site("production", secretsFile), { dryRun: true });
	expect(world.cloudflare.changes).toEqual([]);
	expect(world.account.isEmpty).toBe(true);
	expect(existsSync(join(world.root, "deploy/production/secrets.json"))).toBe(false);

	const done = await deploy(world.site("production", secretsFile));
	// Whether a new address is known at once is not ours to say.
	expect(done).toEqual(planned.filter((line) => !line.startsWith("Answer")));
	// Dead-letter queues before what dies into them, tables before code, keys before both.
	expect(placeOf(/queues$/)).toBe(0);
	expect(placeOf(/d1\/database$/)).toBeLessThan(placeOf(/query$/));
	expect(placeOf(/query$/)).toBeLessThan(placeOf(/scripts\/rialto$/));
	expect(placeOf(/scripts\/rialto$/)).toBeLessThan(placeOf(/consumers$/));
	expect([...world.account.queues.values()].map(({ name }) => name)).toEqual(
		["events-dead", "send-dead", "delete-dead", "events", "send", "delete"].map((name) => `rialto-${name}`),
	);
	for (const { name, consumers } of world.account.queues.values())
		expect(consumers, name).toMatchObject([
			{ script: "rialto", deadLetters: name.endsWith("-dead") ? undefined : `${name}-dead` },
		]);
	expect(script().crons).toEqual(["* * * * *", "7 * * * *", "17 3 * * *"]);
	const { BOT_TOKENS, ...secrets } = kept("secrets.json");
	expect(Object.fromEntries(script().secrets)).toEqual(secrets);
	expect(secrets.SMTP_PASSWORD).toBe("hush");
	expect(BOT_TOKENS).toBe("7:seven,8:eight");
	const bound = Object.fromEntries(
		(running()?.bindings ?? []).map(({ name, ...binding }) => [name, binding]),
	);
	expect(bound).toMatchObject({
		PUBLIC_URL: { text: "https://rialto.acme.workers.dev" },
		ADMIN_TELEGRAM_IDS: { text: "4242" },
		DEPLOYMENT: { text: "rialto" },
		AI: { type: "ai" },
		MEDIA: { bucket_name: "rialto-media" },
	});
	expect(world.account.buckets.get("rialto-media")?.cors).toMatchObject({
		rules: [
			{
				allowed: { origins: ["https://rialto.acme.workers.dev"], headers: ["content-type", "if-none-match"] },
			},
		],
	});
	expect([...world.worker.bots().keys()]).toEqual([7, 8]);
	expect(world.said.join("\n")).toContain("https://rialto.acme.workers.dev/admin");
	// wrangler.toml is what it was: it runs without an account.
	expect(world.toml).toBe(readFileSync("wrangler.toml", "utf8"));

	// From now on the environment's name is enough.
	world.shell = {};
	expect(await deploy(world.site())).toEqual([]);
	expect(world.cloudflare.changes).toEqual([]);
	// Somebody else's machine, without the secrets: what is deployed stays.
	writeFileSync(join(world.root, "deploy/production/secrets.json"), "{}");
	expect(await deploy(world.site())).toEqual([]);
	expect(world.said.join("\n")).toContain("left as deployed: SMTP_PASSWORD, OWNER_KEY, ENCRYPTION_KEY");
});

test("a new actor, queue and bucket need an entry in wrangler.toml and nothing else; the code goes back by one command", {
	timeout,
}, async () => {
	await deploy(world.site());
	world.toml = `${world.toml.replace(
		"[triggers]",
		`[[durable_objects.bindings]]
name = "LIVE"
class_name = "Live"

[[migrations]]
tag = "v3"
new_sqlite_classes = ["Live"]

[[r2_buckets]]
binding = "STUDIO"
bucket_name = "rialto-studio"

[[queues.producers]]
binding = "GENERATE"
queue = "generate"

[[queues.consumers]]
queue = "generate"
dead_letter_queue = "generate-dead"

[[queues.consumers]]
queue = "generate-dead"

[triggers]`,
	)}`;
	writeFileSync(join(world.root, "migrations/9999_live.sql"), "CREATE TABLE live (id INTEGER PRIMARY KEY);");
	world.writeCode("2");
	expect(await deploy(world.site())).toEqual([
		"Queues: make the queue rialto-generate-dead",
		"Queues: make the queue rialto-generate",
		"Files: make the bucket rialto-studio",
		"Files: let https://rialto.acme.workers.dev use rialto-studio (CORS)",
		"Migrations: apply 9999_live.sql",
		"Worker: upload rialto: code or configuration changed",
		"Worker: consume the queue rialto-generate",
		"Worker: consume the queue rialto-generate-dead",
	]);
	expect(script().migrationTag).toBe("v3");
	expect(running()?.bindings.map(({ name }) => name)).toEqual(
		expect.arrayContaining(["LIVE", "STUDIO", "GENERATE"]),
	);
	const second = running()?.id;
	// How a queue is consumed is set behind the upload: a run that stopped there is noticed.
	const events = world.account.queueNamed("rialto-events");
	for (const consumer of events?.consumers ?? []) consumer.settings = { batch_size: 1 };
	expect(await deploy(world.site(), { dryRun: true })).toEqual([
		"Worker: set how the queue rialto-events is consumed",
	]);
	// A version that was brought and did not come to run is no deployment.
	world.writeCode("3");
	world.cloudflare.fault = (call) => call.endsWith("/scripts/rialto/deployments");
	await expect(deploy(world.site())).rejects.toThrow(/Mend that and run it again/);
	expect(running()?.id).toBe(second);
	world.cloudflare.fault = null;
	expect(await deploy(world.site())).toEqual([
		"Worker: upload rialto: code or configuration changed",
		"Worker: set how the queue rialto-events is consumed",
	]);

	await rollback(world.site(), { dryRun: true });
	await expect(rollback(world.site())).rejects.toThrow("Nothing was changed.");
	expect(running()?.id).not.toBe(second);
	world.answers = ["rollback"];
	await rollback(world.site());
	expect(running()?.id).toBe(second);
	expect(await deploy(world.site())).toEqual(["Worker: upload rialto: code or configuration changed"]);
});

test("whatever fails, the next run goes on from there", { timeout }, async () => {
	const kindOf = (call: string) => call.replaceAll(/[0-9a-f-]{36}/g, ":id");
	const failed: string[] = [];
	// Each kind of call fails when it first comes, the queues' at the third of them.
	let queues = 0;
	world.cloudflare.fault = (call) => {
		const kind = kindOf(call);
		// Of what is written beside a version wrangler warns only.
		if (kind.startsWith("PATCH ")) return false;
		if (failed.includes(kind) || (kind === "POST /queues" && ++queues < 3)) return false;
		failed.push(kind);
		return true;
	};
	let runs = 0;
	for (; runs < 20; runs++) {
		const before = failed.length;
		const ended = await deploy(world.site()).then(
			() => "done",
			(error: Error) => error.message,
		);
		if (failed.length === before) {
			expect(ended).toBe("done");
			break;
		}
		expect(ended).toMatch(/a fault was injected|does not yet/);
	}
	expect(failed.sort()).toEqual([
		"POST /d1/database",
		"POST /d1/database/:id/query",
		"POST /queues",
		"POST /queues/:id/consumers",
		"POST /r2/buckets",
		"POST /workers/assets/upload",
		"POST /workers/scripts/rialto/deployments",
		"POST /workers/scripts/rialto/subdomain",
		"POST /workers/scripts/rialto/versions",
		"PUT /queues/:id/consumers/:id",
		"PUT /r2/buckets/rialto-media/cors",
		"PUT /workers/scripts/rialto",
		"PUT /workers/scripts/rialto/schedules",
	]);
	expect(world.account.queues.size).toBe(6);
	for (const { consumers } of world.account.queues.values()) expect(consumers).toHaveLength(1);
	world.cloudflare.fault = null;
	expect(await deploy(world.site())).toEqual([]);

	// And away again, as far as it goes each time.
	const gone: string[] = [];
	world.cloudflare.fault = (call) => {
		const kind = kindOf(call);
		if (gone.includes(kind)) return false;
		gone.push(kind);
		return true;
	};
	world.account.buckets.get("rialto-media")?.objects.set("a", "1").set("b/c", "2").set("d", "3");
	const confirm = ["rialto", "delete-everything"];
	for (let i = 0; i < 10 && !world.account.isEmpty; i++)
		await destroy(world.site(), { confirm }).catch(() => undefined);
	expect(gone).toContain("DELETE /r2/buckets/rialto-media/objects/a");
	expect(world.account.isEmpty).toBe(true);
});

test("staging stands beside production; a database comes back; a key changes; destroy asks twice", {
	timeout,
}, async () => {
	// Somebody sits in front of it.
	world.shell = {};
	world.answers = ["4242", "7:seven"];
	await deploy(world.site());
	expect(running()?.bindings).toContainEqual({
		name: "ADMIN_TELEGRAM_IDS",
		type: "plain_text",
		text: "4242",
	});
	expect([...world.worker.bots().keys()]).toEqual([7]);
	world.answers = [];
	world.shell = { DOMAIN: "try.example.com" };
	await deploy(world.site("staging"));
	expect([...world.account.scripts.keys()]).toEqual(["rialto", "rialto-staging"]);
	expect(world.account.domains.get("try.example.com")?.service).toBe("rialto-staging");
	world.shell = {};

	// A day's work, a backup, and then an accident.
	const production = [...world.account.databases.values()].find(({ name }) => name === "rialto");
	const insert = "INSERT INTO settings (key, value, updated_at, updated_by) VALUES ('a', '1', 0, 'x')";
	production?.db.exec(insert);
	world.account.buckets.get("rialto-media")?.objects.set("one", "1").set("two", "2").set("three", "3");
	const folder = await backup(world.site());
	expect(readFileSync(join(folder, "database.sql"), "utf8")).toContain(
		"INSERT INTO \"settings\" VALUES ('a'",
	);
	const { bookmark } = JSON.parse(readFileSync(join(folder, "backup.json"), "utf8"));
	production?.db.exec("DELETE FROM settings");
	await expect(restore(world.site(), { to: bookmark })).rejects.toThrow("Nothing was changed.");
	await restore(world.site(), { to: bookmark, confirm: ["rialto"] });
	expect(production?.db.prepare("SELECT key FROM settings").all()).toEqual([{ key: "a" }]);

	// Into a database of its own: the one of before is still there.
	production?.db.exec("DELETE FROM settings");
	world.account.buckets.get("rialto-media")?.objects.delete("two");
	await restore(world.site(), { from: folder, confirm: ["rialto"] });
	expect(world.said.join("\n")).toContain("rialto-media: 1 of 3 files are gone or changed, the first two");
	const restored = [...world.account.databases.values()].find(({ name }) =>
		name.startsWith("rialto-restored-"),
	);
	expect(restored?.db.prepare("SELECT key FROM settings").all()).toEqual([{ key: "a" }]);
	expect(running()?.bindings).toContainEqual({ name: "DB", type: "d1", id: restored?.id });
	expect(await deploy(world.site())).toEqual([]);

	// The key, with a stop in the middle.
	const { ENCRYPTION_KEY: old } = kept("secrets.json");
	world.worker.fault = (call) => call === "POST /api/bots/webhooks";
	await expect(rotateKey(world.site())).rejects.toThrow();
	world.worker.fault = null;
	const { BOT_TOKENS: _, ...both } = kept("secrets.json");
	expect(both).toMatchObject({ ENCRYPTION_KEY_PREVIOUS: old, HASH_KEY: old });
	expect(Object.fromEntries(script().secrets)).toMatchObject(both);
	await rotateKey(world.site());
	expect(kept("secrets.json").ENCRYPTION_KEY).toBe(both.ENCRYPTION_KEY);
	expect(world.worker.bots().get(7)?.sealedWith).toBe(both.ENCRYPTION_KEY);
	expect([...script().secrets.keys()].sort()).toEqual(["ENCRYPTION_KEY", "HASH_KEY", "OWNER_KEY"]);
	expect(await deploy(world.site())).toEqual([]);

	world.answers = ["rialto", "no"];
	await expect(destroy(world.site())).rejects.toThrow("Nothing was deleted.");
	expect(world.account.scripts.has("rialto")).toBe(true);
	world.answers = ["rialto", "delete-everything"];
	await destroy(world.site());
	expect([...world.account.scripts.keys()]).toEqual(["rialto-staging"]);
	expect([...world.account.databases.values()].map(({ name }) => name)).toEqual(["rialto-staging"]);
	await destroy(world.site("staging"), { confirm: ["rialto-staging", "delete-everything"] });
	expect(world.account.isEmpty).toBe(true);
	expect(existsSync(join(folder, "database.sql"))).toBe(true);
});
