import { Hono } from "hono";
import { z } from "zod";
import { check } from "../people/check.ts";
import type { Simulator } from "../simulator.ts";

const ahead = z.object({ ahead_ms: z.number() });
const passing = z.object({ advance_seconds: z.int().positive() });

/** What a renewal leads to happens before the clock goes on, but is not waited for longer. */
const PATIENCE = 10_000;

/** What time it is here, and how it passes. */
export function clockRoutes(simulator: Simulator): Hono {
	const told = () => ({ now: simulator.now, dashboard: simulator.platform?.dashboard ?? null });
	return new Hono()
		.get("/clock", (c) => c.json(told()))
		.put("/clock", async (c) => {
			const renewed = simulator.moveClock(check(ahead, await c.req.json()).ahead_ms);
			if (renewed > 0) await simulator.whileBusy(PATIENCE);
			return c.json({ ...told(), renewed });
		})
		.post("/clock", async (c) => {
			await simulator.passTime(check(passing, await c.req.json()).advance_seconds);
			return c.json(told());
		});
}
