import { z } from "zod";
import { badRequest } from "../errors.ts";
import { chatMember, linkForBots, makeInviteLink, memberOf, setMember } from "../world/members.ts";
import { messageForBot } from "../world/messages.ts";
import type { GroupRoom } from "../world/records.ts";
import { isIn } from "../world/world.ts";
import { findGroup, findRoom, requireRight } from "./access.ts";
import { boolean, chatId, integer, text, userId } from "./fields.ts";
import { type Call, type Method, method } from "./method.ts";

const inChat = z.object({ chat_id: chatId });

const INVITE_RIGHTS = "not enough rights to manage chat invite link";

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
		invite_link: room.invite_links.find((link) => link.is_primary)?.invite_link,
		pinned_message: pinned && messageForBot(bot, pinned.message),
	};
}

/** The members; a channel's only for its administrators. */
function requireMemberList(call: Call, room: GroupRoom): void {
	if (room.chat.type !== "channel") return;
	const { status } = memberOf(call.world, room, call.bot.user.id);
	if (status !== "administrator" && status !== "creator") throw badRequest("member list is inaccessible");
}

function answerJoinRequest(call: Call, chat_id: number | string, user_id: number, isApproved: boolean): true {
	const { world, bot } = call;
	const room = findGroup(call, chat_id);
	requireRight(call, room, "can_invite_users", INVITE_RIGHTS);
	if (isIn(memberOf(world, room, user_id))) throw badRequest("USER_ALREADY_PARTICIPANT");
	const used = room.join_requests.get(user_id);
	if (used === undefined) throw badRequest("HIDE_REQUESTER_MISSING");
	room.join_requests.delete(user_id);
	if (!isApproved) return true;
	const invite_link = room.invite_links.find((link) => link.invite_link === used);
	setMember(
		world,
		room,
		bot.user,
		user_id,
		{ status: "member" },
		{
			via_join_request: true,
			...(invite_link ? { invite_link } : {}),
		},
	);
	return true;
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
	createChatInviteLink: method(
		z.object({
			chat_id: chatId,
			name: text().pipe(z.string().max(32, "INVITE_NAME_TOO_LONG")).optional(),
			expire_date: integer().optional(),
			member_limit: integer().optional(),
			creates_join_request: boolean(),
		}),
		(call, { chat_id, name, expire_date, member_limit, creates_join_request = false }) => {
			const room = findGroup(call, chat_id);
			requireRight(call, room, "can_invite_users", INVITE_RIGHTS);
			if (creates_join_request && member_limit) {
				throw badRequest("member limit can't be specified for links requiring administrator approval");
			}
			if (member_limit !== undefined && (member_limit < 1 || member_limit > 99_999)) {
				throw badRequest("USAGE_LIMIT_INVALID");
			}
			const options = { name, expire_date, member_limit, creates_join_request };
			const link = makeInviteLink(call.world, room, call.bot.user.id, options);
			call.world.changed();
			return linkForBots(call.world, link);
		},
	),
	exportChatInviteLink: method(inChat, (call, { chat_id }) => {
		const room = findGroup(call, chat_id);
		requireRight(call, room, "can_invite_users", INVITE_RIGHTS);
		for (const link of room.invite_links) {
			if (link.is_primary) link.is_revoked = true;
		}
		return makeInviteLink(call.world, room, call.bot.user.id, { is_primary: true }).invite_link;
	}),
	revokeChatInviteLink: method(
		z.object({ chat_id: chatId, invite_link: text("INVITE_HASH_EMPTY") }),
		(call, { chat_id, invite_link }) => {
			const room = findGroup(call, chat_id);
			requireRight(call, room, "can_invite_users", INVITE_RIGHTS);
			const link = room.invite_links.find((one) => one.invite_link === invite_link);
			if (!link) throw badRequest("INVITE_HASH_INVALID");
			link.is_revoked = true;
			call.world.changed();
			return linkForBots(call.world, link);
		},
	),
	approveChatJoinRequest: method(
		z.object({ chat_id: chatId, user_id: userId }),
		(call, { chat_id, user_id }) => answerJoinRequest(call, chat_id, user_id, true),
	),
	declineChatJoinRequest: method(
		z.object({ chat_id: chatId, user_id: userId }),
		(call, { chat_id, user_id }) => answerJoinRequest(call, chat_id, user_id, false),
	),
};
