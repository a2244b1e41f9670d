import { z } from "zod";
import { botRooms } from "../platform/bot-rooms.ts";
import { next, paging, time, whole } from "../platform/shapes.ts";
import { setupSteps, testedSteps } from "./rules.ts";

/** What the operator's routes take and give: checked at the door, and the source of the document. */

const botToken = z.string().regex(/^\d+:[A-Za-z0-9_-]{20,}$/, "must be a bot token as BotFather gives it");

const rooms = z
	.array(z.enum(botRooms))
	.min(1)
	.describe("What people find in it: its menu, commands and welcome follow, and what /start asks");
const account = z.int().positive().nullable().describe("Whose inbox it is");
const furnishing = { rooms: rooms.optional(), account_id: account.optional() };
export const newBot = z.strictObject({ token: botToken, ...furnishing });
export const botChanges = z.strictObject(furnishing);
const bot = z.object({ id: whole, username: z.string(), name: z.string(), rooms, account_id: account });
export const botsAnswer = z.object({
	bots: z.array(bot),
	simulator: z.boolean().describe("Telegram is the simulator: it makes bots by a press"),
});
export const botAnswer = z.object({ bot });
export const webhooksAnswer = z.object({
	webhooks: z.array(
		z.object({ id: whole, username: z.string(), ok: z.boolean(), error: z.string().optional() }),
	),
});

export const settingsAnswer = z.object({
	settings: z.array(
		z.object({
			key: z.string(),
			value: z.unknown(),
			default: z.unknown(),
			label: z.string(),
			help: z.string(),
		}),
	),
});
export const settingInput = z.object({ key: z.string(), value: z.unknown() });
export const settingsInput = z.record(z.string(), z.unknown());

const auditFilter = {
	actor: z
		.string()
		.max(100)
		.optional()
		.describe("`owner`, `staff:{id}`, `key:{id}`, `telegram:{id}` or `system`"),
	action: z.string().max(100).optional().describe("E.g. `person.banned`"),
	subject: z.string().max(200).optional().describe("What it was done to"),
	from: time.optional(),
	to: time.optional().describe("Not included"),
};
type AuditInput = { actor?: string | undefined; action?: string | undefined; subject?: string | undefined };
const oneColumn = (input: AuditInput) =>
	[input.actor, input.action, input.subject].filter((value) => value !== undefined).length <= 1;
const notTogether = { path: ["subject"], message: "only one of actor, action and subject" };
export const auditQuery = z.object({ ...paging, ...auditFilter }).refine(oneColumn, notTogether);
export const auditFileQuery = z.object(auditFilter).refine(oneColumn, notTogether);

export const auditAnswer = z.object({
	entries: z.array(
		z.object({
			id: z.string(),
			at: time,
			actor: z.string().describe("`owner`, `telegram:{id}` or `system`"),
			action: z.string(),
			subject: z.string(),
			details: z.unknown(),
		}),
	),
	next,
});

export const failedUpdatesAnswer = z.object({
	failed_updates: z.array(
		z.object({
			id: z.string().describe("`{bot}:{update id}`"),
			tries: whole,
			error: z.string(),
			update: z.unknown().describe("Its shape, without words, names and places"),
			failed_at: time,
			gave_up_at: time.nullable(),
		}),
	),
	next,
});

export const setupAnswer = z.object({
	done: z.boolean(),
	steps: z.array(
		z.object({
			step: z.enum(setupSteps),
			done: z.boolean(),
			setting: z.string().nullable().describe("What to set"),
			tested: z.boolean().describe("It can be tested"),
		}),
	),
});
export const setupParam = z.object({ step: z.enum(testedSteps) });

export const doctorAnswer = z.object({
	ok: z.boolean(),
	checks: z.array(
		z.object({
			name: z.string(),
			ok: z.boolean(),
			detail: z.string(),
			fix: z.string().optional().describe("What to do about it"),
		}),
	),
});

export const chatsAnswer = z.object({
	chats: z.array(
		z.object({
			id: whole,
			title: z.string(),
			kind: z.enum(["group", "supergroup", "channel"]),
			username: z.string().nullable(),
			bots: z.array(whole).describe("The bots that are in it"),
		}),
	),
});
