import { Hono } from "hono";
import type { z } from "zod";
import { groupParam } from "../groups/shapes.ts";
import type { GroupsServices } from "../groups/wiring.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { done } from "../platform/shapes.ts";
import { dayMs, iso } from "../platform/time.ts";
import { postParam } from "../posts/shapes.ts";
import type { PostsServices } from "../posts/wiring.ts";
import type { ClearingRow, Forecast, Scope } from "./service.ts";
import * as shapes from "./shapes.ts";
import type { ClearingServices } from "./wiring.ts";

type Needs = ClearingServices & PostsServices & Pick<GroupsServices, "groups"> & Pick<House, "db" | "now">;

const tag = "Deleting";

const shown = (row: ClearingRow): z.infer<typeof shapes.clearingAnswer>["clearing"] => ({
	no: row.no,
	group_id: row.groupId,
	filter: row.filter,
	state: row.state,
	total: row.total,
	deleted: row.deleted,
	too_old: row.tooOld,
	failed: row.failed,
	note: row.note,
	created_at: iso(row.createdAt),
	created_by: row.createdBy,
	changed_at: iso(row.changedAt),
});

const started = (no: number | null, { deletable, tooOld, rightsMissing }: Forecast) => ({
	clearing: no,
	deletable,
	too_old: tooOld,
	...(rightsMissing
		? { rights_missing: { right: "can_delete_messages" as const, switch_on: rightsMissing } }
		: {}),
});

/** Filters hold all together, so of two ends the earlier one counts. */
function scopeOf(input: z.infer<typeof shapes.clearInput>, now: number): Scope {
	const { from_message_id, to_message_id, from, to, older_than_hours, older_than_days } = input;
	const ends = [
		...(to === undefined ? [] : [Date.parse(to)]),
		...(older_than_hours === undefined ? [] : [now - older_than_hours * 3_600_000]),
		...(older_than_days === undefined ? [] : [now - older_than_days * dayMs]),
	];
	return {
		...(from_message_id === undefined ? {} : { fromId: from_message_id }),
		...(to_message_id === undefined ? {} : { toId: to_message_id }),
		...(from === undefined ? {} : { from: Date.parse(from) }),
		...(ends.length === 0 ? {} : { to: Math.min(...ends) }),
	};
}

/** Messages in groups that are to go. */
export const clearingApi = new Hono<ApiEnv<Needs>>()
	.post(
		"/groups/:id/messages/delete",
		describe(tag, "Deletes messages of a group", shapes.startedAnswer, {
			status: 202,
			errors: [400, 404, 409],
			write: true,
			description:
				"Those of others need the bot's right to delete messages. With an `Idempotency-Key`, a repeat starts nothing more.",
		}),
		valid("param", groupParam),
		valid("json", shapes.deleteInput),
		async (c) => {
			const { deps, actor } = c.var;
			const group = await deps.groups.get(c.req.valid("param").id);
			const ids = [...new Set(c.req.valid("json").message_ids)];
			const filter = { messages: ids.length };
			const { clearing, forecast } = await once(c, ids, (key) =>
				deps.clearings.start(group, { scope: { ids }, filter, key, actor }),
			);
			return c.json(started(clearing.no, forecast), 202);
		},
	)
	.post(
		"/groups/:id/clear",
		describe(tag, "Deletes what the bot posted in a group", shapes.startedAnswer, {
			status: 202,
			errors: [400, 404, 409],
			write: true,
			description:
				"By its history; without filters all of it. What is older than 48 hours stays and is marked `too_old`. A `dry_run` says how many are which, with 200. With an `Idempotency-Key`, a repeat starts nothing more.",
		}),
		valid("param", groupParam),
		valid("json", shapes.clearInput),
		async (c) => {
			const { deps, actor } = c.var;
			const group = await deps.groups.get(c.req.valid("param").id);
			const { dry_run, ...filter } = c.req.valid("json");
			const scope = scopeOf({ dry_run, ...filter }, deps.now());
			if (dry_run) return c.json(started(null, await deps.clearings.preview(group, scope)));
			const { clearing, forecast } = await once(c, filter, (key) =>
				deps.clearings.start(group, { scope, filter, key, actor }),
			);
			return c.json(started(clearing.no, forecast), 202);
		},
	)
	.get(
		"/posts/:no/take-back",
		describe(tag, "How much of a post was, or could be, taken back", shapes.takeBackAnswer, {
			errors: [400, 404],
		}),
		valid("param", postParam),
		async (c) => {
			const { deps } = c.var;
			const { no } = await deps.posts.get(c.req.valid("param").no);
			const { state, deleted, left, tooOld, stays, words } = await deps.clearings.viewPost(no);
			return c.json({
				...{ status: state, deleted, left, too_old: tooOld, refused: stays },
				words: words.map(({ groupId, note }) => ({ group_id: groupId, note })),
			});
		},
	)
	.post(
		"/posts/:no/take-back",
		describe(tag, "Takes a post back: ends it, and deletes it in every group", done, {
			status: 202,
			errors: [400, 404],
			write: true,
			description:
				"Where Telegram still deletes it: what is older than 48 hours stays. How far it is says the same address.",
		}),
		valid("param", postParam),
		async (c) => {
			await c.var.deps.clearings.takeBackPost(c.req.valid("param").no, c.var.actor);
			return c.json({ ok: true as const }, 202);
		},
	)
	.get(
		"/groups/:id/clearings",
		describe(tag, "Lists what was and is being deleted in a group, newest first", shapes.clearingsAnswer, {
			errors: [400, 404],
		}),
		valid("param", groupParam),
		valid("query", shapes.clearingsQuery),
		async (c) => {
			const { deps } = c.var;
			const { cursor, limit } = c.req.valid("query");
			const { id } = await deps.groups.get(c.req.valid("param").id);
			const before = cursor === undefined ? null : Number(cursor);
			const rows = await deps.clearings.list(id, before, limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({ clearings: page.map(shown), next: last ? String(last.no) : null });
		},
	)
	.get(
		"/clearings/:no",
		describe(tag, "How far it is", shapes.clearingAnswer, { errors: [400, 404] }),
		valid("param", shapes.clearingParam),
		async (c) => c.json({ clearing: shown(await c.var.deps.clearings.find(c.req.valid("param").no)) }),
	);
