import { Random } from "./random.ts";
import { type Life, Scheduler } from "./scheduler.ts";

/** What may go wrong in a run; each a probability. */
export interface Profile {
	name: string;
	/** An actor dies, between two tasks. */
	actorCrash: number;
	/** An actor dies where it sets its alarm. */
	alarmCrash: number;
	/** A request dies. */
	requestCrash: number;
	/** Everything dies at once. */
	totalCrash: number;
	/** A call to an actor is rejected, and still arrives, perhaps much later. */
	lostCall: number;
	/** A call to an actor takes seconds. */
	slowCall: number;
	/** A call of the Bot API goes wrong. */
	telegram: number;
	/** An update comes again. */
	duplicate: number;
	/** How many times more often than usual somebody who searches gives up. */
	fickle: number;
}

export interface Fault {
	at: number;
	what: string;
	/** The update whose handling it hit, if it hit only that. */
	update: string | undefined;
}

/** One run: its clock, its dice, and what went wrong in it. */
export class World {
	readonly scheduler = new Scheduler(1_800_000_000_000);
	readonly random: Random;
	readonly profile: Profile;
	readonly faults: Fault[] = [];
	readonly violations: string[] = [];
	readonly trace: string[] = [];
	readonly #tracing: boolean;
	readonly #startedAt = this.scheduler.now;
	/** Off while the run comes to rest. */
	faultsOn = true;

	constructor(seed: number, profile: Profile, tracing: boolean) {
		this.random = new Random(seed);
		this.profile = profile;
		this.#tracing = tracing;
	}

	get now(): number {
		return this.scheduler.now;
	}

	happens(probability: number): boolean {
		return this.faultsOn && probability > 0 && this.random.chance(probability);
	}

	/** Milliseconds on the way: mostly few, so that steps of many people mix. */
	latency(): number {
		const dice = this.random.next();
		if (dice < 0.7) return this.random.between(0.1, 5);
		return dice < 0.97 ? this.random.between(5, 60) : this.random.between(60, 400);
	}

	/** The way to Telegram and back is longer. */
	telegramLatency(): number {
		const dice = this.random.next();
		if (dice < 0.6) return this.random.between(2, 60);
		return dice < 0.93 ? this.random.between(60, 300) : this.random.between(300, 1_500);
	}

	fault(what: string, who?: Life): void {
		this.faults.push({ at: this.now, what, update: who?.update });
		this.note(() => `FAULT ${what}${who ? ` (${who.name})` : ""}`);
	}

	/** Whether something went wrong since `from` that may have touched this update. */
	faultySince(from: number, update?: string): boolean {
		return this.faults.some(
			(fault) => fault.at >= from && (fault.update === undefined || fault.update === update),
		);
	}

	lastFaultAt(): number {
		return Math.max(this.#startedAt, ...this.faults.map((fault) => fault.at));
	}

	fail(invariant: string, text: string): void {
		this.violations.push(`${invariant}: ${text}`);
		this.note(() => `VIOLATION ${invariant}: ${text}`);
	}

	note(line: () => string): void {
		if (!this.#tracing) return;
		this.trace.push(`${((this.now - this.#startedAt) / 1000).toFixed(3).padStart(9)}  ${line()}`);
	}
}
