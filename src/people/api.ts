import { Hono } from "hono";
import { z } from "zod";
import { csv, csvFile } from "../platform/csv.ts";
import { AppError } from "../platform/errors.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { badCursor, done, idParam, readCursor, whole, writeCursor } from "../platform/shapes.ts";
import { dayMs, iso, isoOrNull } from "../platform/time.ts";
import { genders } from "./rules.ts";
import * as shapes from "./shapes.ts";
import type { PeopleServices } from "./wiring.ts";

type Needs = Pick<PeopleServices, "directory" | "people" | "rights"> & Pick<House, "env" | "registry">;

const knownGender = (text: string | null) => genders.find((gender) => gender === text) ?? null;

/** `2030-01-10` */
const dayOf = (day: number | null) => (day === null ? null : iso(day * dayMs).slice(0, 10));

/** People as staff see them. Ids are Telegram's. */
export const peopleApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/",
		describe("People", "Lists people, newest first", shapes.usersAnswer, {
			errors: [400],
			description: "Filters combine. How many chats somebody had is on their own page.",
		}),
		valid("query", shapes.usersQuery),
		async (c) => {
			const { banned, refused, vip, cursor, limit, ...rest } = c.req.valid("query");
			const filter = { ...rest, banned: banned === "true", refused: refused === "true", vip: vip === "true" };
			const place = readCursor(cursor);
			if (place && !/^\d+$/.test(place.id)) throw badCursor();
			const after = place && { at: place.at, id: Number(place.id) };
			const { rows, next } = await c.var.deps.directory.list(filter, after, limit);
			return c.json({
				users: rows.map(({ id, gender, age, ban, refusedAt, vipUntil, createdAt, ...row }) => ({
					...{ id, name: row.name, username: row.username },
					language: row.language,
					gender: knownGender(gender),
					age,
					banned: ban && { reason: ban.reason, until: isoOrNull(ban.until) },
					age_refused_at: isoOrNull(refusedAt),
					vip_until: isoOrNull(vipUntil),
					created_at: isoOrNull(createdAt),
					last_seen_on: dayOf(row.lastActiveDay),
				})),
				next: writeCursor(next),
			});
		},
	)
	.get(
		"/names",
		describe("People", "How these people are called", shapes.namesAnswer, {
			errors: [400],
			description: "Who is not in the answer has no name that is kept.",
		}),
		valid("query", shapes.namesQuery),
		async (c) => {
			const ids = c.req.valid("query").ids.split(",").map(Number);
			const names = await c.var.deps.directory.namesOf(ids);
			return c.json({ names: names.map(({ userId, name, username }) => ({ id: userId, name, username })) });
		},
	)
	.get(
		"/people.csv",
		describe("People", "Everybody as a file, newest first", csv, { file: "text/csv" }),
		(c) => {
			const columns = [
				...["id", "name", "username", "language", "gender", "age"],
				...["banned_until", "created_at", "last_seen_on"],
			];
			return csvFile<{ at: number; id: number }>("people", columns, async (after, limit) => {
				const { rows, next } = await c.var.deps.directory.list({ sort: "newest" }, after, limit);
				const until = (ban: { until: number | null } | null) =>
					ban && (ban.until === null ? "for good" : iso(ban.until));
				const cells = rows.map(({ id, name, username, language, gender, age, ban, createdAt, ...row }) => [
					...[id, name, username, language, gender, age, until(ban), isoOrNull(createdAt)],
					dayOf(row.lastActiveDay),
				]);
				return { rows: cells, next };
			});
		},
	)
	.get(
		"/:id",
		describe("People", "One person, and what they are doing now", shapes.userAnswer, { errors: [400, 404] }),
		valid("param", idParam),
		async (c) => {
			const { id } = c.req.valid("param");
			const { directory, env, registry } = c.var.deps;
			const found = await directory.find(id);
			if (!found) throw new AppError(404, "no_user", "Nobody with this id is known.");
			const { seat, search, chats } = await env.PERSON.getByName(String(id)).status();
			const { profile, ban, called } = found;
			return c.json({
				user: {
					...{ id, name: called?.name ?? null, username: called?.username ?? null },
					profile: profile && {
						language: profile.language,
						gender: knownGender(profile.gender),
						age: profile.age,
						wish: profile.wish,
						vip_until: isoOrNull(profile.vipUntil),
						terms_version: profile.termsVersion,
						created_at: iso(profile.createdAt),
						last_seen_on: dayOf(profile.lastActiveDay),
					},
					ban: ban && {
						reason: ban.reason,
						until: isoOrNull(ban.until),
						banned_at: iso(ban.bannedAt),
						banned_by: ban.bannedBy,
					},
					age_refused_at: isoOrNull(found.refusedAt),
					bots: found.bots.map((bot) => ({
						bot_id: bot.botId,
						username: registry.bots.get(bot.botId)?.username ?? null,
						started_at: iso(bot.startedAt),
						blocked_at: isoOrNull(bot.blockedAt),
					})),
					now: {
						state: seat ? ("chatting" as const) : search ? ("searching" as const) : ("idle" as const),
						bot_id: (seat ?? search)?.botId ?? null,
						chat_id: seat?.chatId ?? null,
					},
					chats,
				},
			});
		},
	)
	.post(
		"/:id/ban",
		describe("People", "Bans somebody", done, {
			errors: [400],
			write: true,
			description:
				"At once, in every bot: they leave search and chat, and read the reason. Also for who has never been here. A second ban takes the place of the first.",
		}),
		valid("param", idParam),
		valid("json", shapes.banInput),
		async (c) => {
			const { reason, until } = c.req.valid("json");
			const ban = { reason, until: until == null ? null : new Date(until).getTime() };
			await c.var.deps.people.ban(c.req.valid("param").id, ban, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/:id/unban",
		describe("People", "Lifts a ban", done, { errors: [400, 404], write: true }),
		valid("param", idParam),
		async (c) => {
			await c.var.deps.people.unban(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/:id/export",
		describe(
			"People",
			"All that is kept of one person, as they get it by /mydata",
			z.looseObject({ telegram_id: whole }),
			{
				errors: [400],
			},
		),
		valid("param", idParam),
		async (c) => {
			const found = await c.var.deps.rights.export(c.req.valid("param").id);
			return c.json(found as { telegram_id: number });
		},
	)
	.post(
		"/:id/erase",
		describe("People", "Deletes all that is kept of one person", done, {
			errors: [400],
			write: true,
			description:
				"As /deletemydata does: chats end, recurring charges stop, payments stay without a name, bans outlive it. It can't be undone.",
		}),
		valid("param", idParam),
		async (c) => {
			await c.var.deps.rights.erase(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/:id/lift-age-refusal",
		describe("People", "Lets somebody who was refused for their age start over", done, {
			description: "They are told, and what they paid for is theirs again.",
			errors: [400, 404],
			write: true,
		}),
		valid("param", idParam),
		async (c) => {
			await c.var.deps.people.liftAgeRefusal(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
