import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { afterEach, beforeEach, vi } from "vitest";
import type { PersonMessage } from "../simulator/world/messages.ts";
import { runClock } from "./clock.ts";
import { holdEvents } from "./staff-room.ts";
import { ownerKey, startTelegram } from "./telegram.ts";

/** One of ADMIN_TELEGRAM_IDS in the tests' environment. */
export const staffId = 4242;

/** Any method, with the owner key. @returns status and body */
export async function call(method: string, path: string, body?: unknown) {
	const response = await exports.default.fetch(`https://rialto.test${path}`, {
		method,
		headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	// biome-ignore lint/suspicious/noExplicitAny: what is asserted on, whatever the route answers
	return { status: response.status, body: (await response.json()) as any };
}

type Telegram = Awaited<ReturnType<typeof startTelegram>>;

/** A group as its people see it. */
export class GroupRoom {
	readonly telegram: Telegram;
	readonly owner: number;
	id: number;

	constructor(
		telegram: Telegram,
		{ owner, type = "supergroup" }: { owner?: number; type?: "group" | "supergroup" } = {},
	) {
		this.telegram = telegram;
		this.owner = owner ?? telegram.simulator.createUser({ first_name: "Olga" }).id;
		this.id = telegram.simulator.createGroup(this.owner, { title: "Chess", type }).id;
	}

	get simulator() {
		return this.telegram.simulator;
	}

	/** The owner adds or changes the bot. @param denied rights it does not get */
	async addBot({ by = this.owner, admin = true, denied = [] as string[], bot = this.telegram.bot } = {}) {
		this.simulator.setMember(by, {
			chat: this.id,
			user: bot,
			status: admin ? "administrator" : "member",
			rights: Object.fromEntries(denied.map((right) => [right, false])),
		});
		await this.simulator.settle();
		return this;
	}

	async joined(name: string): Promise<number> {
		const { id } = this.simulator.createUser({ first_name: name });
		this.simulator.join(id, { chat: this.id });
		await this.simulator.settle();
		return id;
	}

	async admin(name: string, rights: Record<string, boolean> = {}): Promise<number> {
		const id = await this.joined(name);
		this.simulator.setMember(this.owner, { chat: this.id, user: id, status: "administrator", rights });
		await this.simulator.settle();
		return id;
	}

	async say(by: number, text: string, more: { reply_to?: number } = {}): Promise<PersonMessage> {
		const message = await this.simulator.send(by, { chat: this.id, text, ...more });
		await this.simulator.settle();
		return message;
	}

	/** What the bot wrote here, oldest first. */
	get heard(): string[] {
		return this.simulator
			.messages(this.owner, this.id)
			.filter((message) => message.from?.id === this.telegram.bot)
			.map((message) => message.text ?? "");
	}

	get last(): string {
		return this.heard.at(-1) ?? "";
	}

	has(messageId: number): boolean {
		return this.simulator.messages(this.owner, this.id).some(({ message_id }) => message_id === messageId);
	}

	status(userId: number) {
		const member = this.simulator.world.group(this.id).members.get(userId);
		return member?.status ?? "left";
	}

	async row() {
		return env.DB.prepare("SELECT * FROM groups WHERE id = ?").bind(this.id).first();
	}

	async set(options: Record<string, unknown>): Promise<void> {
		const { status, body } = await call("PUT", `/api/groups/${this.id}/settings`, options);
		if (status !== 200) throw new Error(JSON.stringify(body));
	}

	async history(): Promise<
		{ action: string; actor: string; person: string | null; reason: string | null }[]
	> {
		return (await call("GET", `/api/groups/${this.id}/history`)).body.history.reverse();
	}
}

export interface GroupWorld {
	telegram: Telegram;
	/** A group of somebody whose bot staff have let in. */
	room(options?: ConstructorParameters<typeof GroupRoom>[1]): Promise<GroupRoom>;
	/** Lets time go by, and the clock do what is due. */
	later(minutes: number): Promise<void>;
	/** What this person's private chat with the bot has, newest last. */
	privately(userId: number): PersonMessage[];
}

/** Telegram with a bot, for the tests of one file. Time goes on only by `later`. */
export function groupWorld(): GroupWorld {
	let clock = Date.UTC(2030, 0, 1);
	const world = {
		async room(options) {
			const room = await new GroupRoom(world.telegram, options).addBot();
			const { status } = await call("POST", `/api/groups/${room.id}/approve`);
			if (status !== 200) throw new Error("not approved");
			return room;
		},
		async later(minutes) {
			vi.setSystemTime(Date.now() + minutes * 60_000);
			await runClock();
		},
		privately: (userId) => world.telegram.simulator.messages(userId, world.telegram.bot),
	} as GroupWorld;
	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ["Date"], now: clock });
		world.telegram ??= await startTelegram();
		holdEvents();
	});
	afterEach(() => {
		clock = Date.now() + 86_400_000;
		vi.useRealTimers();
	});
	return world;
}
