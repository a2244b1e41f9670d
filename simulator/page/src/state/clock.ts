import { api } from "../api.ts";
import { createStore } from "./store.ts";

type Clock = {
	/** How far this world stands before the real time, ms. */
	aheadMs: number;
	/** The platform's page for staff; null: the simulator stands alone. */
	dashboard: string | null;
};

export const clock = createStore<Clock>({ aheadMs: 0, dashboard: null });

/** What time it is in this world. */
export const worldNow = () => Date.now() + clock.get().aheadMs;

function note({ now, dashboard }: { now: number; dashboard: string | null }): void {
	const aheadMs = now - Date.now();
	// The way of the answer takes time; less than a minute is none.
	clock.set({ aheadMs: Math.abs(aheadMs) < 60_000 ? 0 : aheadMs, dashboard });
}

export const refreshClock = async () => note(await api.clock());
export const letTimePass = async (seconds: number) => note(await api.passTime(seconds));
