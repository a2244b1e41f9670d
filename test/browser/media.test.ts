import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browser, browserFlags, freePort, Started } from "../../scripts/started.ts";
import * as files from "../media-files.ts";

/** What a page's video has, as far as this asks. */
interface Player {
	muted: boolean;
	onended: () => void;
	onerror: () => void;
	error: { message: string } | null;
	play(): Promise<void>;
}

const ownerKey = "owner-key-of-the-browser";
const stateDir = mkdtempSync(join(tmpdir(), "rialto-media-"));
let chrome: Browser;
let page: Page;
let [site, bucket] = ["", ""];
const wrong: string[] = [];
const uploads: string[] = [];

/** `npm start` with its bucket under another name than its pages, as it is on Cloudflare. */
describe.skipIf(!browser)("pictures and videos in a browser", () => {
	beforeAll(async () => {
		const [port, simulatorPort] = [await freePort(), await freePort()];
		[site, bucket] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
		await Started.run({
			...{ PORT: String(port), SIMULATOR_PORT: String(simulatorPort), STATE_DIR: stateDir },
			...{ OWNER_KEY: ownerKey, MEDIA_S3_URL: `${bucket}/cdn-cgi/local/r2/s3/rialto-media` },
		});
		chrome = await chromium.launch({ executablePath: browser ?? "", args: browserFlags });
		const context = await chrome.newContext({ viewport: { width: 1280, height: 860 } });
		page = await context.newPage();
		page.setDefaultTimeout(120_000);
		page.on("pageerror", (error) => wrong.push(error.message));
		page.on("console", (message) => {
			if (/Content Security Policy|CORS/.test(message.text())) wrong.push(message.text());
		});
		page.on("request", (request) => {
			if (request.method() === "PUT") uploads.push(new URL(request.url()).origin);
		});
	});

	afterAll(async () => {
		await chrome?.close();
		await Started.stopAll();
		rmSync(stateDir, { recursive: true, force: true });
	});

	test("files are uploaded right to the bucket, cleaned, and seen", async () => {
		await page.goto(`${site}/admin/media`);
		await page.getByRole("button", { name: "Use the owner key" }).click();
		await page.getByRole("textbox", { name: "Owner key" }).fill(ownerKey);
		await page.getByRole("button", { name: "Log in", exact: true }).click();
		await page.getByRole("heading", { name: "Media", level: 1 }).waitFor();
		await page.getByText("Nothing here yet").waitFor();
		await expectAccessible();
		await page
			.locator('input[type="file"]')
			.setInputFiles([
				of("upright.jpg", "image/jpeg", files.phoneJpeg(6)),
				of("words.png", "image/png", files.wordyPng()),
				of("words.webp", "image/webp", files.wordyWebp()),
				of("moves.webp", "image/webp", files.movingWebp()),
				of("words.gif", "image/gif", files.wordyGif()),
				of("camera.mp4", "video/mp4", files.cameraVideo()),
				of("sideways.mp4", "video/mp4", files.cameraVideo({ moovFirst: false, sideways: true })),
				of("cut.jpg", "image/jpeg", files.jpeg.subarray(0, -2)),
			]);
		await page.getByText("This file is damaged or not complete.").waitFor();
		await tile("words.gif").waitFor();
		await page.getByText("7 files are in the library now.").waitFor();
		expect(new Set(uploads)).toEqual(new Set([bucket]));
		await expectAccessible();
		// As Chromium decodes them: turned upright, and of the length they had.
		await expect.poll(() => shown("upright.jpg")).toEqual([16, 24]);
		for (const name of ["words.png", "words.webp", "moves.webp"])
			await expect.poll(() => shown(name)).toEqual([24, 16]);
		await expect.poll(() => shown("words.gif")).toEqual([1, 1]);
		await expect.poll(() => shown("camera.mp4")).toEqual([64, 48]);
		await expect.poll(() => shown("sideways.mp4")).toEqual([48, 64]);
	});

	test("a video plays to its end, whatever was taken out of it", async () => {
		await tile("camera.mp4").click();
		const dialog = page.getByRole("dialog");
		const video = dialog.locator("video");
		await video.waitFor();
		const ended = await video.evaluate(
			(element) =>
				new Promise((done) => {
					const player = element as unknown as Player;
					player.muted = true;
					player.onended = () => done("ended");
					player.onerror = () => done(player.error?.message);
					void player.play();
				}),
		);
		expect(ended).toBe("ended");
		await expectAccessible();
		await dialog.getByRole("textbox", { name: "Name" }).fill("a walk.mp4");
		await dialog.getByRole("button", { name: "Save" }).click();
		await page.getByText("The name was changed.").waitFor();
		await dialog.getByRole("button", { name: "Close" }).click();
		await tile("a walk.mp4").waitFor();
	});

	test("what a camera calls HEIC is refused before it is sent, in words that help", async () => {
		const sent = uploads.length;
		await page.locator('input[type="file"]').setInputFiles([of("IMG_1.HEIC", "image/heic", files.jpeg)]);
		await page.getByText("HEIC and AVIF pictures can't be taken").waitFor();
		expect(uploads).toHaveLength(sent);
	});

	test("the library is searched, and what is deleted is gone", async () => {
		await page.getByRole("searchbox", { name: "Search by name" }).fill("WALK");
		await tile("words.png").waitFor({ state: "hidden" });
		await tile("a walk.mp4").click();
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await page
			.getByRole("dialog", { name: "Delete a walk.mp4?" })
			.getByRole("button", { name: "Delete" })
			.click();
		await page.getByText("Nothing found").waitFor();
		await expectAccessible();
	});

	test("the bucket itself takes exactly what was announced, once", async () => {
		const call = async (path: string, body: unknown) => {
			const headers = { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" };
			const response = await fetch(`${site}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
			return (await response.json()) as { id: string; url: string; headers: Record<string, string> };
		};
		const { url, headers } = await call("/api/media", { name: "a.jpg", type: "image/jpeg", size: 100 });
		const put = async (to: string, bytes: number, more: Record<string, string> = {}) =>
			(await fetch(to, { method: "PUT", headers: { ...headers, ...more }, body: new Uint8Array(bytes) }))
				.status;
		expect(await put(url, 99)).toBe(403);
		expect(await put(url, 100, { "content-type": "text/html" })).toBe(403);
		expect(await put(url.replace("staging/", "media/"), 100)).toBe(403);
		expect(await put(url.replace(/Expires=\d+/, "Expires=9999"), 100)).toBe(403);
		expect(await put(url, 100)).toBe(200);
		expect(await put(url, 100)).toBe(412);
		const doctor = await fetch(`${site}/api/doctor`, { headers: { authorization: `Bearer ${ownerKey}` } });
		const { checks } = (await doctor.json()) as { checks: { name: string; detail: string }[] };
		expect(checks.find(({ name }) => name.startsWith("Links"))?.detail).toBe(
			"a file was put and read by signed links",
		);
	});

	test("nothing went wrong in the page", () => {
		expect(wrong).toEqual([]);
	});
});

const of = (name: string, mimeType: string, bytes: Uint8Array) => ({
	name,
	mimeType,
	buffer: Buffer.from(bytes),
});

/** Of the library; a video says its length before its name. */
const tile = (name: string) => page.getByRole("button", { name: new RegExp(`^(?!Hide ).*${name}$`) });

/** The sides of what is shown under this name, as it was decoded. */
const shown = (name: string) =>
	page
		.getByRole("listitem")
		.filter({ has: tile(name) })
		.locator("img, video")
		.first()
		.evaluate((element) => {
			const seen = element as unknown as Partial<Record<string, number>>;
			return [seen.videoWidth ?? seen.naturalWidth, seen.videoHeight ?? seen.naturalHeight];
		});

async function expectAccessible(): Promise<void> {
	await page.waitForTimeout(400);
	const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
