import { forwarded, isService, messageForPerson } from "./messages.ts";
import type { Reaction, Room, StoredMessage } from "./records.ts";
import type { Message, ReactionType, ReplyMarkup, User } from "./types.ts";
import { addUpdate, announceMessage, botsIn, isAdmin } from "./updates.ts";
import type { World, WorldEvent } from "./world.ts";

/** Puts a message into a chat: everybody there sees it, and bots are told if a person wrote it. */
export function post(
	world: World,
	room: Room,
	sender: User,
	draft: Partial<Message>,
	about: Placing = {},
): StoredMessage {
	const stored = place(world, room, sender, draft, about);
	if (!sender.is_bot) announceMessage(world, room, stored);
	forwardToDiscussion(world, room, stored);
	return stored;
}

/** A channel's post, whoever wrote it, stands in its discussion group too, by Telegram's own account. */
function forwardToDiscussion(world: World, room: Room, { message, product }: StoredMessage): void {
	if (room.kind !== "group" || room.chat.type !== "channel" || room.linked_chat_id === undefined) return;
	if (isService(message)) return;
	const { media_group_id, has_protected_content } = message;
	post(
		world,
		world.group(room.linked_chat_id),
		{ id: 777000, is_bot: false, first_name: "Telegram" },
		{
			...forwarded({ message }),
			...(media_group_id === undefined ? {} : { media_group_id }),
			...(has_protected_content ? { has_protected_content } : {}),
			sender_chat: room.chat,
			is_automatic_forward: true,
		},
		{ product },
	);
}

interface Placing {
	markup?: ReplyMarkup | undefined;
	/** see StoredMessage.product */
	product?: string | undefined;
}

/** The same, without a word to the bots. */
export function place(
	world: World,
	room: Room,
	sender: User,
	draft: Partial<Message>,
	{ markup, product }: Placing = {},
): StoredMessage {
	const isChannel = room.kind === "group" && room.chat.type === "channel";
	const message: Message = {
		message_id: world.nextMessageId(room),
		...(isChannel ? { sender_chat: room.chat } : { from: publicUser(sender) }),
		chat: world.chatOf(room),
		date: world.date(),
		...draft,
	};
	const stored: StoredMessage = { message, sender: sender.id, reactions: [], product };
	room.messages.set(message.message_id, stored);
	room.last_at = world.now();
	for (const person of world.audience(room)) {
		if (person === sender.id) room.unread.set(person, 0);
		else room.unread.set(person, (room.unread.get(person) ?? 0) + 1);
	}
	showKeyboard(world, room, stored, markup);
	tell(world, room, stored, "message");
	return stored;
}

/** A reply keyboard stays under the input until another one or its removal. */
function showKeyboard(
	world: World,
	room: Room,
	stored: StoredMessage,
	markup: ReplyMarkup | undefined,
): void {
	if (!markup || "inline_keyboard" in markup || "force_reply" in markup) return;
	const { sender: bot, message } = stored;
	room.keyboard = "keyboard" in markup ? { bot, message_id: message.message_id, markup } : null;
	for (const person of world.audience(room)) {
		const chat = world.chatFor(person, room).id;
		world.emit({ type: "keyboard", user: person, chat, reply_keyboard: room.keyboard?.markup ?? null });
	}
}

/** Changes a message; a person's edit is told to bots. Keys set to undefined go. */
export function edit(world: World, room: Room, stored: StoredMessage, changes: Partial<Message>): void {
	stored.message = { ...stored.message, ...changes, edit_date: world.date() };
	tell(world, room, stored, "edit");
	if (world.state.people.has(stored.sender)) announceMessage(world, room, stored, true);
}

/** Takes a message away for everybody. Bots are told nothing, as in Telegram. */
export function remove(world: World, room: Room, stored: StoredMessage): void {
	const { message_id } = stored.message;
	room.messages.delete(message_id);
	for (const user of world.audience(room)) {
		world.emit({ type: "delete", user, chat: world.chatFor(user, room).id, message_id });
	}
}

export function tell(world: World, room: Room, stored: StoredMessage, type: WorldEvent["type"]): void {
	world.changed();
	if (!world.isWatched) return;
	for (const user of world.audience(room)) {
		const message = messageForPerson(world, user, room, stored);
		world.emit({ type, user, chat: message.chat.id, message });
	}
}

/** Sets what somebody thinks of a message; a person's reaction is told to the bots that may know. */
export function react(
	world: World,
	room: Room,
	stored: StoredMessage,
	from: User,
	reaction: ReactionType[],
): void {
	const before = stored.reactions.find((one) => one.from === from.id)?.reaction ?? [];
	const others = stored.reactions.filter((one) => one.from !== from.id);
	stored.reactions = reaction.length > 0 ? [...others, { from: from.id, reaction }] : others;
	tell(world, room, stored, "reaction");
	if (from.is_bot || JSON.stringify(before) === JSON.stringify(reaction)) return;
	const about = { chat: stored.message.chat, message_id: stored.message.message_id, date: world.date() };
	if (room.kind === "private") {
		const update = { ...about, user: from, old_reaction: before, new_reaction: reaction };
		addUpdate(world, world.bot(room.bot), "message_reaction", update, room.user);
		return;
	}
	for (const bot of botsIn(world, room)) {
		// Bot API, Update.message_reaction: the bot must be an administrator in the chat.
		if (!isAdmin(room, bot.user.id)) continue;
		if (room.chat.type === "channel") {
			const counts = { ...about, reactions: countReactions(stored.reactions) };
			addUpdate(world, bot, "message_reaction_count", counts, room.chat.id);
		} else {
			const update = { ...about, user: from, old_reaction: before, new_reaction: reaction };
			addUpdate(world, bot, "message_reaction", update, room.chat.id);
		}
	}
}

function countReactions(reactions: readonly Reaction[]): { type: ReactionType; total_count: number }[] {
	const counts = new Map<string, { type: ReactionType; total_count: number }>();
	for (const type of reactions.flatMap((one) => one.reaction)) {
		const key = JSON.stringify(type);
		counts.set(key, { type, total_count: (counts.get(key)?.total_count ?? 0) + 1 });
	}
	return [...counts.values()];
}

/** A User as it stands in messages: without what only getMe tells. */
export function publicUser(user: User): User {
	const { id, is_bot, first_name, last_name, username, language_code, is_premium } = user;
	return { id, is_bot, first_name, last_name, username, language_code, is_premium };
}
