import type { Update } from "grammy/types";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { receiveUpdate } from "./bot.ts";
import { type ApiEnv, createDeps } from "./deps.ts";
import { groupBansApi, groupsApi } from "./groups/api.ts";
import { paymentsApi } from "./payments/api.ts";
import { AppError } from "./platform/errors.ts";
import {
	bodiesAreJson,
	body,
	refuseForeignOrigin,
	requireOwner,
	toResponse,
	withRequest,
} from "./platform/http.ts";
import { getRegistry } from "./platform/registry.ts";
import { sameSecret } from "./platform/secrets.ts";
import { referralsApi } from "./referrals/api.ts";
import { staffApi } from "./staff/api.ts";
import { docsOf } from "./staff/docs.ts";
import { web } from "./web.ts";

/** Loose on purpose: Telegram adds kinds and fields, and grammY's filters look before they touch. */
const updateSchema = z.looseObject({ update_id: z.number().int() });

/** A capability mounts its routes here, behind the key; what they say of themselves is the document. */
const api = new Hono<ApiEnv>()
	.use(refuseForeignOrigin, requireOwner, bodiesAreJson)
	.route("/", staffApi)
	.route("/", paymentsApi)
	.route("/", referralsApi)
	.route("/", groupBansApi)
	.route("/", groupsApi);

export const app = new Hono<ApiEnv>()
	.use(withRequest)
	.get("/health", (c) => c.json({ status: "ok", timestamp: new Date().toISOString() }))
	.route("/", web)
	.use(async (c, next) => {
		c.set("deps", await createDeps(c.env, c.var.log));
		await next();
	})
	.post("/telegram/:botId", bodyLimit({ maxSize: 1024 * 1024 }), async (c) => {
		const bot = await knownBot(
			c.env,
			Number(c.req.param("botId")),
			c.req.header("x-telegram-bot-api-secret-token"),
		);
		const update = await body(c, updateSchema);
		return receiveUpdate(c.var.deps, bot, update as unknown as Update);
	})
	.route("/api", docsOf(api))
	.route("/api", api)
	.notFound((c) => c.json({ error: { code: "not_found", message: "There is nothing here." } }, 404));

app.onError(toResponse);

export type AppType = typeof app;

/** @throws AppError 401 unless this is one of our bots and the secret is its own */
async function knownBot(env: Env, botId: number, secret: string | undefined) {
	// Another isolate may have added the bot a moment ago, so what is not known is read again.
	for (const fresh of [false, true]) {
		const bot = (await getRegistry(env, { fresh })).bots.get(botId);
		if (bot && secret !== undefined && (await sameSecret(secret, bot.secret))) return bot;
	}
	throw new AppError(401, "unauthorized", "Unknown bot or wrong secret.");
}
