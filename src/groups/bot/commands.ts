import type { Chat, Message, User } from "grammy/types";
import type { Command } from "../../platform/commands.ts";
import { tooOften } from "../../platform/damp.ts";
import { messageLink } from "../../platform/links.ts";
import { optionsChange, optionsOf } from "../rules/options.ts";
import { orderOf } from "../rules/orders.ts";
import { isAdmin, mayDo } from "../rules.ts";
import type { Deed } from "../service/moderation.ts";
import type { Group } from "../service.ts";
import { openSettings, refusal, spell, withReason } from "../views.ts";
import { mention, nameOf, type Scene, say, speech, tellInPrivate } from "./talk.ts";

const deeds: Record<string, Deed> = { mute: "mute", unmute: "unmute", ban: "ban", unban: "unban" };
const told: Record<Deed, string> = { mute: "muted", ban: "banned", unmute: "unmuted", unban: "unbanned" };

export const groupCommands = [
	"settings",
	"rules",
	"setrules",
	"setwelcome",
	"report",
	"warn",
	"unwarn",
	...Object.keys(deeds),
] as const;

/** These take back, and so work whatever is switched off by now. */
const undoing = ["unwarn", "unmute", "unban"];
/** These take a time. */
const timed = ["mute", "ban"];

/** Written as the group, or as the channel it belongs to. */
const isOwnChat = async ({ moderation }: Scene, group: Group, chat: Chat): Promise<boolean> =>
	chat.id === group.id || (chat.type === "channel" && chat.id === (await moderation.linkedChannel(group)));

/**
 * An administrator who writes as the group, or as the channel that belongs to it: Telegram doesn't say who it is,
 * only that it is one.
 */
export const isAnonymousAdmin = async (scene: Scene, group: Group, { sender_chat: chat }: Message) =>
	chat !== undefined && isOwnChat(scene, group, chat);

/** So often a minute a person's commands are answered in a group: Telegram lets the bot say 20 things there. */
const answersAMinute = 6;

/** Whoever a command is about: the author of what it replies to, else who is named by id or mention. */
function targetOf(message: Message, userId: number | null): Pick<User, "id" | "first_name"> | null {
	// In a forum everything replies to the topic's beginning.
	const target = message.reply_to_message?.forum_topic_created ? undefined : message.reply_to_message;
	if (target?.sender_chat) return { id: target.sender_chat.id, first_name: target.sender_chat.title ?? "" };
	if (target) return target.from ?? null;
	const mention = message.entities?.find((entity) => entity.type === "text_mention");
	if (mention?.type === "text_mention") return mention.user;
	return userId === null ? null : { id: userId, first_name: String(userId) };
}

/** A command in an active group. */
export async function runCommand(scene: Scene, group: Group, message: Message, command: Command) {
	const { moderation, groups, bot } = scene;
	const t = speech(group);
	const options = optionsOf(group.options);
	const anonymous = await isAnonymousAdmin(scene, group, message);
	const answer = (text: string, transient = true) =>
		say(scene, group, { text }, { answerTo: message, transient });
	const author = async () => (anonymous || !message.from ? null : moderation.member(group, message.from.id));
	const actor = anonymous ? "admins" : `telegram:${message.from?.id ?? 0}`;
	const cause = `${group.id}:${message.message_id}:${command.name}`;

	// What keeps order is never too often, where its author may do it.
	const keepsOrder = command.name in deeds || command.name === "warn" || command.name === "unwarn";
	const writer = message.sender_chat?.id ?? message.from?.id ?? 0;
	const damped = () => tooOften(scene.env, "command", `${group.id}:${writer}`, answersAMinute);
	if (!keepsOrder && (await damped())) return;

	const ofAnother = scene.groupCommands()[command.name];
	if (ofAnother) return ofAnother()(scene, group, message, anonymous);
	switch (command.name) {
		case "rules":
			if (options.rules) await answer(options.rules, false);
			return;
		case "report":
			if (options.report) await report(scene, group, message);
			return;
		case "settings": {
			if (!anonymous && !isAdmin(await author())) return answer(t("group-admins-only"));
			const view = openSettings(t, group, bot.username, anonymous);
			return say(scene, group, view, { answerTo: message, transient: true });
		}
		case "setrules":
		case "setwelcome": {
			if (!anonymous && !mayDo(await author(), "can_change_info")) return answer(t("group-admins-only"));
			const key = command.name === "setrules" ? "rules" : "welcome";
			const change = optionsChange.safeParse({ [key]: command.argument });
			if (!change.success) return answer(t("group-text-too-long"));
			await groups.setOptions(group.id, change.data, actor);
			return answer(t(command.argument ? "group-text-saved" : "group-text-removed"));
		}
	}

	if (!anonymous && !mayDo(await author(), "can_restrict_members")) {
		if (options.moderation && !(await damped())) await answer(t("group-admins-only"));
		return;
	}
	if (!options.moderation && !undoing.includes(command.name)) return answer(t("group-off"));
	const replies = message.reply_to_message !== undefined && !message.reply_to_message.forum_topic_created;
	const isTimed = timed.includes(command.name);
	const order = orderOf(command.argument, { replies, timed: isTimed });
	const target = targetOf(message, order.userId);
	if (!target) {
		const behind = undoing.includes(command.name) ? "" : isTimed ? " 1d spam" : " spam";
		const example = `/${command.name}${behind}`;
		return answer(`${t("group-nobody")}\n${t("group-how-to", { example })}`);
	}
	if (order.unclear) return answer(t("group-time-how", { command: command.name }));
	const name = nameOf(target);
	const act = { ...order, userId: target.id, actor, cause };

	const deed = deeds[command.name];
	if (target.id < 0 && (target.id === group.id || target.id === (await moderation.linkedChannel(group))))
		return answer(t("group-not-admin"));
	if (deed === undefined) {
		if (command.name === "unwarn") {
			const count = await moderation.unwarn(group, act);
			return answer(t("group-unwarned", { name, count }), false);
		}
		if (target.id < 0) return answer(t("group-channel"));
		if (target.id === bot.id || isAdmin(await moderation.member(group, target.id)))
			return answer(t("group-not-admin"));
		return warn(scene, group, message, { ...act, name });
	}
	const done = await moderation.act(group, deed, act);
	if (!done.ok) return answer(refusal(t, done));
	const text =
		order.seconds !== null
			? t(`group-${told[deed]}-for`, { name, time: spell(order.seconds ?? 0) })
			: t(`group-${told[deed]}`, { name });
	return answer(withReason(t, text, order.reason), false);
}

/** One more warning, and what it led to, said in the group. */
export async function warn(
	scene: Scene,
	group: Group,
	message: Message,
	{ name, ...act }: { userId: number; reason: string | null; actor: string; cause: string; name: string },
	{ unasked = false } = {},
): Promise<void> {
	const t = speech(group);
	const { count, limit, led } = await scene.moderation.warn(group, act);
	const lines = [withReason(t, t("group-warned", { name, count, limit }), act.reason)];
	if (led) {
		const time = spell(led.minutes * 60);
		lines.push(led.done.ok ? t(`group-${told[led.action]}-for`, { name, time }) : refusal(t, led.done));
	}
	const view = { text: lines.join("\n") };
	if (unasked) await mention(scene, group, view, message);
	else await say(scene, group, view, { answerTo: message });
}

/** Tells the administrators who opened the panel, else staff. No mention, and nothing of what was written. */
async function report(scene: Scene, group: Group, message: Message): Promise<void> {
	const { moderation, alerts } = scene;
	const t = speech(group);
	const about = message.reply_to_message;
	if (!about || about.forum_topic_created || !message.from) {
		return say(scene, group, { text: t("group-report-how") }, { answerTo: message, transient: true });
	}
	const cause = `${group.id}:${about.message_id}:report`;
	// One report a message: what many report is reported once.
	if (!(await moderation.wasReported(cause))) {
		const link = messageLink(group.id, about.message_id) ?? `#${about.message_id}`;
		const text = t("group-report-alert", { title: group.title, link });
		const heard = [];
		for (const userId of await moderation.watchersOf(group.id)) {
			// Who is no administrator any more hears no more.
			if (isAdmin(await moderation.member(group, userId))) {
				heard.push(await tellInPrivate(scene, userId, { text }));
			} else await moderation.unwatch(group.id, userId);
		}
		if (!heard.includes(true)) await alerts.send(`A message was reported in “${group.title}”: ${link}`);
		await moderation.reported(group, message.from.id, about.sender_chat?.id ?? about.from?.id ?? 0, cause);
	}
	await say(scene, group, { text: t("group-reported") }, { answerTo: message, transient: true });
}
