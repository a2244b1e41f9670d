import type { Update } from "grammy/types";
import { Hono } from "hono";
import { matchedRoutes } from "hono/route";
import type { Schema } from "hono/types";
import { z } from "zod";
import { receiveUpdate } from "./bot.ts";
import { reportsApi } from "./chat/reports/api.ts";
import { clearingApi } from "./clearing/api.ts";
import { broadcastApi } from "./delivery/api.ts";
import { draftsApi } from "./delivery/api-drafts.ts";
import { createDeps, type Deps } from "./deps.ts";
import { docsOf } from "./docs/api.ts";
import { groupBansApi, groupsApi } from "./groups/api.ts";
import { insightsApi } from "./insights/api.ts";
import { mediaApi } from "./media/api.ts";
import { mediaFiles } from "./media/api-files.ts";
import { groundOfDoctor } from "./operations/api/ground.ts";
import { operationsApi } from "./operations/api.ts";
import { paymentsApi } from "./payments/api.ts";
import { peopleApi } from "./people/api.ts";
import { unauthorized } from "./platform/access.ts";
import { clock } from "./platform/clock.ts";
import { AppError } from "./platform/errors.ts";
import {
	type ApiEnv,
	answersAreData,
	bodiesAreJson,
	body,
	limitBody,
	refuseForeignOrigin,
	toResponse,
	withRequest,
} from "./platform/http.ts";
import { getRegistry } from "./platform/registry.ts";
import { sameSecret } from "./platform/secrets.ts";
import { iso } from "./platform/time.ts";
import { postsApi } from "./posts/api.ts";
import { groupCampaignsApi } from "./posts/api-campaigns.ts";
import { referralsApi } from "./referrals/api.ts";
import { shopApi } from "./shop/api.ts";
import { chatsApi } from "./shop/api-chats.ts";
import { salesApi } from "./shop/api-sales.ts";
import { authRoutes, identify } from "./staff/api-identify.ts";
import { loginApi, sessionApi } from "./staff/api-login.ts";
import { teamApi } from "./staff/api-team.ts";
import { web } from "./web.ts";

/** Loose on purpose: Telegram adds kinds and fields, and grammY's filters look before they touch. */
const updateSchema = z.looseObject({ update_id: z.number().int() });

/** Hono's `route` takes an api whatever it finds there; this one takes care that the services it asks for are here. */
const served = <Services extends object, Routes extends Schema>(
	api: Hono<ApiEnv<Services>, Routes, "/"> & (Deps extends Services ? unknown : never),
): Hono<ApiEnv<Services>, Routes, "/"> => api;

/** A room mounts its routes here; what they say of themselves is the document, and who may use them. */
const api = new Hono<ApiEnv<Deps>>()
	.use(refuseForeignOrigin, limitBody)
	.all("/auth/*", authRoutes)
	.use(identify, bodiesAreJson)
	.route("/", served(loginApi))
	.route("/", served(sessionApi))
	.route("/", served(teamApi))
	.route("/users", served(peopleApi))
	.route("/reports", served(reportsApi))
	.route("/", served(broadcastApi))
	.route("/", served(draftsApi))
	.route("/", served(mediaApi))
	.route("/", served(operationsApi))
	.route("/", served(insightsApi))
	.route("/", served(paymentsApi))
	.route("/", served(referralsApi))
	.route("/", served(groupBansApi))
	.route("/", served(groupsApi))
	.route("/", served(clearingApi))
	.route("/", served(postsApi))
	.route("/", served(groupCampaignsApi))
	.route("/", served(shopApi))
	.route("/", served(salesApi))
	.route("/", served(chatsApi));

export const app = new Hono<ApiEnv<Deps>>()
	.use(withRequest)
	.get("/health", (c) => c.json({ status: "ok", timestamp: iso(clock.now()) }))
	.route("/", web)
	.get("/api/doctor", groundOfDoctor)
	.use(async (c, next) => {
		c.set("deps", await createDeps(c.env, c.var.log));
		const from = Date.now();
		await next();
		// As it is registered: an id is nothing to measure by.
		const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? "none";
		const labels: [string, string, string] = [c.req.method, route, String(c.res.status)];
		c.var.deps.metrics.point("api", labels, [Date.now() - from]);
	})
	.post("/telegram/:botId", limitBody, async (c) => {
		const bot = await knownBot(
			c.env,
			Number(c.req.param("botId")),
			c.req.header("x-telegram-bot-api-secret-token"),
		);
		const update = await body(c, updateSchema);
		const from = Date.now();
		const answer = await receiveUpdate(c.var.deps, bot, update as unknown as Update);
		const kind = Object.keys(update).find((key) => key !== "update_id") ?? "none";
		const labels: [string, string, string] = [String(bot.id), kind, String(answer.status)];
		c.var.deps.metrics.point("update", labels, [Date.now() - from]);
		return answer;
	})
	.route("/", served(mediaFiles))
	.use("/api/*", answersAreData)
	.route("/api", docsOf(api))
	.route("/api", api)
	// Not even what there is can be told from outside.
	.all("/api/*", (c) => {
		if (!c.var.identity) throw unauthorized();
		return c.notFound();
	})
	.notFound((c) => c.json({ error: { code: "not_found", message: "There is nothing here." } }, 404));

app.onError(toResponse);

export type AppType = typeof app;

/** @throws AppError 401 unless this is one of our bots and the secret is its own */
async function knownBot(env: Env, botId: number, secret: string | undefined) {
	// Another isolate may have added the bot a moment ago, so what is not known is read again.
	for (const fresh of [false, true]) {
		const bot = (await getRegistry(env, { fresh })).bots.get(botId);
		if (!bot || secret === undefined) continue;
		if (await sameSecret(secret, bot.secret)) return bot;
		if (bot.formerSecret !== undefined && (await sameSecret(secret, bot.formerSecret))) return bot;
	}
	throw new AppError(401, "unauthorized", "Unknown bot or wrong secret.");
}
