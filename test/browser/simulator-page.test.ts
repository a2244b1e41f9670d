import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browser, browserFlags, freePort } from "../../scripts/started.ts";
import { startSimulator } from "../../simulator/main.ts";

const pageDir = mkdtempSync(join(tmpdir(), "simulator-page-"));
const title = "A bot whose name is far longer than any list of chats has room";
let chrome: Browser;
let server: Awaited<ReturnType<typeof startSimulator>>;
let base = "";

async function post(path: string, body: unknown): Promise<void> {
	const answer = await fetch(`${base}/${path}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});
	expect(await answer.text(), path).not.toContain('"error');
}

/** Whether all that matches stays within its `inside`, and how much of it there is. */
const strays = (page: Page, what: string, inside: string) =>
	page.evaluate(`(() => {
		const all = [...document.querySelectorAll(${JSON.stringify(what)})].filter((one) => one.getClientRects().length > 0);
		const out = all.filter((one) => one.getBoundingClientRect().right > one.closest(${JSON.stringify(inside)}).getBoundingClientRect().right + 0.5);
		return { some: all.length > 0, out: out.length };
	})()`);

/** Words of buttons that stand on more than one line. */
const brokenWords = (page: Page) =>
	page.evaluate(`[...document.querySelectorAll(".key > span")].flatMap((span) => {
		const node = span.firstChild;
		return [...node.data.matchAll(/\\S+/g)].filter((word) => {
			const range = document.createRange();
			range.setStart(node, word.index);
			range.setEnd(node, word.index + word[0].length);
			return range.getClientRects().length > 1;
		}).map(([word]) => word);
	})`);

describe.skipIf(!browser)("the simulator's page", () => {
	beforeAll(async () => {
		const build = ["build", "simulator/page", "--outDir", pageDir, "--emptyOutDir", "--logLevel", "warn"];
		execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", ...build]);
		const port = await freePort();
		base = `http://127.0.0.1:${port}`;
		server = await startSimulator({ port, pageDir, demo: true });
		const token = "7:test";
		await post("control/bots", { first_name: title, username: "long_bot", token });
		const state: { users: { id: number }[]; bots: { id: number }[] } = JSON.parse(
			await (await fetch(`${base}/control/state`)).text(),
		);
		const [user, bot] = [state.users[0]?.id, state.bots[0]?.id];
		await post(`control/users/${user}/start`, { bot });
		await post(`control/users/${user}/send`, { chat: bot, media_group: [{ photo: true }, { photo: true }] });
		const words = ["Intercontinental", "Administration", "Unquestionable", "Straightforward"];
		await post(`bot${token}/sendMessage`, {
			chat_id: user,
			text: "Which one of these, and this preview goes on for far more than a single line has room",
			reply_markup: { inline_keyboard: [words.map((text) => ({ text, callback_data: text }))] },
		});
		chrome = await chromium.launch({ executablePath: browser ?? "", args: browserFlags });
	}, 120_000);

	afterAll(async () => {
		await chrome?.close();
		await server?.close();
		rmSync(pageDir, { recursive: true, force: true });
	});

	test.each([
		[1280, "light"],
		[1280, "dark"],
		[390, "light"],
		[390, "dark"],
	] as const)("at %i px, %s: nothing leaves its place, and no word breaks", async (width, colorScheme) => {
		const context = await chrome.newContext({ viewport: { width, height: 860 }, colorScheme });
		const page = await context.newPage();
		await page.goto(base);
		await page.getByRole("button", { name: "Intercontinental" }).waitFor();
		const shots = process.env.SHOTS;
		if (shots) await page.screenshot({ path: `${shots}/${width}-${colorScheme}-chat.png` });
		expect(await strays(page, ".album", ".bubble")).toEqual({ some: true, out: 0 });
		expect(await strays(page, ".key", ".inline-keyboard")).toEqual({ some: true, out: 0 });
		expect(await brokenWords(page)).toEqual([]);
		await page.getByRole("button", { name: "Back to the chats" }).first().click();
		await page.locator(".chat-row").first().waitFor();
		if (shots) await page.screenshot({ path: `${shots}/${width}-${colorScheme}-list.png` });
		expect(await strays(page, ".chat-row time, .chat-row-title, .chat-row-last", ".chat-row")).toEqual({
			some: true,
			out: 0,
		});
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		await context.close();
	});
});
