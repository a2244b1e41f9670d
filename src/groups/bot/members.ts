import type { CallbackQuery, ChatJoinRequest, ChatMemberUpdated } from "grammy/types";
import { supportContact } from "../../people/settings.ts";
import { languageFor, translator } from "../../platform/i18n/index.ts";
import { optionsOf } from "../rules/options.ts";
import { rightsOf } from "../rules.ts";
import type { Group, GroupChat } from "../service.ts";
import { captcha } from "../views.ts";
import { mention, nameOf, type Scene, speech, tellInPrivate } from "./talk.ts";

export const outside = (status: string) => status === "left" || status === "kicked";

/** Whether a member is in the chat: a restricted one may be or not. */
const isIn = (member: { status: string; is_member?: boolean }) =>
	member.status === "restricted" ? member.is_member === true : !outside(member.status);

/** The bot itself was added, removed, or given other rights. */
export async function ownMembership(scene: Scene, chat: GroupChat, change: ChatMemberUpdated): Promise<void> {
	const { groups, bot } = scene;
	const own = change.new_chat_member;
	if (outside(own.status)) return groups.left(chat.id, bot.id);
	const rights = rightsOf({ ...own });
	const added = outside(change.old_chat_member.status);
	const entered = await groups.entered(chat, bot.id, { by: change.from.id, added, rights });
	if (entered?.group.inactiveReason === "rejected") return groups.leaveAgain(entered.group);
	if (entered?.isNew) await greet(scene, entered.group);
}

/** Said once: what the bot does in a group from now on. */
export async function greet(scene: Scene, group: Group): Promise<void> {
	const t = speech(group);
	if (group.state === "waiting") await mention(scene, group, { text: t("group-waiting") });
	else if (group.state === "active") await mention(scene, group, { text: t("group-hello") });
}

/** Why somebody may not come in, in their own language, and whom to ask about it. */
async function explain(scene: Scene, group: Group, chatId: number, code: string | undefined, reason: string) {
	const t = translator(languageFor(code));
	const contact = scene.settings.get(supportContact);
	const appeal = contact ? `\n\n${t("group-shared-ban-appeal", { contact })}` : "";
	const text = `${t("group-shared-ban", { title: group.title, reason })}${appeal}`;
	await tellInPrivate(scene, chatId, { text });
}

/** Somebody else came, went or was changed. Comes only where the bot is an administrator. */
export async function memberChanged(
	scene: Scene,
	group: Group,
	change: ChatMemberUpdated,
	updateId: number,
): Promise<void> {
	const { moderation, joins, sharedBans } = scene;
	const { user } = change.new_chat_member;
	moderation.memberChanged(group.id, user.id);
	if (isIn(change.old_chat_member) || !isIn(change.new_chat_member) || user.is_bot) return;
	const options = optionsOf(group.options);
	if (options.shared_bans) {
		const ban = await sharedBans.standing(user.id);
		// Named by the update and not by its person, whose id would stay when they are erased.
		const cause = `update:${scene.bot.id}:${updateId}`;
		if (ban && (await joins.keepOut(group, user.id, { ...ban, cause })))
			return explain(scene, group, user.id, user.language_code, ban.reason);
	}
	if (options.welcome === "") return;
	const t = speech(group);
	const text = `${t("group-welcome", { name: nameOf(user) })}\n\n${options.welcome}`;
	await mention(scene, group, { text });
}

/** Somebody asks to join: the list first, then the question. Without either it is the administrators' to answer. */
export async function joinRequested(scene: Scene, group: Group, request: ChatJoinRequest): Promise<void> {
	const { joins, sharedBans, random } = scene;
	const options = optionsOf(group.options);
	const { from: user, user_chat_id: chatId } = request;
	if (options.shared_bans) {
		const ban = await sharedBans.standing(user.id);
		if (ban) {
			// First the word: once declined, the bot may not write to them any more.
			await explain(scene, group, chatId, user.language_code, ban.reason);
			await joins.settle(group, user.id, "decline", ban.reason);
			return;
		}
	}
	if (!options.captcha) return;
	const { answer } = await joins.ask(group, user.id, random());
	await tellInPrivate(scene, chatId, captcha(translator(languageFor(user.language_code)), group, answer));
}

/** A sign was pressed. @returns what the presser reads in the place of the question */
export async function captchaPressed(
	scene: Scene,
	query: CallbackQuery,
	groupId: number,
	sign: number,
): Promise<string> {
	const t = translator(languageFor(query.from.language_code));
	const { group, movedTo } = await scene.groups.facts(groupId);
	const current = group ?? (movedTo === null ? null : (await scene.groups.facts(movedTo)).group);
	if (current?.state !== "active" || current.botId !== scene.bot.id) return t("group-captcha-cant");
	// Put on the list since they asked.
	const ban = optionsOf(current.options).shared_bans ? await scene.sharedBans.standing(query.from.id) : null;
	if (ban) {
		await scene.joins.settle(current, query.from.id, "decline", ban.reason);
		return t("group-captcha-cant");
	}
	return t(`group-captcha-${await scene.joins.answer(current, query.from.id, sign)}`);
}
