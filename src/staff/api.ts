import { Hono } from "hono";
import { z } from "zod";
import type { ApiEnv } from "../deps.ts";
import { body, parse, requireOwner, telegramId } from "../platform/http.ts";

const token = z.string().regex(/^\d+:[A-Za-z0-9_-]{20,}$/, "must be a bot token as BotFather gives it");

/** The staff door: bots, settings and people. Everything here needs the owner key. */
export const staffApi = new Hono<ApiEnv>()
	.use(requireOwner)
	.get("/bots", (c) => c.json({ bots: c.var.deps.staff.listBots() }))
	.post("/bots", async (c) => {
		const input = await body(c, z.object({ token }));
		return c.json({ bot: await c.var.deps.staff.addBot(input.token, c.var.actor) }, 201);
	})
	.post("/bots/webhooks", async (c) => c.json({ webhooks: await c.var.deps.staff.registerWebhooks() }))
	.get("/config", (c) => c.json({ settings: c.var.deps.staff.listSettings() }))
	.post("/config", async (c) => {
		const { key, value } = await body(c, z.object({ key: z.string(), value: z.unknown() }));
		const registry = await c.var.deps.staff.changeSettings({ [key]: value }, c.var.actor);
		return c.json({ settings: c.var.deps.staff.listSettings(registry) });
	})
	.post("/config/bulk", async (c) => {
		const values = await body(c, z.record(z.string(), z.unknown()));
		const registry = await c.var.deps.staff.changeSettings(values, c.var.actor);
		return c.json({ settings: c.var.deps.staff.listSettings(registry) });
	})
	.post("/users/:id/lift-age-refusal", async (c) => {
		await c.var.deps.people.liftAgeRefusal(parse(c.req.param("id"), telegramId), c.var.actor);
		return c.json({ ok: true });
	});
