import { Hono } from "hono";
import { AppError } from "../platform/errors.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { dayMs, iso, isoOrNull } from "../platform/time.ts";
import { hourMs } from "./rules.ts";
import * as shapes from "./shapes.ts";
import type { InsightsServices } from "./wiring.ts";

type Needs = InsightsServices & Pick<House, "now">;

const tag = "Watching";
/** So many points a chart has at most. */
const pointLimit = 1_000;

/** How things stand and went, and whether everything works. */
export const insightsApi = new Hono<ApiEnv<Needs>>()
	.get("/overview", describe(tag, "The counts in short", shapes.overviewAnswer), async (c) => {
		const { counted_at, ...overview } = await c.var.deps.insights.overview();
		return c.json({ overview: { ...overview, counted_at: iso(counted_at) } });
	})
	.get(
		"/stats",
		describe(tag, "The counts, by language, gender, age and bot", shapes.statsAnswer),
		async (c) => {
			const { counted_at, ...stats } = await c.var.deps.insights.stats();
			return c.json({ stats: { ...stats, counted_at: iso(counted_at) } });
		},
	)
	.get(
		"/analytics",
		describe(tag, "How it went, by hour or day, for charts", shapes.analyticsAnswer, {
			errors: [400],
			description: "Hours are counted once they are over.",
		}),
		valid("query", shapes.analyticsQuery),
		async (c) => {
			const { from, to, by } = c.req.valid("query");
			const [start, end] = [Date.parse(from), to ? Date.parse(to) : c.var.deps.now()];
			if ((end - start) / (by === "hour" ? hourMs : dayMs) > pointLimit)
				throw new AppError(400, "invalid", "Some fields are not right.", {
					from: "too long ago for this chart",
				});
			const points = await c.var.deps.insights.analytics(start, end, by);
			return c.json({ points: points.map((point) => ({ ...point, at: iso(point.at) })) });
		},
	)
	.get(
		"/monitoring",
		describe(tag, "Whether everything works that nobody looks at", shapes.monitoringAnswer, {
			description: "What begins and what is over is told in the control chat as well.",
		}),
		async (c) => {
			const { faults: _, problems, bots, queues, schedules, ...rest } = await c.var.deps.monitoring.status();
			return c.json({
				...rest,
				ok: problems.every(({ toldAt }) => toldAt === null),
				queues: queues.map((queue) => ({ ...queue, oldest_at: isoOrNull(queue.oldest_at) })),
				bots: bots.map((bot) => ({ ...bot, held_until: isoOrNull(bot.held_until) })),
				schedules: schedules.map((run) => ({ ...run, last_run_at: isoOrNull(run.last_run_at) })),
				problems: problems.map(({ key, detail, since, toldAt }) => ({
					...{ key, detail },
					since: iso(since),
					told_at: isoOrNull(toldAt),
				})),
			});
		},
	);
