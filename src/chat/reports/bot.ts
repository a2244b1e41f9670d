import { Composer, type Context } from "grammy";
import { menuKeyboard } from "../../people/views.ts";
import type { Settings } from "../../platform/settings.ts";
import { type Admins, doneBy, isStaffPress } from "../../platform/staff-chat.ts";
import type { ChatContext } from "../context.ts";
import type { Chat } from "../service.ts";
import { callbacks } from "../views.ts";
import type { Reports } from "./service.ts";
import { askReason, decisionLine, reviewed } from "./views.ts";

interface Needs {
	reports: Reports;
	chat: Chat;
	settings: Settings;
}

/** Reporting: the button of the chat, the one under its end, and /report. */
export function reportBot(needs: Needs) {
	const composer = new Composer<ChatContext>();

	composer
		.filter((ctx) => ctx.intent === "report" && ctx.elsewhere === null)
		.use(async (ctx) => {
			const chatId = ctx.seat?.chatId ?? (await needs.chat.lastChat(ctx.userId));
			if (!chatId) {
				await ctx.reply(ctx.t("no-chat"), { reply_markup: menuKeyboard(ctx.t, needs.settings, ctx.rooms) });
				return;
			}
			const view = askReason(ctx.t, chatId);
			await ctx.reply(view.text, { reply_markup: view.reply_markup });
		});

	composer.callbackQuery(callbacks.report.pattern, async (ctx) => {
		const [chatId] = callbacks.report.read(ctx.match) ?? [];
		if (!chatId) return;
		const view = askReason(ctx.t, chatId);
		await ctx.reply(view.text, { reply_markup: view.reply_markup });
	});

	composer.callbackQuery(callbacks.reportFor.pattern, async (ctx) => {
		const [chatId, reason] = callbacks.reportFor.read(ctx.match) ?? [];
		if (!chatId || !reason) return;
		const answer = await needs.reports.file(ctx.userId, chatId, reason);
		if (answer === "filed") {
			await ctx.editMessageText(`🚩 ${ctx.t(`report-reason-${reason}`)}`).catch(() => undefined);
			// Whoever reports an earlier chat keeps the keyboard of the one they are in.
			const stays = ctx.elsewhere === null && ctx.seat !== null && ctx.seat.chatId !== chatId;
			await ctx.reply(
				ctx.t("report-thanks"),
				stays ? {} : { reply_markup: menuKeyboard(ctx.t, needs.settings, ctx.rooms) },
			);
			return;
		}
		const key = answer === "already" ? "report-already" : "already-blocked-gone";
		await ctx.editMessageText(ctx.t(key)).catch(() => undefined);
	});

	return composer;
}

interface ReviewNeeds {
	reports: Reports;
	admins: Admins;
	rooms: number[];
}

/** The buttons under a report in the review chat. Who presses needs no record with us: they are staff, or told that they aren't. */
export function reviewBot(needs: ReviewNeeds) {
	const composer = new Composer<Context>();
	composer.callbackQuery(reviewed.pattern, async (ctx) => {
		const [id, verdict] = reviewed.read(ctx.match) ?? [];
		if (!id || !verdict) return;
		if (!(await isStaffPress(ctx, needs, "reports"))) {
			await ctx.answerCallbackQuery({ text: "Only for staff.", show_alert: true }).catch(() => undefined);
			return;
		}
		const { decided, report } = await needs.reports.decide(
			id,
			verdict,
			`telegram:${ctx.callbackQuery.from.id}`,
		);
		const room = ctx.callbackQuery.message?.chat.id ?? 0;
		const line = report
			? decisionLine(report, await doneBy(ctx.api, room, report.decidedBy ?? ""))
			: "This report is gone";
		const answer = decided ? { text: line } : { text: `Already decided: ${line}`, show_alert: true };
		await ctx.answerCallbackQuery(answer).catch(() => undefined);
	});
	return composer;
}
