import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { control, Person } from "../../scripts/simulated-person.ts";
import { browser, browserFlags, freePort, Started } from "../../scripts/started.ts";
import { databaseOf } from "../../scripts/state.ts";

const ownerKey = "owner-key-of-the-browser";
const stateDir = mkdtempSync(join(tmpdir(), "rialto-browser-"));
let chrome: Browser;
let page: Page;
let [site, simulator] = ["", ""];
let bot = 0;
const wrong: string[] = [];

/** Real parts from end to end: `npm start`, its dashboard in Chromium, and people of its simulator. */
describe.skipIf(!browser)("the dashboard in a browser", () => {
	beforeAll(async () => {
		const [port, simulatorPort] = [await freePort(), await freePort()];
		await Started.run({
			PORT: String(port),
			SIMULATOR_PORT: String(simulatorPort),
			STATE_DIR: stateDir,
			OWNER_KEY: ownerKey,
		});
		[site, simulator] = [`http://localhost:${port}`, `http://127.0.0.1:${simulatorPort}`];
		const { bots } = await control<{ bots: { id: number }[] }>(`${simulator}/control/state`);
		bot = bots[0]?.id ?? 0;
		chrome = await chromium.launch({ executablePath: browser ?? "", args: browserFlags });
		page = await open();
	});

	afterAll(async () => {
		await chrome?.close();
		await Started.stopAll();
		rmSync(stateDir, { recursive: true, force: true });
	});

	test("the owner signs in by a code that is confirmed in Telegram", async () => {
		await page.goto(`${site}/admin/people`);
		await page.getByRole("heading", { name: "Welcome to Rialto" }).waitFor();
		await expectAccessible(page);
		const owner = await Person.first(simulator, bot);
		await signIn(page, owner);
		// Where they wanted to go.
		await page.getByRole("heading", { name: "People", level: 1 }).waitFor();
		await expectAccessible(page);
	});

	test("somebody is banned, and hears why", async () => {
		const ana = await Person.join(simulator, bot, "Ana", "Female");
		await page.reload();
		await page.getByRole("link", { name: String(ana.id) }).click();
		await page.getByRole("button", { name: "Ban", exact: true }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("textbox", { name: "Reason" }).fill("advertising");
		await expectAccessible(page);
		await dialog.getByRole("button", { name: "Ban", exact: true }).click();
		await page.getByRole("button", { name: /unban|lift the ban/i }).waitFor();
		await ana.start();
		await ana.hears("advertising");
		await expectAccessible(page);
	});

	test("a question is answered, the person reads it and answers back, and it is closed", async () => {
		const eve = await Person.join(simulator, bot, "Eve", "Female");
		await eve.say("/support");
		await eve.hears("next message goes to them");
		await eve.say("my credits are gone");
		await eve.hears("Sent to our team");
		await page.reload();
		await expect.poll(() => page.title(), { timeout: 30_000 }).toMatch(/^\(1\) /);
		await page.getByRole("link", { name: "Requests" }).first().click();
		await expectAccessible(page);
		await page.getByRole("link", { name: "Support", exact: true }).click();
		const thread = page.getByRole("log");
		await thread.getByText("my credits are gone").waitFor();
		await page.getByRole("textbox", { name: "Your answer" }).fill("they are back");
		await page.getByRole("textbox", { name: "Your answer" }).press("Control+Enter");
		await eve.hears("they are back");
		await thread.getByText("they are back").waitFor();
		await eve.press("↩️ Reply");
		await eve.hears("Write your answer");
		await eve.say("thank you so much");
		await thread.getByText("thank you so much").waitFor({ timeout: 30_000 });
		await expectAccessible(page);
		await page.getByRole("button", { name: "Close", exact: true }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click();
		await eve.hears("closed your question");
		await page.getByRole("link", { name: "Requests" }).first().click();
		await expect.poll(() => page.title(), { timeout: 30_000 }).not.toMatch(/^\(/);
	});

	test("somebody is found by name, and stands by it wherever their id does", async () => {
		const bob = await Person.join(simulator, bot, "Bob Night-Owl", "Male");
		await page.goto(`${site}/admin/people`);
		const rows = page.getByRole("table", { name: "People" }).getByRole("link");
		await page.getByRole("searchbox", { name: /by name/ }).fill("owl");
		await expect.poll(() => rows.allInnerTexts()).toEqual([`Bob Night-Owl ${bob.id}`]);
		await page.getByRole("searchbox", { name: /by name/ }).fill("bob");
		await expect.poll(() => rows.allInnerTexts()).toEqual([`Bob Night-Owl ${bob.id}`]);
		await expectAccessible(page);
		await rows.first().click();
		await page.getByRole("heading", { name: "Bob Night-Owl", level: 1 }).waitFor();
		await expectAccessible(page);
		await page.goto(`${site}/admin/audit`);
		// Banned before: in the list of what staff did.
		await page
			.getByRole("link", { name: /^Ana \d+$/ })
			.first()
			.waitFor();
		await expectAccessible(page);
	});

	test("a list refreshes by itself", async () => {
		await page.goto(`${site}/admin/people`);
		const rows = page.getByRole("table", { name: "People" }).getByRole("link");
		await rows.first().waitFor();
		await Person.join(simulator, bot, "Late Larry", "Male");
		expect(await page.getByText("Late Larry").count()).toBe(0);
		await page.getByText("Late Larry").waitFor();
	});

	test("the review chat is chosen from the chats that the bot is in", async () => {
		const owner = await Person.create(simulator, bot, "Rita");
		const { chat } = await control<{ chat: { id: number } }>(
			`${simulator}/control/users/${owner.id}/groups`,
			{
				...{ title: "Review desk", type: "supergroup" },
			},
		);
		await control(`${simulator}/control/users/${owner.id}/members`, {
			...{ chat: chat.id, user: bot, status: "administrator" },
		});
		await expect.poll(async () => JSON.stringify(await known())).toContain("Review desk");
		await page.goto(`${site}/admin/settings?q=review_chat`);
		const field = page.getByRole("combobox", { name: "Review chat" });
		await field.click();
		await page.getByRole("option", { name: /Review desk/ }).waitFor();
		await expectAccessible(page);
		await page.getByRole("option", { name: /Review desk/ }).click();
		await page.getByRole("button", { name: /^Save/ }).click();
		await page.getByRole("button", { name: /^Save/ }).waitFor({ state: "hidden" });
		await page.reload();
		await expect.poll(() => field.inputValue()).toBe("Review desk");
		// An id that is not known can be typed still.
		await field.fill("-1009876543210");
		await page.getByRole("option", { name: /-1009876543210/ }).click();
		await page.getByRole("button", { name: "Discard" }).click();
	});

	test("a broadcast is composed, sent, and its progress seen", async () => {
		const bo = await Person.join(simulator, bot, "Bo", "Male");
		await page.getByRole("link", { name: "Campaigns" }).first().click();
		await page.getByRole("link", { name: "New broadcast" }).first().click();
		await page.getByRole("textbox", { name: "Text", exact: true }).fill("The market opens at seven");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Review" }).click();
		await page.getByRole("dialog").getByRole("button", { name: /^Send/ }).click();
		await bo.hears("The market opens at seven");
		await page.getByText("Finished").first().waitFor();
		await expectAccessible(page);
	});

	test("a setting is changed, and stays", async () => {
		await page.getByRole("link", { name: "Settings" }).first().click();
		const age = page.getByRole("textbox", { name: "Minimum age" });
		await age.fill("17");
		await page.getByRole("button", { name: /^Save/ }).click();
		await expect.poll(() => age.getAttribute("aria-invalid")).toBe("true");
		await age.fill("21");
		await page.getByRole("button", { name: /^Save/ }).click();
		await page.getByRole("button", { name: /^Save/ }).waitFor({ state: "hidden" });
		await page.reload();
		await expect.poll(() => age.inputValue(), { timeout: 15_000 }).toBe("21");
		await expectAccessible(page);
	});

	test("a second bot is one press away, and has the rooms it is given", async () => {
		await page.goto(`${site}/admin/bots`);
		await page.getByRole("button", { name: "New bot in the simulator" }).click();
		await page.getByText("@rialto_2_bot is in service").waitFor();
		await page.getByRole("button", { name: "Rooms of @rialto_2_bot" }).click();
		const dialog = page.getByRole("dialog");
		await expectAccessible(page);
		for (const room of ["Strangers", "Groups"]) await dialog.getByRole("checkbox", { name: room }).uncheck();
		await dialog.getByText("Whoever searches or chats through it is told").waitFor();
		await expectAccessible(page);
		await dialog.getByRole("button", { name: "Save" }).click();
		await page.getByText("The rooms of @rialto_2_bot are saved").waitFor();
		const { bots } = await control<{ bots: { id: number }[] }>(`${simulator}/control/state`);
		const fan = await Person.create(simulator, bots[1]?.id ?? 0, "Fay");
		await fan.start();
		await fan.hears("Which language");
		await fan.press("🇬🇧 English");
		await fan.hears("How old are you?");
		await fan.say("30");
		await fan.hears("What would you like to do?");
		await expectAccessible(page);
	});

	test("a job that was given up is begun again", async () => {
		const database = new DatabaseSync(databaseOf(join(stateDir, "simulator", "worker")));
		database
			.prepare("INSERT INTO dead_jobs (id, queue, job, error, attempts, died_at) VALUES (?, ?, ?, ?, 6, ?)")
			.run(
				"dead_01jdzzzzzzzzzzzzzzzzzzzzzz",
				"send-dead",
				'{"kind":"probe"}',
				"Error: the actor is down",
				Date.now(),
			);
		database.close();
		await page.getByRole("link", { name: "Queues & failures" }).click();
		await page.getByText("the actor is down").first().waitFor();
		await expectAccessible(page);
		await page
			.getByRole("button", { name: /retry|try again/i })
			.first()
			.click();
		await page.getByText("the actor is down").first().waitFor({ state: "hidden" });
	});

	test("a passkey is added, and lets its person in again", async () => {
		const devices = await page.context().newCDPSession(page);
		await devices.send("WebAuthn.enable");
		await devices.send("WebAuthn.addVirtualAuthenticator", {
			options: {
				...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
				...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
			},
		});
		await page.goto(`${site}/admin/account`);
		await page.getByRole("button", { name: "Add a passkey" }).first().click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("textbox").fill("My laptop");
		await dialog.getByRole("button", { name: "Add a passkey" }).click();
		await page.getByText("My laptop").first().waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Account" }).click();
		await page.getByRole("menuitem", { name: "Log out" }).click();
		await page.getByRole("button", { name: "Use a passkey" }).click();
		await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
		await expectAccessible(page);
	});

	test("a viewer on a phone reads everything, and sees no button they can't use", async () => {
		const cy = await Person.join(simulator, bot, "Cy", "Other");
		const response = await fetch(`${site}/api/staff/invitations`, {
			method: "POST",
			headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
			body: JSON.stringify({ role: "viewer", telegram_id: cy.id }),
		});
		const { telegram_link: link } = (await response.json()) as { telegram_link: string };
		await cy.start(new URL(link).searchParams.get("start") ?? "");
		await cy.hears("Welcome to the team");
		const phone = await open({ viewport: { width: 390, height: 780 }, colorScheme: "dark" });
		await phone.goto(`${site}/admin/people/${cy.id}`);
		await signIn(phone, cy);
		await phone.getByRole("heading", { name: "Cy" }).waitFor();
		expect(await phone.getByRole("button", { name: "Ban", exact: true }).count()).toBe(0);
		for (const path of [
			"",
			"people",
			"reports",
			"groups",
			"campaigns",
			"posts",
			"requests",
			"status",
			"payments",
			"settings",
			"failures",
			"audit",
		]) {
			await phone.goto(`${site}/admin/${path}`);
			await phone.getByRole("heading", { level: 1 }).waitFor();
			await expectAccessible(phone);
			const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
			expect(await phone.evaluate(overflow), path).toBe(0);
		}
		expect(await phone.getByRole("link", { name: "Staff" }).count()).toBe(0);
	});

	test("a link by mail signs in by its button, once; opening it alone does nothing", async () => {
		const response = await fetch(`${site}/api/staff/invitations`, {
			method: "POST",
			headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
			body: JSON.stringify({ role: "viewer", email: "ola@rialto.test" }),
		});
		const { link } = (await response.json()) as { link: string };
		const [first, second] = [await open(), await open()];
		for (const opened of [second, first]) {
			await opened.goto(link);
			await opened.getByRole("heading", { name: "Log in by your link" }).waitFor();
		}
		await expectAccessible(first);
		await first.getByRole("button", { name: "Log in" }).click();
		await first.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
		await second.getByRole("button", { name: "Log in" }).click();
		await second.getByText("no longer good").waitFor();
		await expectAccessible(second);
	});

	test("an address leads nowhere else, and what a page does not know counts as absent", async () => {
		await page.goto(`${site}/admin/login?next=https://evil.example/x`);
		await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
		for (const path of ["people?q=abc", "requests?kind=zz", "payments?tab=zz&user=zz", "posts?tab=zz"]) {
			await page.goto(`${site}/admin/${path}`);
			await page.getByRole("heading", { level: 1 }).waitFor();
			expect(await page.getByRole("alert").count(), path).toBe(0);
		}
	});

	test("who reaches its port reaches the Worker, and nothing else of this machine", async () => {
		for (const path of [
			"explorer/api/d1/database",
			"r2/public/rialto-media/x",
			"scheduled",
			"platform-proxy",
		])
			expect((await fetch(`${site}/cdn-cgi/local/${path}`)).status, path).toBe(404);
		expect((await fetch(`${site}/cdn-cgi/local/r2/s3/rialto-media/x`)).status).not.toBe(200);
	});

	test("nothing went wrong in the page, and it fetched nothing from elsewhere", () => {
		expect(wrong).toEqual([]);
	});
});

/** A page that notes what goes wrong in it. */
async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
	const context = await chrome.newContext({ viewport: { width: 1280, height: 860 }, ...options });
	const opened = await context.newPage();
	opened.setDefaultTimeout(120_000);
	opened.on("pageerror", (error) => wrong.push(error.message));
	opened.on("request", (request) => {
		if (!request.url().startsWith(site) && /^https?:/.test(request.url()))
			wrong.push(`fetched ${request.url()}`);
	});
	return opened;
}

/** The chats that the API knows. */
const known = async () =>
	(await fetch(`${site}/api/config/chats`, { headers: { authorization: `Bearer ${ownerKey}` } })).json();

/** By the code that the page shows, sent to the bot and confirmed there. */
async function signIn(on: Page, person: Person): Promise<void> {
	await on.getByRole("button", { name: "Log in with Telegram" }).click();
	const order = await on.getByText(/^\/admin_login /).innerText();
	await person.say(order);
	await person.hears("Chrom");
	await person.press("✅ Confirm");
}

async function expectAccessible(on: Page): Promise<void> {
	// A toast that fades is between two colours.
	await on.waitForTimeout(400);
	const { violations } = await new AxeBuilder({ page: on })
		.withTags(["wcag2a", "wcag2aa", "wcag21aa"])
		.analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
