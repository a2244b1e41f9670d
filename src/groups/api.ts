import { Hono } from "hono";
import type { z } from "zod";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { pageQuery, readCursor, writeCursor } from "../platform/shapes.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import { optionsOf } from "./rules/options.ts";
import type { SharedBan } from "./service/bans.ts";
import type { Group } from "./service.ts";
import * as shapes from "./shapes.ts";
import type { GroupsServices } from "./wiring.ts";

type Needs = Pick<GroupsServices, "groups" | "sharedBans">;

const shown = (row: Group): z.infer<typeof shapes.groupAnswer>["group"] => ({
	id: row.id,
	bot_id: row.botId,
	title: row.title,
	type: row.type,
	username: row.username,
	is_forum: row.isForum,
	state: row.state,
	inactive_reason: row.inactiveReason,
	added_by: row.addedBy,
	settings: optionsOf(row.options),
	rights: row.rights,
	member_count: row.memberCount,
	last_message_id: row.lastMessageId,
	synced_at: isoOrNull(row.syncedAt),
	created_at: iso(row.createdAt),
});

const shownBan = (row: SharedBan): z.infer<typeof shapes.banAnswer>["ban"] => ({
	person: row.person,
	reason: row.reason,
	evidence: row.evidence,
	banned_at: iso(row.bannedAt),
	banned_by: row.bannedBy,
	until: isoOrNull(row.until),
	lifted_at: isoOrNull(row.liftedAt),
});

const change = (summary: string, description: string) =>
	describe("Groups", summary, shapes.groupAnswer, { errors: [400, 404, 409], write: true, description });

/** The operator's list, before the groups: `bans` is no group's id. */
export const groupBansApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/groups/bans",
		describe("Group bans", "Lists who is banned from all groups that use the list", shapes.bansAnswer, {
			errors: [400],
		}),
		valid("query", pageQuery),
		async (c) => {
			const { cursor, limit } = c.req.valid("query");
			const rows = await c.var.deps.sharedBans.list(readCursor(cursor), limit + 1);
			const { page, last } = pageOf(rows, limit);
			const next = writeCursor(last ? { at: last.bannedAt, id: last.person } : null);
			return c.json({ bans: page.map(shownBan), next });
		},
	)
	.post(
		"/groups/bans",
		describe("Group bans", "Puts somebody on the list", shapes.banAnswer, {
			errors: [400],
			write: true,
			description: "Who joins a group that uses the list is banned there. A second time changes the entry.",
		}),
		valid("json", shapes.banInput),
		async (c) => {
			const { user_id, reason, evidence = null, until } = c.req.valid("json");
			const told = { reason, evidence, until: until === undefined ? null : Date.parse(until) };
			return c.json({ ban: shownBan(await c.var.deps.sharedBans.put(user_id, told, c.var.actor)) });
		},
	)
	.get(
		"/groups/bans/:userId",
		describe("Group bans", "Shows an entry of the list", shapes.banAnswer, { errors: [400, 404] }),
		valid("param", shapes.banParam),
		async (c) => c.json({ ban: shownBan(await c.var.deps.sharedBans.find(c.req.valid("param").userId)) }),
	)
	.delete(
		"/groups/bans/:userId",
		describe("Group bans", "Takes somebody off the list", shapes.banAnswer, {
			errors: [400, 404],
			write: true,
			description: "Groups that have banned them keep that ban until an administrator lifts it.",
		}),
		valid("param", shapes.banParam),
		async (c) => {
			const ban = await c.var.deps.sharedBans.lift(c.req.valid("param").userId, c.var.actor);
			return c.json({ ban: shownBan(ban) });
		},
	);

/** The groups that bots are or were in. */
export const groupsApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/groups",
		describe("Groups", "Lists groups, by id", shapes.groupsAnswer, { errors: [400] }),
		valid("query", shapes.groupsQuery),
		async (c) => {
			const { state, cursor, limit } = c.req.valid("query");
			const rows = await c.var.deps.groups.list(state ?? null, cursor ?? null, limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({ groups: page.map(shown), next: last?.id ?? null });
		},
	)
	.post(
		"/groups/sync",
		describe("Groups", "Asks Telegram about known groups, a page at a time", shapes.syncAnswer, {
			errors: [400],
			write: true,
			description:
				"Title, members, rights of the bot. Where the bot is out the group becomes inactive. Safe to repeat.",
		}),
		valid("json", shapes.syncInput),
		async (c) => {
			const { cursor, limit } = c.req.valid("json");
			return c.json(await c.var.deps.groups.syncPage(cursor ?? null, limit));
		},
	)
	.get(
		"/groups/:id",
		describe("Groups", "Shows a group", shapes.groupPageAnswer, { errors: [400, 404] }),
		valid("param", shapes.groupParam),
		async (c) => {
			const { group, topics } = await c.var.deps.groups.withTopics(c.req.valid("param").id);
			return c.json({ group: shown(group), topics });
		},
	)
	.post(
		"/groups/:id/sync",
		describe("Groups", "Asks Telegram about one group", shapes.syncOneAnswer, {
			errors: [400, 404],
			write: true,
			description: "An id of before a migration is answered with the group it has become.",
		}),
		valid("param", shapes.groupParam),
		async (c) => {
			const { group, result } = await c.var.deps.groups.sync(c.req.valid("param").id);
			return c.json({ group: shown(group), result });
		},
	)
	.get(
		"/groups/:id/info",
		describe("Groups", "Shows the chat as it is at Telegram now", shapes.infoAnswer, {
			errors: [400, 404, 409],
		}),
		valid("param", shapes.groupParam),
		async (c) => c.json({ info: await c.var.deps.groups.info(c.req.valid("param").id) }),
	)
	.get(
		"/groups/:id/permissions",
		describe(
			"Groups",
			"Shows what the bot may there now, and what has to be switched on",
			shapes.permissionsAnswer,
			{
				errors: [400, 404, 409],
			},
		),
		valid("param", shapes.groupParam),
		async (c) => c.json({ permissions: await c.var.deps.groups.permissions(c.req.valid("param").id) }),
	)
	.get(
		"/groups/:id/history",
		describe("Groups", "Lists what happened in a group, newest first", shapes.historyAnswer, {
			errors: [400, 404],
		}),
		valid("param", shapes.groupParam),
		valid("query", shapes.historyQuery),
		async (c) => {
			const { cursor, limit } = c.req.valid("query");
			const rows = await c.var.deps.groups.history(c.req.valid("param").id, cursor ?? null, limit + 1);
			const { page, last } = pageOf(rows, limit);
			const history = page.map(({ id, at, action, actor, person, reason, until }) => ({
				id,
				at: iso(at),
				action,
				actor,
				person,
				reason,
				until: isoOrNull(until),
			}));
			return c.json({ history, next: last?.id ?? null });
		},
	)
	.post(
		"/groups/:id/approve",
		change("Lets a waiting group in", "The bot is at work there from now on."),
		valid("param", shapes.groupParam),
		async (c) =>
			c.json({ group: shown(await c.var.deps.groups.approve(c.req.valid("param").id, c.var.actor)) }),
	)
	.post(
		"/groups/:id/reject",
		change("Turns a waiting group away", "The bot leaves it, and comes back only if staff bring it."),
		valid("param", shapes.groupParam),
		async (c) =>
			c.json({ group: shown(await c.var.deps.groups.reject(c.req.valid("param").id, c.var.actor)) }),
	)
	.post(
		"/groups/:id/activate",
		change("Has the bot work in an inactive group again", "The bot must be in it."),
		valid("param", shapes.groupParam),
		async (c) =>
			c.json({ group: shown(await c.var.deps.groups.activate(c.req.valid("param").id, c.var.actor)) }),
	)
	.post(
		"/groups/:id/deactivate",
		change("Has the bot do nothing in a group any more", "It stays there, quiet."),
		valid("param", shapes.groupParam),
		async (c) =>
			c.json({ group: shown(await c.var.deps.groups.deactivate(c.req.valid("param").id, c.var.actor)) }),
	)
	.put(
		"/groups/:id/settings",
		change("Changes what holds in a group", "What is not named stays."),
		valid("param", shapes.groupParam),
		valid("json", shapes.settingsInput),
		async (c) => {
			const { active, ...options } = c.req.valid("json");
			const { id } = c.req.valid("param");
			const group = await c.var.deps.groups.setActive(id, active, c.var.actor);
			return c.json({ group: shown(await c.var.deps.groups.setOptions(group.id, options, c.var.actor)) });
		},
	);
