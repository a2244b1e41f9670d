import { messageForBot } from "./messages.ts";
import type { BotRecord, GroupRoom, Room, StoredMessage } from "./records.ts";
import type { Message } from "./types.ts";
import { isIn, type World } from "./world.ts";

/** Left out unless asked for by name (Bot API, setWebhook.allowed_updates). */
const NOT_BY_DEFAULT = new Set(["message_reaction", "message_reaction_count", "chat_member"]);

const DAY = 86_400;
/** Seconds the Bot API server keeps an update, as in telegram-bot-api's Client.cpp. */
const KEEP: Record<string, number> = { callback_query: 150, pre_checkout_query: 150, inline_query: 30 };

const MESSAGE_KINDS = new Set(["message", "edited_message", "channel_post", "edited_channel_post"]);

const HISTORY = 1000;

function wants(bot: BotRecord, kind: string): boolean {
	return bot.allowed_updates ? bot.allowed_updates.includes(kind) : !NOT_BY_DEFAULT.has(kind);
}

/**
 * The queue an update stands in. The Bot API server keeps one update of a queue in flight; messages of a chat share
 * one, other kinds have their own per chat or person and so overtake.
 */
export function queueOf(kind: string, id: number): string {
	return MESSAGE_KINDS.has(kind) ? `messages:${id}` : `${kind}:${id}`;
}

/** The chat or person of an update that somebody made up, which names its queue. */
export function queueOwner(payload: unknown): number {
	if (typeof payload !== "object" || payload === null) return 0;
	const { chat, from, user } = payload as Record<string, unknown>;
	const owner = chat ?? from ?? user;
	return typeof owner === "object" && owner !== null && "id" in owner ? Number(owner.id) : 0;
}

/** Queues an update for a bot, unless the bot did not ask for that kind. `id` is the chat or person of the queue. */
export function addUpdate(
	world: World,
	bot: BotRecord,
	kind: string,
	payload: unknown,
	id: number,
): number | null {
	if (!wants(bot, kind)) return null;
	const update_id = bot.next_update_id;
	bot.next_update_id += 1;
	enqueue(world, bot, kind, { update_id, [kind]: payload }, queueOf(kind, id));
	return update_id;
}

/** Queues this very update. */
export function enqueue(
	world: World,
	bot: BotRecord,
	kind: string,
	update: Record<string, unknown>,
	queue: string,
): void {
	const update_id = Number(update.update_id);
	bot.history.set(update_id, { kind, queue, update });
	if (bot.history.size > HISTORY) {
		const oldest = bot.history.keys().next().value;
		if (oldest !== undefined) bot.history.delete(oldest);
	}
	const waiting = bot.queues.get(queue) ?? [];
	bot.queues.set(queue, waiting);
	const now = world.now();
	waiting.push({
		update_id,
		kind,
		queue,
		update,
		expires: now + (KEEP[kind] ?? DAY) * 1000,
		attempts: 0,
		delay: 1,
		next_at: now,
	});
	world.changed();
	world.onPending(bot);
}

/** Tells the chat's bots of a person's message or edit. */
export function announceMessage(world: World, room: Room, stored: StoredMessage, isEdit = false): void {
	const isChannel = room.kind === "group" && room.chat.type === "channel";
	const kind = `${isEdit ? "edited_" : ""}${isChannel ? "channel_post" : "message"}`;
	for (const bot of botsThatSee(world, room, stored)) {
		addUpdate(world, bot, kind, messageForBot(bot, stored.message), stored.message.chat.id);
	}
}

function botsThatSee(world: World, room: Room, stored: StoredMessage): BotRecord[] {
	if (room.kind === "private") return room.blocked ? [] : [world.bot(room.bot)];
	return botsIn(world, room).filter(
		(bot) => bot.user.id !== stored.sender && mayRead(room, bot, stored.message),
	);
}

export function botsIn(world: World, room: GroupRoom): BotRecord[] {
	return [...room.members].flatMap(([id, member]) => {
		const bot = world.state.bots.get(id);
		return bot && isIn(member) ? [bot] : [];
	});
}

export const isAdmin = (room: GroupRoom, id: number) => {
	const status = room.members.get(id)?.status;
	return status === "administrator" || status === "creator";
};

/**
 * Privacy mode (core.telegram.org/bots/features#privacy-mode): a bot that is no administrator sees commands, replies to
 * it, mentions of it and service messages.
 */
function mayRead(room: GroupRoom, bot: BotRecord, message: Message): boolean {
	if (room.chat.type === "channel" || bot.can_read_all_group_messages || isAdmin(room, bot.user.id))
		return true;
	const text = message.text ?? message.caption;
	if (
		text === undefined &&
		message.new_chat_members === undefined &&
		message.left_chat_member === undefined
	) {
		return message.reply_to_message?.from?.id === bot.user.id || message.pinned_message !== undefined;
	}
	if (text === undefined) return true;
	if (message.reply_to_message?.from?.id === bot.user.id) return true;
	const name = `@${bot.user.username ?? ""}`.toLowerCase();
	const command = /^\/\w+(@\w+)?/.exec(text);
	if (command) return command[1] === undefined || command[1].toLowerCase() === name;
	return text.toLowerCase().includes(name);
}
