import { z } from "zod";
import { actions, areas, roles } from "../platform/access.ts";
import { telegramId } from "../platform/http.ts";
import { languages } from "../platform/i18n/index.ts";
import { time, whole } from "../platform/shapes.ts";

const permissions = z
	.partialRecord(z.enum(areas), z.array(z.enum(actions)))
	.describe("What may be done, by area");

const person = {
	id: z.string(),
	name: z.string(),
	email: z.string().nullable(),
	telegram_id: whole.nullable(),
	role: z.enum(roles),
	language: z.enum(languages),
};

export const sessionAnswer = z.object({ staff: z.object(person), permissions });
export const sessionInput = z.object({
	name: z.string().trim().min(1).max(64).optional(),
	language: z.enum(languages).optional(),
});

const email = z.email().max(200).toLowerCase();

const member = z.object({
	...person,
	created_at: time,
	last_login_at: time.nullable(),
	disabled_at: time.nullable(),
	passkeys: whole,
});
export const teamAnswer = z.object({ staff: z.array(member) });
export const memberAnswer = z.object({ staff: z.object(person) });
export const memberInput = z
	.object({
		role: z.enum(roles).optional(),
		disabled: z.boolean().optional(),
		email: email.nullable().optional().describe("Where their links go; null for none"),
		telegram_id: telegramId
			.nullable()
			.optional()
			.describe("Who signs in by Telegram as them; null for nobody"),
	})
	.refine((change) => Object.values(change).some((value) => value !== undefined), "name what is to change");

const id = z.string().max(64);
export const staffParam = z.object({ id });
export const staffSessionParam = z.object({ id, session: id });

export const sessionsAnswer = z.object({
	sessions: z.array(
		z.object({
			id: z.string(),
			created_at: time,
			expires_at: time,
			address: z.string().nullable(),
			agent: z.string().describe("Browser and system"),
			current: z.boolean().describe("The one this request came with"),
		}),
	),
});
export const endedAnswer = z.object({ ended: whole });

const invitation = z.object({
	id: z.string(),
	role: z.enum(roles),
	email: z.string().nullable(),
	telegram_id: whole.nullable(),
	created_at: time,
	created_by: z.string(),
	expires_at: time,
});
export const invitationsAnswer = z.object({ invitations: z.array(invitation) });
export const invitationInput = z.object({
	role: z.enum(roles),
	email: email.optional(),
	telegram_id: telegramId.optional().describe("Nobody else can accept it in a bot then"),
});
export const invitationAnswer = z.object({
	invitation,
	link: z.string().nullable().describe("The link that was mailed; shown once"),
	telegram_link: z.string().nullable().describe("Opens a bot that accepts it; shown once"),
	mailed: z.boolean(),
});

const key = z.object({
	id: z.string(),
	name: z.string(),
	prefix: z.string().describe("Its first characters"),
	permissions,
	created_by: z.string().describe("Who made it; `owner` is the bootstrap key"),
	created_by_name: z.string().nullable(),
	created_at: time,
	expires_at: time.nullable(),
	last_used_at: time.nullable().describe("To the hour"),
});
export const keysAnswer = z.object({ keys: z.array(key) });
export const keyInput = z.object({
	name: z.string().trim().min(1).max(100),
	permissions: z
		.partialRecord(z.enum(areas), z.array(z.enum(actions)).min(1))
		.describe("Never more than one's own, and never `staff:write`"),
	expires_at: z.iso.datetime().nullish(),
});
export const keyAnswer = z.object({
	key,
	secret: z.string().describe("Send it as `Authorization: Bearer`; shown once"),
});

export const loginRequestAnswer = z.object({
	code: z.string().describe("Send it to the bot as `/admin_login`"),
	expires_at: time,
	bot: z.object({ id: whole, username: z.string(), link: z.string() }).nullable(),
});
export const linkInput = z.object({ token: z.string().min(1).max(100).describe("`token` of the link") });
export const loginStateAnswer = z.object({ state: z.enum(["waiting", "confirmed", "refused", "expired"]) });
