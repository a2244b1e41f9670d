import { Composer } from "grammy";
import { menuKeyboard } from "../../people/views.ts";
import type { Settings } from "../../platform/settings.ts";
import type { ChatContext } from "../context.ts";
import type { Chat } from "../service.ts";
import { callbacks } from "../views.ts";
import type { LockOutcome, Locks } from "./service.ts";
import { lockRunning, offerLock } from "./views.ts";

/** Locking the chat one is in: the button of the chat or /lock, then for how long. */
export function lockBot(needs: { locks: Locks; chat: Chat; settings: Settings }) {
	const composer = new Composer<ChatContext>();

	composer
		.filter((ctx) => ctx.intent === "lock" && ctx.elsewhere === null)
		.use(async (ctx) => {
			const { seat, t } = ctx;
			const noChat = () =>
				ctx.reply(t("no-chat"), { reply_markup: menuKeyboard(t, needs.settings, ctx.rooms) });
			if (!seat) return void (await noChat());
			const offer = await needs.locks.offer(ctx.userId, seat.chatId);
			switch (offer.kind) {
				case "offer": {
					const view = offerLock(t, seat.chatId, offer.credits, offer.durations);
					await ctx.reply(view.text, { reply_markup: view.reply_markup });
					return;
				}
				case "running":
					await ctx.reply(lockRunning(t, offer.until, Date.now()));
					return;
				case "off":
					await ctx.reply(t("lock-off"));
					return;
				case "over":
					await needs.chat.freeSeat(ctx.userId, seat);
					await noChat();
			}
		});

	composer.callbackQuery(callbacks.lock.pattern, async (ctx) => {
		const [chatId, minutes] = callbacks.lock.read(ctx.match) ?? [];
		if (!chatId || minutes === undefined) return;
		const { userId, updateKey } = ctx;
		const outcome = await needs.locks.begin({ userId, botId: ctx.me.id, chatId, minutes, updateKey });
		await ctx.editMessageText(outcomeText(ctx, outcome, minutes)).catch(() => undefined);
		if (outcome.kind === "returned") await needs.locks.told(outcome.lockId);
	});

	return composer;
}

function outcomeText({ t }: ChatContext, outcome: LockOutcome, minutes: number): string {
	switch (outcome.kind) {
		case "locked":
			return t("lock-chosen", { minutes });
		case "running":
			return lockRunning(t, outcome.until, Date.now());
		case "returned":
			return t("lock-not-begun", { credits: outcome.credits });
		case "sold":
			return t("lock-short", { minutes, credits: outcome.credits });
		case "not_sold":
			return t("lock-short-not-sold", { minutes, credits: outcome.credits });
		case "not_offered":
			return t("lock-not-offered");
		case "off":
			return t("lock-off");
		case "over":
			return t("lock-over");
	}
}
