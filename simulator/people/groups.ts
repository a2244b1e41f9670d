import { SimulatorError } from "../errors.ts";
import { linkForBot, makePrimaryLink } from "../world/invite-links.ts";
import { ban, hasRight, memberOf, rightsFor, setMember } from "../world/members.ts";
import { post } from "../world/post.ts";
import type { GroupRoom, InviteLink } from "../world/records.ts";
import type { Chat } from "../world/types.ts";
import { addUpdate, botsIn, isAdmin } from "../world/updates.ts";
import { isIn, type World } from "../world/world.ts";
import type { Checked, groupInput, joinInput, linkInput, memberInput } from "./inputs.ts";

/** Supergroups and channels have ids of -100 and ten digits, basic groups short negative ones. */
const SUPERGROUP_BASE = -1_002_000_000_000;
const GROUP_BASE = -4_000_000;

/** How long a bot may write to somebody who asked to join (Bot API, ChatJoinRequest.user_chat_id). */
const JOIN_REQUEST_CHAT = 5 * 60_000;

export function createGroup(world: World, owner: number, input: Checked<typeof groupInput>): Chat {
	const { user } = world.person(owner);
	const room = makeRoom(world, owner, input.type, {
		title: input.title,
		username: input.username,
		...(input.is_forum ? { is_forum: true } : {}),
	});
	room.join_by_request = input.join_by_request ?? false;
	const created = `${input.type}_chat_created` as const;
	post(world, room, user, { [created]: true });
	world.emit({ type: "state", user: owner, chat: room.chat.id });
	return room.chat;
}

function makeRoom(
	world: World,
	owner: number,
	type: GroupRoom["chat"]["type"],
	chat: Partial<Chat>,
): GroupRoom {
	const number = world.next("group");
	const id = (type === "group" ? GROUP_BASE : SUPERGROUP_BASE) - number;
	const room: GroupRoom = {
		kind: "group",
		chat: { id, type, ...chat },
		next_message_id: 1,
		members: new Map([[owner, { status: "creator", rights: {}, until_date: 0, is_member: true }]]),
		invite_links: [],
		join_requests: new Map(),
		join_by_request: false,
		permissions: {
			can_send_messages: true,
			can_send_audios: true,
			can_send_documents: true,
			can_send_photos: true,
			can_send_videos: true,
			can_send_video_notes: true,
			can_send_voice_notes: true,
			can_send_polls: true,
			can_send_other_messages: true,
			can_add_web_page_previews: true,
			can_change_info: false,
			can_invite_users: true,
			can_pin_messages: false,
			can_manage_topics: false,
		},
		migrated_to: null,
		pinned: [],
		messages: new Map(),
		keyboard: null,
		unread: new Map(),
		last_at: world.now(),
	};
	makePrimaryLink(world, room, owner);
	world.state.groups.set(id, room);
	return room;
}

export function joinAs(
	world: World,
	person: number,
	input: Checked<typeof joinInput>,
): "member" | "requested" {
	const { user } = world.person(person);
	const { room, link } = findEntrance(world, input);
	const { status } = memberOf(world, room, person);
	if (status === "kicked") throw new SimulatorError("the person is banned there");
	if (isIn(memberOf(world, room, person))) return "member";
	if (link) checkLink(world, room, link);
	if (link?.creates_join_request || (!link && room.join_by_request)) {
		room.join_requests.set(person, link?.invite_link ?? null);
		const update = {
			chat: room.chat,
			from: user,
			user_chat_id: person,
			date: world.date(),
		};
		for (const bot of botsIn(world, room)) {
			// Bot API, Update.chat_join_request.
			if (!hasRight(world, room, bot.user.id, "can_invite_users")) continue;
			const invite_link = link && linkForBot(world, room, link, bot.user.id);
			world.openPrivateRoom(bot.user.id, person).writable_until = world.now() + JOIN_REQUEST_CHAT;
			addUpdate(world, bot, "chat_join_request", { ...update, invite_link }, room.chat.id);
		}
		return "requested";
	}
	// Whoever had asked by another way has no need to any more.
	room.join_requests.delete(person);
	setMember(world, room, user, person, { status: "member" }, link);
	return "member";
}

function findEntrance(
	world: World,
	input: Checked<typeof joinInput>,
): { room: GroupRoom; link?: InviteLink } {
	if ("chat" in input) return { room: world.group(input.chat) };
	for (const room of world.state.groups.values()) {
		const link = room.invite_links.find((one) => hashOf(one.invite_link) === hashOf(input.invite_link));
		if (link) return { room, link };
	}
	throw new SimulatorError("no such invite link", 404);
}

/** However the link is written: t.me/+HASH, t.me/joinchat/HASH or tg://join?invite=HASH. */
const hashOf = (link: string) => /(?:\+|%2B|joinchat\/|invite=)([\w-]+)$/i.exec(link)?.[1] ?? link;

function checkLink(world: World, room: GroupRoom, link: InviteLink): void {
	if (link.is_revoked) throw new SimulatorError("the invite link was revoked");
	if (link.expire_date && link.expire_date <= world.date())
		throw new SimulatorError("the invite link has expired");
	if (isUsedUp(world, room, link)) throw new SimulatorError("the invite link is used up");
}

/** Bot API, member_limit: how many may be in the chat at once by this link, so a place is free again once somebody has left. */
function isUsedUp(world: World, room: GroupRoom, { invite_link, member_limit }: InviteLink): boolean {
	if (member_limit === undefined) return false;
	const by = [...room.members].filter(([id, member]) => {
		return member.invite_link === invite_link && isIn(memberOf(world, room, id));
	});
	return by.length >= member_limit;
}

export function leaveAs(world: World, person: number, chat: number): void {
	const room = world.group(chat);
	if (!isIn(memberOf(world, room, person))) throw new SimulatorError(`user ${person} is not in chat ${chat}`);
	setMember(world, room, world.person(person).user, person, { status: "left" });
}

/** An administrator (a person) changes what somebody is. */
export function setMemberAs(world: World, actor: number, input: Checked<typeof memberInput>): void {
	const room = world.group(input.chat);
	if (!isAdmin(room, actor))
		throw new SimulatorError(`user ${actor} is no administrator of chat ${input.chat}`);
	if (memberOf(world, room, input.user).status === "creator") throw new SimulatorError("that is the owner");
	if (world.state.bots.has(input.user) && room.chat.type === "channel" && input.status === "member") {
		throw new SimulatorError("a bot can be in a channel only as an administrator");
	}
	if (input.status === "kicked") {
		ban(world, room, world.person(actor).user, input.user, input.until_date ?? 0);
		return;
	}
	if (input.status === "left" && room.join_requests.delete(input.user)) {
		world.emit({ type: "state", user: null, chat: room.chat.id });
		return;
	}
	const isPromoted = input.status === "administrator";
	const defaults = isPromoted
		? Object.fromEntries(rightsFor(room.chat.type).map((right) => [right, right !== "is_anonymous"]))
		: {};
	setMember(world, room, world.person(actor).user, input.user, {
		status: input.status,
		rights: { ...defaults, ...input.rights },
		until_date: input.until_date ?? 0,
		...(isPromoted ? { promoted_by: actor } : {}),
	});
}

/** A supergroup becomes the discussion group of a channel; both are the person's. */
export function linkAs(world: World, actor: number, input: Checked<typeof linkInput>): void {
	const [group, channel] = [world.group(input.chat), world.group(input.channel)];
	if (group.chat.type !== "supergroup" || channel.chat.type !== "channel")
		throw new SimulatorError("a channel is linked to a supergroup");
	for (const room of [group, channel])
		if (memberOf(world, room, actor).status !== "creator")
			throw new SimulatorError("only the owner can do that");
	group.linked_chat_id = channel.chat.id;
	channel.linked_chat_id = group.chat.id;
	world.changed();
}

/** A basic group becomes a supergroup: a new chat, and a service message in each that names the other. */
export function migrateAs(world: World, actor: number, chat: number): Chat {
	const old = world.group(chat);
	if (old.chat.type !== "group") throw new SimulatorError("only a basic group can be migrated");
	if (old.migrated_to !== null) throw new SimulatorError(`chat ${chat} is already ${old.migrated_to}`);
	if (memberOf(world, old, actor).status !== "creator")
		throw new SimulatorError("only the owner can do that");
	const { user } = world.person(actor);
	const room = makeRoom(world, actor, "supergroup", { title: old.chat.title });
	for (const [id, member] of old.members) room.members.set(id, { ...member });
	post(world, old, user, { migrate_to_chat_id: room.chat.id });
	post(world, room, user, { migrate_from_chat_id: chat });
	old.migrated_to = room.chat.id;
	world.emit({ type: "state", user: null, chat: room.chat.id });
	return room.chat;
}
