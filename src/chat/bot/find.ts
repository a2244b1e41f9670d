import type { Gate } from "../../people/bot/channels.ts";
import type { PersonContext, StartPayload } from "../../people/context.ts";
import { isBelow } from "../../people/rules.ts";
import { minimumAge, termsVersion } from "../../people/settings.ts";
import { terms } from "../../people/views.ts";
import type { Registry } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import { nameOf } from "../context.ts";
import type { Search } from "../rules/seating.ts";
import type { Chat } from "../service.ts";
import { chatKeyboard, searching, searchingElsewhere } from "../views.ts";

export interface SearchNeeds {
	chat: Chat;
	settings: Settings;
	/** Looks whether somebody is where they must be, and tells them if not. */
	gate: Gate;
	registry: Registry;
}

/** Begins a search, or says why there is none. */
export function searchOf(needs: SearchNeeds) {
	const { settings, registry } = needs;

	/** They search already; where, if it is at another bot, and how to stop it. */
	function saySearching(ctx: PersonContext, { no, botId }: Pick<Search, "no" | "botId">) {
		if (botId === ctx.me.id) return ctx.reply(ctx.t("search-already"));
		const view = searchingElsewhere(ctx.t, nameOf(registry, botId), no);
		return ctx.reply(view.text, { reply_markup: view.reply_markup });
	}

	async function find(ctx: PersonContext, widen = false): Promise<void> {
		const { card } = ctx;
		const version = settings.get(termsVersion);
		if (!card || card.age === null) return;
		if (isBelow(card, settings.get(minimumAge))) {
			const limits = { age: card.age, minimumAge: settings.get(minimumAge) };
			await ctx.reply(ctx.t("age-below-minimum", limits));
			return;
		}
		if (card.termsVersion !== version) {
			const view = terms(ctx.t, card, version, { minimumAge: settings.get(minimumAge) });
			await ctx.reply(ctx.t("terms-changed"));
			await ctx.reply(view.text, { reply_markup: view.reply_markup });
			return;
		}
		if (!(await needs.gate(ctx))) {
			// "I have joined" goes on with what they were about to do; the link they came by is before that.
			ctx.session.payload ??= "find";
			return;
		}
		const { userId, updateKey: by, claim: token } = ctx;
		const answer = await needs.chat.search({ userId, botId: ctx.me.id, by, token, widen });
		if (answer.kind === "searching") {
			const sent = await saySearching(ctx, answer.ticket);
			// Changes nothing for who waits; puts back who was lost by a failure in between.
			if (answer.ticket.botId === ctx.me.id) await needs.chat.join(answer.ticket, sent.message_id);
		}
		if (answer.kind === "seated")
			await ctx.reply(ctx.t("in-chat"), { reply_markup: chatKeyboard(ctx.t, settings) });
		if (answer.kind !== "started") return;
		const view = searching(ctx.t, 0, answer.ticket.no);
		const sent = await ctx.reply(view.text, { reply_markup: view.reply_markup });
		await needs.chat.join(answer.ticket, sent.message_id);
	}

	return { find, saySearching };
}

/** `t.me/bot?start=find` begins a search at once. */
export const findPayload = (needs: SearchNeeds): StartPayload => ({
	room: "chat",
	matches: (payload) => payload === "find",
	act: (ctx) => searchOf(needs).find(ctx),
});
