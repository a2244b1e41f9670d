import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { SimulatorError } from "../errors.ts";
import { check } from "../people/check.ts";
import type { Simulator } from "../simulator.ts";
import { clockRoutes } from "./clock.ts";
import { checkoutRoutes, personPaymentRoutes } from "./payments.ts";
import { personRoutes } from "./person.ts";

const limits = z.object({
	enabled: z.boolean().optional(),
	per_second: z.number().positive().optional(),
	per_chat: z.number().positive().optional(),
	per_group_minute: z.number().positive().optional(),
});

const fault = z.object({
	bot: z.int().optional(),
	method: z.string(),
	chat_id: z.union([z.int(), z.string()]).optional(),
	status: z.int().min(400).max(599).optional(),
	description: z.string().optional(),
	retry_after: z.int().positive().optional(),
	latency_ms: z.number().nonnegative().optional(),
	drop_answer: z.boolean().optional(),
	times: z.int().positive().optional(),
});

const logQuery = z.object({
	bot: z.coerce.number().int().optional(),
	method: z.string().optional(),
	after: z.coerce.number().int().optional(),
});

const redelivery = z.object({ bot: z.int(), update_id: z.int() });
const update = z.object({ bot: z.int(), update: z.looseObject({ update_id: z.int() }) });

/** How often a comment is sent, so that whoever listens notices a broken connection. */
const HEARTBEAT = 15_000;

/** The control interface over HTTP; README.md lists it. */
export function controlApp(simulator: Simulator): Hono {
	const app = new Hono()
		.get("/state", (c) => c.json(simulator.state()))
		.post("/bots", async (c) => c.json(simulator.createBot(await c.req.json())))
		.post("/users", async (c) => c.json({ user: simulator.createUser(await c.req.json()) }))
		.post("/reset", (c) => {
			simulator.reset();
			return c.json({});
		})
		.put("/limits", async (c) => c.json(simulator.setLimits(defined(check(limits, await c.req.json())))))
		.post("/faults", async (c) => c.json({ id: simulator.addFault(check(fault, await c.req.json())) }))
		.delete("/faults", (c) => {
			simulator.clearFaults();
			return c.json({});
		})
		.get("/calls", (c) => c.json({ calls: simulator.calls(defined(check(logQuery, c.req.query()))) }))
		.get("/deliveries", (c) => {
			const { method: _, ...filter } = defined(check(logQuery, c.req.query()));
			return c.json({ deliveries: simulator.deliveries(filter) });
		})
		.post("/updates", async (c) => {
			const body = check(update, await c.req.json());
			simulator.sendUpdate(body.bot, body.update);
			return c.json({});
		})
		.post("/redeliver", async (c) => {
			const { bot, update_id } = check(redelivery, await c.req.json());
			simulator.redeliver(bot, update_id);
			return c.json({});
		})
		.get("/idle", async (c) => {
			const until = Date.now() + Number(c.req.query("timeout") ?? 10_000);
			while (!simulator.idle()) {
				if (Date.now() >= until) throw new SimulatorError("updates are still waiting or under way", 408);
				await sleep(10);
			}
			return c.json({});
		})
		.get("/callbacks/:id", (c) => c.json({ answer: simulator.callbackAnswer(c.req.param("id")) }))
		.get("/files/:id", (c) => {
			const file = simulator.file(c.req.param("id"));
			if (!file) throw new SimulatorError("no such file", 404);
			return new Response(file.bytes.slice(), { headers: { "Content-Type": file.mime_type } });
		})
		.get("/events", (c) =>
			streamSSE(c, async (stream) => {
				const stop = simulator.listen(({ type, ...data }) => {
					void stream.writeSSE({ event: type, data: JSON.stringify(data) });
				});
				const heartbeat = setInterval(() => void stream.write(": still here\n\n"), HEARTBEAT);
				await stream.write(": listening\n\n");
				await new Promise<void>((gone) => stream.onAbort(gone));
				clearInterval(heartbeat);
				stop();
			}),
		)
		.route("/users", personRoutes(simulator))
		.route("/users", personPaymentRoutes(simulator))
		.route("/", checkoutRoutes(simulator))
		.route("/", clockRoutes(simulator));
	app.notFound((c) => c.json({ error: "no such control call" }, 404));
	app.onError((error, c) => {
		if (error instanceof SimulatorError) return c.json({ error: error.message }, error.status);
		if (error instanceof SyntaxError) return c.json({ error: "the body is not JSON" }, 400);
		throw error;
	});
	return app;
}

/** Without undefined fields, which in-process calls don't take. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
	return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
