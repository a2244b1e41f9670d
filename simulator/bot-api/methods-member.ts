import { z } from "zod";
import { badRequest } from "../errors.ts";
import { ban, memberOf, PERMISSIONS, rightsFor, setMember } from "../world/members.ts";
import type { GroupRoom, Member } from "../world/records.ts";
import { isIn } from "../world/world.ts";
import { findGroup, requireRight } from "./access.ts";
import { boolean, chatId, integer, json, userId } from "./fields.ts";
import { type Call, type Method, method } from "./method.ts";

const RESTRICT = "not enough rights to restrict/unrestrict chat member";

const permissions = json(
	z.partialRecord(z.enum(PERMISSIONS), z.boolean()),
	"can't parse permissions JSON object",
);

/** Somebody the bot may restrict or remove. */
function findTarget(call: Call, room: GroupRoom, id: number): Member {
	if (!call.world.account(id)) throw badRequest("PARTICIPANT_ID_INVALID");
	const member = memberOf(call.world, room, id);
	if (member.status === "creator") throw badRequest("can't remove chat owner");
	if (member.status === "administrator" && member.promoted_by !== call.bot.user.id) {
		throw badRequest("user is an administrator of the chat");
	}
	return member;
}

/** Bans and restrictions under 30 seconds or over 366 days are forever (Bot API, banChatMember). */
function until(call: Call, date: number | undefined): number {
	const seconds = (date ?? 0) - call.world.date();
	return date === undefined || seconds < 30 || seconds > 366 * 86_400 ? 0 : date;
}

/** `can_send_messages` stands for the ones that are not named (Bot API, use_independent_chat_permissions). */
function withImplied(
	given: Partial<Record<string, boolean>>,
	isIndependent: boolean,
): Record<string, boolean> {
	const media = PERMISSIONS.filter((name) =>
		/^can_send_(audios|documents|photos|videos|video_notes|voice_notes)$/.test(name),
	);
	const all: Record<string, boolean> = {};
	for (const name of PERMISSIONS) all[name] = given[name] ?? false;
	if (isIndependent) return all;
	if (all.can_send_other_messages || all.can_add_web_page_previews)
		for (const name of media) all[name] = true;
	if (media.some((name) => all[name]) || all.can_send_polls) all.can_send_messages = true;
	return all;
}

/** A channel and the chat it is, or shall not be, written in its name. */
const senderChat = z.object({ chat_id: chatId, sender_chat_id: integer("invalid sender_chat_id specified") });

/** The supergroup or channel where the bot may ban; https://core.telegram.org/bots/api#banchatsenderchat */
function findForSender(call: Call, chat_id: number | string, sender: number): GroupRoom {
	const room = findGroup(call, chat_id);
	if (room.chat.type === "group")
		throw badRequest("method is available for supergroup and channel chats only");
	requireRight(call, room, "can_restrict_members", RESTRICT);
	if (call.world.state.groups.get(sender)?.chat.type !== "channel")
		throw badRequest("PARTICIPANT_ID_INVALID");
	return room;
}

const right = boolean();

export const MEMBER_METHODS: Record<string, Method> = {
	banChatMember: method(
		z.object({
			chat_id: chatId,
			user_id: userId,
			until_date: integer().optional(),
			revoke_messages: boolean(),
		}),
		(call, { chat_id, user_id, until_date }) => {
			const room = findGroup(call, chat_id);
			requireRight(call, room, "can_restrict_members", RESTRICT);
			findTarget(call, room, user_id);
			ban(call.world, room, call.bot.user, user_id, until(call, until_date));
			return true;
		},
	),
	unbanChatMember: method(
		z.object({ chat_id: chatId, user_id: userId, only_if_banned: boolean() }),
		(call, { chat_id, user_id, only_if_banned }) => {
			const room = findGroup(call, chat_id);
			if (room.chat.type === "group")
				throw badRequest("method is available for supergroup and channel chats only");
			requireRight(call, room, "can_restrict_members", RESTRICT);
			const member = findTarget(call, room, user_id);
			// Without only_if_banned somebody who is in the chat is removed from it.
			const isChanged = member.status === "kicked" || (isIn(member) && !only_if_banned);
			if (isChanged) setMember(call.world, room, call.bot.user, user_id, { status: "left" });
			return true;
		},
	),
	banChatSenderChat: method(senderChat, (call, { chat_id, sender_chat_id }) => {
		const room = findForSender(call, chat_id, sender_chat_id);
		room.banned_channels = [...new Set([...(room.banned_channels ?? []), sender_chat_id])];
		call.world.changed();
		return true;
	}),
	unbanChatSenderChat: method(senderChat, (call, { chat_id, sender_chat_id }) => {
		const room = findForSender(call, chat_id, sender_chat_id);
		room.banned_channels = room.banned_channels?.filter((id) => id !== sender_chat_id);
		call.world.changed();
		return true;
	}),
	restrictChatMember: method(
		z.object({
			chat_id: chatId,
			user_id: userId,
			permissions,
			use_independent_chat_permissions: boolean(),
			until_date: integer().optional(),
		}),
		(call, parameters) => {
			const room = findGroup(call, parameters.chat_id);
			if (room.chat.type !== "supergroup") throw badRequest("method is available only for supergroups");
			requireRight(call, room, "can_restrict_members", RESTRICT);
			const member = findTarget(call, room, parameters.user_id);
			const rights = withImplied(
				parameters.permissions,
				parameters.use_independent_chat_permissions ?? false,
			);
			const isFree = PERMISSIONS.slice(0, 10).every((name) => rights[name]);
			const status = isFree
				? isIn(member)
					? ("member" as const)
					: ("left" as const)
				: ("restricted" as const);
			const change = {
				status,
				rights,
				until_date: until(call, parameters.until_date),
				is_member: isIn(member),
			};
			setMember(call.world, room, call.bot.user, parameters.user_id, change);
			return true;
		},
	),
	setChatPermissions: method(
		z.object({ chat_id: chatId, permissions, use_independent_chat_permissions: boolean() }),
		(call, { chat_id, permissions: given, use_independent_chat_permissions }) => {
			const room = findGroup(call, chat_id);
			if (room.chat.type === "channel")
				throw badRequest("method is available only for groups and supergroups");
			requireRight(call, room, "can_restrict_members", "not enough rights to change chat permissions");
			room.permissions = withImplied(given, use_independent_chat_permissions ?? false);
			call.world.changed();
			return true;
		},
	),
	promoteChatMember: method(
		z.object({
			chat_id: chatId,
			user_id: userId,
			is_anonymous: right,
			can_manage_chat: right,
			can_delete_messages: right,
			can_manage_video_chats: right,
			can_restrict_members: right,
			can_promote_members: right,
			can_change_info: right,
			can_invite_users: right,
			can_post_stories: right,
			can_edit_stories: right,
			can_delete_stories: right,
			can_post_messages: right,
			can_edit_messages: right,
			can_pin_messages: right,
			can_manage_topics: right,
		}),
		(call, { chat_id, user_id, ...given }) => {
			const { world, bot } = call;
			const room = findGroup(call, chat_id);
			if (room.chat.type === "group")
				throw badRequest("method is available for supergroup and channel chats only");
			requireRight(call, room, "can_promote_members", "not enough rights");
			findTarget(call, room, user_id);
			const own = memberOf(world, room, bot.user.id);
			const wanted = rightsFor(room.chat.type).filter(
				(name) => (given as Record<string, unknown>)[name] === true,
			);
			if (wanted.some((name) => name !== "can_manage_chat" && !own.rights[name]))
				throw badRequest("RIGHT_FORBIDDEN");
			const rights = Object.fromEntries(wanted.map((name) => [name, true]));
			const status = wanted.length > 0 ? ("administrator" as const) : ("member" as const);
			// Any right implies can_manage_chat.
			const change = {
				status,
				rights: { ...rights, can_manage_chat: wanted.length > 0 },
				promoted_by: bot.user.id,
			};
			setMember(world, room, bot.user, user_id, change);
			return true;
		},
	),
};
