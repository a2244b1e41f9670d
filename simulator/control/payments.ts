import { type Context, Hono } from "hono";
import { SimulatorError } from "../errors.ts";
import type { Simulator } from "../simulator.ts";
import { ids } from "./person.ts";

/** The body, which may be left out where everything in it may. */
async function optionalBody(c: Context) {
	const body = await c.req.text();
	return body === "" ? {} : JSON.parse(body);
}

/** A person's Stars. */
export function personPaymentRoutes(simulator: Simulator): Hono {
	const charge = (c: Context) => c.req.param("charge") ?? "";
	return new Hono()
		.post("/:id/pay", async (c) => c.json(await simulator.pay(ids(c), await c.req.json())))
		.get("/:id/stars", (c) => c.json(simulator.stars(ids(c))))
		.put("/:id/stars", async (c) => c.json(simulator.setStars(ids(c), await c.req.json())))
		.post("/:id/subscriptions/:charge/renew", async (c) => {
			simulator.renewSubscription(ids(c), charge(c), await optionalBody(c));
			return c.json(simulator.stars(ids(c)));
		})
		.post("/:id/subscriptions/:charge/cancel", (c) => {
			simulator.cancelSubscription(ids(c), charge(c));
			return c.json(simulator.stars(ids(c)));
		})
		.post("/:id/subscriptions/:charge/resume", (c) => {
			simulator.resumeSubscription(ids(c), charge(c));
			return c.json(simulator.stars(ids(c)));
		});
}

/** Checkouts, refunds by Telegram, and what a bot has. */
export function checkoutRoutes(simulator: Simulator): Hono {
	return new Hono()
		.get("/checkouts/:id", (c) => c.json(simulator.checkout(c.req.param("id"))))
		.get("/invoices/:slug", (c) => c.json(simulator.invoice(c.req.param("slug"))))
		.post("/payments/:charge/refund", async (c) => {
			simulator.refundPayment(c.req.param("charge"), await optionalBody(c));
			return c.json({});
		})
		.get("/bots/:id/stars", (c) => {
			const id = Number(c.req.param("id"));
			if (!Number.isInteger(id)) throw new SimulatorError("no such bot", 404);
			return c.json(simulator.botStars(id));
		});
}
