import type { CallbackQuery, Chat, Message, Update, User } from "grammy/types";
import { wordOf } from "../platform/callbacks.ts";
import { commandOf } from "../platform/commands.ts";
import { together } from "../platform/lazily.ts";
import type { BotRecord } from "../platform/registry.ts";
import { botApi } from "../platform/telegram.ts";
import { decide } from "./bot/approval.ts";
import { groupCommands, runCommand } from "./bot/commands.ts";
import { filtered } from "./bot/filters.ts";
import {
	captchaPressed,
	greet,
	joinRequested,
	memberChanged,
	outside,
	ownMembership,
} from "./bot/members.ts";
import { openPanel, pressPanel, showPanel } from "./bot/panel.ts";
import type { GroupNeeds, Scene } from "./bot/talk.ts";
import { panelGroup } from "./rules.ts";
import type { Group, GroupChat } from "./service.ts";
import { callbacks, groupWord } from "./views.ts";

const groupChat = (chat: Chat | undefined): GroupChat | null =>
	chat?.type === "group" || chat?.type === "supergroup" ? chat : null;

const chatOf = (update: Update): GroupChat | null =>
	groupChat(
		(
			update.message ??
			update.edited_message ??
			update.my_chat_member ??
			update.chat_member ??
			update.chat_join_request
		)?.chat,
	);

/** The group whose panel a private message asks for. */
function panelAsked({ message }: Update, username: string): number | null {
	// Nobody asks where Telegram names no sender.
	if (message?.chat.type !== "private" || !message.from) return null;
	const command = commandOf(message, username);
	return command?.name === "start" ? panelGroup(command.argument) : null;
}

/**
 * Whether an update is for the groups: it comes from one that is no room of staff, or it is about a group's panel or
 * question. None of these asks a person's actor, so whoever has no profile can press and ask as well.
 */
export function isGroupUpdate(update: Update, { username }: BotRecord, rooms: readonly number[]): boolean {
	if (update.callback_query) return wordOf(update.callback_query.data) === groupWord;
	if (panelAsked(update, username) !== null) return true;
	const chat = chatOf(update);
	return chat !== null && !rooms.includes(chat.id);
}

/** Everything that comes from groups. Each use case sees to its one effect, so a repeat needs no claim. */
export async function receiveGroupUpdate(needs: GroupNeeds, bot: BotRecord, update: Update): Promise<void> {
	const scene: Scene = together(needs, { bot });
	if (update.callback_query) return pressed(scene, update);
	const asked = panelAsked(update, bot.username);
	if (asked !== null && update.message) return showPanel(scene, update.message.from, asked);
	const chat = chatOf(update);
	if (!chat || !bot.rooms.includes("groups")) return;
	if (update.my_chat_member) return ownMembership(scene, chat, update.my_chat_member);
	const message = update.message ?? update.edited_message;
	if (message && (await migrated(scene, message))) return;
	// That it was added is told by another update, with who did it.
	if (message?.new_chat_members?.some(({ id }) => id === bot.id)) return;
	const gone = leaver(update);
	if (gone?.is_bot && gone.id !== bot.id) await scene.groups.left(chat.id, gone.id);
	const received = await scene.groups.receive(chat, bot.id, update.message?.message_id);
	if (!received) return;
	const { group, isNew } = received;
	if (isNew) await greet(scene, group);
	if (group.inactiveReason === "rejected") return scene.groups.leaveAgain(group);
	if (group.state !== "active") return;
	if (update.chat_member) return memberChanged(scene, group, update.chat_member, update.update_id);
	if (update.chat_join_request) return joinRequested(scene, group, update.chat_join_request);
	if (!message) return;
	await noteTopic(scene, group, message);
	if (message.is_automatic_forward && message.sender_chat)
		scene.moderation.channelSeen(group.id, message.sender_chat.id);
	const command = update.message && commandOf(update.message, bot.username);
	const ours = command && [...groupCommands, ...Object.keys(scene.groupCommands())].includes(command.name);
	if (await filtered(scene, group, message)) return;
	if (ours && update.message) await runCommand(scene, group, update.message, command);
}

/** Who went or was removed: another of our bots may tell it first, and take over. */
function leaver({ message, chat_member: change }: Update): User | undefined {
	if (!change) return message?.left_chat_member;
	const { user, status } = change.new_chat_member;
	return outside(status) ? user : undefined;
}

/** Both chats tell of it, in any order and more than once. */
async function migrated({ groups }: Scene, message: Message): Promise<boolean> {
	const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
	if (to === undefined && from === undefined) return false;
	await groups.calls.migrate(from ?? message.chat.id, to ?? message.chat.id);
	return true;
}

async function noteTopic({ groups }: Scene, group: Group, message: Message): Promise<void> {
	const topic = message.message_thread_id;
	if (!topic) return;
	const name =
		message.forum_topic_created?.name ??
		message.forum_topic_edited?.name ??
		// Only the first sight: the topic may have been renamed since it was begun.
		((await groups.facts(group.id)).topics.has(topic)
			? undefined
			: message.reply_to_message?.forum_topic_created?.name);
	if (name) await groups.topicSeen(group.id, topic, name);
}

interface Spoken {
	text?: string;
	url?: string;
}

/** What a button does. @returns what its presser is told */
async function effectOf(scene: Scene, query: CallbackQuery): Promise<Spoken> {
	const { data, message: at } = query;
	const [captchaOf, sign] = callbacks.captcha.of(data) ?? [];
	if (captchaOf !== undefined && sign !== undefined) {
		const text = await captchaPressed(scene, query, captchaOf, sign);
		const api = await botApi(scene.env, scene.bot.id);
		if (at) await api.editMessageText(at.chat.id, at.message_id, text).catch(() => undefined);
		return {};
	}
	const [opened] = callbacks.open.of(data) ?? [];
	if (opened !== undefined) return openPanel(scene, query, opened);
	for (const verdict of ["approve", "reject"] as const) {
		const [decided] = callbacks[verdict].of(data) ?? [];
		if (decided !== undefined) return { text: await decide(scene, query, verdict, decided) };
	}
	const text = await pressPanel(scene, query);
	return text ? { text } : {};
}

async function pressed(scene: Scene, { callback_query: query }: Update): Promise<void> {
	if (!query) return;
	const api = await botApi(scene.env, scene.bot.id);
	const answer = await effectOf(scene, query);
	// A query that is too old is nothing to repeat an update for.
	await api.answerCallbackQuery(query.id, { ...answer, show_alert: true }).catch(() => undefined);
}
