// Helpers of the simulator's own tests.
import { Simulator, type SimulatorOptions } from "./simulator.ts";

interface BotAnswer {
	ok: boolean;
	// biome-ignore lint/suspicious/noExplicitAny: what is asserted on, whatever the method answers
	result: any;
	error_code?: number;
	description?: string;
	parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

type BotClient = (method: string, parameters: object) => Promise<BotAnswer>;

export function botClient(sim: Simulator, token: string): BotClient {
	return async (method, parameters) => {
		const response = await sim.fetch(
			new Request(`http://telegram.test/bot${token}/${method}`, {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify(parameters),
			}),
		);
		return (await response.json()) as BotAnswer;
	};
}

/** A simulator that delivers only in settle(), with one bot and one person. */
export function world(options: SimulatorOptions = {}) {
	const sim = new Simulator({ autoDeliver: false, ...options });
	const { bot, token } = sim.createBot({ first_name: "Rialto", username: "rialto_bot" });
	const ana = sim.createUser({ first_name: "Ana", username: "ana" });
	return { sim, bot, token, ana, call: botClient(sim, token) };
}

export interface Update {
	update_id: number;
	// biome-ignore lint/suspicious/noExplicitAny: what is asserted on, whatever the kind
	[kind: string]: any;
}

type Query = { id: string };

/** A bot that answers every pre-checkout as told, and remembers its updates. */
export async function shop(answer: (query: Query) => object | null = () => ({ ok: true })) {
	let now = Date.UTC(2026, 0, 1);
	const updates: Update[] = [];
	let call: BotClient = () => Promise.reject(new Error("not there yet"));
	const made = world({
		now: () => now,
		deliver: async (request) => {
			const update = (await request.json()) as Update;
			updates.push(update);
			const query = update.pre_checkout_query as Query | undefined;
			const reply = query && answer(query);
			if (reply) await call("answerPreCheckoutQuery", { pre_checkout_query_id: query.id, ...reply });
			return new Response();
		},
	});
	call = made.call;
	const { sim, bot, ana } = made;
	await call("setWebhook", { url: "https://rialto.test/hook" });
	await sim.start(ana.id, { bot: bot.id });
	await sim.settle();
	updates.length = 0;
	const pay = async (user: number, input: Parameters<typeof sim.pay>[1]) => {
		const { query_id } = await sim.pay(user, input);
		await sim.settle();
		return sim.checkout(query_id);
	};
	const pass = (ms: number) => {
		now += ms;
	};
	return { ...made, updates, pay, pass, now: () => now };
}

/** What sendInvoice and createInvoiceLink take. */
export const INVOICE = {
	title: "VIP",
	description: "A month of VIP",
	payload: "vip:1",
	currency: "XTR",
	prices: [{ label: "VIP", amount: 50 }],
};
export const DAYS_30 = 2_592_000;
