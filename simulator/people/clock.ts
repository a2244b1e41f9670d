import { renewDue } from "../payments/subscriptions.ts";
import { Payments } from "./payments.ts";

/** What runs beside the simulator and is developed with it. */
export interface Platform {
	/** its web page for staff */
	dashboard: string;
	/** Lets time pass there; the simulator's clock is moved along. */
	passTime(seconds: number): Promise<unknown>;
}

/** The part of the simulator that is about time. */
export abstract class Clock extends Payments {
	abstract idle(): boolean;

	/** null: the simulator stands alone */
	platform: Platform | null = null;

	/** ms since 1970, as everybody here reads it */
	get now(): number {
		return this.world.now();
	}

	/**
	 * Sets how far the clock stands before the real time, in ms. Subscriptions are renewed that are due by then.
	 * @returns how many
	 */
	moveClock(aheadMs: number): number {
		this.world.state.clock_ahead = aheadMs;
		const renewed = renewDue(this.world);
		this.world.emit({ type: "state", user: null, chat: null });
		return renewed;
	}

	/** Waits until every update is told, but no longer than so many ms. Without autoDeliver nothing is told by itself. */
	async whileBusy(patience: number): Promise<void> {
		const until = Date.now() + patience;
		while (this.autoDeliver && !this.idle() && Date.now() < until) await sleep(10);
	}

	/** Lets time pass, on the platform beside as well. */
	async passTime(seconds: number): Promise<void> {
		if (this.platform) await this.platform.passTime(seconds);
		else this.moveClock(this.world.state.clock_ahead + seconds * 1000);
	}
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
