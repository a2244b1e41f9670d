import type { LockDuration } from "../../payments/settings.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import type { ChatId } from "../../platform/ids.ts";
import { type LockNews, minutesLeft } from "../rules/locks.ts";
import { callbacks, type View } from "../views.ts";

/** The durations to choose from. Those that the credits don't reach show what buying them costs. */
export const offerLock = (
	t: Translate,
	chatId: ChatId,
	credits: number,
	durations: readonly LockDuration[],
): View => ({
	text: t("lock-offer", { credits }),
	reply_markup: {
		inline_keyboard: durations.map(({ minutes, stars }) => [
			{
				text: minutes <= credits ? t("lock-minutes", { minutes }) : t("lock-minutes-for", { minutes, stars }),
				callback_data: callbacks.lock.pack(chatId, minutes),
			},
		]),
	},
});

export const lockRunning = (t: Translate, until: number, now: number) =>
	t("lock-running", { minutes: minutesLeft(until, now) });

/** What the partner reads who wants to leave. */
export const lockHolds = (t: Translate, until: number, now: number) =>
	t("lock-holds", { minutes: minutesLeft(until, now) });

export const lockNews = (t: Translate, { what, own, minutes }: LockNews): string => {
	if (what === "ended") return t(own ? "lock-ended-own" : "lock-ended");
	return t(own ? "lock-began-own" : "lock-began", { minutes });
};
