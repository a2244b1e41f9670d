import { SimulatorError } from "../errors.ts";
import { linkForBot } from "./invite-links.ts";
import { post } from "./post.ts";
import type { GroupRoom, InviteLink, Member, MemberStatus, PrivateRoom } from "./records.ts";
import type { ChatType, User } from "./types.ts";
import { addUpdate, botsIn, isAdmin } from "./updates.ts";
import { isIn, type World } from "./world.ts";

const ADMINISTRATOR_RIGHTS = [
	"is_anonymous",
	"can_manage_chat",
	"can_delete_messages",
	"can_manage_video_chats",
	"can_restrict_members",
	"can_promote_members",
	"can_change_info",
	"can_invite_users",
	"can_post_stories",
	"can_edit_stories",
	"can_delete_stories",
] as const;
const CHANNEL_RIGHTS = ["can_post_messages", "can_edit_messages"] as const;
const GROUP_RIGHTS = ["can_pin_messages", "can_manage_topics"] as const;

export const PERMISSIONS = [
	"can_send_messages",
	"can_send_audios",
	"can_send_documents",
	"can_send_photos",
	"can_send_videos",
	"can_send_video_notes",
	"can_send_voice_notes",
	"can_send_polls",
	"can_send_other_messages",
	"can_add_web_page_previews",
	"can_react_to_messages",
	"can_edit_tag",
	"can_change_info",
	"can_invite_users",
	"can_pin_messages",
	"can_manage_topics",
] as const;

export function rightsFor(type: ChatType): readonly string[] {
	if (type === "channel") return [...ADMINISTRATOR_RIGHTS, ...CHANNEL_RIGHTS];
	return [...ADMINISTRATOR_RIGHTS, ...GROUP_RIGHTS];
}

const NOBODY: Member = { status: "left", rights: {}, until_date: 0, is_member: false };

/** The member's status now: a restriction or ban whose time has passed is over. */
export function memberOf(world: World, room: GroupRoom, id: number): Member {
	const member = room.members.get(id);
	if (!member) return NOBODY;
	if (member.until_date > 0 && member.until_date <= world.date()) {
		if (member.status === "kicked") return NOBODY;
		if (member.status === "restricted") return member.is_member ? { ...NOBODY, status: "member" } : NOBODY;
	}
	return member;
}

export function hasRight(world: World, room: GroupRoom, id: number, right: string): boolean {
	const member = memberOf(world, room, id);
	if (member.status === "creator") return true;
	return member.status === "administrator" && member.rights[right] === true;
}

/** Whether somebody may send: the chat's permissions and the own restriction. */
export function maySend(world: World, room: GroupRoom, id: number, permission: string): boolean {
	const member = memberOf(world, room, id);
	if (member.status === "creator" || member.status === "administrator") return true;
	if (member.status === "restricted" && member.rights[permission] !== true) return false;
	return room.permissions[permission] !== false;
}

/** Bot API's ChatMember. */
export function chatMember(
	user: User,
	member: Member,
	room: GroupRoom,
	viewer?: number,
): Record<string, unknown> {
	const base = { user, status: member.status, custom_title: member.custom_title };
	switch (member.status) {
		case "creator":
			return { ...base, is_anonymous: false };
		case "administrator": {
			const rights = Object.fromEntries(
				rightsFor(room.chat.type).map((right) => [right, member.rights[right] === true]),
			);
			return { ...base, can_be_edited: viewer !== undefined && member.promoted_by === viewer, ...rights };
		}
		case "restricted": {
			const permissions = PERMISSIONS.map((permission) => [permission, member.rights[permission] === true]);
			return {
				...base,
				is_member: member.is_member,
				until_date: member.until_date,
				...Object.fromEntries(permissions),
			};
		}
		case "kicked":
			return { ...base, until_date: member.until_date };
		default:
			return base;
	}
}

/**
 * Changes what somebody is in a chat and tells the bots: my_chat_member, chat_member, and the service message. Who comes
 * in has asked to, or has followed `link`, or was added.
 */
export function setMember(
	world: World,
	room: GroupRoom,
	actor: User,
	userId: number,
	change: Partial<Member> & { status: MemberStatus },
	link?: InviteLink,
): void {
	const user = world.account(userId);
	if (!user) throw new SimulatorError(`no user ${userId}`, 404);
	const before = memberOf(world, room, userId);
	const after: Member = { ...NOBODY, is_member: change.status === "restricted" && isIn(before), ...change };
	const comesIn = !isIn(before) && isIn(after);
	const asked = comesIn && room.join_requests.has(userId);
	const requested = room.join_requests.get(userId);
	const used = comesIn ? (link ?? room.invite_links.find((one) => one.invite_link === requested)) : undefined;
	if (isIn(after)) after.invite_link = comesIn ? used?.invite_link : room.members.get(userId)?.invite_link;
	room.members.set(userId, after);
	room.join_requests.delete(userId);
	const update = {
		chat: room.chat,
		from: actor,
		date: world.date(),
		old_chat_member: chatMember(user, before, room),
		new_chat_member: chatMember(user, after, room),
		...(asked ? { via_join_request: true } : {}),
	};
	const self = world.state.bots.get(userId);
	if (self) addUpdate(world, self, "my_chat_member", update, room.chat.id);
	for (const bot of botsIn(world, room)) {
		if (bot.user.id === userId || !isAdmin(room, bot.user.id)) continue;
		const invite_link = used && linkForBot(world, room, used, bot.user.id);
		addUpdate(world, bot, "chat_member", { ...update, invite_link }, room.chat.id);
	}
	if (room.chat.type !== "channel") {
		if (comesIn) post(world, room, actor, { new_chat_members: [user] });
		if (isIn(before) && !isIn(after)) post(world, room, actor, { left_chat_member: user });
	}
	world.emit({ type: "state", user: null, chat: room.chat.id });
}

/**
 * Takes somebody out and keeps them out. A basic group has no bans: who was removed is simply not there (Bot API,
 * banChatMember).
 */
export function ban(world: World, room: GroupRoom, actor: User, userId: number, until_date: number): void {
	const isPerson = world.state.people.has(userId);
	if (room.chat.type === "group" && isPerson) setMember(world, room, actor, userId, { status: "left" });
	else setMember(world, room, actor, userId, { status: "kicked", until_date });
}

/** A person blocks a bot or lets it write again. */
export function setBlocked(world: World, room: PrivateRoom, blocked: boolean): void {
	if (room.blocked === blocked) return;
	room.blocked = blocked;
	const bot = world.bot(room.bot);
	const status = (isBlocked: boolean) =>
		isBlocked ? { user: bot.user, status: "kicked", until_date: 0 } : { user: bot.user, status: "member" };
	const update = {
		chat: world.chatOf(room),
		from: world.person(room.user).user,
		date: world.date(),
		old_chat_member: status(!blocked),
		new_chat_member: status(blocked),
	};
	addUpdate(world, bot, "my_chat_member", update, room.user);
	world.emit({ type: "state", user: room.user, chat: room.bot, blocked });
}
