import { Composer } from "grammy";
import { hasChat } from "../../platform/bot-rooms.ts";
import { flags } from "../../platform/flags.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import type { Settings } from "../../platform/settings.ts";
import type { PersonContext } from "../context.ts";
import { type Card, isReady, isVip, type Wish } from "../rules.ts";
import type { People } from "../service.ts";
import { callbacks, wishes } from "../views.ts";

/** Without VIP on sale, only who still is VIP has preferences. */
export const hasPreferences = (settings: Settings, card: Card, now: number) =>
	settings.get(flags.vip) || isVip(card, now);

/** Whom somebody would like to meet: everybody may look, VIPs may choose. */
export function preferencesPages(needs: { people: People; settings: Settings; now: () => number }) {
	const { settings, now } = needs;
	const composer = new Composer<PersonContext>();

	async function show(ctx: PersonContext): Promise<void> {
		// Where nobody is met there is nothing to choose.
		if (!isReady(ctx.card) || !hasChat(ctx.rooms)) return;
		if (!hasPreferences(settings, ctx.card, now())) await ctx.reply(ctx.t("preferences-off"));
		else if (!isVip(ctx.card, now())) await ctx.reply(ctx.t("preferences-vip"));
		else await ctx.reply(ctx.t("preferences"), { reply_markup: wishKeyboard(ctx.t, ctx.card.wish) });
	}

	composer.filter((ctx) => ctx.intent === "preferences").use(show);
	composer.callbackQuery(callbacks.preferences.pattern, show);
	composer.callbackQuery(callbacks.wish.pattern, async (ctx, next) => {
		const [wish] = callbacks.wish.read(ctx.match) ?? [];
		if (!wish) return next();
		if (!isReady(ctx.card) || !isVip(ctx.card, now())) return show(ctx);
		ctx.card = await needs.people.setWish(ctx.userId, wish);
		const options = { reply_markup: wishKeyboard(ctx.t, wish) };
		await ctx.editMessageText(ctx.t("preferences-saved"), options).catch(() => undefined);
	});
	return composer;
}

const wishKeyboard = (t: Translate, current: Wish) => {
	const buttons = wishes.map((wish) => ({
		text: `${wish === current ? "✅ " : ""}${t(wish === "any" ? "wish-any" : `gender-${wish}`)}`,
		callback_data: callbacks.wish.pack(wish),
	}));
	return { inline_keyboard: [buttons.slice(0, 2), buttons.slice(2)] };
};
