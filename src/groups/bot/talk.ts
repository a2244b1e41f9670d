import type { Message } from "grammy/types";
import type { Alerts } from "../../platform/alerts.ts";
import { RetryLater } from "../../platform/errors.ts";
import { type Translate, translator } from "../../platform/i18n/index.ts";
import type { Log } from "../../platform/log.ts";
import type { BotRecord } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import { botApi } from "../../platform/telegram.ts";
import { optionsOf } from "../options.ts";
import type { Posts } from "../posts/service.ts";
import type { SharedBans } from "../service/bans.ts";
import type { Joins } from "../service/joins.ts";
import type { Moderation } from "../service/moderation.ts";
import type { Group, Groups } from "../service.ts";
import type { View } from "../views.ts";

/** What the handlers of a group's updates need. */
export interface GroupNeeds {
	env: Env;
	config: { ADMIN_TELEGRAM_IDS: number[] };
	settings: Settings;
	alerts: Alerts;
	log: Log;
	groups: Groups;
	moderation: Moderation;
	joins: Joins;
	sharedBans: SharedBans;
	posts: Posts;
	random: () => number;
	now: () => number;
}

export interface Scene extends GroupNeeds {
	bot: BotRecord;
}

/** A group speaks one language, whoever asks. */
export const speech = (group: Group): Translate => translator(optionsOf(group.options).language);

/**
 * Says something in a group.
 * @param transient it is for whoever it answers: only they see it where Telegram can do that, else it is deleted after a while
 * @param unasked it answers nobody's command: dropped where it would have to wait
 */
export async function say(
	scene: Scene,
	group: Group,
	view: View,
	{ unasked = false, ...how }: { answerTo?: Message; transient?: boolean; unasked?: boolean } = {},
): Promise<void> {
	try {
		await speak(scene, group, view, how);
	} catch (error) {
		// The update would come again, and hold up the group for something nobody waits for.
		if (!unasked || !(error instanceof RetryLater)) throw error;
		scene.log.info("groups", "not said", { group: group.id, reason: error.message });
	}
}

async function speak(
	{ groups, moderation }: Scene,
	group: Group,
	view: View,
	{ answerTo, transient = false }: { answerTo?: Message; transient?: boolean },
): Promise<void> {
	const { text, ...keyboard } = view;
	const options = {
		...keyboard,
		link_preview_options: { is_disabled: true },
		...(answerTo
			? { reply_parameters: { message_id: answerTo.message_id, allow_sending_without_reply: true } }
			: {}),
		...(answerTo?.is_topic_message && answerTo.message_thread_id
			? { message_thread_id: answerTo.message_thread_id }
			: {}),
	};
	const reader = transient && !answerTo?.sender_chat ? answerTo?.from?.id : undefined;
	if (reader !== undefined) {
		const parameters = { ...options, ephemeral_message_parameters: { receiver_user_id: reader } };
		const sent = await groups.calls.in(group, (api, chatId) => api.sendMessage(chatId, text, parameters));
		if (sent.ok) {
			// A server that does not know the parameter has sent an ordinary message.
			if (sent.value.ephemeral_message_id === undefined)
				await moderation.cleanUp(group, sent.value.message_id);
			return;
		}
		if (sent.failure === "deactivate") return;
	}
	const sent = await groups.calls.in(group, (api, chatId) => api.sendMessage(chatId, text, options));
	if (sent.ok && transient) await moderation.cleanUp(group, sent.value.message_id);
}

/** Writes to one person; whether it arrives is nothing that a group's update could wait for. */
export async function tellInPrivate({ env, bot, log }: Scene, chatId: number, view: View): Promise<boolean> {
	const { text, ...options } = view;
	try {
		const api = await botApi(env, bot.id);
		await api.sendMessage(chatId, text, options);
		return true;
	} catch (error) {
		log.info("groups", "not told in private", { reason: error instanceof Error ? error.message : "" });
		return false;
	}
}

/** How somebody is called in a group where everybody sees their name anyway. */
export const nameOf = (user: { first_name: string; last_name?: string | undefined }) =>
	[user.first_name, user.last_name].filter(Boolean).join(" ").slice(0, 64);
