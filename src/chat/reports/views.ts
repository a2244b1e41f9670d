import type { InlineKeyboardMarkup } from "grammy/types";
import { callback, oneOf, text } from "../../platform/callbacks.ts";
import { counted } from "../../platform/counted.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import type { ChatId } from "../../platform/ids.ts";
import { reportReasons, type Verdict, verdicts } from "../rules/reports.ts";
import { callbacks, type View } from "../views.ts";

/** Staff's answer under a report. */
export const reviewed = callback("review", text, oneOf(verdicts));

/** Why somebody was banned, in the words of the report, for who was. */
export const banReason = (t: Translate, reason: string) => t(`ban-reason-${reason}`);

export const askReason = (t: Translate, chatId: ChatId): View => ({
	text: t("report-ask"),
	reply_markup: {
		inline_keyboard: reportReasons.map((reason) => [
			{ text: t(`report-reason-${reason}`), callback_data: callbacks.reportFor.pack(chatId, reason) },
		]),
	},
});

interface Counts {
	reported: number;
	upheld: number;
	own: { upheld: number; dismissed: number };
}

const words: Record<string, string> = {
	spam: "spam or ads",
	insults: "insults or threats",
	sexual: "sexual content",
	minor: "MINOR SUSPECTED",
	scam: "scam or begging",
	other: "other",
};

const verdictButtons: [Verdict, string][][] = [
	[
		["ban1", "Ban 1 day"],
		["ban7", "Ban 7 days"],
		["ban", "Ban for good"],
	],
	[
		["warn", "Warn"],
		["dismiss", "Dismiss"],
	],
];

interface Report {
	id: string;
	reason: string;
	reportedId: number;
	reporterId: number;
	copies: { reported?: number[]; reporter?: number[] };
	copyable: number;
}

interface Decision {
	status: string;
	banUntil: number | null;
	decidedAt: number | null;
	decidedBy: string | null;
}
/** Why somebody was reported, for staff. */
export const reasonWords = (reason: string) => words[reason] ?? reason;

/** What staff see of a report. In English, as all that is for staff only. */
export function reportCard(
	report: Report,
	{ reported, reporter, paused }: { reported: Counts; reporter: Counts; paused: boolean },
): { text: string; reply_markup: InlineKeyboardMarkup } {
	const copied = (report.copies.reported?.length ?? 0) + (report.copies.reporter?.length ?? 0);
	const lines = [
		`🚩 Report: ${reasonWords(report.reason)}`,
		`Reported: ${report.reportedId} (reported ${counted(reported.reported, "time")}, upheld ${reported.upheld})`,
		`By: ${report.reporterId} (own reports upheld ${reporter.own.upheld}, dismissed ${reporter.own.dismissed})`,
		`Messages: copied ${copied} of ${report.copyable}`,
		...(paused ? ["⏸ Meets nobody until this is decided"] : []),
		report.id,
	];
	return {
		text: lines.join("\n"),
		reply_markup: {
			inline_keyboard: verdictButtons.map((row) =>
				row.map(([verdict, label]) => ({ text: label, callback_data: reviewed.pack(report.id, verdict) })),
			),
		},
	};
}

/** How a report was decided, as staff read it. @param by as in `by Sam` */
export function decisionLine(
	{ status, banUntil, decidedAt }: Pick<Decision, "status" | "banUntil" | "decidedAt">,
	by: string,
): string {
	if (status !== "banned") return `${status === "warned" ? "Warned" : "Dismissed"} ${by}`;
	const days = banUntil === null ? null : Math.round((banUntil - (decidedAt ?? 0)) / 86_400_000);
	const length = days === null ? "for good" : `for ${counted(days, "day")}`;
	return `Banned ${length} ${by}`;
}
