import { GrammyError } from "grammy";
import {
	freshPace,
	type Lane,
	lease,
	type Pace,
	type Policy,
	penalize,
	type TooFast,
	whose429,
} from "../../src/delivery/rules/pace.ts";
import { createDelivery, type Delivery, type SendJob, type TakeBackJob } from "../../src/delivery/service.ts";
import { broadcastKeyboard } from "../../src/delivery/views.ts";
import { audienceOf } from "../../src/people/store/audience.ts";
import { openDb } from "../../src/platform/db.ts";
import { Log } from "../../src/platform/log.ts";
import { Settings } from "../../src/platform/settings.ts";
import type { Random } from "../model/random.ts";
import { Sqlite } from "../sqlite.ts";

export class SilentLog extends Log {
	override warn(): void {}
	override info(): void {}
}

export class Crash extends Error {}
/** The database did not answer; what it was asked may be done. */
export class Hiccup extends Error {}

/** How likely things go wrong. */
export interface Trouble {
	crash: number;
	hiccup: number;
	wait: number;
	passing: number;
	unknown: number;
	refused: number;
}
export const calm: Trouble = { crash: 0, hiccup: 0, wait: 0, passing: 0, unknown: 0, refused: 0 };

/** Telegram's answer as grammY throws it. */
const refusal = (error_code: number, description: string, parameters = {}) =>
	new GrammyError("failed", { ok: false, error_code, description, parameters }, "sendMessage", {});

/** The real delivery over SQLite, a virtual clock, a Telegram that counts, and processes that may die at any call. */
export class DeliveryWorld {
	now = Date.UTC(2030, 0, 1);
	trouble: Trouble = calm;
	random: Random;
	readonly #sqlite = new Sqlite();
	readonly d1 = this.#sqlite.binding(async (act) => act());
	readonly db = openDb(this.d1);
	readonly jobs: (SendJob | TakeBackJob)[] = [];
	/** How often each chat got something. */
	delivered = new Map<number, number>();
	/** When each call was made, by bot. */
	calls: { botId: number; chatId: number; at: number }[] = [];
	/** Telegram's own words: silence until then. */
	penalties: { chat: number; from: number; until: number }[] = [];
	/** When that silenced whole bots. */
	holds: { botId: number; from: number; until: number }[] = [];
	lost = 0;
	crashes = 0;
	blocked = new Set<number>();
	/** What the next calls are answered, before chance decides. */
	script: (200 | 429 | 502)[] = [];
	/** The most seconds of silence that Telegram asks for. */
	patience = 6;
	latencyMs = 80;
	policy: Policy = { perSecond: 30, reserve: 5 };
	databaseMs = 0;
	readonly #paces = new Map<number, Pace>();
	readonly #tooFast = new Map<number, TooFast[]>();
	#timers: { at: number; resolve: () => void }[] = [];

	constructor(random: Random) {
		this.random = random;
	}

	sleep = (ms: number) =>
		new Promise<void>((resolve) => {
			this.#timers.push({ at: this.now + Math.max(0, ms), resolve });
		});

	/** Lets time pass for as long as this takes. */
	async run<T>(work: Promise<T>): Promise<T> {
		let settled = false;
		const watched = work.finally(() => {
			settled = true;
		});
		watched.catch(() => undefined);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (settled) return watched;
			this.#timers.sort((a, b) => a.at - b.at);
			const next = this.#timers.shift();
			if (!next) continue;
			this.now = Math.max(this.now, next.at);
			next.resolve();
		}
	}

	/** What the Pacer makes of a 429, as who made the call tells it. */
	#refuse(botId: number, chat: number, seconds: number): void {
		const { recent, until } = whose429(this.#tooFast.get(botId) ?? [], chat, seconds, this.now);
		this.#tooFast.set(botId, recent);
		this.penalties.push({ chat, from: this.now, until: this.now + seconds * 1000 });
		if (until === null) return;
		this.holds.push({ botId, from: this.now, until });
		const pace = this.#paces.get(botId) ?? freshPace;
		this.#paces.set(botId, penalize(pace, (until - this.now) / 1000, this.now));
	}

	/** A process of its own: once it died, nothing of it happens any more. */
	process(): Delivery {
		let alive = true;
		const gate = () => {
			if (alive && this.random.chance(this.trouble.crash)) {
				alive = false;
				this.crashes++;
			}
			if (!alive) throw new Crash("died");
		};
		const call = async <T>(act: () => T): Promise<T> => {
			gate();
			if (this.random.chance(this.trouble.hiccup)) throw new Hiccup("before");
			if (this.databaseMs > 0) await this.sleep(this.databaseMs);
			const result = act();
			gate();
			if (this.random.chance(this.trouble.hiccup)) throw new Hiccup("after");
			return result;
		};
		const db = openDb(this.#sqlite.binding(call));
		return createDelivery({
			db,
			log: new SilentLog("error"),
			settings: new Settings({}),
			now: () => this.now,
			sleep: async (ms) => {
				gate();
				await this.sleep(ms);
				gate();
			},
			newToken: () => `pump_${Math.floor(this.random.next() * 1e9)}`,
			alert: async () => undefined,
			remove: async () => gate(),
			bots: () => [1, 2],
			media: { get: async () => Promise.reject(new Error("there are no files here")) },
			enqueue: async (job) => {
				gate();
				this.jobs.push(job);
			},
			pacer: {
				lease: async (botId, lane: Lane, count) => {
					gate();
					const { pace, grant } = lease(
						this.#paces.get(botId) ?? freshPace,
						this.policy,
						lane,
						count,
						this.now,
					);
					this.#paces.set(botId, pace);
					return grant;
				},
				heldUntil: async (botId) => {
					gate();
					return this.#paces.get(botId)?.penaltyUntil ?? 0;
				},
			},
			owners: () => ({
				broadcast: () => ({
					optional: true,
					audience: (spec, at) => audienceOf(spec as Parameters<typeof audienceOf>[0], at),
					keyboard: broadcastKeyboard,
					gone: async (ids, botId) => {
						for (const id of ids)
							await this.query(
								"UPDATE person_bots SET blocked_at = 1 WHERE user_id = ? AND bot_id = ?",
								id,
								botId,
							);
					},
				}),
			}),
			transmit: async (botId, chatId) => {
				gate();
				this.calls.push({ botId, chatId, at: this.now });
				const { wait, passing, unknown, refused } = this.trouble;
				await this.sleep(this.random.between(0.5, 1.5) * this.latencyMs);
				const scripted = this.script.shift();
				if (scripted === 429 || this.random.chance(wait)) {
					const seconds = Math.floor(this.random.between(1, this.patience));
					this.#refuse(botId, chatId, seconds);
					gate();
					throw refusal(429, "Too Many Requests", { retry_after: seconds });
				}
				if (scripted === 502 || this.random.chance(passing)) throw refusal(502, "Bad Gateway");
				if (this.random.chance(refused)) throw refusal(400, "Bad Request: something");
				if (this.blocked.has(chatId)) throw refusal(403, "Forbidden: bot was blocked by the user");
				const acts = !this.random.chance(unknown);
				if (acts || this.random.chance(0.5))
					this.delivered.set(chatId, (this.delivered.get(chatId) ?? 0) + 1);
				if (!acts) {
					this.lost++;
					throw new Error("timeout");
				}
				gate();
				return this.calls.length;
			},
		});
	}

	/** @returns what it gave, or undefined if the process died or the database failed */
	async risk<T>(act: () => Promise<T>): Promise<T | undefined> {
		try {
			return await act();
		} catch (error) {
			for (let e: unknown = error; e instanceof Error; e = e.cause)
				if (e instanceof Crash || e instanceof Hiccup) return undefined;
			throw error;
		}
	}

	/** Carries out a job as the queue does: again if it failed, unless the queue forgets it. */
	async work(job: SendJob | TakeBackJob): Promise<void> {
		const delivery = this.process();
		const done = await this.risk(async () => {
			if (job.kind === "pump") await delivery.pump(job.botId);
			else if (job.kind === "campaign.take_back") await delivery.runTakeBack(job.botId);
			else await delivery.expand(job.no);
			return true;
		});
		if (!done && this.random.chance(0.5)) this.jobs.push(job);
	}

	query = async <T>(sql: string, ...values: (number | string)[]): Promise<T[]> =>
		(
			await this.d1
				.prepare(sql)
				.bind(...values)
				.all<T>()
		).results;
}
