import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, vi } from "vitest";
import type { Simulator } from "../simulator/simulator.ts";
import { createDeps } from "../src/deps.ts";
import { deliverEvents, holdEvents } from "./staff-room.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

/** A person with Stars. */
export class Buyer extends Phone {
	/** Pays the newest invoice, or this one. What it leads to stays in the outbox. @returns how Telegram ended it */
	async checkOut(invoice: Omit<Parameters<Simulator["pay"]>[1], "chat"> = {}) {
		const where = invoice.link ? {} : { chat: this.bot };
		const { query_id } = await this.simulator.pay(this.id, { ...where, ...invoice });
		await this.simulator.settle();
		return this.simulator.checkout(query_id);
	}

	/** Pays, and lets everything follow. @returns the charge's id */
	async pay(invoice: Omit<Parameters<Simulator["pay"]>[1], "chat"> = {}): Promise<string> {
		const { status, charge_id, error } = await this.checkOut(invoice);
		if (status !== "paid" || !charge_id) throw new Error(`not paid: ${error}`);
		await follow(this.simulator);
		return charge_id;
	}

	/** The link of the newest subscription offered. */
	get link(): string {
		const urls = this.messages().flatMap(
			(message) =>
				message.reply_markup?.inline_keyboard?.flat().flatMap(({ url }) => (url ? [url] : [])) ?? [],
		);
		const url = urls.findLast((one) => one.startsWith("https://t.me/$"));
		if (!url) throw new Error("no subscription is offered");
		return url;
	}

	get stars(): number {
		return this.simulator.stars(this.id).balance;
	}

	async held(account: string): Promise<number> {
		const row = await env.DB.prepare("SELECT balance FROM balances WHERE user_id = ? AND account = ?")
			.bind(this.id, account)
			.first<{ balance: number }>();
		return row?.balance ?? 0;
	}

	async card() {
		return (await env.PERSON.getByName(String(this.id)).status()).card;
	}

	/** Days of VIP from now on, rounded. */
	async vipDays(): Promise<number> {
		const until = (await this.card())?.vipUntil ?? 0;
		return Math.max(0, Math.round((until - Date.now()) / day));
	}

	async payments() {
		const { results } = await env.DB.prepare("SELECT * FROM payments WHERE user_id = ? ORDER BY id")
			.bind(this.id)
			.all<{ id: number; charge_id: string; stars: number; state: string; order_id: string }>();
		return results;
	}
}

export const day = 86_400_000;

/** Lets all that was promised happen, and what Telegram then says. */
export async function follow(simulator: Simulator): Promise<void> {
	for (let round = 0; round < 5; round++) {
		await deliverEvents();
		await simulator.settle();
	}
	expect((await env.DB.prepare("SELECT kind FROM outbox").all()).results).toEqual([]);
}

/** Every balance is the sum of its entries. */
export async function expectBooksToBalance(): Promise<void> {
	const { results } = await env.DB.prepare(
		`SELECT coalesce(b.user_id, e.user_id) AS user, coalesce(b.account, e.account) AS account, b.balance, e.sum
		FROM balances b FULL OUTER JOIN (SELECT user_id, account, sum(amount) AS sum FROM ledger_entries GROUP BY user_id, account) e
		ON e.user_id = b.user_id AND e.account = b.account
		WHERE b.balance IS NOT e.sum`,
	).all();
	expect(results).toEqual([]);
}

export const deps = () => createDeps(env);

export async function post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<T> {
	const response = await api(path, body);
	if (response.status >= 300) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return response.json<T>();
}

/** Telegram with a bot, for the tests of one file. The clock is in the future, so no alarm rings by itself. */
export function paymentWorld() {
	let clock = Date.UTC(2030, 0, 1);
	let telegram: Awaited<ReturnType<typeof startTelegram>>;
	const world = {
		get simulator() {
			return telegram.simulator;
		},
		get bot() {
			return telegram.bot;
		},
		buyer: (name: string) => new Buyer(telegram.simulator, telegram.bot, name).settleIn() as Promise<Buyer>,
	};
	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ["Date"], now: clock });
		telegram ??= await startTelegram();
		holdEvents();
	});
	afterEach(async () => {
		await expectBooksToBalance();
		clock = Date.now() + 2 * day;
		vi.useRealTimers();
	});
	return world;
}
