import type { Update } from "grammy/types";
import { languageFor, translator } from "../platform/i18n/index.ts";
import type { BotRecord } from "../platform/registry.ts";
import { botApi } from "../platform/telegram.ts";
import { isInside } from "./rules/membership.ts";
import type { Linking } from "./service/linking.ts";
import type { Memberships } from "./service/memberships.ts";

interface Needs {
	env: Env;
	shop: { linking: Linking; memberships: Memberships };
}

const changeOf = ({ chat_join_request, chat_member, my_chat_member }: Update) =>
	chat_join_request ?? chat_member ?? my_chat_member;

/** Who comes, goes and writes in groups and channels. */
export const isChatUpdate = (update: Update): boolean => {
	const type = (changeOf(update) ?? update.message)?.chat.type;
	return type !== undefined && type !== "private";
};

/**
 * What becomes of a chat that products let into. Each use case sees to its one effect, so a repeat needs no claim.
 * @returns whether nobody else has anything to do about it: who may join a chat that is sold is the shop's alone, and
 * a channel is no group
 */
export async function receiveChatUpdate(
	{ env, shop }: Needs,
	bot: BotRecord,
	update: Update,
): Promise<boolean> {
	const { linking, memberships } = shop;
	const change = changeOf(update);
	if (!change) {
		const { message } = update;
		// Who writes is there: Telegram tells a bot of those of before in no other way.
		if (message?.from && !message.from.is_bot && !message.sender_chat && !message.left_chat_member)
			await memberships.seen(message.chat.id, message.from.id);
		return false;
	}
	const channel = change.chat.type === "channel";
	const chat = await linking.find(change.chat.id);
	if (chat?.botId !== bot.id) return channel || (chat !== null && update.chat_join_request !== undefined);
	const { chat_join_request: request, chat_member: member } = update;
	if (request) {
		const answer = await memberships.askedToJoin(chat, request.from.id);
		if (answer === "declined") {
			// They may never have pressed Start: for a few minutes Telegram lets the bot write all the same.
			const t = translator(languageFor(request.from.language_code));
			const api = await botApi(env, bot.id);
			const text = t("join-declined", { title: chat.title });
			await api.sendMessage(request.user_chat_id, text).catch(() => undefined);
		}
		return true;
	}
	if (member) {
		const { user } = member.new_chat_member;
		const [before, after] = [isInside(member.old_chat_member), isInside(member.new_chat_member)];
		if (!user.is_bot && !before && after) await memberships.joined(chat, user.id, member.from.id === bot.id);
		if (!user.is_bot && before && !after) await memberships.left(chat, user.id);
	} else await linking.check(chat);
	return channel;
}
