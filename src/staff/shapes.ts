import { z } from "zod";
import { reportReasons, verdicts } from "../chat/rules/reports.ts";
import { genders } from "../people/rules.ts";
import { telegramId } from "../platform/http.ts";
import { languages } from "../platform/i18n/index.ts";
import { next, paging, sort, time, whole } from "../platform/shapes.ts";
import { setupSteps, testedSteps } from "./setup.ts";

/** What the staff door takes and gives: checked at the door, and the source of its document. */

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

export const botToken = z
	.string()
	.regex(/^\d+:[A-Za-z0-9_-]{20,}$/, "must be a bot token as BotFather gives it");

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

const bot = z.object({ id: whole, username: z.string(), name: z.string() });
export const botsAnswer = z.object({ bots: z.array(bot) });
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
