import { Hono } from "hono";
import { z } from "zod";
import type { PeopleServices } from "../../people/wiring.ts";
import { AppError } from "../../platform/errors.ts";
import { type ApiEnv, telegramId } from "../../platform/http.ts";
import { describe, valid } from "../../platform/openapi.ts";
import { pageOf } from "../../platform/pages.ts";
import { requestKinds } from "../../platform/schema.ts";
import { next, paging, readCursor, time, whole, writeCursor } from "../../platform/shapes.ts";
import type { StaffRequest } from "../../platform/staff-requests.ts";
import { iso, isoOrNull } from "../../platform/time.ts";

type Needs = Pick<PeopleServices, "requests" | "people" | "appeals">;

const tag = "Requests";

const request = z.object({
	id: z.string(),
	kind: z.enum(requestKinds),
	ref: z
		.string()
		.describe(
			"Of a refund the payment's id, of a payout its id, else the person's, behind `age:` if the appeal is against an age refusal",
		),
	user_id: whole,
	state: z.enum(["open", "closed"]),
	created_at: time,
	taken_by: z.string().nullable().describe("Who looks after it"),
	taken_at: time.nullable(),
	closed_at: time.nullable(),
	closed_by: z.string().nullable(),
	outcome: z.string().nullable(),
});
export const requestsAnswer = z.object({ requests: z.array(request), next });
const requestAnswer = z.object({ request });

const query = z.object({
	...paging,
	state: z.enum(["open", "closed"]).default("open"),
	kind: z.enum(requestKinds).optional(),
	user: telegramId.optional().describe("Only this person's"),
});
const param = z.object({ id: z.string().regex(/^req_[0-9a-z]{26}$/, "must be a request's id") });
const verdict = z.object({ lift: z.boolean().describe("Lift the ban or the refusal, or keep it") });

const shown = (row: StaffRequest): z.infer<typeof request> => ({
	...{ id: row.id, kind: row.kind, ref: row.ref, user_id: row.userId, state: row.state },
	...{ created_at: iso(row.createdAt), taken_by: row.takenBy, taken_at: isoOrNull(row.takenAt) },
	...{ closed_at: isoOrNull(row.closedAt), closed_by: row.closedBy, outcome: row.outcome },
});

const change = (summary: string, description: string) =>
	describe(tag, summary, requestAnswer, { errors: [400, 404, 409], write: true, description });

/** What people ask of staff, and who looks after it. */
export const requestsApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/",
		describe(tag, "Open requests, oldest first, or closed ones, newest first", requestsAnswer, {
			errors: [400],
			description: "Deletions are none of them: people do that by themselves, and it happens at once.",
		}),
		valid("query", query),
		async (c) => {
			const { state, kind = null, user = null, cursor, limit } = c.req.valid("query");
			const which = { state, kind, userId: user };
			const rows = await c.var.deps.requests.list(which, readCursor(cursor), limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({
				requests: page.map(shown),
				next: writeCursor(last ? { at: last.createdAt, id: last.id } : null),
			});
		},
	)
	.post(
		"/:id/take",
		change("Says that you look after it", "Refused while somebody else does."),
		valid("param", param),
		async (c) =>
			c.json({ request: shown(await c.var.deps.requests.take(c.req.valid("param").id, c.var.actor)) }),
	)
	.post(
		"/:id/release",
		change("Says that nobody looks after it", "Also if it was somebody else: they may be away."),
		valid("param", param),
		async (c) =>
			c.json({ request: shown(await c.var.deps.requests.release(c.req.valid("param").id, c.var.actor)) }),
	)
	.post(
		"/:id/close",
		change("Closes a question to support", "An answer in the support chat does that as well."),
		valid("param", param),
		async (c) =>
			c.json({ request: shown(await c.var.deps.requests.close(c.req.valid("param").id, c.var.actor)) }),
	)
	.post(
		"/:id/appeal",
		change("Decides an appeal against a ban or an age refusal", "The person is told."),
		valid("param", param),
		valid("json", verdict),
		async (c) => {
			const { requests, people, appeals } = c.var.deps;
			const { id, kind, ref, state, userId } = await requests.get(c.req.valid("param").id);
			if (kind !== "appeal") throw new AppError(409, "no_appeal", "This is no appeal.");
			const [bot = 0] = await people.botsOf(userId);
			if (state === "closed") throw new AppError(409, "decided", "It is decided already.");
			const against = ref.startsWith("age:") ? "refusal" : "ban";
			const { lift } = c.req.valid("json");
			const decided = await appeals.decide({ userId, against, since: null, lift }, bot, c.var.actor);
			if (!decided) throw new AppError(409, "decided", `That ${against} no longer stands.`);
			return c.json({ request: shown(await requests.get(id)) });
		},
	);
