import { chromium, type Locator } from "playwright-core";
import { browser, browserFlags } from "./started.ts";

/**
 * Two people of the simulator's page meet and talk, by its buttons alone.
 * @param screenshot where to keep a picture of it
 * @returns what went wrong in the page, or null if there is no browser on this machine
 */
export async function talkOnThePage(url: string, screenshot: string): Promise<string[] | null> {
	if (!browser) return null;
	const chrome = await chromium.launch({ executablePath: browser, args: browserFlags });
	try {
		const page = await chrome.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: "light" });
		page.setDefaultTimeout(120_000);
		const wrong: string[] = [];
		page.on("pageerror", (error) => wrong.push(error.message));
		page.on("request", (request) => {
			if (!request.url().startsWith(url) && /^https?:/.test(request.url()))
				wrong.push(`fetched ${request.url()}`);
		});
		await page.goto(url);
		const phone = (name: RegExp) => page.getByRole("region", { name });
		const [alice, bob] = [phone(/Alice.*phone/), phone(/Bob.*phone/)];
		await settleIn(alice, "Female", "27");
		await settleIn(bob, "Male", "31");
		await press(alice, "🔍 Find Partner");
		await sees(alice, "Looking for somebody");
		await press(bob, "🔍 Find Partner");
		await Promise.all([sees(alice, "Somebody is here"), sees(bob, "Somebody is here")]);
		await write(alice, "Hi! I'm new to this city. What should I **not** miss?");
		await sees(bob, "I'm new to this city");
		await write(bob, "The market hall at seven, before everybody wakes up");
		await sees(alice, "The market hall");
		await bob.getByRole("button", { name: "Attach" }).click();
		await page.getByRole("menuitem", { name: "Sample photo" }).click();
		await alice.locator(".in .picture img").waitFor();
		await alice.locator(".in .bubble", { hasText: "The market hall" }).last().click({ button: "right" });
		await page.getByRole("menuitem", { name: "Reply" }).click();
		await write(alice, "Seven? On a Saturday? 😄");
		await bob.locator(".in .quote").waitFor();
		await page.waitForTimeout(600);
		await page.screenshot({ path: screenshot });
		await press(alice, "⏹ Stop");
		await sees(bob, "Your partner has left");
		return wrong;
	} finally {
		await chrome.close();
	}
}

async function settleIn(phone: Locator, gender: string, age: string): Promise<void> {
	await press(phone, "Start");
	await press(phone, "🇬🇧 English");
	await press(phone, gender);
	await sees(phone, "How old are you?");
	await write(phone, age);
	await sees(phone, "You're all set");
}

const press = (phone: Locator, name: string) =>
	phone.getByRole("button", { name, exact: true }).last().click();
const sees = (phone: Locator, text: string) => phone.getByText(text).last().waitFor();

async function write(phone: Locator, text: string): Promise<void> {
	const box = phone.getByRole("textbox");
	await box.fill(text);
	await box.press("Enter");
}
