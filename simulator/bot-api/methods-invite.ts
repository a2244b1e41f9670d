// Invite links, and the answers to who asks to join.
import { z } from "zod";
import { badRequest } from "../errors.ts";
import { linkForBot, makeInviteLink, makePrimaryLink } from "../world/invite-links.ts";
import { memberOf, setMember } from "../world/members.ts";
import type { GroupRoom, InviteLink } from "../world/records.ts";
import { isIn } from "../world/world.ts";
import { findGroup, requireRight } from "./access.ts";
import { boolean, chatId, integer, text, userId } from "./fields.ts";
import { type Call, type Method, method } from "./method.ts";

function findInvitable(call: Call, chat_id: number | string): GroupRoom {
	const room = findGroup(call, chat_id);
	requireRight(call, room, "can_invite_users", "not enough rights to manage chat invite link");
	return room;
}

/** One of the bot's own: other administrators' links are none of its business. */
function findOwnLink(call: Call, room: GroupRoom, invite_link: string): InviteLink {
	const link = room.invite_links.find((one) => one.invite_link === invite_link);
	if (link?.creator !== call.bot.user.id) throw badRequest("INVITE_HASH_INVALID");
	return link;
}

const linkFields = {
	chat_id: chatId,
	name: text().pipe(z.string().max(32, "INVITE_NAME_TOO_LONG")).optional(),
	expire_date: integer().optional(),
	member_limit: integer().optional(),
	creates_join_request: boolean(),
};

type LinkFields = z.output<z.ZodObject<typeof linkFields>>;

/** What is left out, empty or 0 is not limited. */
function linkOptions(
	call: Call,
	fields: LinkFields,
): Pick<InviteLink, "name" | "expire_date" | "member_limit" | "creates_join_request"> {
	const { name, expire_date, member_limit, creates_join_request = false } = fields;
	if (creates_join_request && member_limit)
		throw badRequest("member limit can't be specified for links requiring administrator approval");
	if (member_limit && (member_limit < 1 || member_limit > 99_999)) throw badRequest("USAGE_LIMIT_INVALID");
	if (expire_date && expire_date <= call.world.date()) throw badRequest("EXPIRE_DATE_INVALID");
	return {
		name: name || undefined,
		expire_date: expire_date || undefined,
		member_limit: member_limit || undefined,
		creates_join_request,
	};
}

const answered = (call: Call, room: GroupRoom, link: InviteLink) => {
	call.world.changed();
	return linkForBot(call.world, room, link, call.bot.user.id);
};

function answerJoinRequest(call: Call, chat_id: number | string, user_id: number, isApproved: boolean): true {
	const { world, bot } = call;
	const room = findInvitable(call, chat_id);
	if (isIn(memberOf(world, room, user_id))) throw badRequest("USER_ALREADY_PARTICIPANT");
	if (!room.join_requests.has(user_id)) throw badRequest("HIDE_REQUESTER_MISSING");
	if (isApproved) setMember(world, room, bot.user, user_id, { status: "member" });
	room.join_requests.delete(user_id);
	world.changed();
	return true;
}

const request = z.object({ chat_id: chatId, user_id: userId });

export const INVITE_METHODS: Record<string, Method> = {
	createChatInviteLink: method(z.object(linkFields), (call, fields) => {
		const room = findInvitable(call, fields.chat_id);
		const link = makeInviteLink(call.world, room, call.bot.user.id, linkOptions(call, fields));
		return answered(call, room, link);
	}),
	editChatInviteLink: method(
		z.object({ ...linkFields, invite_link: text("INVITE_HASH_EMPTY") }),
		(call, { invite_link, ...fields }) => {
			const room = findInvitable(call, fields.chat_id);
			const link = findOwnLink(call, room, invite_link);
			if (link.is_revoked) throw badRequest("INVITE_HASH_EXPIRED");
			if (link.is_primary) throw badRequest("CHAT_INVITE_PERMANENT");
			Object.assign(link, linkOptions(call, fields));
			return answered(call, room, link);
		},
	),
	exportChatInviteLink: method(z.object({ chat_id: chatId }), (call, { chat_id }) => {
		const room = findInvitable(call, chat_id);
		return makePrimaryLink(call.world, room, call.bot.user.id).invite_link;
	}),
	revokeChatInviteLink: method(
		z.object({ chat_id: chatId, invite_link: text("INVITE_HASH_EMPTY") }),
		(call, { chat_id, invite_link }) => {
			const room = findInvitable(call, chat_id);
			const link = findOwnLink(call, room, invite_link);
			// Bot API, revokeChatInviteLink: another primary one comes by itself.
			if (link.is_primary && !link.is_revoked) makePrimaryLink(call.world, room, call.bot.user.id);
			link.is_revoked = true;
			return answered(call, room, link);
		},
	),
	approveChatJoinRequest: method(request, (call, { chat_id, user_id }) =>
		answerJoinRequest(call, chat_id, user_id, true),
	),
	declineChatJoinRequest: method(request, (call, { chat_id, user_id }) =>
		answerJoinRequest(call, chat_id, user_id, false),
	),
};
