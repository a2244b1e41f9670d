import { Composer } from "grammy";
import { type PersonContext, type StartPayloadMakers, startPayload } from "../context.ts";
import type { Channels, Entry } from "../service/channels.ts";
import { callbacks } from "../views.ts";

/** Asked before somebody may go on. @returns whether they may; if not they have been told what to do */
export type Gate = (ctx: PersonContext) => Promise<boolean>;

interface GateNeeds {
	channels: Channels;
	/** What deep links do. */
	startPayloads: () => StartPayloadMakers;
}

/** The channels that people must be in, before their profile, before the menu and before each search. Whoever comes in for the first time arrives. */
export function channelGate(needs: GateNeeds): Gate {
	return async (ctx) => {
		const missing = await needs.channels.missing(ctx.me, ctx.userId, ctx.session);
		if (missing.length === 0) {
			const { payload, newcomer } = ctx.session;
			delete ctx.session.newcomer;
			if (newcomer && payload) await startPayload(needs.startPayloads(), payload)?.arrive?.(ctx, payload);
			return true;
		}
		await ctx.reply(ctx.t("join-channels"), { reply_markup: joinKeyboard(ctx, missing) });
		return false;
	};
}

/** "I have joined": goes on to where the person was on their way, which looks again. */
export function joinedButton(goOn: (ctx: PersonContext) => Promise<void>) {
	const composer = new Composer<PersonContext>();
	composer.callbackQuery(callbacks.joined.pattern, async (ctx) => {
		delete ctx.session.joined;
		await ctx.deleteMessage().catch(() => undefined);
		await goOn(ctx);
	});
	return composer;
}

const joinKeyboard = (ctx: PersonContext, missing: Entry[]) => ({
	inline_keyboard: [
		...missing.map(({ title, url }) => [{ text: ctx.t("button-join", { channel: title }), url }]),
		[{ text: ctx.t("button-joined"), callback_data: callbacks.joined.pack() }],
	],
});
