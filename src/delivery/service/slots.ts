import { type Grant, type Lane, slotLifeMs } from "../rules/pace.ts";

/** The rate limit of a bot, wherever it lives. */
export interface Pacer {
	lease(botId: number, lane: Lane, count: number): Promise<Grant>;
	/** Until when Telegram wants silence of all of it. */
	heldUntil(botId: number): Promise<number>;
}

interface Needs {
	pacer: Pacer;
	botId: number;
	now: () => number;
	sleep: (ms: number) => Promise<void>;
}

/** A second, and a little as calls don't all travel alike. */
const windowMs = 1_010;

/** Slots of the bulk lane for those who send side by side; leased many at a time. */
export class Slots {
	readonly #needs: Needs;
	#times: number[] = [];
	#leasing: Promise<void> | null = null;
	/** When the last ones were used, as many as may be in a second. */
	#used: number[] = [];
	#perSecond = 1;
	/** Telegram wants silence until then. */
	heldUntil = 0;

	constructor(needs: Needs) {
		this.#needs = needs;
	}

	/**
	 * Waits for a slot, and returns in time to use it.
	 * @param wanted how many are likely to be used
	 * @returns false if none comes before `until`
	 */
	async wait(wanted: number, until: number): Promise<boolean> {
		const { now, sleep } = this.#needs;
		for (;;) {
			const at = Math.max(this.heldUntil, this.#times[0] ?? 0);
			if (at > until || now() > until) return false;
			if (this.#times.length === 0 || this.heldUntil > now()) {
				if (this.heldUntil > now()) await sleep(this.heldUntil - now());
				else await this.#lease(wanted);
				continue;
			}
			const slot = this.#times.shift() ?? 0;
			if (slot > now()) await sleep(slot - now());
			// Slots used somewhat late and then in time must not come too close.
			for (;;) {
				const first = this.#used.at(-this.#perSecond);
				if (first === undefined || now() >= first + windowMs) break;
				await sleep(first + windowMs - now());
			}
			// Forfeited, or void because of a 429 in between.
			if (this.heldUntil > now() || now() > slot + slotLifeMs) continue;
			this.#used = [...this.#used, now()].slice(-this.#perSecond);
			return true;
		}
	}

	/** After a 429. @returns whether it is the whole bot's: then what was leased is void */
	async held(): Promise<boolean> {
		const { now, pacer, botId } = this.#needs;
		const until = await pacer.heldUntil(botId);
		if (until <= now()) return false;
		this.heldUntil = Math.max(this.heldUntil, until);
		this.#times = [];
		return true;
	}

	#lease(wanted: number): Promise<void> {
		this.#leasing ??= this.#ask(wanted).finally(() => {
			this.#leasing = null;
		});
		return this.#leasing;
	}

	async #ask(wanted: number): Promise<void> {
		const { pacer, botId } = this.#needs;
		const { startAt, everyMs, count } = await pacer.lease(botId, "bulk", wanted);
		if (count === 0) this.heldUntil = Math.max(this.heldUntil, startAt);
		else {
			this.#perSecond = Math.max(1, Math.floor(1_000 / everyMs + 0.01));
			this.#times = Array.from({ length: count }, (_, i) => startAt + i * everyMs);
		}
	}
}
