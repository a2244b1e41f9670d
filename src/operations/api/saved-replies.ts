import { Hono } from "hono";
import { z } from "zod";
import type { SavedReply } from "../../people/service/saved-replies.ts";
import type { PeopleServices } from "../../people/wiring.ts";
import type { ApiEnv } from "../../platform/http.ts";
import { describe, valid } from "../../platform/openapi.ts";
import { done, time } from "../../platform/shapes.ts";
import { iso } from "../../platform/time.ts";

type Needs = Pick<PeopleServices, "savedReplies">;

const tag = "Requests";

const reply = z.object({
	...{ id: z.string(), title: z.string(), text: z.string(), updated_at: time, updated_by: z.string() },
});
const repliesAnswer = z.object({ replies: z.array(reply) });
const replyAnswer = z.object({ reply });
const input = z.object({
	title: z.string().trim().min(1).max(80),
	text: z.string().trim().min(1).max(4096),
});
const param = z.object({ id: z.string().regex(/^rep_[0-9a-z]{26}$/, "must be a saved reply's id") });

const shown = (row: SavedReply): z.infer<typeof reply> => ({
	...{
		id: row.id,
		title: row.title,
		text: row.text,
		updated_at: iso(row.updatedAt),
		updated_by: row.updatedBy,
	},
});

/** What staff say again and again, to begin an answer with. */
export const savedRepliesApi = new Hono<ApiEnv<Needs>>()
	.get("/", describe(tag, "Saved replies, by title", repliesAnswer), async (c) =>
		c.json({ replies: (await c.var.deps.savedReplies.list()).map(shown) }),
	)
	.post(
		"/",
		describe(tag, "Saves a reply", replyAnswer, { status: 201, errors: [400], write: true }),
		valid("json", input),
		async (c) => {
			const row = await c.var.deps.savedReplies.add(c.req.valid("json"), c.var.actor);
			return c.json({ reply: shown(row) }, 201);
		},
	)
	.put(
		"/:id",
		describe(tag, "Changes a saved reply", replyAnswer, { errors: [400, 404], write: true }),
		valid("param", param),
		valid("json", input),
		async (c) => {
			const { id } = c.req.valid("param");
			return c.json({
				reply: shown(await c.var.deps.savedReplies.change(id, c.req.valid("json"), c.var.actor)),
			});
		},
	)
	.delete(
		"/:id",
		describe(tag, "Deletes a saved reply", done, { errors: [400, 404], write: true }),
		valid("param", param),
		async (c) => {
			await c.var.deps.savedReplies.remove(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
