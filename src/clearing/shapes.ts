import { z } from "zod";
import { paging, time, whole } from "../platform/shapes.ts";
import { clearingStates } from "./rules.ts";

/** What staff send and read of deleting messages: checked at the door, and the source of its document. */

const messageId = z.number().int().positive();
const moment = z.iso.datetime({ offset: true });

export const deleteInput = z.object({
	message_ids: z
		.array(messageId)
		.min(1)
		.max(10_000)
		.describe("Messages of the group, whoever wrote them; one or many"),
});

export const clearInput = z
	.object({
		from_message_id: messageId.optional().describe("Only from this one on"),
		to_message_id: messageId.optional().describe("Only up to this one"),
		from: moment.optional().describe("Only what was posted then or later"),
		to: moment.optional().describe("Only what was posted then or before"),
		older_than_hours: z.number().int().min(1).max(87_600).optional(),
		older_than_days: z.number().int().min(1).max(3_650).optional(),
		dry_run: z.boolean().default(false).describe("Only counts: nothing is deleted"),
	})
	.superRefine(({ from_message_id, to_message_id, from, to }, context) => {
		const wrong = (path: string, message: string) =>
			context.addIssue({ code: "custom", path: [path], message });
		if (from_message_id !== undefined && to_message_id !== undefined && from_message_id > to_message_id)
			wrong("to_message_id", "must not be before from_message_id");
		if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to))
			wrong("to", "must not be before from");
	});

const forecast = {
	deletable: whole.describe("Handed to Telegram"),
	too_old: whole.describe("Older than 48 hours: Telegram no longer deletes them for bots"),
	rights_missing: z
		.object({ right: z.literal("can_delete_messages"), switch_on: z.string() })
		.optional()
		.describe("Some are not this bot's own, and by what Telegram told last it may delete its own only"),
};
export const startedAnswer = z.object({
	clearing: whole.nullable().describe("Its number, to follow it by; null of a dry run"),
	...forecast,
});

export const takeBackAnswer = z.object({
	status: z.enum(["running", "done"]).nullable().describe("null: nobody takes it back"),
	deleted: whole,
	left: whole.describe("Still to be deleted; of one that nobody takes back, what could be"),
	too_old: whole.describe("Older than 48 hours: Telegram no longer deletes them for bots"),
	refused: whole.describe("They stay although it was tried"),
	words: z.array(z.object({ group_id: whole, note: z.string() })).describe("Why, in Telegram's words"),
});

const clearing = z.object({
	no: whole,
	group_id: whole,
	filter: z.unknown().describe("As it was asked for; `due`: by the time that was set with the post"),
	state: z.enum(clearingStates),
	total: whole,
	deleted: whole.describe("Gone: also what somebody else has deleted before"),
	too_old: whole,
	failed: whole,
	note: z.string().nullable().describe("Telegram's words, and what to switch on"),
	created_at: time,
	created_by: z.string(),
	changed_at: time,
});
export const clearingAnswer = z.object({ clearing });
export const clearingsAnswer = z.object({
	clearings: z.array(clearing),
	next: z.string().nullable().describe("Send it as `cursor` for the next page; null on the last one"),
});
export const clearingsQuery = z.object({
	limit: paging.limit,
	cursor: z
		.string()
		.regex(/^\d{1,15}$/, "must be `next` of the page before")
		.optional()
		.describe("`next` of the page before"),
});
export const clearingParam = z.object({ no: z.coerce.number().int().positive() });
