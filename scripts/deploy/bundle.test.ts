import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wranglerAt } from "./outside.ts";

test("the real bundle is small enough for the free plan, and starts well within Cloudflare's second", {
	timeout: 180_000,
}, async () => {
	const folder = mkdtempSync(join(tmpdir(), "rialto-startup-"));
	try {
		const shell = { PATH: process.env.PATH ?? "", HOME: folder };
		// It bundles as a deployment does, and profiles the start in workerd.
		const said = await wranglerAt(".", shell)(
			"check",
			"startup",
			"--outfile",
			join(folder, "start.cpuprofile"),
		);
		const numberIn = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? Number.NaN);
		// 3 MiB are allowed, 10 on the paid plan.
		expect(numberIn(/gzip: ([\d.]+) KiB/), said).toBeLessThan(1024);
		// The clock of the local build can't be moved here: nothing of it is deployed.
		await wranglerAt(".", shell)("deploy", "--dry-run", "--outdir", folder);
		const bundle = readFileSync(join(folder, "index.js"), "utf8");
		expect(bundle).toContain("/telegram/:botId");
		expect(bundle).not.toMatch(/\/dev\/clock|advanceSeconds|clock-ahead/);
		// What it is at work, however busy this machine is beside.
		expect(numberIn(/Active: ([\d.]+) ms/), said).toBeLessThan(1000);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
