// Who may do what where, in Telegram's words.
import { BotApiError, badRequest, forbidden } from "../errors.ts";
import { hasRight, maySend, memberOf } from "../world/members.ts";
import type { GroupRoom, Room, StoredMessage } from "../world/records.ts";
import { isIn } from "../world/world.ts";
import type { Call } from "./method.ts";

const NAMES = {
	private: "private chat",
	group: "group chat",
	supergroup: "supergroup chat",
	channel: "channel chat",
};

/** The chat a bot names: a person's id, a group's id, or @username of a public one. */
export function findRoom({ world, bot }: Call, id: number | string): Room {
	if (typeof id === "string") {
		const name = id.replace(/^@/, "").toLowerCase();
		const group = [...world.state.groups.values()].find((one) => one.chat.username?.toLowerCase() === name);
		if (!group) throw badRequest("chat not found");
		return group;
	}
	if (id > 0) {
		const room = world.privateRoom(bot.user.id, id);
		if (room) return room;
		if (world.state.bots.has(id)) throw forbidden("bot can't send messages to bots");
		throw badRequest("chat not found");
	}
	const group = world.state.groups.get(id);
	if (!group || (!group.members.has(bot.user.id) && !group.chat.username)) throw badRequest("chat not found");
	if (group.migrated_to !== null) {
		throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
			migrate_to_chat_id: group.migrated_to,
		});
	}
	return group;
}

/** The chat, if the bot may write there. `permission` is what the chat's members need for such a message. */
export function findWritableRoom(call: Call, id: number | string, permission: string): Room {
	const { world, bot } = call;
	if (typeof id === "number" && id > 0 && !world.privateRoom(bot.user.id, id)) {
		if (world.state.people.has(id)) throw forbidden("bot can't initiate conversation with a user");
	}
	const room = findRoom(call, id);
	if (room.kind === "private") {
		requireReachable(call, room.user);
		return room;
	}
	requireMembership(call, room);
	if (room.chat.type === "channel") {
		if (!hasRight(world, room, bot.user.id, "can_post_messages")) {
			throw badRequest("need administrator rights in the channel chat");
		}
	} else if (!maySend(world, room, bot.user.id, permission)) {
		throw badRequest(`not enough rights to send ${PERMISSION_WORDS[permission] ?? "messages"} to the chat`);
	}
	return room;
}

const PERMISSION_WORDS: Record<string, string> = {
	can_send_messages: "text messages",
	can_send_audios: "music",
	can_send_documents: "documents",
	can_send_photos: "photos",
	can_send_videos: "videos",
	can_send_video_notes: "video notes",
	can_send_voice_notes: "voice notes",
	can_send_polls: "polls",
	can_send_other_messages: "stickers",
};

function requireReachable({ world, bot }: Call, userId: number): void {
	const room = world.privateRoom(bot.user.id, userId);
	if (world.person(userId).deactivated) throw forbidden("user is deactivated");
	if (room?.blocked) throw forbidden("bot was blocked by the user");
	if (!room?.started && world.now() >= (room?.writable_until ?? 0))
		throw forbidden("bot can't initiate conversation with a user");
}

export function requireMembership({ world, bot }: Call, room: GroupRoom): void {
	const member = memberOf(world, room, bot.user.id);
	if (isIn(member)) return;
	const name = NAMES[room.chat.type];
	throw forbidden(
		member.status === "kicked" ? `bot was kicked from the ${name}` : `bot is not a member of the ${name}`,
	);
}

/** A group or channel the bot is in. */
export function findGroup(call: Call, id: number | string): GroupRoom {
	const room = findRoom(call, id);
	if (room.kind === "private") throw badRequest("method is available for supergroup and channel chats only");
	requireMembership(call, room);
	return room;
}

export function requireRight({ world, bot }: Call, room: GroupRoom, right: string, words: string): void {
	if (!hasRight(world, room, bot.user.id, right)) throw badRequest(words);
}

export function findMessage(room: Room, messageId: number, words: string): StoredMessage {
	const stored = room.messages.get(messageId);
	if (!stored) throw badRequest(words);
	return stored;
}
