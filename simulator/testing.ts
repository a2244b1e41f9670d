// Helpers of the simulator's own tests.
import { Simulator, type SimulatorOptions } from "./simulator.ts";

export interface BotAnswer {
	ok: boolean;
	// biome-ignore lint/suspicious/noExplicitAny: what is asserted on, whatever the method answers
	result: any;
	error_code?: number;
	description?: string;
	parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

export type BotClient = (method: string, parameters: object) => Promise<BotAnswer>;

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
