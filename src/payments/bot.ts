import { Composer } from "grammy";
import type { PersonContext } from "../people/context.ts";
import { isBelow, isIn, isVip, mayTakePart } from "../people/rules.ts";
import { minimumAge, supportContact } from "../people/settings.ts";
import { flags } from "../platform/flags.ts";
import type { Settings } from "../platform/settings.ts";
import type { Wanted } from "./service/orders.ts";
import type { Payments } from "./service.ts";
import { aiSubscription, creditPacks, selfRefundHours, vipPlans } from "./settings.ts";
import { callbacks, credits, day, paySupport, premium } from "./views.ts";

/** So many own payments are listed. */
const listed = 10;

interface Needs {
	payments: Payments;
	settings: Settings;
	now: () => number;
}

/** Buy Premium and credits (`purchases`), and what has been paid (`support`): that is everybody's, also of who is banned. */
export function paymentPages(needs: Needs) {
	const { settings, now } = needs;
	const purchases = new Composer<PersonContext>();
	const support = new Composer<PersonContext>();
	const sold = (ctx: PersonContext) =>
		settings.get(flags.starsPayments) && !isBelow(ctx.card, settings.get(minimumAge));

	/** Whom a raised minimum keeps out reads so before anybody asks them for Stars. @returns whether it does */
	async function keptOut(ctx: PersonContext): Promise<boolean> {
		const { card } = ctx;
		if (!isBelow(card, settings.get(minimumAge))) return false;
		await ctx.reply(ctx.t("age-below-minimum", { age: card.age, minimumAge: settings.get(minimumAge) }));
		return true;
	}

	const buy = (ctx: PersonContext, wanted: Omit<Wanted, "userId" | "botId">) =>
		needs.payments.orders.sell(ctx.t, { ...wanted, userId: ctx.userId, botId: ctx.me.id });

	async function subscriptionsOf(ctx: PersonContext, kinds: string[]) {
		const rows = await needs.payments.subscriptions.list(ctx.userId);
		return rows
			.filter(({ order, subscription }) => kinds.includes(order.kind) && subscription.until > now())
			.map(({ order, subscription }) => ({
				subscription,
				title: needs.payments.kinds.titleOf(ctx.t, order),
			}));
	}

	async function showPremium(ctx: PersonContext): Promise<void> {
		if (!isIn(ctx.card, ctx.rooms)) return;
		if (ctx.chatting) {
			await ctx.reply(ctx.t("premium-in-chat"));
			return;
		}
		await keptOut(ctx);
		const { card } = ctx;
		const lines = await needs.payments.notices.payments(ctx.t, ctx.userId, listed);
		const view = premium(ctx.t, {
			until: isVip(card, now()) ? card.vipUntil : null,
			wish: ctx.t(card.wish === "any" ? "wish-any" : `gender-${card.wish}`),
			plans: sold(ctx) && settings.get(flags.vip) ? settings.get(vipPlans) : [],
			subscriptions: await subscriptionsOf(ctx, ["vip"]),
			payments: lines,
			now: now(),
		});
		await ctx.reply(view.text, { reply_markup: view.reply_markup });
	}

	purchases.filter((ctx) => ctx.intent === "premium").use(showPremium);
	purchases.callbackQuery(callbacks.premium.pattern, showPremium);

	purchases.callbackQuery(callbacks.vip.pattern, async (ctx) => {
		const [wanted] = callbacks.vip.read(ctx.match) ?? [];
		const plan = settings.get(vipPlans).find(({ id }) => id === wanted);
		if (ctx.chatting || !plan || !sold(ctx) || !settings.get(flags.vip)) return showPremium(ctx);
		const { id, days, stars, renews } = plan;
		await buy(ctx, { kind: "vip", stars, renews, terms: { plan: id, days } });
	});

	async function showCredits(ctx: PersonContext): Promise<void> {
		await keptOut(ctx);
		const accounts = ["lock_credits", "ai_credits", "ai_monthly"] as const;
		const debts = ["lock_credits_owed", "ai_credits_owed", "ai_monthly_owed"] as const;
		const held = await needs.payments.ledger.balances(ctx.userId, [...accounts, ...debts]);
		const spans = await needs.payments.grants.spans(ctx.userId, "ai");
		const subscribed = (spans.at(-1)?.until ?? 0) > now();
		const view = credits(ctx.t, {
			lock: held.lock_credits,
			ai: held.ai_credits + held.ai_monthly,
			owed: debts.reduce((sum, account) => sum + held[account], 0),
			packs: sold(ctx) ? settings.get(creditPacks) : [],
			subscription: sold(ctx) && !subscribed ? settings.get(aiSubscription) : null,
			subscriptions: await subscriptionsOf(ctx, ["ai_subscription"]),
			now: now(),
		});
		await ctx.reply(view.text, { reply_markup: view.reply_markup });
	}

	purchases.filter((ctx) => ctx.intent === "credits").use(showCredits);

	purchases.callbackQuery(callbacks.pack.pattern, async (ctx) => {
		const [wanted] = callbacks.pack.read(ctx.match) ?? [];
		const pack = settings.get(creditPacks).find(({ id }) => id === wanted);
		if (!pack || !sold(ctx)) return showCredits(ctx);
		const terms = { pack: pack.id, credits: pack.credits };
		await buy(ctx, { kind: "ai_credits", stars: pack.stars, renews: false, terms });
	});

	purchases.callbackQuery(callbacks.ai.pattern, async (ctx) => {
		if (!sold(ctx)) return showCredits(ctx);
		const { credits: monthly, monthlyStars, annualStars } = settings.get(aiSubscription);
		const [period] = callbacks.ai.read(ctx.match) ?? [];
		const year = period === "year";
		const terms = { period: year ? "year" : "month", days: year ? 365 : 30, credits: monthly };
		const stars = year ? annualStars : monthlyStars;
		await buy(ctx, { kind: "ai_subscription", stars, renews: !year, terms });
	});

	support.callbackQuery(callbacks.unsubscribe.pattern, async (ctx) => {
		const [orderId = ""] = callbacks.unsubscribe.read(ctx.match) ?? [];
		const done = await needs.payments.subscriptions.cancel(ctx.userId, orderId);
		if (done === null) await ctx.reply(ctx.t("unsubscribe-nothing"));
		else if (done === "refused") await ctx.reply(ctx.t("unsubscribe-refused"));
		else await ctx.reply(ctx.t("unsubscribed", { until: day(done.until) }));
	});

	support.callbackQuery(callbacks.resume.pattern, async (ctx, next) => {
		const [orderId = ""] = callbacks.resume.read(ctx.match) ?? [];
		// Nobody begins to be charged who may not take part: they read why.
		if (!mayTakePart(ctx.card, now())) return next();
		const answer = await needs.payments.subscriptions.resume(ctx.userId, orderId);
		await ctx.reply(ctx.t(`resume-${answer ?? "nothing"}`));
	});

	support
		.filter((ctx) => ctx.intent === "paysupport")
		.use(async (ctx) => {
			const lines = await needs.payments.notices.payments(ctx.t, ctx.userId, listed);
			const view = paySupport(ctx.t, {
				lines,
				subscriptions: await subscriptionsOf(ctx, ["vip", "ai_subscription", "product"]),
				hours: settings.get(selfRefundHours),
				contact: settings.get(supportContact),
				now: now(),
			});
			await ctx.reply(view.text, { reply_markup: view.reply_markup });
		});

	support.callbackQuery(callbacks.refund.pattern, async (ctx) => {
		const [paymentId] = callbacks.refund.read(ctx.match) ?? [];
		if (paymentId === undefined) return;
		const answer = await needs.payments.refunds.ask(ctx.userId, paymentId);
		await ctx.reply(ctx.t(`refund-${answer}`));
	});

	return { purchases, support };
}
