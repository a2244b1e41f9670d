import { Hono } from "hono";
import { z } from "zod";
import { mediaKinds } from "../../people/rules/threads.ts";
import type { ThreadMessage } from "../../people/service/threads.ts";
import type { PeopleServices } from "../../people/wiring.ts";
import { may, permissionsOf } from "../../platform/access.ts";
import { AppError } from "../../platform/errors.ts";
import { type ApiEnv, telegramId } from "../../platform/http.ts";
import { describe, valid } from "../../platform/openapi.ts";
import { pageOf } from "../../platform/pages.ts";
import { requestKinds } from "../../platform/schema.ts";
import { done, next, paging, readCursor, time, whole, writeCursor } from "../../platform/shapes.ts";
import { isUnseen, type StaffRequest } from "../../platform/staff-requests.ts";
import { iso, isoOrNull } from "../../platform/time.ts";
import type { StaffServices } from "../../staff/wiring.ts";

type Needs = Pick<PeopleServices, "requests" | "people" | "appeals" | "threads"> &
	Pick<StaffServices, "team">;

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
	unread: z
		.boolean()
		.describe("Nobody of staff has looked since it was asked, or since its person wrote last"),
	new_messages: whole.describe("So many messages of its person nobody of staff has seen"),
	answered: z.boolean().describe("Staff wrote last"),
});
const message = z.object({
	no: whole,
	direction: z.enum(["in", "out"]).describe("`in`: of the person, `out`: of staff"),
	author: z.string().nullable().describe("Who of staff"),
	text: z.string(),
	media: z
		.enum(mediaKinds)
		.nullable()
		.describe("What came with it; `other` is seen in the support chat only"),
	failure: z
		.string()
		.nullable()
		.describe("Why it did not reach the person: `blocked`, `wait`, `unknown` or Telegram's words"),
	at: time,
});
export const threadAnswer = z.object({
	request,
	messages: z.array(message).describe("The newest 200, oldest first, as long as the setting keeps them"),
});
const messageAnswer = z.object({ message });
const unreadAnswer = z.object({
	all: whole.describe("Open requests with something unread"),
	mine: whole.describe("Those of them that you look after"),
});
const assigneesAnswer = z.object({ assignees: z.array(z.object({ id: z.string(), name: z.string() })) });
export const requestsAnswer = z.object({ requests: z.array(request), next });
const requestAnswer = z.object({ request });

const query = z.object({
	...paging,
	state: z.enum(["open", "closed"]).default("open"),
	kind: z.enum(requestKinds).optional(),
	user: telegramId.optional().describe("Only this person's"),
	taken: z.enum(["mine", "none"]).optional().describe("Those you look after, or that nobody does"),
});
const param = z.object({ id: z.string().regex(/^req_[0-9a-z]{26}$/, "must be a request's id") });
const messageParam = param.extend({ no: z.coerce.number().int().positive() });
const answerText = z.object({ text: z.string().trim().min(1).max(4096) });
const assignee = z.object({ to: z.string().max(60).describe("The id of somebody of the team") });
const verdict = z.object({ lift: z.boolean().describe("Lift the ban or the refusal, or keep it") });

const shown = (row: StaffRequest, fresh = 0): z.infer<typeof request> => ({
	...{ id: row.id, kind: row.kind, ref: row.ref, user_id: row.userId, state: row.state },
	...{ created_at: iso(row.createdAt), taken_by: row.takenBy, taken_at: isoOrNull(row.takenAt) },
	...{ closed_at: isoOrNull(row.closedAt), closed_by: row.closedBy, outcome: row.outcome },
	...{ unread: row.state === "open" && isUnseen(row), new_messages: fresh },
	answered: row.lastOutAt !== null && row.lastOutAt >= (row.lastInAt ?? row.createdAt),
});

const shownMessage = (row: ThreadMessage): z.infer<typeof message> => ({
	...{ no: row.no, direction: row.direction, author: row.author, text: row.text },
	...{ media: row.mediaKind, failure: row.failure, at: iso(row.at) },
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
			const { state, kind = null, user = null, taken, cursor, limit } = c.req.valid("query");
			const by = taken === "mine" ? c.var.actor : (taken ?? null);
			const which = { state, kind, userId: user, taken: by };
			const rows = await c.var.deps.requests.list(which, readCursor(cursor), limit + 1);
			const { page, last } = pageOf(rows, limit);
			const fresh = await c.var.deps.threads.unread(page.map(({ id }) => id));
			return c.json({
				requests: page.map((row) => shown(row, fresh.get(row.id))),
				next: writeCursor(last ? { at: last.createdAt, id: last.id } : null),
			});
		},
	)
	.get(
		"/unread",
		describe(tag, "How much nobody of staff has looked at", unreadAnswer, {
			description: "One query: for whoever asks again and again.",
		}),
		async (c) => c.json(await c.var.deps.requests.unread(c.var.actor)),
	)
	.get("/assignees", describe(tag, "Whom a request can be given to", assigneesAnswer), async (c) => {
		const team = await c.var.deps.team.list();
		const able = team.filter(({ person: { role, disabledAt } }) => {
			return disabledAt === null && may(permissionsOf(role), "requests", "write");
		});
		return c.json({ assignees: able.map(({ person: { id, name } }) => ({ id, name })) });
	})
	.get(
		"/:id",
		describe(tag, "A request, and what was written about it", threadAnswer, { errors: [400, 404] }),
		valid("param", param),
		async (c) => {
			const { id } = c.req.valid("param");
			const row = await c.var.deps.requests.get(id);
			const [messages, fresh] = await Promise.all([
				c.var.deps.threads.list(id),
				c.var.deps.threads.unread([id]),
			]);
			return c.json({ request: shown(row, fresh.get(id)), messages: messages.map(shownMessage) });
		},
	)
	.post(
		"/:id/messages",
		describe(tag, "Answers its person, in the bot", messageAnswer, {
			...{ status: 201, errors: [400, 404, 409], write: true },
			description:
				"Shown in the support chat as well. Whether it reached them stands with the message: `failure` is null if it did.",
		}),
		valid("param", param),
		valid("json", answerText),
		async (c) => {
			const { text } = c.req.valid("json");
			const row = await c.var.deps.threads.answer(c.req.valid("param").id, text, c.var.actor);
			return c.json({ message: shownMessage(row) }, 201);
		},
	)
	.post(
		"/:id/messages/:no/retry",
		describe(tag, "Sends once more what did not reach them", messageAnswer, {
			...{ errors: [400, 404, 409], write: true },
		}),
		valid("param", messageParam),
		async (c) => {
			const { id, no } = c.req.valid("param");
			return c.json({ message: shownMessage(await c.var.deps.threads.retry(id, no)) });
		},
	)
	.post(
		"/:id/read",
		describe(tag, "Says that staff have seen it", done, { errors: [400, 404], write: true }),
		valid("param", param),
		async (c) => {
			const { id } = await c.var.deps.requests.get(c.req.valid("param").id);
			await c.var.deps.threads.read(id);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/:id/assign",
		change("Gives it to somebody of the team", "Whoever has it now."),
		valid("param", param),
		valid("json", assignee),
		async (c) => {
			const { requests, team } = c.var.deps;
			const { id, role, disabledAt } = await team.find(c.req.valid("json").to);
			if (disabledAt !== null || !may(permissionsOf(role), "requests", "write"))
				throw new AppError(409, "cant_answer", "They may not answer requests.");
			const row = await requests.assign(c.req.valid("param").id, `staff:${id}`, c.var.actor);
			return c.json({ request: shown(row) });
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
		change(
			"Closes a question to support",
			"Its person is told. `/close` in the support chat does that as well.",
		),
		valid("param", param),
		async (c) =>
			c.json({ request: shown(await c.var.deps.threads.close(c.req.valid("param").id, c.var.actor)) }),
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
