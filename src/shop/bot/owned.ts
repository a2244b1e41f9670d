import type { PersonContext } from "../../people/context.ts";
import { purchasesPage, subscriptionPage } from "../views/owned.ts";
import type { View } from "../views.ts";
import { ownButtons } from "../views.ts";
import type { PagesNeeds } from "./pages.ts";

/** So many subscriptions are shown, each as a message of its own. */
const subscriptionsShown = 10;

/** What somebody has of the shop, also of what is sold to nobody any more. */
export function ownPages({ shop }: PagesNeeds) {
	return {
		async showPurchases(ctx: PersonContext, page: number): Promise<void> {
			const { text, reply_markup }: View = purchasesPage(
				ctx.t,
				await shop.holdings.purchases(ctx.userId),
				page,
			);
			if (page > 0) await ctx.editMessageText(text, { reply_markup }).catch(() => undefined);
			else await ctx.reply(text, { reply_markup });
		},

		async showSubscriptions(ctx: PersonContext): Promise<void> {
			const running = await shop.holdings.subscriptions(ctx.userId);
			if (running.length === 0)
				await ctx.reply(ctx.t("subscriptions-none"), {
					reply_markup: { inline_keyboard: [ownButtons(ctx.t).slice(0, 1)] },
				});
			for (const each of running.slice(0, subscriptionsShown)) {
				const { text, reply_markup } = subscriptionPage(ctx.t, each);
				await ctx.reply(text, { reply_markup });
			}
		},

		/** Sends what is theirs once more: a press is one delivery. */
		async sendAgain(ctx: PersonContext, productNo: number, why: "again" | "links"): Promise<void> {
			const { userId, me, updateKey } = ctx;
			if (!(await shop.entitling.find(userId, productNo))) {
				await ctx.reply(ctx.t("again-gone"));
				return;
			}
			await ctx.reply(ctx.t("again-coming"));
			await shop.fulfilment.deliver({ userId, botId: me.id, productNo, cause: `${why}:${updateKey}` });
		},
	};
}
