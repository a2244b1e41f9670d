import { z } from "zod";
import { actions, areas, isOfAccounts, type Role, roles } from "../platform/access.ts";
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
	accounts: z.array(whole).describe("Of a creator or chatter"),
	language: z.enum(languages),
};

export const sessionAnswer = z.object({ staff: z.object(person), permissions });
export const sessionInput = z.object({
	name: z.string().trim().min(1).max(64).optional(),
	language: z.enum(languages).optional(),
});

const accountIds = z.array(z.int().positive()).min(1).max(100);
/** A role of accounts names them, another has none. */
const namesAccounts = ({ role, accounts }: { role?: Role | undefined; accounts?: number[] | undefined }) =>
	role === undefined ? true : isOfAccounts(role) === (accounts !== undefined);
const accountsNeeded = {
	message: "names the accounts of a creator or chatter, and of nobody else",
	path: ["accounts"],
};

const account = z.object({ id: whole, name: z.string(), created_at: time });
export const accountsAnswer = z.object({ accounts: z.array(account) });
export const accountAnswer = account;
export const accountInput = z.object({ name: z.string().trim().min(1).max(64) });
export const accountParam = z.object({ id: z.coerce.number().int().positive() });

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
		accounts: accountIds.optional().describe("Of a creator or chatter"),
		disabled: z.boolean().optional(),
		email: email.nullable().optional().describe("Where their links go; null for none"),
		telegram_id: telegramId
			.nullable()
			.optional()
			.describe("Who signs in by Telegram as them; null for nobody"),
	})
	.refine((change) => Object.values(change).some((value) => value !== undefined), "name what is to change")
	.refine(namesAccounts, accountsNeeded);

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
	accounts: z.array(whole),
	email: z.string().nullable(),
	telegram_id: whole.nullable(),
	created_at: time,
	created_by: z.string(),
	expires_at: time,
});
export const invitationsAnswer = z.object({ invitations: z.array(invitation) });
export const invitationInput = z
	.object({
		role: z.enum(roles),
		accounts: accountIds.optional().describe("Of a creator or chatter"),
		email: email.optional(),
		telegram_id: telegramId.optional().describe("Nobody else can accept it in a bot then"),
	})
	.refine(namesAccounts, accountsNeeded);
export const invitationAnswer = z.object({
	invitation,
	link: z.string().nullable().describe("The link that was mailed; shown once"),
	telegram_link: z.string().nullable().describe("Opens a bot that accepts it; shown once"),
	mailed: z.boolean(),
});

const key = z.object({
	id: z.string(),
	name: z.string(),
	accounts: z.array(whole).describe("Whose rows it may know of; none: of all"),
	prefix: z.string().describe("Its first characters"),
	permissions,
	created_by: z.string().describe("Who made it; `owner` is the bootstrap key"),
	created_by_name: z.string().nullable(),
	created_at: time,
	expires_at: time.nullable(),
	last_used_at: time.nullable().describe("To the hour"),
});
export const keysAnswer = z.object({ keys: z.array(key) });
export const keyInput = z
	.object({
		name: z.string().trim().min(1).max(100),
		permissions: z
			.partialRecord(z.enum(areas), z.array(z.enum(actions)).min(1))
			.optional()
			.describe("Never more than one's own, and never `staff:write`"),
		role: z
			.enum(["creator", "chatter"])
			.optional()
			.describe("Instead of permissions: what such a member may"),
		accounts: accountIds.optional().describe("Whose rows it may know of; of a role"),
		expires_at: z.iso.datetime().nullish(),
	})
	.refine(({ permissions, role }) => (permissions === undefined) !== (role === undefined), {
		message: "name permissions or a role",
		path: ["permissions"],
	})
	.refine(({ role, accounts }) => role === undefined || accounts !== undefined, accountsNeeded);
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
