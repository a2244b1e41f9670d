import { z } from "zod";
import { languages } from "../platform/i18n/index.ts";
import { next, paging, time, whole } from "../platform/shapes.ts";
import { genders } from "./rules.ts";

/** What routes about people take and give. */

const only = z.literal("true", "can only be true").optional();
export const usersQuery = z.object({
	...paging,
	q: z
		.string()
		.trim()
		.max(100)
		.regex(/^(?!0|\d{17})/, "must be how a Telegram id begins, or words of a name")
		.regex(/[\p{L}\p{N}_]/u, "must have a letter or a digit")
		.optional()
		.describe(
			"Digits: how the Telegram id begins; whoever has no record is found by the whole id. Else how words of the name or the @username begin, in any case and without accents",
		),
	banned: only.describe("Those banned now, last banned first"),
	refused: only.describe("Those refused for their age, last refused first"),
	vip: only.describe("VIPs, whose time ends last first"),
	language: z.enum(languages).optional().describe("Who reads it"),
	bot: z.coerce.number().int().positive().optional().describe("Who started this bot and has not blocked it"),
	profile: z.enum(["complete", "incomplete"]).optional(),
	sort: z
		.enum(["newest", "oldest", "seen"])
		.default("newest")
		.describe(
			"Who came first or last, or was here last; q, banned, refused and vip have an order of their own",
		),
});

const called = {
	name: z.string().nullable().describe("As Telegram calls them; null: not kept"),
	username: z.string().nullable().describe("Without the @"),
};
const seenOn = z.iso.date().nullable().describe("The last day on which they did something, UTC");

export const namesQuery = z.object({
	ids: z
		.string()
		.regex(
			/^[1-9]\d{0,15}(,[1-9]\d{0,15}){0,199}$/,
			"must be Telegram ids, 200 at most, with commas between",
		),
});
export const namesAnswer = z.object({ names: z.array(z.object({ id: whole, ...called })) });

export const banInput = z.object({
	reason: z.string().trim().min(1, "must not be empty").max(300).describe("As the person reads it"),
	until: z
		.union([whole, z.iso.datetime({ offset: true }), z.iso.date()], "must be an ISO date or milliseconds")
		.nullish()
		.describe("An ISO date or milliseconds; without it the ban is for good"),
});

const ban = z.object({ reason: z.string(), until: time.nullable().describe("null: for good") });

export const usersAnswer = z.object({
	users: z.array(
		z.object({
			id: whole,
			...called,
			language: z.string().nullable(),
			gender: z.enum(genders).nullable(),
			age: whole.nullable(),
			banned: ban.nullable(),
			age_refused_at: time.nullable(),
			vip_until: time.nullable().describe("Also when it is over"),
			created_at: time.nullable().describe("null: banned before they ever pressed Start, or erased"),
			last_seen_on: seenOn,
		}),
	),
	next,
});

export const userAnswer = z.object({
	user: z.object({
		id: whole,
		...called,
		profile: z
			.object({
				language: z.string().nullable(),
				gender: z.enum(genders).nullable(),
				age: whole.nullable(),
				wish: z.string(),
				vip_until: time.nullable(),
				terms_version: z.string().nullable(),
				created_at: time,
				last_seen_on: seenOn,
			})
			.nullable(),
		ban: ban.extend({ banned_at: time, banned_by: z.string() }).nullable(),
		age_refused_at: time.nullable(),
		bots: z.array(
			z.object({
				bot_id: whole,
				username: z.string().nullable().describe("null: no longer one of the bots"),
				started_at: time,
				blocked_at: time.nullable(),
			}),
		),
		now: z.object({
			state: z.enum(["idle", "searching", "chatting"]),
			bot_id: whole.nullable(),
			chat_id: z.string().nullable(),
		}),
		chats: whole.describe("Chats so far"),
	}),
});
