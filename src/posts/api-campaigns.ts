import { Hono } from "hono";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { done } from "../platform/shapes.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import { inputOf, shownCounts, shownPost } from "./api.ts";
import type { GroupCampaign } from "./service/campaigns.ts";
import * as shapes from "./shapes.ts";
import type { PostsServices } from "./wiring.ts";

type Needs = PostsServices & Pick<House, "db" | "now">;

const shown = (row: GroupCampaign) => ({
	id: row.no,
	name: row.name,
	status: row.state,
	ends_at: isoOrNull(row.endsAt),
	overdue_at: isoOrNull(row.overdueAt),
	created_at: iso(row.createdAt),
	created_by: row.createdBy,
	changed_at: iso(row.changedAt),
});

const tag = "Group campaigns";

/** Several posts over several groups and days. */
export const groupCampaignsApi = new Hono<ApiEnv<Needs>>()
	.post(
		"/group-campaigns",
		describe(tag, "Begins several posts as one", shapes.idAnswer, {
			status: 202,
			errors: [400, 409],
			write: true,
			description:
				"All of them or none. Staff hear once if it is late, and of each group it can't post in. With an `Idempotency-Key`, a repeat begins nothing more.",
		}),
		valid("json", shapes.campaignInput),
		async (c) => {
			const { name, ends_at, posts } = c.req.valid("json");
			const endsAt = ends_at === undefined ? null : Date.parse(ends_at);
			const wanted = { name, endsAt, posts: posts.map(inputOf) };
			const id = await once(c, wanted, (key) => c.var.deps.posts.createCampaign(wanted, key, c.var.actor));
			return c.json({ id }, 202);
		},
	)
	.get(
		"/group-campaigns",
		describe(tag, "Group campaigns, newest first", shapes.campaignsAnswer, { errors: [400] }),
		valid("query", shapes.campaignsQuery),
		async (c) => {
			const { cursor, limit } = c.req.valid("query");
			const before = cursor === undefined ? null : Number(cursor);
			const { page, last } = pageOf(await c.var.deps.posts.listCampaigns(before, limit + 1), limit);
			return c.json({ campaigns: page.map(shown), next: last ? String(last.no) : null });
		},
	)
	.get(
		"/group-campaigns/:no",
		describe(
			tag,
			"One group campaign: its posts, what came of them, and where it can't",
			shapes.campaignAnswer,
			{
				errors: [400, 404],
			},
		),
		valid("param", shapes.campaignParam),
		async (c) => {
			const found = await c.var.deps.posts.viewCampaign(c.req.valid("param").no);
			const problems = found.problems.map(({ groupId, problem, at }) => ({
				...{ group_id: groupId, problem, at: iso(at) },
			}));
			const posts = found.posts.map(shownPost);
			const counts = shownCounts(found.counts);
			return c.json({ campaign: { ...shown(found.campaign), posts, counts, problems } });
		},
	)
	.post(
		"/group-campaigns/:no/cancel",
		describe(tag, "Ends a group campaign and all its posts", done, {
			errors: [400, 404, 409],
			write: true,
			description: "What was posted stays.",
		}),
		valid("param", shapes.campaignParam),
		async (c) => {
			await c.var.deps.posts.cancelCampaign(c.req.valid("param").no, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
