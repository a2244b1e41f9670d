import type { Message } from "grammy/types";
import { admit } from "../../delivery/rules/pace.ts";
import type { Alerts } from "../../platform/alerts.ts";
import { RetryLater } from "../../platform/errors.ts";
import { type Translate, translator } from "../../platform/i18n/index.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { BotRecord } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import type { Admins } from "../../platform/staff-chat.ts";
import { botApi } from "../../platform/telegram.ts";
import { cut } from "../../platform/text.ts";
import { optionsOf } from "../rules/options.ts";
import { topicOf } from "../rules/topics.ts";
import type { Albums } from "../service/albums.ts";
import type { SharedBans } from "../service/bans.ts";
import { recentWords } from "../service/cache.ts";
import type { Joins } from "../service/joins.ts";
import type { Moderation } from "../service/moderation.ts";
import type { Group, Groups } from "../service.ts";
import type { View } from "../views.ts";

/** What the handlers of a group's updates need. */
export interface GroupNeeds {
	env: Env;
	admins: Admins;
	settings: Settings;
	alerts: Alerts;
	log: Log;
	groups: Groups;
	moderation: Moderation;
	albums: Albums;
	joins: Joins;
	sharedBans: SharedBans;
	/** Those that other rooms bring. */
	groupCommands: () => RoomCommandMakers;
	random: () => number;
	now: () => number;
}

export interface Scene extends GroupNeeds {
	bot: BotRecord;
}

declare module "../../platform/room.ts" {
	interface Brings {
		/** Commands in groups, by their name. */
		groupCommands: RoomCommandMakers;
	}
}
export type RoomCommandMakers = Readonly<Record<string, () => RoomCommand>>;

/** A command of another room in an active group. @param anonymous it is written in the group's own name */
export type RoomCommand = (scene: Scene, group: Group, message: Message, anonymous: boolean) => Promise<void>;

/** A group speaks one language, whoever asks. */
export const speech = (group: Group): Translate => translator(optionsOf(group.options).language);

/**
 * Says something in a group.
 * @param transient it is for whoever it answers: only they see it where Telegram can do that, else it is deleted after a while
 */
export async function say(
	{ groups, moderation }: Scene,
	group: Group,
	view: View,
	{ answerTo, transient = false }: { answerTo?: Message; transient?: boolean } = {},
): Promise<void> {
	const { text, ...keyboard } = view;
	const topicId = answerTo?.is_topic_message ? topicOf(answerTo.message_thread_id) : 0;
	const options = {
		...keyboard,
		link_preview_options: { is_disabled: true },
		...(answerTo
			? { reply_parameters: { message_id: answerTo.message_id, allow_sending_without_reply: true } }
			: {}),
		...(topicId ? { message_thread_id: topicId } : {}),
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

/** So much is said in a minute that nobody asked for: of Telegram's 20 the rest is for answers and posts. */
const mentionsAMinute = 8;

/**
 * Says what nobody asked for: warnings of filters, welcomes. In a raid most of it is dropped, and what Telegram will
 * not take now as well, as whatever waits for it would stand still.
 */
export async function mention(scene: Scene, group: Group, view: View, about?: Message): Promise<void> {
	const now = scene.now();
	const key = String(group.id);
	const { times: before, quietUntil } = recentWords.get(key, now) ?? { times: [], quietUntil: 0 };
	const { times, waitMs } = admit(before, mentionsAMinute, 60_000, now);
	recentWords.set(key, { times, quietUntil }, now);
	if (waitMs > 0 || quietUntil > now) return;
	try {
		await say(scene, group, view, about ? { answerTo: about } : {});
	} catch (error) {
		if (!(error instanceof RetryLater)) throw error;
		recentWords.set(key, { times, quietUntil: now + error.seconds * 1000 }, now);
	}
}

/** Writes to one person; whether it arrives is nothing that a group's update could wait for. */
export async function tellInPrivate({ env, bot, log }: Scene, chatId: number, view: View): Promise<boolean> {
	const { text, ...options } = view;
	try {
		const api = await botApi(env, bot.id);
		await api.sendMessage(chatId, text, options);
		return true;
	} catch (error) {
		log.info("groups", "not told in private", { reason: reason(error) });
		return false;
	}
}

/** How somebody is called in a group where everybody sees their name anyway. */
export const nameOf = (user: { first_name: string; last_name?: string | undefined }) =>
	cut([user.first_name, user.last_name].filter(Boolean).join(" "), 64);
