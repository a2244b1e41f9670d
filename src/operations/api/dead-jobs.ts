import { Hono } from "hono";
import { z } from "zod";
import { adviceFor } from "../../platform/causes.ts";
import type { ApiEnv } from "../../platform/http.ts";
import { describe, valid } from "../../platform/openapi.ts";
import { pageOf } from "../../platform/pages.ts";
import { advice, next, paging, time, whole } from "../../platform/shapes.ts";
import { iso } from "../../platform/time.ts";
import type { DeadJob } from "../service/dead-jobs.ts";
import type { OperationsServices } from "../wiring.ts";

type Needs = Pick<OperationsServices, "deadJobs">;

const tag = "Watching";

export const deadJobsAnswer = z.object({
	dead_jobs: z.array(
		z.object({
			id: z.string(),
			queue: z.string().describe("`outbox`, or the dead-letter queue it came through"),
			job: z.unknown().describe("Ids only, never what anybody wrote"),
			error: z.string().nullable(),
			attempts: whole.nullable().describe("How often it was tried; null: not known"),
			advice,
			died_at: time,
		}),
	),
	next,
});

export const causesAnswer = z.object({
	causes: z.array(
		z.object({
			queue: z.string(),
			kind: z.string().describe("Empty: a job of no known kind"),
			cause: z.string().describe("What they failed with, digits left out"),
			error: z.string().nullable().describe("Of one of them"),
			advice,
			attempts: whole.nullable(),
			jobs: whole,
			last: time,
		}),
	),
});

const query = z.object({
	q: z.string().trim().min(1).max(100).optional().describe("Words of the error, or a kind of job"),
	limit: paging.limit,
	cursor: z
		.string()
		.regex(/^dead_[0-9a-z]{26}$/, "must be `next` of the page before")
		.optional(),
});
const chosen = z.union(
	[
		z.object({ ids: z.array(z.string()).min(1).max(100) }),
		z.object({ queue: z.string(), kind: z.string(), cause: z.string().optional() }),
	],
	"name 1 to 100 ids, or a queue and kind",
);
const counted = z.object({ jobs: whole.describe("So many were there, at most 100 in one go") });

const shown = ({ id, queue, job, error, attempts, diedAt }: DeadJob) => ({
	id,
	queue,
	job,
	error,
	attempts,
	advice: adviceFor(error),
	died_at: iso(diedAt),
});

/** Jobs that nobody could carry out. */
export const deadJobsApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/",
		describe(tag, "Jobs that were given up, newest first", deadJobsAnswer, { errors: [400] }),
		valid("query", query),
		async (c) => {
			const { cursor, q, limit } = c.req.valid("query");
			const found = await c.var.deps.deadJobs.list(cursor ?? null, q ?? null, limit + 1);
			const { page, last } = pageOf(found, limit);
			return c.json({ dead_jobs: page.map(shown), next: last?.id ?? null });
		},
	)
	.get("/causes", describe(tag, "How many jobs were given up for what", causesAnswer), async (c) => {
		const causes = await c.var.deps.deadJobs.causes();
		return c.json({
			causes: causes.map(({ words, count, last, ...cause }) => ({
				...cause,
				error: words,
				jobs: count,
				last: iso(last),
			})),
		});
	})
	.post(
		"/retry",
		describe(tag, "Begins given-up jobs again, singly or by cause", counted, { errors: [400], write: true }),
		valid("json", chosen),
		async (c) => c.json({ jobs: await c.var.deps.deadJobs.retry(c.req.valid("json"), c.var.actor) }),
	)
	.post(
		"/discard",
		describe(tag, "Forgets given-up jobs, singly or by cause", counted, { errors: [400], write: true }),
		valid("json", chosen),
		async (c) => c.json({ jobs: await c.var.deps.deadJobs.discard(c.req.valid("json"), c.var.actor) }),
	);
