import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { control, Person } from "../../scripts/simulated-person.ts";
import { browser, browserFlags, freePort, Started } from "../../scripts/started.ts";
import * as files from "../media-files.ts";

const stateDir = mkdtempSync(join(tmpdir(), "rialto-outreach-"));
let chrome: Browser;
let page: Page;
let [site, simulator] = ["", ""];
let [owner, bo]: Person[] = [];
let bot = 0;

/** What an operator sends: written, tried, planned, found again, and taken back. */
describe.skipIf(!browser)("broadcasts in a browser", () => {
	beforeAll(async () => {
		const [port, simulatorPort] = [await freePort(), await freePort()];
		await Started.run({
			...{ PORT: String(port), SIMULATOR_PORT: String(simulatorPort), STATE_DIR: stateDir },
			OWNER_KEY: "owner-key-of-the-browser",
		});
		[site, simulator] = [`http://localhost:${port}`, `http://127.0.0.1:${simulatorPort}`];
		const { bots } = await control<{ bots: { id: number }[] }>(`${simulator}/control/state`);
		bot = bots[0]?.id ?? 0;
		chrome = await chromium.launch({ executablePath: browser ?? "", args: browserFlags });
		const context = await chrome.newContext({ viewport: { width: 1280, height: 860 } });
		page = await context.newPage();
		page.setDefaultTimeout(120_000);
		owner = await Person.first(simulator, bot);
		bo = await Person.join(simulator, bot, "Bo", "Male");
		await page.goto(`${site}/admin/campaigns`);
		await page.getByRole("button", { name: "Log in with Telegram" }).click();
		await owner.say(await page.getByText(/^\/admin_login /).innerText());
		await owner.hears("Chrom");
		await owner.press("✅ Confirm");
		await page.getByRole("heading", { name: "Campaigns", level: 1 }).waitFor();
	});

	afterAll(async () => {
		await chrome?.close();
		await Started.stopAll();
		rmSync(stateDir, { recursive: true, force: true });
	});

	test("a picture with a formatted text is uploaded, tried, planned for tomorrow at nine, found by its name and text, and taken back", async () => {
		await page.getByRole("link", { name: "New broadcast" }).first().click();
		await page.getByRole("textbox", { name: "Name", exact: true }).fill("Autumn fair");
		const text = page.getByRole("textbox", { name: "Text", exact: true });
		await text.fill("Come & see the fair");
		await text.press("ControlOrMeta+a");
		await page.getByRole("toolbar").getByRole("button", { name: "Bold" }).click();
		expect(await text.inputValue()).toBe("<b>Come &amp; see the fair</b>");
		await text.press("ControlOrMeta+b");
		await text.press("ControlOrMeta+i");
		expect(await text.inputValue()).toBe("<i>Come &amp; see the fair</i>");
		await page.getByRole("button", { name: "Choose or upload a picture or video" }).click();
		const picker = page.getByRole("dialog", { name: "Choose media" });
		await picker
			.locator('input[type="file"]')
			.setInputFiles([{ name: "fair.jpg", mimeType: "image/jpeg", buffer: Buffer.from(files.phoneJpeg(6)) }]);
		await picker.getByText("1 of at most 1 chosen").waitFor();
		await picker.getByRole("button", { name: "Use", exact: true }).click();
		await picker.waitFor({ state: "hidden" });
		await page.getByRole("button", { name: "Send a test to me" }).click();
		await owner?.hears("Come & see the fair");
		await page.getByRole("button", { name: "Keep as a template" }).click();
		await page.getByRole("textbox", { name: "Name of the template" }).fill("Fair");
		await expectAccessible();
		await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
		await page.getByText("The template “Fair” is kept.").waitFor();
		await page.getByText("At a time", { exact: true }).click();
		await page.getByRole("button", { name: "Tomorrow at 9" }).click();
		await expectAccessible();
		await page.getByRole("button", { name: "Review and plan" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Plan it" }).click();
		await page.getByRole("heading", { name: "Autumn fair" }).waitFor();
		await page.getByText("Planned", { exact: true }).first().waitFor();
		await expectAccessible();
		await page.getByRole("link", { name: "Campaigns" }).first().click();
		const row = page.getByRole("row", { name: /Autumn fair/ });
		await row.getByText("Come & see the fair").waitFor();
		await row.getByText(/9:00/).waitFor();
		await expectAccessible();
		await row.getByRole("link", { name: "Autumn fair" }).click();
		await page.getByRole("button", { name: "Take back to draft" }).click();
		await page.getByText("Draft", { exact: true }).first().waitFor();
	});

	test("a draft is sent, and taken back from everybody by one press that says what it reaches", async () => {
		await page.getByRole("button", { name: "Edit" }).click();
		const text = page.getByRole("textbox", { name: "Text", exact: true });
		await text.waitFor();
		expect(await text.inputValue()).toBe("<i>Come &amp; see the fair</i>");
		await page.getByRole("button", { name: "Review and send" }).click();
		await page
			.getByRole("dialog")
			.getByRole("button", { name: /^Send to/ })
			.click();
		await bo?.hears("Come & see the fair");
		await page.getByText("Finished", { exact: true }).first().waitFor();
		expect(await heard(bo)).toContain("Come & see the fair");
		await page.getByRole("button", { name: "Take back everywhere" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByText(/\d messages? (is|are) deleted/).waitFor();
		await expectAccessible();
		await dialog.getByRole("button", { name: "Take back everywhere" }).click();
		await page.getByText("It is gone everywhere.").waitFor();
		expect(await heard(bo)).not.toContain("Come & see the fair");
		await expectAccessible();
	});

	test("templates are looked after, and begin a message", async () => {
		await page.getByRole("link", { name: "Campaigns" }).first().click();
		await page.getByRole("link", { name: "Templates" }).click();
		await page.getByRole("button", { name: "Edit the template “Fair”" }).click();
		await page.getByRole("textbox", { name: "Text", exact: true }).fill("See you at the fair");
		await expectAccessible();
		await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
		await page.getByRole("cell", { name: "See you at the fair" }).waitFor();
		await expectAccessible();
		await page.getByRole("link", { name: "Posts" }).first().click();
		await page.getByRole("link", { name: "New post" }).first().click();
		await page.getByRole("combobox", { name: "Begin with a template" }).click();
		await page.getByRole("option", { name: "Fair" }).click();
		expect(await page.getByRole("textbox", { name: "Text", exact: true }).inputValue()).toBe(
			"See you at the fair",
		);
		await expectAccessible();
	});
});

const heard = async (person: Person | undefined) =>
	JSON.stringify(await control(`${simulator}/control/users/${person?.id}/messages?chat=${bot}`));

async function expectAccessible(): Promise<void> {
	// A toast that fades is between two colours.
	await page.waitForTimeout(400);
	const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
