/**
 * `npm run smoke`: uses `npm start` as a person would, on free ports and with state of its own.
 * 1. The simulator's world: two people talk through the control interface; Ctrl+C stops it cleanly.
 * 2. Another Bot API server: webhooks are registered there; killed with -9 in a chat and started again, the chat goes on.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startSimulator } from "../simulator/main.ts";
import { control, Person } from "./simulated-person.ts";
import { talkOnThePage } from "./smoke-page.ts";
import { freePort, Started } from "./started.ts";

const stateDir = mkdtempSync(join(tmpdir(), "rialto-"));
let started: Started | undefined;
let passed = 0;

function check(what: string, ok: boolean): void {
	if (!ok) throw new Error(`${what}: no`);
	passed++;
	console.log(`✓ ${what}`);
}

async function start(env: Record<string, string>): Promise<Started> {
	started = await Started.run({ STATE_DIR: stateDir, ...env });
	return started;
}

const isDown = (port: number) =>
	fetch(`http://127.0.0.1:${port}/health`).then(
		() => false,
		() => true,
	);

async function goesDown(port: number): Promise<boolean> {
	for (let i = 0; i < 50; i++) {
		if (await isDown(port)) return true;
		await sleep(100);
	}
	return false;
}

async function match(url: string, bot: number): Promise<[Person, Person]> {
	const ana = await Person.join(url, bot, "Ana", "Female");
	const bo = await Person.join(url, bot, "Bo", "Male");
	await ana.press("🔍 Find Partner");
	await ana.hears("Looking for somebody");
	await bo.press("🔍 Find Partner");
	await Promise.all([ana.hears("Somebody is here"), bo.hears("Somebody is here")]);
	return [ana, bo];
}

async function simulatorWorld(): Promise<void> {
	const [port, simulatorPort] = [await freePort(), await freePort()];
	const env = {
		PORT: String(port),
		SIMULATOR_PORT: String(simulatorPort),
		BOT_TOKENS: "1:never-sent-to-the-simulator",
	};
	const child = await start(env);
	const { output } = child;
	const url = `http://127.0.0.1:${simulatorPort}`;
	check("npm start comes up and prints its addresses", output.includes(url) && output.includes(`:${port}`));
	check(
		"it says which world it is in, and that given tokens are not used",
		output.includes("World: the simulator") && output.includes("not used"),
	);
	// First, as the page brings two people of its own to a simulator that has none.
	const screenshot = process.env.SCREENSHOT ?? join(stateDir, "page.png");
	const wrong = await talkOnThePage(url, screenshot);
	if (wrong === null) console.log("- no Chromium here: the page was not driven");
	else check(`two people meet and talk by the page's buttons ${wrong.join("; ")}`, wrong.length === 0);
	const { bots } = await control<{ bots: { id: number }[] }>(`${url}/control/state`);
	const [ana, bo] = await match(url, bots[0]?.id ?? 0);
	await ana.say("hello from the smoke test");
	await bo.hears("hello from the smoke test");
	check("two people exchange a message", true);
	check("Ctrl+C stops it", await child.stop("SIGINT"));
	check("nothing is left running", (await goesDown(port)) && (await goesDown(simulatorPort)));
}

async function otherWorld(): Promise<void> {
	const [port, telegramPort] = [await freePort(), await freePort()];
	const telegram = await startSimulator({ port: telegramPort });
	try {
		const [first, second] = ["first_bot", "second_bot"].map((username) =>
			telegram.simulator.createBot({ first_name: username, username }),
		);
		if (!first || !second) throw new Error("no bots");
		const env = {
			PORT: String(port),
			TELEGRAM_API_ROOT: telegram.url,
			BOT_TOKENS: `${first.token},${second.token}`,
			OWNER_KEY: "a-key-of-the-owner",
		};
		let child = await start(env);
		const info = async (token: string) =>
			control<{ result: { url: string; allowed_updates: string[] } }>(
				`${telegram.url}/bot${token}/getWebhookInfo`,
			);
		const webhooks = await Promise.all([info(first.token), info(second.token)]);
		check(
			"each bot's webhook is registered there",
			webhooks.every(({ result }) => result.url.includes(`:${port}/`)),
		);
		check(
			"reactions are asked for",
			webhooks.every(({ result }) => result.allowed_updates.includes("message_reaction")),
		);
		const [ana, bo] = await match(telegram.url, second.bot.id);
		await ana.say("before the crash");
		await bo.hears("before the crash");
		await child.stop("SIGKILL");
		check("killed with -9, nothing is left running", await goesDown(port));
		await ana.say("while it was dead");
		child = await start(env);
		await bo.hears("while it was dead");
		await bo.say("after the crash");
		await ana.hears("after the crash");
		check("the chat goes on, and nothing was lost", true);
		await child.stop("SIGINT");
	} finally {
		await telegram.close();
	}
}

try {
	await simulatorWorld();
	await otherWorld();
	console.log(`\n${passed} passed, 0 failed`);
} catch (error) {
	console.error(started?.output.slice(-4_000));
	console.error(error);
	console.log(`\n${passed} passed, 1 failed`);
	process.exitCode = 1;
} finally {
	await Started.stopAll();
	rmSync(stateDir, { recursive: true, force: true });
}
