import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, vi } from "vitest";
import type { Simulator } from "../simulator/simulator.ts";
import { createDeps } from "../src/deps.ts";
import { deliver } from "../src/platform/outbox.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

/** Keeps the queue from delivering by itself, so that a test says when: see `deliverEvents`. */
export const holdEvents = () =>
	vi
		.spyOn(Object.getPrototypeOf(env.EVENTS) as Queue, "send")
		.mockResolvedValue({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });

/** Delivers everything the outbox promises. */
export async function deliverEvents(): Promise<void> {
	const { results } = await env.DB.prepare("SELECT id FROM outbox").all<{ id: number }>();
	const deps = await createDeps(env);
	await deliver(
		deps.db,
		results.map((row) => row.id),
		deps.outbox,
		deps.now(),
	);
}

export async function configure(values: Record<string, unknown>): Promise<void> {
	const response = await api("/api/config/bulk", values);
	if (response.status !== 200) throw new Error(await response.text());
}

/** A group of staff with a bot in it, as its owner sees it. */
export class StaffRoom {
	readonly simulator: Simulator;
	readonly owner: number;
	readonly chat: number;

	constructor(simulator: Simulator, ...bots: number[]) {
		this.simulator = simulator;
		this.owner = simulator.createUser({ first_name: "Staff" }).id;
		this.chat = simulator.createGroup(this.owner, { title: "Review", type: "supergroup" }).id;
		for (const user of bots)
			simulator.setMember(this.owner, { chat: this.chat, user, status: "administrator" });
	}

	/** What the bots wrote here, oldest first. */
	get heard(): string[] {
		return this.simulator
			.messages(this.owner, this.chat)
			.flatMap((message) => (message.out ? [] : [message.text ?? message.caption ?? ""]))
			.filter((text) => text !== "");
	}

	/** Presses a button under the newest card that has it. @returns what the presser is told */
	async press(text: string, by = this.owner, messageId?: number) {
		const at = messageId === undefined ? {} : { message_id: messageId };
		const pressed = await this.simulator.press(by, { chat: this.chat, text, ...at });
		await this.simulator.settle();
		if (pressed.kind !== "callback") throw new Error(`${text} is no inline button`);
		return this.simulator.callbackAnswer(pressed.query_id);
	}
}

export interface ReviewWorld {
	telegram: Awaited<ReturnType<typeof startTelegram>>;
	/** A new review chat for every test. */
	room: StaffRoom;
	person(name: string): Promise<Phone>;
}

/** Telegram with a bot and a review chat, for the tests of one file. The clock is in the future, so no alarm rings by itself. */
export function reviewWorld(): ReviewWorld {
	let clock = Date.UTC(2030, 0, 1);
	const world = {
		person: (name: string) => new Phone(world.telegram.simulator, world.telegram.bot, name).settleIn(),
	} as ReviewWorld;
	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ["Date"], now: clock });
		world.telegram ??= await startTelegram();
		world.room = new StaffRoom(world.telegram.simulator, world.telegram.bot);
		holdEvents();
		await configure({
			"chat.review_chat_id": world.room.chat,
			"chat.media_review": "on_report",
			"chat.reports_to_pause": 3,
			"staff.control_chat_id": 0,
		});
	});
	afterEach(() => {
		clock = Date.now() + 2 * 86_400_000;
		vi.useRealTimers();
	});
	return world;
}

export const statusOf = (phone: Phone) => env.PERSON.getByName(String(phone.id)).status();
export const seatOf = async (phone: Phone) => (await statusOf(phone)).seat;
export const banOf = async (phone: Phone) => (await statusOf(phone)).card?.ban ?? null;

export async function reportsAbout(phone: Phone) {
	const { results } = await env.DB.prepare("SELECT * FROM reports WHERE reported_id = ? ORDER BY created_at")
		.bind(phone.id)
		.all();
	return results;
}

/** @returns the chat's id */
export async function meet(a: Phone, b: Phone): Promise<string> {
	await a.send("/find");
	await b.send("/find");
	const seat = await seatOf(a);
	expect(seat).not.toBeNull();
	expect((await seatOf(b))?.chatId).toBe(seat?.chatId);
	return seat?.chatId ?? "";
}

/** Meets, reports, and lets staff have it. */
export async function report(by: Phone, about: Phone, reason = "Spam or ads"): Promise<void> {
	await meet(by, about);
	await by.press("🚩 Report");
	await by.press(reason);
	await deliverEvents();
}
