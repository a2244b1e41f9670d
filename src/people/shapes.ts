import { z } from "zod";
import { languages } from "../platform/i18n/index.ts";
import { next, paging, sort, time, whole } from "../platform/shapes.ts";
import { genders } from "./rules.ts";

/** What routes about people take and give. */

const filters = ["q", "banned", "refused", "vip", "language"] as const;
export const usersQuery = z
	.object({
		...paging,
		q: z
			.string()
			.regex(/^[1-9]\d{0,15}$/, "must be how a Telegram id begins: digits only")
			.optional()
			.describe("How the Telegram id begins; ordered by id. Whoever has no record is found by the whole id"),
		banned: z.literal("true", "can only be true").optional().describe("Those banned now, last banned first"),
		refused: z
			.literal("true", "can only be true")
			.optional()
			.describe("Those refused for their age, last refused first"),
		vip: z.literal("true", "can only be true").optional().describe("VIPs, whose time ends last first"),
		language: z.enum(languages).optional().describe("By when they came"),
		sort: sort.describe("Of all, and of a language: who came first or last"),
	})
	.refine((query) => filters.filter((name) => query[name] !== undefined).length <= 1, {
		message: "q, banned, refused, vip and language can't be combined",
		path: ["q"],
	});

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
			language: z.string().nullable(),
			gender: z.enum(genders).nullable(),
			age: whole.nullable(),
			banned: ban.nullable(),
			age_refused_at: time.nullable(),
			vip_until: time.nullable().describe("Also when it is over"),
			created_at: time.nullable().describe("null: banned before they ever pressed Start, or erased"),
		}),
	),
	next,
});

export const userAnswer = z.object({
	user: z.object({
		id: whole,
		profile: z
			.object({
				language: z.string().nullable(),
				gender: z.enum(genders).nullable(),
				age: whole.nullable(),
				wish: z.string(),
				vip_until: time.nullable(),
				terms_version: z.string().nullable(),
				created_at: time,
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
