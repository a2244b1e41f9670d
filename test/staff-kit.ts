import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { afterEach, beforeEach, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import { isOfAccounts, type Role, roles } from "../src/platform/access.ts";
import { ownerKey, Phone, startTelegram } from "./telegram.ts";

type Telegram = Awaited<ReturnType<typeof startTelegram>>;

export const chromeOnMac =
	"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

let addresses = 0;

/** One browser: it keeps the cookies it is given, and sends `Origin` as browsers do. */
export class Browser {
	readonly cookies = new Map<string, string>();
	/** Of its own, as logins are counted by address. */
	readonly address = `198.51.100.${++addresses}`;
	readonly #headers: Record<string, string>;
	lastSet: string[] = [];

	constructor(headers: Record<string, string> = {}) {
		this.#headers = headers;
	}

	async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
		const response = await exports.default.fetch(new URL(path, "https://rialto.test").href, {
			method,
			redirect: "manual",
			headers: {
				"user-agent": chromeOnMac,
				"cf-connecting-ip": this.address,
				...(method === "GET" ? {} : { origin: "https://rialto.test", "content-type": "application/json" }),
				...(this.cookies.size > 0
					? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") }
					: {}),
				...this.#headers,
				...headers,
			},
			...(method === "GET" || method === "DELETE" ? {} : { body: JSON.stringify(body ?? {}) }),
		});
		this.lastSet = response.headers.getSetCookie();
		for (const cookie of this.lastSet) {
			const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
		const text = await response.text();
		// biome-ignore lint/suspicious/noExplicitAny: what is asserted on, whatever the route answers
		let json: any = null;
		try {
			json = JSON.parse(text);
		} catch {
			// A redirect, or a page.
		}
		return { status: response.status, headers: response.headers, text, body: json };
	}

	get = (path: string) => this.call("GET", path);
	post = (path: string, body?: unknown) => this.call("POST", path, body);
}

/** Somebody with the bootstrap key. */
export const owner = () => new Browser({ authorization: `Bearer ${ownerKey}` });

export interface LoginWorld {
	telegram: Telegram;
	/** Somebody who has opened the bot's chat, and has no profile. */
	phone(name: string, language?: string): Promise<Phone>;
	/** One of ADMIN_TELEGRAM_IDS, see vitest.config.ts. */
	admin(id: 4242 | 4343): Promise<Phone>;
	later(minutes: number): void;
}

/** Telegram with a bot, for the tests of one file. Time goes on only by `later`. */
export function loginWorld(): LoginWorld {
	let clock = Date.UTC(2031, 0, 1);
	const world = {
		phone: (name, language = "en") =>
			account(world.telegram, new Phone(world.telegram.simulator, world.telegram.bot, name, language)),
		admin(id) {
			const { simulator, bot } = world.telegram;
			simulator.createUser({ first_name: "Ada", last_name: "Min", id });
			return account(world.telegram, Object.assign(new Phone(simulator, bot, "Spare"), { id }));
		},
		later: (minutes) => void vi.setSystemTime(Date.now() + minutes * 60_000),
	} as LoginWorld;
	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ["Date"], now: clock });
		world.telegram ??= await startTelegram();
	});
	afterEach(() => {
		clock = Date.now() + 86_400_000;
		vi.useRealTimers();
	});
	return world;
}

/** One person of each role, with their browser. */
export async function wholeTeam(telegram: Telegram) {
	const phones = {} as Record<Role, Phone>;
	const browsers = {} as Record<Role, Browser>;
	for (const role of roles) {
		phones[role] = await account(telegram, new Phone(telegram.simulator, telegram.bot, role));
		browsers[role] = await member(phones[role], role);
	}
	return { phones, browsers };
}

/** Begins a login and has this person confirm it in Telegram. */
export async function logIn(browser: Browser, phone: Phone): Promise<void> {
	const { body } = await browser.post("/api/request-login");
	await phone.send(`/admin_login ${body.code}`);
	await phone.press("✅ Confirm");
	const { status, text } = await browser.post("/api/login");
	if (status !== 200) throw new Error(text);
}

/** An account on this phone, which needs no profile for that. */
export async function account({ simulator, bot }: Telegram, phone: Phone): Promise<Phone> {
	await simulator.start(phone.id, { bot });
	await simulator.settle();
	return phone;
}

/** Invites this person, has them accept in the bot, and signs them in. */
export async function member(phone: Phone, role: Role): Promise<Browser> {
	const invited = await owner().post("/api/staff/invitations", {
		...{ role, telegram_id: phone.id },
		...(isOfAccounts(role) ? { accounts: [1] } : {}),
	});
	await phone.start(new URL(invited.body.telegram_link).searchParams.get("start") ?? "");
	const browser = new Browser();
	await logIn(browser, phone);
	return browser;
}

export const staffIdOf = async (browser: Browser): Promise<string> =>
	(await browser.get("/api/session")).body.staff.id;

/** What is mailed from here on. */
export function catchMail() {
	const sent: { to: string; subject: string; text: string }[] = [];
	vi.spyOn(env.EMAIL, "send").mockImplementation(async (mail: unknown) => {
		sent.push(mail as (typeof sent)[number]);
		return { messageId: "1" };
	});
	return sent;
}

export const linkIn = (mail: { text: string } | undefined) => {
	const [link] = /https:\/\/\S+/.exec(mail?.text ?? "") ?? [];
	if (!link) throw new Error("no link in the mail");
	return link;
};

/** Opens the page of a link and presses its button. */
export async function pressLink(browser: Browser, link: string) {
	const { pathname, searchParams } = new URL(link);
	if (pathname !== "/admin/login/link") throw new Error(`${link} leads elsewhere`);
	return browser.post("/api/login/link", { token: searchParams.get("token") });
}

export async function audited(
	action: string,
): Promise<{ actor: string; subject: string; details: unknown }[]> {
	const { results } = await env.DB.prepare(
		"SELECT actor, subject, details FROM audit_entries WHERE action = ? ORDER BY id",
	)
		.bind(action)
		.all<{ actor: string; subject: string; details: string }>();
	return results.map((row) => ({ ...row, details: JSON.parse(row.details ?? "null") }));
}

export const deps = () => createDeps(env);
