import { DurableObject } from "cloudflare:workers";
import {
	admit,
	freshPace,
	type Grant,
	groupPolicy,
	type Lane,
	lease,
	type Pace,
	type Policy,
	penalize,
	remaining,
	type TooFast,
	whose429,
} from "../src/delivery/rules/pace.ts";
import { messagesPerSecond, reservePerSecond } from "../src/delivery/settings.ts";
import { upgrade } from "../src/platform/actor.ts";
import { freshWindow, type RateWindow, standing, type Taken, take } from "../src/platform/rate-window.ts";
import { getRegistry } from "../src/platform/registry.ts";

const tables = [
	`CREATE TABLE penalty (id INTEGER PRIMARY KEY, until INTEGER NOT NULL);
	 CREATE TABLE admitted (id INTEGER PRIMARY KEY, times TEXT NOT NULL);`,
];

/** One rate limit: `bot:{id}`, `group:{chat id}`, `api:{route}`, `api:{who}:{class}`, `damp:{what}:{whose}`, `login:{whose}`. */
export class Pacer extends DurableObject<Env> {
	readonly #sql = this.ctx.storage.sql;
	/** The schedule is as good as new after a restart; only a penalty must outlive one. */
	#pace: Pace = freshPace;
	/** In memory only: a restart forgives, and a request costs no row. */
	#window: RateWindow = freshWindow;
	/** Chats of this bot that were refused of late. */
	#tooFast: TooFast[] = [];

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		// What people ask for is counted in memory alone: nothing is stored for who calls once.
		if (/^(api:.+:|damp:)/.test(ctx.id.name ?? "")) return;
		upgrade(ctx.storage, tables);
		const [row] = this.#sql.exec<{ until: number }>("SELECT until FROM penalty").toArray();
		if (row) this.#pace = { nextAt: row.until, penaltyUntil: row.until };
	}

	/** When to send so many, and how far apart. */
	async lease(lane: Lane, count: number): Promise<Grant> {
		const policy = await this.#policy();
		const { pace, grant } = lease(this.#pace, policy, lane, count, Date.now());
		this.#pace = pace;
		return grant;
	}

	/** A call of this bot got a 429: all that is paced waits, unless that was the chat's own. */
	tooFast(chat: number | null, seconds: number): void {
		const { recent, until } = whose429(this.#tooFast, chat, seconds, Date.now());
		this.#tooFast = recent;
		if (until !== null) this.penalize((until - Date.now()) / 1000);
	}

	/** Telegram wants silence: nobody who asks here sends for so long. */
	penalize(seconds: number): void {
		const before = this.#pace.penaltyUntil;
		this.#pace = penalize(this.#pace, seconds, Date.now());
		if (this.#pace.penaltyUntil > before)
			this.#sql.exec("INSERT OR REPLACE INTO penalty (id, until) VALUES (1, ?)", this.#pace.penaltyUntil);
	}

	/** Where its schedule stands: for staff to look at. */
	pace(): Pace {
		return this.#pace;
	}

	/** Counts one more of what may happen `limit` times in a window. @returns seconds to wait, 0 if it may happen now */
	admit(limit: number, windowSeconds: number): number {
		const [row] = this.#sql.exec<{ times: string }>("SELECT times FROM admitted").toArray();
		const { times, waitMs } = admit(
			row ? JSON.parse(row.times) : [],
			limit,
			windowSeconds * 1000,
			Date.now(),
		);
		if (waitMs === 0)
			this.#sql.exec("INSERT OR REPLACE INTO admitted (id, times) VALUES (1, ?)", JSON.stringify(times));
		return Math.ceil(waitMs / 1000);
	}

	/** What `admit` would still let happen, for a limit's headers. */
	remaining(limit: number, windowSeconds: number): { left: number; resetSeconds: number } {
		const [row] = this.#sql.exec<{ times: string }>("SELECT times FROM admitted").toArray();
		const times = row ? JSON.parse(row.times) : [];
		const { left, resetMs } = remaining(times, limit, windowSeconds * 1000, Date.now());
		return { left, resetSeconds: Math.max(1, Math.ceil(resetMs / 1000)) };
	}

	/** How requests of the API stand, without counting one. */
	standing(limit: number, windowSeconds: number): Omit<Taken, "window"> {
		const { window: _, ...answer } = standing(this.#window, limit, windowSeconds * 1000, Date.now());
		return answer;
	}

	/** Counts a request, see `take`. */
	take(limit: number, windowSeconds: number): Omit<Taken, "window"> {
		const { window, ...answer } = take(this.#window, limit, windowSeconds * 1000, Date.now());
		this.#window = window;
		return answer;
	}

	/** Forgets what `admit` counted. */
	forgive(): void {
		this.#sql.exec("DELETE FROM admitted");
	}

	async #policy(): Promise<Policy> {
		if (this.ctx.id.name?.startsWith("group:")) return groupPolicy;
		const { settings } = await getRegistry(this.env);
		return { perSecond: settings.get(messagesPerSecond), reserve: settings.get(reservePerSecond) };
	}
}
