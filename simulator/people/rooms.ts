import { SimulatorError } from "../errors.ts";
import { hasRight, maySend, memberOf } from "../world/members.ts";
import type { Room, StoredMessage } from "../world/records.ts";
import { isIn, type World } from "../world/world.ts";

/** The chat a person names: a bot's id, or a group's. */
export function findRoom(world: World, person: number, chat: number): Room {
	world.person(person);
	if (chat > 0) {
		const room = world.privateRoom(chat, person);
		if (room) return room;
		world.bot(chat);
		return world.openPrivateRoom(chat, person);
	}
	const room = world.group(chat);
	if (!isIn(memberOf(world, room, person))) throw new SimulatorError(`user ${person} is not in chat ${chat}`);
	return room;
}

export function findWritableRoom(world: World, person: number, chat: number): Room {
	const room = findRoom(world, person, chat);
	if (world.person(person).deactivated) throw new SimulatorError(`user ${person} is deactivated`);
	if (room.kind === "private") {
		if (room.blocked) throw new SimulatorError(`user ${person} has blocked bot ${chat}`);
		return room;
	}
	if (room.migrated_to !== null) throw new SimulatorError(`chat ${chat} is now ${room.migrated_to}`);
	const may =
		room.chat.type === "channel"
			? hasRight(world, room, person, "can_post_messages")
			: maySend(world, room, person, "can_send_messages");
	if (!may) throw new SimulatorError(`user ${person} may not write in chat ${chat}`);
	return room;
}

export function findMessage(room: Room, messageId: number): StoredMessage {
	const stored = room.messages.get(messageId);
	if (!stored) throw new SimulatorError(`no message ${messageId} there`, 404);
	return stored;
}
