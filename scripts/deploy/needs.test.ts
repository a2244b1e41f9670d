import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCloudflare } from "./cloudflare.ts";
import { World } from "./fake/world.ts";
import { Site } from "./site.ts";
import { runSteps } from "./step.ts";
import { accountStep, needsStep } from "./steps/account.ts";
import { filesStep } from "./steps/stores.ts";
import { workerStep } from "./steps/worker.ts";

let world: World;
beforeEach(async () => {
	world = await World.start();
});
afterEach(() => world.stop());

const look = async (site: Site) => {
	const { say } = site.outside;
	await runSteps([accountStep(site), needsStep(site)], { dryRun: true, say });
	return world.said.join("\n");
};

test("what an account lacks is found out first, said with what to press, and left out where that is possible", async () => {
	expect(await look(world.site())).not.toMatch(/left out|plan/);
	world.account.lacks = new Set(["r2", "analytics"]);
	world.account.paid = false;
	const poor = world.site();
	const said = await look(poor);
	expect(said).toContain('Press "Enable R2" at https://dash.cloudflare.com/acc0123/r2');
	expect(said).toContain("https://dash.cloudflare.com/acc0123/workers/analytics-engine");
	expect(said).toContain("The free plan: 100,000 requests and 10,000 queue operations a day, 10 ms CPU");
	expect(poor.config.r2_buckets).toBeUndefined();
	expect(poor.config.analytics_engine_datasets).toBeUndefined();
	expect((await filesStep(poor).check()).changes).toEqual([]);

	// Once it is there the next run adds it.
	world.account.lacks.clear();
	const rich = world.site();
	await look(rich);
	expect((await filesStep(rich).check()).changes[0]).toBe("make the bucket rialto-media");
});

test("without an address nothing is made", async () => {
	world.account.subdomain = null;
	await expect(look(world.site())).rejects.toThrow(
		"open https://dash.cloudflare.com/acc0123/workers once, or set DOMAIN",
	);
	world.shell = { DOMAIN: "rialto.elsewhere.org" };
	await expect(look(world.site())).rejects.toThrow("No zone of this account has rialto.elsewhere.org");
	world.shell = { DOMAIN: "a.b.example.com" };
	expect(await look(world.site())).toContain("✓ Needs    https://a.b.example.com");
});

test("a login that is refused, or opens another account, is said", async () => {
	const site = world.site();
	const api = createCloudflare({ root: world.cloudflare.url, token: "stale", fetch });
	const stranger = new Site(site.place, { ...site.outside, api });
	await expect(look(stranger)).rejects.toThrow(/Cloudflare refuses the login[\s\S]*CLOUDFLARE_API_TOKEN/);
	world.shell = { CLOUDFLARE_ACCOUNT_ID: "another" };
	await expect(look(world.site())).rejects.toThrow("does not open account another, but acc0123 (Acme)");
});

test("a token that lists no account is taken at its word", async () => {
	world.account.lists = false;
	await expect(look(world.site())).rejects.toThrow("lists no account: set CLOUDFLARE_ACCOUNT_ID");
	world.shell = { CLOUDFLARE_ACCOUNT_ID: world.account.id };
	expect(await look(world.site())).toContain("✓ Account  an account (acc0123)");
});

test("where nothing but the upload says that Analytics Engine is not enabled, it is left out then", async () => {
	const site = world.site();
	await look(site);
	const uploads: string[] = [];
	const wrangler = async (...args: string[]) => {
		if (args.includes("--dry-run")) return "";
		uploads.push(readFileSync(args[args.indexOf("--config") + 1] ?? "", "utf8"));
		if (uploads.length === 1) throw new Error("You need to enable Analytics Engine. [code: 10089]");
		return "";
	};
	const there = new Site(site.place, { ...site.outside, wrangler });
	await look(there);
	// This stand-in uploads nothing, so what comes behind is missing.
	await expect(runSteps([workerStep(there, "1")], { dryRun: false, say: () => undefined })).rejects.toThrow(
		"does not yet",
	);
	expect(uploads.map((text) => text.includes("analytics_engine_datasets"))).toEqual([true, false]);
});
