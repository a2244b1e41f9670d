import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browser, browserFlags, freePort, Started } from "../../scripts/started.ts";

const stateDir = mkdtempSync(join(tmpdir(), "rialto-world-"));
let chrome: Browser;
let context: BrowserContext;
let [site, simulator] = ["", ""];
let env: Record<string, string> = {};
let started: Started;

/** Whether the focus is where somebody sees it: the navigation is away while its drawer is closed. */
const isInView = `document.activeElement.closest("nav") === null`;

/** How far `npm start`'s Worker stands before the real time, in hours. */
async function hoursAhead(): Promise<number> {
	const { timestamp } = (await (await fetch(`${site}/health`)).json()) as { timestamp: string };
	return Math.round((Date.parse(timestamp) - Date.now()) / 3_600_000);
}

/** What `npm start` puts before a newcomer: two addresses that lead to each other, and one time. */
describe.skipIf(!browser)("the world of npm start", () => {
	beforeAll(async () => {
		const [port, simulatorPort] = [await freePort(), await freePort()];
		env = { PORT: String(port), SIMULATOR_PORT: String(simulatorPort), STATE_DIR: stateDir };
		started = await Started.run(env);
		[site, simulator] = [`http://localhost:${port}`, `http://127.0.0.1:${simulatorPort}`];
		chrome = await chromium.launch({ executablePath: browser ?? "", args: browserFlags });
		context = await chrome.newContext({ viewport: { width: 1280, height: 860 } });
		context.setDefaultTimeout(120_000);
	});

	afterAll(async () => {
		await chrome?.close();
		await Started.stopAll();
		rmSync(stateDir, { recursive: true, force: true });
	});

	test("it prints what matters; the rest of wrangler's words is in a file that it names", () => {
		const [, file = ""] = /all that wrangler says is in (\S+)/.exec(started.output) ?? [];
		expect(readFileSync(file, "utf8")).toContain("[wrangler:info] Ready on");
		expect(started.output).not.toMatch(/wrangler:info|WARNING|env\.\w+ \(|Binding/);
	});

	test("stopped before anybody opened the simulator, the first person still is the owner, and signs in by the link", async () => {
		await started.stop("SIGINT");
		started = await Started.run(env);
		const page = await context.newPage();
		await page.goto(`${site}/admin/dashboard`);
		await page.getByRole("button", { name: /Telegram/ }).click();
		const opened = context.waitForEvent("page");
		await page.getByRole("link", { name: /rialto_bot/ }).click();
		const world = await opened;
		expect(world.url()).toContain(`${simulator}/`);
		const choice = world.getByRole("dialog", { name: "Who opens this link?" });
		await choice.getByText("https://t.me/rialto_bot?start=login_").waitFor();
		expect((await new AxeBuilder({ page: world }).analyze()).violations.map(({ id }) => id)).toEqual([]);
		await choice.getByRole("button", { name: "Alice Moreau" }).click();
		const alice = world.getByRole("region", { name: /Alice.*phone/ });
		await alice.getByRole("button", { name: "✅ Confirm" }).click();
		// The overview, under the address the dashboard is looked for at.
		await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
		expect(new URL(page.url()).pathname).toMatch(/^\/admin\/?$/);
		// And each leads to the other.
		expect(await page.getByRole("link", { name: "Open the simulator" }).getAttribute("href")).toBe(
			`${simulator}/`,
		);
		expect(await world.getByRole("link", { name: "Dashboard" }).getAttribute("href")).toBe(`${site}/admin`);
	});

	test("a link that comes from outside is opened by somebody new; what is shared goes to whom one chooses", async () => {
		const page = await context.newPage();
		const open = (link: string) => page.goto(`${simulator}/?open=${encodeURIComponent(link)}`);
		await open("https://t.me/rialto_bot?start=find");
		const choice = page.getByRole("dialog", { name: "Who opens this link?" });
		await choice.getByRole("textbox", { name: "Somebody new" }).fill("Carol");
		await choice.getByRole("button", { name: "Add and open" }).click();
		const carol = page.getByRole("region", { name: /Carol.*phone/ });
		await carol.getByText("Which language").first().waitFor();
		expect(new URL(page.url()).search).toBe("");
		await open(`https://t.me/share/url?url=${encodeURIComponent("https://t.me/rialto_bot?start=ref_x")}`);
		await choice.getByRole("button", { name: "Carol" }).click();
		await choice.getByText("https://t.me/rialto_bot?start=ref_x").waitFor();
		await choice.getByRole("button", { name: "Bob Lindqvist" }).click();
		await page
			.getByRole("region", { name: /Bob.*phone/ })
			.getByText("Which language")
			.first()
			.waitFor();
	});

	test("on a phone the keyboard never enters what is not shown", async () => {
		const page = await context.newPage();
		await page.setViewportSize({ width: 390, height: 780 });
		await page.goto(`${site}/admin`);
		await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
		const seen: unknown[] = [];
		for (let i = 0; i < 12; i++) {
			await page.keyboard.press("Tab");
			seen.push(await page.evaluate(isInView));
		}
		expect(seen).not.toContain(false);
	});

	test("time passes by a button, for the platform as well, and stays passed", async () => {
		const page = await context.newPage();
		await page.goto(simulator);
		await page.getByRole("button", { name: "Let time pass" }).click();
		const dialog = page.getByRole("dialog", { name: "Let time pass" });
		await dialog.getByRole("combobox").selectOption({ label: "A day" });
		await dialog.getByRole("button", { name: "Let it pass" }).click();
		await dialog.waitFor({ state: "hidden" });
		await page.getByRole("button", { name: /Here it is/ }).waitFor();
		expect(await hoursAhead()).toBe(24);
		await started.stop("SIGINT");
		started = await Started.run(env);
		expect(await hoursAhead()).toBe(24);
		const { now } = (await (await fetch(`${simulator}/control/clock`)).json()) as { now: number };
		expect(Math.round((now - Date.now()) / 3_600_000)).toBe(24);
	});
});
