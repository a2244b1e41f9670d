import { Hono } from "hono";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { describe, valid } from "../platform/openapi.ts";
import { done } from "../platform/shapes.ts";
import { iso } from "../platform/time.ts";
import { inputOf } from "./api.ts";
import * as shapes from "./shapes.ts";
import type { DeliveryServices } from "./wiring.ts";

type Needs = Pick<DeliveryServices, "delivery" | "broadcast" | "templates"> & Pick<House, "db" | "now">;

const tag = "Broadcasts";
const change = (summary: string, description?: string) =>
	describe(tag, summary, done, {
		errors: [400, 404, 409],
		write: true,
		...(description === undefined ? {} : { description }),
	});
const ok = { ok: true as const };

/** Broadcasts before anybody has them, after everybody had them, and messages to begin with. */
export const draftsApi = new Hono<ApiEnv<Needs>>()
	.post(
		"/broadcast/drafts",
		describe(tag, "Keeps a broadcast that is being written", shapes.broadcastAnswer, {
			status: 201,
			errors: [400, 409],
			write: true,
			description: "It need not be complete. With an `Idempotency-Key`, a repeat keeps nothing more.",
		}),
		valid("json", shapes.draftInput),
		async (c) => {
			const input = inputOf(c.req.valid("json"));
			const id = await once(c, input, (key) => c.var.deps.broadcast.draft(input, key, c.var.actor));
			return c.json({ id }, 201);
		},
	)
	.put(
		"/campaigns/:id",
		change("Changes a draft, or what is planned", "What is planned has to stay complete."),
		valid("param", shapes.campaignParam),
		valid("json", shapes.draftInput),
		async (c) => {
			const input = inputOf(c.req.valid("json"));
			await c.var.deps.broadcast.edit(c.req.valid("param").id, input, c.var.actor);
			return c.json(ok);
		},
	)
	.delete(
		"/campaigns/:id",
		change("Throws a draft away"),
		valid("param", shapes.campaignParam),
		async (c) => {
			await c.var.deps.broadcast.discard(c.req.valid("param").id, c.var.actor);
			return c.json(ok);
		},
	)
	.post(
		"/campaigns/:id/schedule",
		describe(tag, "Plans a draft, or plans it for another time", done, {
			errors: [400, 404, 409, 429],
			write: true,
			description: "It begins by itself in that minute. Markup and media are shown to Telegram before.",
		}),
		valid("param", shapes.campaignParam),
		valid("json", shapes.scheduleInput),
		async (c) => {
			const startsAt = Date.parse(c.req.valid("json").starts_at);
			await c.var.deps.broadcast.schedule(c.req.valid("param").id, startsAt, c.var.actor);
			return c.json(ok);
		},
	)
	.post(
		"/campaigns/:id/unschedule",
		change("Makes what is planned a draft again"),
		valid("param", shapes.campaignParam),
		async (c) => {
			await c.var.deps.broadcast.unschedule(c.req.valid("param").id, c.var.actor);
			return c.json(ok);
		},
	)
	.post(
		"/campaigns/:id/start",
		describe(tag, "Begins a draft, or what is planned, now", done, {
			errors: [400, 404, 409, 429],
			write: true,
		}),
		valid("param", shapes.campaignParam),
		async (c) => {
			await c.var.deps.broadcast.begin(c.req.valid("param").id, c.var.actor);
			return c.json(ok);
		},
	)
	.post(
		"/campaigns/:id/duplicate",
		describe(tag, "The same once more, as a draft", shapes.broadcastAnswer, {
			status: 201,
			errors: [400, 404, 409],
			write: true,
		}),
		valid("param", shapes.campaignParam),
		async (c) => {
			const { id: no } = c.req.valid("param");
			const id = await once(c, no, (key) => c.var.deps.broadcast.duplicate(no, key, c.var.actor));
			return c.json({ id }, 201);
		},
	)
	.get(
		"/campaigns/:id/take-back",
		describe(tag, "How much of it was, or could be, taken back", shapes.takeBackAnswer, {
			errors: [400, 404],
		}),
		valid("param", shapes.campaignParam),
		async (c) => {
			const { delivery } = c.var.deps;
			const found = await delivery.campaigns.find(c.req.valid("param").id);
			const { state, deleted, left, tooOld, kept } = await delivery.takenBack(found);
			return c.json({ status: state, deleted, left, too_old: tooOld, refused: kept });
		},
	)
	.post(
		"/campaigns/:id/take-back",
		describe(tag, "Takes it back: ends it, and deletes it where Telegram still deletes it", done, {
			status: 202,
			errors: [400, 404, 409],
			write: true,
			description: "Telegram deletes what is younger than 48 hours. How far it is says the same address.",
		}),
		valid("param", shapes.campaignParam),
		async (c) => {
			await c.var.deps.delivery.takeBack(c.req.valid("param").id, c.var.actor);
			return c.json(ok, 202);
		},
	)
	.get("/templates", describe(tag, "Messages to begin with", shapes.templatesAnswer), async (c) => {
		const rows = await c.var.deps.templates.list();
		const templates = rows.map(({ no, name, content, changedAt, changedBy }) => ({
			...{ id: no, name, content, changed_at: iso(changedAt), changed_by: changedBy },
		}));
		return c.json({ templates });
	})
	.post(
		"/templates",
		describe(tag, "Keeps a message to begin with", shapes.broadcastAnswer, {
			status: 201,
			errors: [400, 409],
			write: true,
		}),
		valid("json", shapes.templateInput),
		async (c) => {
			const { name, ...content } = c.req.valid("json");
			return c.json({ id: await c.var.deps.templates.add(name, content, c.var.actor) }, 201);
		},
	)
	.put(
		"/templates/:no",
		change("Changes a message to begin with"),
		valid("param", shapes.templateParam),
		valid("json", shapes.templateInput),
		async (c) => {
			const { name, ...content } = c.req.valid("json");
			await c.var.deps.templates.change(c.req.valid("param").no, name, content, c.var.actor);
			return c.json(ok);
		},
	)
	.delete(
		"/templates/:no",
		change("Throws a message to begin with away"),
		valid("param", shapes.templateParam),
		async (c) => {
			await c.var.deps.templates.remove(c.req.valid("param").no, c.var.actor);
			return c.json(ok);
		},
	);
