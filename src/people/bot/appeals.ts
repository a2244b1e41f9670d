import { Composer, type Context } from "grammy";
import { AppError } from "../../platform/errors.ts";
import { type Admins, isStaffPress, staffName } from "../../platform/staff-chat.ts";
import { ask, awaited, type PersonContext } from "../context.ts";
import type { Against, Appeals } from "../service/appeals.ts";
import { callbacks } from "../views.ts";

interface AppealNeeds {
	appeals: Appeals;
}

/** What somebody does about their ban or refusal. @returns whether this update was about it */
export async function appealStep(ctx: PersonContext, against: Against, needs: AppealNeeds): Promise<boolean> {
	if (ctx.callbackQuery?.data === callbacks.appeal.pack()) {
		if (await needs.appeals.isOpen(ctx.userId, against))
			await ask(ctx, { for: "appeal" }, ctx.t("appeal-ask"));
		else await ctx.reply(ctx.t("appeal-already"));
		return true;
	}
	const waiting = awaited(ctx, "appeal");
	if (!waiting) return false;
	const text = ctx.message?.text;
	if (text === undefined) {
		await ask(ctx, waiting, ctx.t("appeal-ask"));
		return true;
	}
	const messageId = ctx.message?.message_id ?? 0;
	const answer = await needs.appeals.pass(ctx.userId, ctx.me.id, { against, text, messageId });
	delete ctx.session.waiting;
	await ctx.reply(ctx.t(`appeal-${answer}`));
	return true;
}

/** Offers the one appeal, where there is one left and somebody to read it. */
export async function offerAppeal(ctx: PersonContext, against: Against, needs: AppealNeeds): Promise<void> {
	if (!(await needs.appeals.isOpen(ctx.userId, against))) return;
	await ctx.reply(ctx.t("appeal-offer"), {
		reply_markup: {
			inline_keyboard: [[{ text: ctx.t("button-appeal"), callback_data: callbacks.appeal.pack() }]],
		},
	});
}

/** Lift and Keep under an appeal, in staff's chat. */
export function appealReviewBot(needs: AppealNeeds & { admins: Admins; rooms: number[] }) {
	const composer = new Composer<Context>();
	composer.callbackQuery(callbacks.appealReview.pattern, async (ctx) => {
		const said = callbacks.appealReview.read(ctx.match);
		if (!said) return undefined;
		const [against, userId, since, answered] = said;
		const say = (text: string, alert = false) =>
			ctx.answerCallbackQuery({ text, show_alert: alert }).catch(() => undefined);
		if (!(await isStaffPress(ctx, needs, "requests"))) return say("Only for staff.", true);
		const by = ctx.callbackQuery.from.id;
		const wish = { userId, against, since, lift: answered === "lift" };
		const answer = await needs.appeals
			.decide(wish, ctx.me.id, `telegram:${by}`)
			.catch((error: unknown): null => {
				// Lifted in this very moment.
				if (error instanceof AppError) return null;
				throw error;
			});
		const name = staffName(ctx.callbackQuery.from);
		const line = {
			lifted: `Lifted by ${name}`,
			kept: `Kept by ${name}`,
			over: `That ${against} no longer stands`,
		}[answer ?? "over"];
		// What was decided stands on the card by itself.
		if (answer === null) await ctx.editMessageReplyMarkup().catch(() => undefined);
		return say(line, answer === null);
	});
	return composer;
}
