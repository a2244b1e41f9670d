import { messageForPerson, type PersonMessage } from "../world/messages.ts";
import type { Chat, ReplyKeyboardMarkup } from "../world/types.ts";
import { isIn, type World } from "../world/world.ts";
import { findRoom } from "./rooms.ts";

export interface ChatLine {
	chat: Chat;
	title: string;
	unread: number;
	last: PersonMessage | null;
}

/** The person's list of chats, newest first. */
export function chatsOf(world: World, person: number): ChatLine[] {
	world.person(person);
	const rooms = [
		...[...world.state.private_rooms.values()].filter((room) => room.user === person),
		...[...world.state.groups.values()].filter(
			(room) => isIn(room.members.get(person)) && room.migrated_to === null,
		),
	];
	return rooms
		.sort((a, b) => b.last_at - a.last_at)
		.map((room) => {
			const chat = world.chatFor(person, room);
			const newest = [...room.messages.values()].at(-1);
			return {
				chat,
				title: chat.title ?? chat.first_name ?? "",
				unread: room.unread.get(person) ?? 0,
				last: newest ? messageForPerson(world, person, room, newest) : null,
			};
		});
}

export interface Screen {
	messages: PersonMessage[];
	reply_keyboard: ReplyKeyboardMarkup | null;
	blocked: boolean;
}

/** What stands on the person's screen; reading a chat marks it as read. */
export function messagesOf(
	world: World,
	person: number,
	chat: number,
	{ after = 0, limit }: { after?: number | undefined; limit?: number | undefined } = {},
): Screen {
	const room = findRoom(world, person, chat);
	room.unread.set(person, 0);
	const newer = [...room.messages.values()].filter(({ message }) => message.message_id > after);
	const shown = limit === undefined ? newer : newer.slice(-limit);
	return {
		messages: shown.map((stored) => messageForPerson(world, person, room, stored)),
		reply_keyboard: room.keyboard?.markup ?? null,
		blocked: room.kind === "private" && room.blocked,
	};
}
