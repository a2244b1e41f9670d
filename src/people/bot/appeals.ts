import { Composer, type Context } from "grammy";
import { AppError } from "../../platform/errors.ts";
import { isStaffPress, staffName } from "../../platform/staff-chat.ts";
import type { PersonContext } from "../context.ts";
import type { CardBan } from "../rules.ts";
import type { Appeals } from "../service/appeals.ts";

/** What a banned person does about their ban. @returns whether this update was about it */
export async function appealStep(ctx: PersonContext, ban: CardBan, appeals: Appeals): Promise<boolean> {
	if (ctx.callbackQuery?.data === "appeal") {
		ctx.session.appealing = !ban.appealed && appeals.possible;
		if (ctx.session.appealing) await ctx.reply(ctx.t("appeal-ask"), { reply_markup: { force_reply: true } });
		else await ctx.reply(ctx.t("appeal-already"));
		return true;
	}
	if (!ctx.session.appealing || !ctx.message || ctx.intent !== null) return false;
	const { text } = ctx.message;
	if (text === undefined) {
		await ctx.reply(ctx.t("appeal-ask"), { reply_markup: { force_reply: true } });
		return true;
	}
	const answer = await appeals.pass(ctx.userId, ctx.me.id, text);
	delete ctx.session.appealing;
	await ctx.reply(ctx.t(`appeal-${answer}`));
	return true;
}

/** Offers the one appeal, where there is one left and somebody to read it. */
export async function offerAppeal(ctx: PersonContext, ban: CardBan, appeals: Appeals): Promise<void> {
	if (ban.appealed || !appeals.possible) return;
	await ctx.reply(ctx.t("appeal-offer"), {
		reply_markup: { inline_keyboard: [[{ text: ctx.t("button-appeal"), callback_data: "appeal" }]] },
	});
}

/** Lift and Keep under an appeal, in staff's chat. */
export function appealReviewBot({
	appeals,
	...staff
}: {
	appeals: Appeals;
	adminIds: number[];
	rooms: number[];
}) {
	const composer = new Composer<Context>();
	composer.callbackQuery(/^appeal:(\d+):(\d+):(lift|keep)$/, async (ctx) => {
		const say = (text: string, alert = false) =>
			ctx.answerCallbackQuery({ text, show_alert: alert }).catch(() => undefined);
		if (!(await isStaffPress(ctx, staff))) return say("Only for staff.", true);
		const by = ctx.callbackQuery.from.id;
		const [userId, bannedAt] = [Number(ctx.match[1]), Number(ctx.match[2])];
		const wish = { userId, bannedAt, lift: ctx.match[3] === "lift" };
		const answer = await appeals.decide(wish, ctx.me.id, `telegram:${by}`).catch((error: unknown): null => {
			// Lifted in this very moment.
			if (error instanceof AppError) return null;
			throw error;
		});
		const name = staffName(ctx.callbackQuery.from);
		const line = { lifted: `Lifted by ${name}`, kept: `Kept by ${name}`, over: "That ban no longer stands" }[
			answer ?? "over"
		];
		const text = ctx.callbackQuery.message?.text;
		if (text) await ctx.editMessageText(`${text}\n\n✅ ${line}`).catch(() => undefined);
		return say(line, answer === null);
	});
	return composer;
}
