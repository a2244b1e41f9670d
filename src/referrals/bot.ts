import { Composer } from "grammy";
import type { PersonContext, StartPayload } from "../people/context.ts";
import { flags } from "../platform/flags.ts";
import type { Settings } from "../platform/settings.ts";
import { type CreditAccount, codeOf, payloadOf } from "./rules.ts";
import type { Affiliates } from "./service/affiliates.ts";
import type { Payouts } from "./service/payouts.ts";
import type { Referrals } from "./service.ts";
import { affiliatePercent, giftDays, payoutMinimum, vipDays } from "./settings.ts";
import { accountOf, callbacks, convertPage, invitePage } from "./views.ts";

interface Needs {
	referrals: Referrals;
	affiliates: Affiliates;
	payouts: Payouts;
	settings: Settings;
}

/** `t.me/bot?start=ref_CODE`: whoever is new counts for whose code it is. The menu shows in any case. */
export const referralPayload = (needs: Pick<Needs, "referrals">): StartPayload => ({
	matches: (payload) => codeOf(payload) !== null,
	act: async () => undefined,
	async arrive(ctx, payload) {
		const code = codeOf(payload);
		if (code) await needs.referrals.welcome(ctx.userId, code);
	},
});

/** /invite: one's link, what came of it, and what to do with what was earned. */
export function invitePages(needs: Needs) {
	const { settings } = needs;
	const composer = new Composer<PersonContext>();
	const accounts: CreditAccount[] = ["ai_credits", "lock_credits"];
	const rates = () =>
		accounts
			.map((account) => ({ account, rate: needs.affiliates.rateOf(account) }))
			.filter(({ rate }) => rate > 0);

	composer
		.filter((ctx) => ctx.intent === "invite")
		.use(async (ctx) => {
			const on = settings.get(flags.referrals);
			const [counts, earnings, code] = await Promise.all([
				needs.referrals.counts(ctx.userId),
				needs.affiliates.earnings(ctx.userId),
				on ? needs.referrals.codeOf(ctx.userId) : null,
			]);
			const view = invitePage(ctx.t, {
				link: code && `https://t.me/${ctx.me.username}?start=${payloadOf(code)}`,
				...counts,
				...earnings,
				offer: {
					days: settings.get(vipDays),
					percent: settings.get(affiliatePercent),
					gift: settings.get(giftDays),
				},
				minimum: settings.get(payoutMinimum),
				convertible: rates().length > 0,
			});
			await ctx.reply(view.text, {
				reply_markup: view.reply_markup,
				link_preview_options: { is_disabled: true },
			});
		});

	composer.callbackQuery(callbacks.convert.pattern, async (ctx) => {
		const { spendable } = await needs.affiliates.earnings(ctx.userId);
		const view = convertPage(ctx.t, spendable, rates());
		await ctx.reply(view.text, { reply_markup: view.reply_markup });
	});

	composer.callbackQuery(callbacks.convertTo.pattern, async (ctx) => {
		const [name, stars] = callbacks.convertTo.read(ctx.match) ?? [];
		if (!name || stars === undefined) return;
		const account = accountOf(name);
		const deal = await needs.affiliates.convert(ctx.userId, account, stars, ctx.updateKey);
		// The amounts are gone with the press, so that nobody presses twice by accident.
		const text = deal ? ctx.t(`converted-to-${account}`, deal) : ctx.t("convert-too-little");
		await ctx.editMessageText(text).catch(() => undefined);
	});

	composer.callbackQuery(callbacks.payout.pattern, async (ctx) => {
		const answer = await needs.payouts.request(ctx.userId, ctx.updateKey);
		const minimum = settings.get(payoutMinimum);
		const text =
			answer === "too_little" ? ctx.t("payout-too-little", { minimum }) : ctx.t(`payout-${answer}`);
		await ctx.reply(text);
	});

	return composer;
}
