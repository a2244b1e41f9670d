import { z } from "zod";
import { badRequest } from "../errors.ts";
import { primaryLink } from "../world/invite-links.ts";
import { chatMember, memberOf, setMember } from "../world/members.ts";
import { messageForBot } from "../world/messages.ts";
import type { GroupRoom } from "../world/records.ts";
import { isIn } from "../world/world.ts";
import { findGroup, findRoom } from "./access.ts";
import { chatId, userId } from "./fields.ts";
import { type Call, type Method, method } from "./method.ts";

const inChat = z.object({ chat_id: chatId });

function getChat(call: Call, chat_id: number | string): Record<string, unknown> {
	const { world, bot } = call;
	const room = findRoom(call, chat_id);
	const full = {
		...world.chatOf(room),
		accent_color_id: 0,
		max_reaction_count: 11,
		accepted_gift_types: {
			unlimited_gifts: true,
			limited_gifts: true,
			unique_gifts: true,
			premium_subscription: true,
			gifts_from_channels: true,
		},
	};
	if (room.kind === "private") {
		const { username } = world.person(room.user).user;
		return { ...full, active_usernames: username ? [username] : undefined };
	}
	const pinned = room.messages.get(room.pinned.at(-1) ?? 0);
	return {
		...full,
		permissions: room.chat.type === "channel" ? undefined : room.permissions,
		join_by_request: room.join_by_request || undefined,
		linked_chat_id: room.linked_chat_id,
		invite_link: primaryLink(room, bot.user.id)?.invite_link,
		pinned_message: pinned && messageForBot(bot, pinned.message),
	};
}

/** The members; a channel's only for its administrators. */
function requireMemberList(call: Call, room: GroupRoom): void {
	if (room.chat.type !== "channel") return;
	const { status } = memberOf(call.world, room, call.bot.user.id);
	if (status !== "administrator" && status !== "creator") throw badRequest("member list is inaccessible");
}

export const CHAT_METHODS: Record<string, Method> = {
	getMe: method(z.object({}), ({ bot }) => ({
		...bot.user,
		can_join_groups: true,
		can_read_all_group_messages: bot.can_read_all_group_messages,
		supports_inline_queries: false,
		can_connect_to_business: false,
		has_main_web_app: false,
		has_topics_enabled: false,
		allows_users_to_create_topics: false,
		can_manage_bots: false,
	})),
	getUserProfilePhotos: method(z.object({ user_id: userId }), ({ world }, { user_id }) => {
		if (!world.account(user_id)) throw badRequest("user not found");
		return { total_count: 0, photos: [] };
	}),
	getChat: method(inChat, (call, { chat_id }) => getChat(call, chat_id)),
	getChatMember: method(z.object({ chat_id: chatId, user_id: userId }), (call, { chat_id, user_id }) => {
		const { world, bot } = call;
		const room = findGroup(call, chat_id);
		const user = world.account(user_id);
		if (!user) throw badRequest("PARTICIPANT_ID_INVALID");
		if (user_id !== bot.user.id) requireMemberList(call, room);
		return chatMember(user, memberOf(world, room, user_id), room, bot.user.id);
	}),
	getChatAdministrators: method(inChat, (call, { chat_id }) => {
		const { world, bot } = call;
		const room = findGroup(call, chat_id);
		requireMemberList(call, room);
		return [...room.members].flatMap(([id, member]) => {
			const user = world.account(id);
			const isListed = user && (!user.is_bot || id === bot.user.id);
			const isAdministrator = member.status === "administrator" || member.status === "creator";
			return isListed && isAdministrator ? [chatMember(user, member, room, bot.user.id)] : [];
		});
	}),
	getChatMemberCount: method(inChat, (call, { chat_id }) => {
		const room = findRoom(call, chat_id);
		if (room.kind === "private") return 2;
		return [...room.members.keys()].filter((id) => isIn(memberOf(call.world, room, id))).length;
	}),
	leaveChat: method(inChat, (call, { chat_id }) => {
		const room = findGroup(call, chat_id);
		setMember(call.world, room, call.bot.user, call.bot.user.id, { status: "left" });
		return true;
	}),
};
