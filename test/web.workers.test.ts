import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { app } from "../src/app.ts";

const get = (path: string) =>
	exports.default.fetch(new Request(`https://rialto.test${path}`, { redirect: "manual" }));

test("the dashboard's addresses are one page that nobody can frame and that runs no foreign script", async () => {
	const home = await get("/");
	expect([home.status, home.headers.get("location")]).toEqual([302, "/admin"]);
	for (const path of ["/admin", "/admin/people/5?tab=money"]) {
		const page = await get(path);
		// 503 says that nobody has built it: these tests don't.
		expect([200, 503]).toContain(page.status);
		const policy = page.headers.get("content-security-policy") ?? "";
		expect(policy).toContain("default-src 'self'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain("script-src");
		expect(page.headers.get("x-content-type-options")).toBe("nosniff");
		expect(page.headers.get("referrer-policy")).toBe("same-origin");
		await page.text();
	}
	expect((await get("/admin/assets/none.js")).status).toBe(404);
});

test("pages may speak with the bucket where there are keys to it, and with nobody else", async () => {
	const policyOf = async (more: object) => {
		const page = await app.fetch(new Request("https://rialto.test/admin"), { ...env, ...more });
		const policy = page.headers.get("content-security-policy") ?? "";
		await page.text();
		return (name: string) => new RegExp(`${name} ([^;]*)`).exec(policy)?.[1];
	};
	const url = { MEDIA_S3_URL: "https://acc.r2.cloudflarestorage.com/rialto-media" };
	const keys = { MEDIA_S3_KEY_ID: "id", MEDIA_S3_SECRET: "secret" };
	const open = await policyOf({ ...url, ...keys });
	for (const name of ["connect-src", "img-src", "media-src"])
		expect(open(name), name).toMatch(/^'self'.* https:\/\/acc\.r2\.cloudflarestorage\.com$/);
	expect((await policyOf(url))("connect-src")).not.toContain("r2");
	expect((await policyOf({}))("connect-src")).not.toContain("http");
});

test("what the Worker answers by itself stands beside it", async () => {
	expect(await (await get("/health")).json()).toMatchObject({ status: "ok" });
	expect((await get("/api/bots")).status).toBe(401);
	expect((await get("/administration")).status).toBe(404);
});
