import { z } from "zod";
import { telegramId } from "../platform/http.ts";
import { next, paging, time, whole } from "../platform/shapes.ts";
import { groupOptions, optionsChange } from "./rules/options.ts";
import { groupStates, inactiveReasons } from "./rules.ts";

/** What staff send and read of groups: checked at the door, and the source of its document. */

const groupId = z.coerce
	.number("must be a group's id")
	.int("must be a group's id")
	.negative("must be a group's id");

export const groupParam = z.object({
	id: groupId.describe("Telegram's own id, below zero; one of before a migration is the group it has become"),
});

const cursor = groupId.optional().describe("`next` of the page before");
const nextGroup = whole.nullable().describe("Send it as `cursor` for the next page; null on the last one");

export const groupsQuery = z.object({
	limit: paging.limit,
	cursor,
	state: z.enum(groupStates).optional().describe("Only those"),
});

const group = z.object({
	id: whole,
	bot_id: whole,
	title: z.string(),
	type: z.enum(["group", "supergroup"]),
	username: z.string().nullable(),
	is_forum: z.boolean(),
	state: z.enum(groupStates),
	inactive_reason: z
		.enum(inactiveReasons)
		.nullable()
		.describe("removed: the bot was; gone: Telegram knows no such chat; rejected, staff: by staff"),
	added_by: whole.nullable(),
	settings: groupOptions,
	rights: z.array(z.string()).nullable().describe("What the bot may; null: it is no administrator"),
	member_count: whole.nullable(),
	last_message_id: whole.nullable().describe("The newest one known, kept every ten minutes at most"),
	synced_at: time.nullable(),
	created_at: time,
});

export const groupsAnswer = z.object({ groups: z.array(group), next: nextGroup });
export const groupAnswer = z.object({ group });
export const groupPageAnswer = z.object({
	group,
	topics: z.array(z.object({ id: whole, name: z.string() })).describe("Of a forum, as far as they were seen"),
});

export const settingsInput = optionsChange.extend({
	active: z.boolean().optional().describe("Whether the bot is at work there"),
});

const syncResult = z
	.enum(["synced", "deactivated", "later", "skipped"])
	.describe(
		"deactivated: the bot is out; later: Telegram made us wait, sync it again; skipped: Telegram refused",
	);
export const syncInput = z.object({
	limit: z.number().int().min(1).max(100).default(50).describe("So many groups at most"),
	cursor: z.number().int().negative().optional().describe("`next` of the page before"),
});
export const syncAnswer = z.object({
	groups: z.array(z.object({ id: whole, result: syncResult })),
	next: nextGroup,
});
export const syncOneAnswer = z.object({ group, result: syncResult });

export const infoAnswer = z.object({
	info: z.object({
		id: whole,
		type: z.string(),
		title: z.string(),
		username: z.string().nullable(),
		description: z.string().nullable(),
		is_forum: z.boolean(),
		join_by_request: z.boolean(),
		linked_chat_id: whole.nullable(),
		member_count: whole,
		administrators: whole,
	}),
});

export const permissionsAnswer = z.object({
	permissions: z.object({
		status: z.string(),
		administrator: z.boolean(),
		rights: z.array(z.string()),
		missing: z
			.array(z.object({ right: z.string(), switch_on: z.string() }))
			.describe("What is switched on in the group needs them"),
	}),
});

export const historyQuery = z.object({
	limit: paging.limit,
	cursor: z
		.string()
		.regex(/^ghist_[0-9a-z]{26}$/, "must be `next` of the page before")
		.optional()
		.describe("`next` of the page before"),
});
export const historyAnswer = z.object({
	history: z.array(
		z.object({
			id: z.string(),
			at: time,
			action: z.string(),
			actor: z.string().describe("`telegram:{id}`, `admins` for an anonymous one, `owner` or `system`"),
			person: z.string().nullable().describe("A Telegram id, or a hash of who had their data deleted"),
			reason: z.string().nullable(),
			until: time.nullable(),
		}),
	),
	next,
});

const sharedBan = z.object({
	person: z.string().describe("A Telegram id, or a hash of who had their data deleted"),
	reason: z.string(),
	evidence: z.string().nullable(),
	banned_at: time,
	banned_by: z.string(),
	until: time.nullable(),
	lifted_at: time.nullable(),
});
export const bansAnswer = z.object({ bans: z.array(sharedBan), next });
export const banAnswer = z.object({ ban: sharedBan });
export const banParam = z.object({ userId: telegramId.describe("Telegram's own id") });
export const banInput = z.object({
	user_id: telegramId,
	reason: z.string().trim().min(1, "must not be empty").max(300).describe("As the person reads it"),
	evidence: z.string().trim().max(2000).optional().describe("For staff only"),
	until: z.iso.datetime({ offset: true }).optional().describe("Without it for good"),
});
