import { ask, type PersonContext } from "../../people/context.ts";
import { flags } from "../../platform/flags.ts";
import { codeRefusal, maxStars, normalizeCode } from "../rules.ts";
import type { Bought } from "../service/buying.ts";
import type { Product } from "../service/catalogue.ts";
import { tipsPage } from "../views/creators.ts";
import { againButton } from "../views.ts";
import type { Pages, PagesNeeds } from "./pages.ts";

declare module "../../people/rules.ts" {
	interface Waits {
		/** A text: a promo code, for this product or, by 0, for whatever it is for. */
		code: { product: number; post: number };
	}
}

/** What was wanted, and how its answer is told. */
export function salesDesk({ shop, settings, now }: PagesNeeds, pages: Pages) {
	const isOff = () => !settings.get(flags.starsPayments);

	/** An invoice speaks for itself; of what is theirs at once they are told as it is given. */
	async function tell(ctx: PersonContext, bought: Bought): Promise<void> {
		const { answer } = bought;
		if (answer === "invoiced" || answer === "granted") return;
		if (answer === "not_sold") return pages.notThere(ctx);
		if (answer === "owned") return tellOwned(ctx, "bought-owned", bought.product);
		await ctx.reply(ctx.t(`bought-${answer}`));
	}

	const tellOwned = async (ctx: PersonContext, key: string, { no, title }: Product) =>
		void (await ctx.reply(ctx.t(key, { title }), { reply_markup: againButton(ctx.t, no) }));

	/** What somebody wants by a button; null if it is not for sale to anybody. */
	async function wish(ctx: PersonContext, no: number, post: number) {
		const found = isOff() ? null : await pages.productOf(no);
		if (!found) return null;
		const { userId, me } = ctx;
		return { userId, botId: me.id, product: found.product.id, post: post || null, found };
	}

	/** The code they came by, where it is for this. One that has ended is said, and forgotten. */
	async function codeFor(ctx: PersonContext, product: Product) {
		const { code: typed } = ctx.session;
		if (typed === undefined) return null;
		const code = await shop.codes.find(typed);
		const refusal = code ? codeRefusal(code, product, now()) : "code_over";
		if (refusal === null) return typed;
		if (refusal !== "code_over") return null;
		delete ctx.session.code;
		return refusal;
	}

	return {
		async buy(ctx: PersonContext, no: number, post: number): Promise<void> {
			const wanted = await wish(ctx, no, post);
			if (!wanted) return pages.notThere(ctx);
			const { found, ...rest } = wanted;
			const code = await codeFor(ctx, found.product);
			if (code === "code_over") {
				await tell(ctx, { answer: code });
				return pages.showProduct(ctx, found, post);
			}
			const bought = await shop.buying.buy(ctx.t, { ...rest, code });
			if (bought.answer === "code_gone") delete ctx.session.code;
			await tell(ctx, bought);
		},

		async tryOut(ctx: PersonContext, no: number, post: number): Promise<void> {
			const wanted = await wish(ctx, no, post);
			if (!wanted) return pages.notThere(ctx);
			const { found: _, ...rest } = wanted;
			await tell(ctx, await shop.buying.tryOut(rest));
		},

		async buyGift(ctx: PersonContext, no: number, post: number): Promise<void> {
			const wanted = await wish(ctx, no, post);
			if (!wanted) return pages.notThere(ctx);
			const { found: _, ...rest } = wanted;
			await tell(ctx, await shop.buying.buyGift(ctx.t, rest));
		},

		async offerTips(ctx: PersonContext, no: number): Promise<void> {
			const creator = isOff() ? null : await pages.creatorOf(no);
			if (!creator) return pages.notThere(ctx);
			await pages.show(ctx, tipsPage(ctx.t, creator));
		},

		async tip(ctx: PersonContext, no: number, stars: number): Promise<void> {
			const creator = isOff() ? null : await pages.creatorOf(no);
			if (!creator || stars < 1 || stars > maxStars) return pages.notThere(ctx);
			await shop.buying.tip(ctx.t, { userId: ctx.userId, botId: ctx.me.id }, creator, stars);
		},

		askCode: (ctx: PersonContext, product: number, post: number) =>
			ask(ctx, { for: "code", bot: ctx.me.id, product, post }, ctx.t("ask-code")),

		/** Remembers a code, and shows what it is for. */
		async takeCode(
			ctx: PersonContext,
			typed: string,
			{ product: on, post }: { product: number; post: number },
		): Promise<void> {
			const code = await shop.codes.find(typed);
			const creator = code && (await pages.creatorOf(code.creatorNo));
			const own = code && { no: code.productNo ?? 0, creatorNo: code.creatorNo, stars: 0, recurring: false };
			if (!code || !creator || !own || codeRefusal(code, own, now()) !== null)
				return tell(ctx, { answer: "code_over" });
			ctx.session.code = normalizeCode(code.code);
			const found = await pages.productOf(code.productNo ?? on);
			if (code.productNo !== null && !found) return pages.notThere(ctx);
			if (found?.product.creatorNo !== code.creatorNo) return pages.showProfile(ctx, creator, post);
			const refusal = codeRefusal(code, found.product, now());
			if (refusal) await tell(ctx, { answer: refusal });
			await pages.showProduct(ctx, found, post);
		},

		/** Whoever comes by the link first has it. */
		async claimGift(ctx: PersonContext, token: string): Promise<void> {
			const claim = await shop.gifts.claim(ctx.userId, token);
			// What was claimed is told as it is given.
			if (claim.answer === "claimed") return;
			if (claim.answer === "over") await ctx.reply(ctx.t("gift-over"));
			else await tellOwned(ctx, `gift-${claim.answer}`, claim.product);
		},
	};
}
