import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { vi } from "vitest";
import { Simulator } from "../simulator/simulator.ts";

export const ownerKey = "owner-key-for-tests";

/**
 * Telegram for a test in workerd: the simulator takes the Worker's outgoing calls and delivers to its webhook.
 * It delivers only inside `settle()`, as the runtime forbids one request to wait for another's I/O.
 */
export async function startTelegram() {
	const simulator = new Simulator({
		autoDeliver: false,
		// Looked up at each call: a test's clock comes and goes.
		now: () => Date.now(),
		deliver: (request) => exports.default.fetch(request),
	});
	vi.spyOn(globalThis, "fetch").mockImplementation((...args) => simulator.fetch(new Request(...args)));
	const { bot, token } = simulator.createBot({ first_name: "Rialto", username: "rialto_bot" });
	await addBot(token);
	return { simulator, bot: bot.id, token };
}

/** Calls the staff door with the owner key. */
export function api(path: string, body?: unknown, key = ownerKey): Promise<Response> {
	return exports.default.fetch(`https://rialto.test${path}`, {
		method: body === undefined ? "GET" : "POST",
		headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}

export async function addBot(token: string): Promise<void> {
	const response = await api("/api/bots", { token });
	if (response.status !== 201) throw new Error(await response.text());
}

/** One person's phone with one bot's chat open. */
export class Phone {
	readonly id: number;
	readonly simulator: Simulator;
	readonly bot: number;

	constructor(simulator: Simulator, bot: number, name: string, languageCode = "en") {
		this.simulator = simulator;
		this.bot = bot;
		this.id = simulator.createUser({ first_name: name, language_code: languageCode }).id;
	}

	async start(payload?: string) {
		await this.simulator.start(this.id, { bot: this.bot, ...(payload ? { payload } : {}) });
		await this.simulator.settle();
	}

	async press(text: string) {
		await this.simulator.press(this.id, { chat: this.bot, text });
		await this.simulator.settle();
	}

	/** Sends without waiting for what it leads to. */
	async type(what: string | Omit<Parameters<Simulator["send"]>[1], "chat">) {
		const content = typeof what === "string" ? { text: what } : what;
		return this.simulator.send(this.id, { chat: this.bot, ...content });
	}

	async send(what: string | Omit<Parameters<Simulator["send"]>[1], "chat">) {
		const message = await this.type(what);
		await this.simulator.settle();
		return message;
	}

	messages() {
		return this.simulator.messages(this.id, this.bot);
	}

	/** The newest message as this person sees it. */
	get last() {
		const message = this.messages().at(-1);
		if (!message) throw new Error("no message yet");
		return message;
	}

	/** What the bot wrote, oldest first. */
	get heard(): string[] {
		return this.messages().flatMap((message) => (message.out ? [] : [message.text ?? message.caption ?? ""]));
	}

	/** Walks through the way in. */
	async settleIn(gender = "Male", age = "30", language = "🇬🇧 English") {
		await this.start();
		await this.press(language);
		await this.press(gender);
		await this.send(age);
		return this;
	}
}

/** Two strangers who have just met. */
export async function twoTalking(simulator: Simulator, bot: number, partnersBot = bot) {
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const bo = await new Phone(simulator, partnersBot, "Bo").settleIn("Male", "41");
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	for (const phone of [ana, bo]) {
		if (!phone.last.text?.includes("Somebody is here")) throw new Error("they did not meet");
	}
	return { ana, bo };
}

/** Everything D1 keeps that names this id or text, by table. */
export async function keptOf(named: number | string) {
	const { results: tables } = await env.DB.prepare(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'd1\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
	).all<{ name: string }>();
	const kept: Record<string, Record<string, unknown>[]> = {};
	for (const { name } of tables) {
		const { results } = await env.DB.prepare(`SELECT * FROM ${name}`).all<Record<string, unknown>>();
		const rows = results.filter((row) => JSON.stringify(row).includes(String(named)));
		if (rows.length > 0) kept[name] = rows;
	}
	return kept;
}
