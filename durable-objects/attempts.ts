import { type Api, GrammyError } from "grammy";
import { type Ornament, refusedOrnaments, withoutOrnaments } from "../src/chat/rules/ornaments.ts";
import type { RelayAnswer } from "../src/chat/rules/relay.ts";
import { protectContent } from "../src/chat/settings.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { botApi, type CallFailure, callFailure } from "../src/platform/telegram.ts";
import type { MessageMap } from "./message-map.ts";

/** What every relayed call carries. */
export type Shared = { protect_content?: true };

const tryLimit = 3;

/** The calls by which messages are passed on: how often each is tried, and what came of it. */
export class Attempts {
	readonly #env: Env;
	readonly #map: MessageMap;
	readonly #underWay = new Map<number | string, Promise<RelayAnswer>>();

	constructor(env: Env, map: MessageMap) {
		this.#env = env;
		this.#map = map;
	}

	/** One at a time for each message or album: a repeat that finds it under way gets the same answer. */
	async exclusively(key: number | string, run: () => Promise<RelayAnswer>): Promise<RelayAnswer> {
		const underWay = this.#underWay.get(key);
		if (underWay) return underWay;
		const promise = run().finally(() => this.#underWay.delete(key));
		this.#underWay.set(key, promise);
		return promise;
	}

	/** Resolves when nothing is on its way. */
	async quiet(): Promise<void> {
		await Promise.allSettled(this.#underWay.values());
	}

	/** Sends, and notes what came of it: the ids at the partner's, a try, or that it is given up. */
	async send(
		ids: number[],
		botId: number,
		call: (api: Api, shared: Shared) => Promise<number[]>,
	): Promise<RelayAnswer> {
		const { settings } = await getRegistry(this.#env);
		try {
			const shared: Shared = settings.get(protectContent) ? { protect_content: true } : {};
			const sent = await this.#plainer(botId, (api) => call(api, shared));
			// Telegram leaves out what it can't copy, and doesn't say which: no map is better than a wrong one.
			const known = sent.length === ids.length;
			for (const [i, id] of ids.entries()) this.#map.done(id, known ? (sent[i] ?? 0) : 0);
			// 0 stands for what no bot can send.
			return sent.includes(0) ? { kind: "failed" } : { kind: "relayed" };
		} catch (error) {
			return this.#failed(ids, callFailure(error));
		}
	}

	/** Calls again without what Telegram refuses of the ornaments: they never cost the message. */
	async #plainer<T>(botId: number, call: (api: Api) => Promise<T>): Promise<T> {
		const api = await botApi(this.#env, botId);
		const without = new Set<Ornament>();
		api.config.use((next, method, payload, signal) =>
			next(method, withoutOrnaments(payload, without), signal),
		);
		for (;;) {
			try {
				return await call(api);
			} catch (error) {
				if (!(error instanceof GrammyError) || callFailure(error).kind !== "refused") throw error;
				const refused = refusedOrnaments(error.payload, error.description, without);
				if (refused.length === 0) throw error;
				for (const ornament of refused) without.add(ornament);
			}
		}
	}

	#failed(ids: number[], failure: CallFailure): RelayAnswer {
		if (failure.kind === "wait") return failure;
		const triable = failure.kind === "passing" || failure.kind === "unknown";
		const tries = triable ? this.#map.failed(ids) : tryLimit;
		if (tries < tryLimit) return { kind: "wait", seconds: 1 };
		for (const id of ids) this.#map.done(id, 0);
		return failure.kind === "gone" ? { kind: "partner_gone" } : { kind: "failed" };
	}

	/** Runs a change of something already sent: nothing is counted, a repeat does no harm. */
	async change(botId: number, call: (api: Api) => Promise<void>): Promise<RelayAnswer> {
		try {
			await this.#plainer(botId, call);
			return { kind: "relayed" };
		} catch (error) {
			const failure = callFailure(error);
			if (failure.kind === "wait") return failure;
			if (/message is not modified/.test(failure.description)) return { kind: "relayed" };
			return { kind: "failed" };
		}
	}
}
