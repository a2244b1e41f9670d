import { Composer } from "grammy";
import type { PersonContext } from "../people/context.ts";
import { mayTakePart } from "../people/rules.ts";
import { callbacks } from "../people/views.ts";
import type { Delivery } from "./service.ts";
import { again, fewer, subscription } from "./views.ts";

/** Who wants fewer messages says so here, with or without a profile: stands before the way in. */
export function deliveryPages(needs: { delivery: Delivery; now: () => number }) {
	const composer = new Composer<PersonContext>();

	composer.callbackQuery([fewer.pattern, again.pattern], async (ctx) => {
		const optedOut = ctx.callbackQuery.data === fewer.pack();
		await needs.delivery.setOptOut(ctx.userId, optedOut);
		const { text, reply_markup } = subscription(ctx.t, optedOut);
		await ctx.reply(text, { reply_markup });
	});

	// Above what else there is to prefer.
	composer.use(async (ctx, next) => {
		const asked = ctx.intent === "preferences" || ctx.callbackQuery?.data === callbacks.preferences.pack();
		if (asked && mayTakePart(ctx.card, needs.now())) {
			const { text, reply_markup } = subscription(ctx.t, await needs.delivery.optedOut(ctx.userId));
			await ctx.reply(text, { reply_markup });
		}
		await next();
	});
	return composer;
}
