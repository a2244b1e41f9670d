import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browser, browserFlags, freePort, Started } from "../../scripts/started.ts";
import * as files from "../media-files.ts";

const ownerKey = "owner-key-of-the-browser";
const stateDir = mkdtempSync(join(tmpdir(), "rialto-shop-"));
let chrome: Browser;
let page: Page;
let site = "";
const wrong: string[] = [];

describe.skipIf(!browser)("the shop in a browser", () => {
	beforeAll(async () => {
		const [port, simulatorPort] = [await freePort(), await freePort()];
		site = `http://localhost:${port}`;
		await Started.run({
			...{ PORT: String(port), SIMULATOR_PORT: String(simulatorPort), STATE_DIR: stateDir },
			...{
				OWNER_KEY: ownerKey,
				MEDIA_S3_URL: `http://127.0.0.1:${port}/cdn-cgi/local/r2/s3/rialto-media`,
			},
		});
		chrome = await chromium.launch({ executablePath: browser ?? "", args: browserFlags });
		const context = await chrome.newContext({ viewport: { width: 1280, height: 860 } });
		page = await context.newPage();
		page.setDefaultTimeout(60_000);
		page.on("pageerror", (error) => wrong.push(error.message));
		page.on("console", (message) => {
			if (/Content Security Policy|CORS/.test(message.text())) wrong.push(message.text());
		});
	});

	afterAll(async () => {
		await chrome?.close();
		await Started.stopAll();
		rmSync(stateDir, { recursive: true, force: true });
	});

	test("a creator is added, and seen only once verified", async () => {
		await page.goto(`${site}/admin/creators`);
		await page.getByRole("button", { name: "Use the owner key" }).click();
		await page.getByRole("textbox", { name: "Owner key" }).fill(ownerKey);
		await page.getByRole("button", { name: "Log in", exact: true }).click();
		await page.getByRole("heading", { name: "Creators", level: 1 }).waitFor();
		await page.getByRole("button", { name: "Add creator" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("Name", { exact: true }).fill("Bia Costa");
		await dialog.getByLabel("Username").fill("biacosta");
		await dialog.getByRole("button", { name: "Add creator" }).click();
		await page.getByRole("heading", { name: "Bia Costa", level: 1 }).waitFor();
		await page.getByRole("button", { name: "Verify" }).click();
		await page.getByLabel("What was seen").fill("passport");
		await page.getByRole("dialog").getByRole("button", { name: "Verify" }).click();
		await page.getByText("seen: passport").waitFor();
		await expectAccessible();
	});

	test("a picture is uploaded and cropped", async () => {
		await page.getByRole("tab", { name: "Gallery" }).click();
		await page
			.locator('input[type="file"]')
			.setInputFiles([{ name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from(files.phoneJpeg(6)) }]);
		await page.getByText("16 × 24").waitFor();
		await expectAccessible();
		await page.getByRole("button", { name: "Crop: Picture 1" }).click();
		await page.getByRole("button", { name: "Save the piece" }).click();
		await page.getByText("The cropped picture is in the library.").waitFor();
		await page.getByText("16 × 20").waitFor();
	});

	test("a product is added and listed", async () => {
		await page.getByRole("tab", { name: "Products" }).click();
		await page.getByRole("button", { name: "Add product" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("combobox", { name: "Type" }).click();
		await page.getByRole("option", { name: "Subscription" }).click();
		await dialog.getByLabel("Title").fill("VIP");
		await dialog.getByLabel("Price in Stars").fill("500");
		await dialog.getByRole("button", { name: "Add product" }).click();
		await page.getByRole("cell", { name: "VIP Subscription" }).waitFor();
		await expectAccessible();
		await page.getByRole("tab", { name: "Revenue" }).click();
		await page.getByText("Held for 21 days").waitFor();
		await expectAccessible();
	});

	test("nothing went wrong in the page", () => {
		expect(wrong).toEqual([]);
	});
});

async function expectAccessible(): Promise<void> {
	await page.waitForTimeout(400);
	const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
