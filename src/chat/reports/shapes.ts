import { z } from "zod";
import { telegramId } from "../../platform/http.ts";
import { next, paging, time, whole } from "../../platform/shapes.ts";
import { reportReasons, verdicts } from "../rules/reports.ts";

export const reportsQuery = z.object({
	...paging,
	status: z.literal("open", "can only be open").optional().describe("Only those nobody has decided yet"),
	about: telegramId.optional().describe("Only those about this person"),
});

const report = z.object({
	id: z.string(),
	reason: z.enum(reportReasons),
	reporter_id: whole.describe("Below zero: erased"),
	reported_id: whole.describe("Below zero: erased"),
	status: z.enum(["open", "banned", "warned", "dismissed"]),
	created_at: time,
	decided_at: time.nullable(),
	decided_by: z.string().nullable(),
	ban_until: time.nullable().describe("Of a ban; null: for good"),
	copied: whole.describe("So many messages were copied to the review chat"),
	copyable: whole.describe("Of so many"),
});

export const reportsAnswer = z.object({ reports: z.array(report), next });
export const reportAnswer = z.object({ report });
const record = z.object({
	reported: whole.describe("How often others reported them"),
	upheld: whole.describe("Of those, what led to a ban or a warning"),
	own_upheld: whole.describe("Of their own reports"),
	own_dismissed: whole,
});
const links = z
	.array(z.string())
	.describe("In the review chat; empty: nothing was copied, or the chat has no links");
export const reportPageAnswer = z.object({
	report: report.extend({
		history: z.object({ reported: record, reporter: record }),
		card: z.string().nullable().describe("Where it stands in the review chat"),
		evidence: z.object({ reported: links, reporter: links }),
	}),
});
export const reportParam = z.object({
	id: z.string().regex(/^report_[0-9a-z]{26}$/, "must be a report's id"),
});
export const verdictInput = z.object({
	verdict: z.enum(verdicts).describe("ban1: a day, ban7: a week, ban: for good"),
});
