import type { BotCommand, Update } from "grammy/types";
import type { BotRooms } from "./bot-rooms.ts";
import { type Language, translator } from "./i18n/index.ts";
import { commandsOf } from "./intents.ts";

/** What Telegram is asked to send. An update of another kind is answered and logged. */
export const allowedUpdates = [
	"message",
	"edited_message",
	"callback_query",
	"message_reaction",
	"my_chat_member",
	"chat_member",
	"chat_join_request",
	"pre_checkout_query",
	"purchased_paid_media",
	"subscription",
] as const satisfies Exclude<keyof Update, "update_id">[];

/** The command menu of a private chat with a bot of these rooms. */
export function botCommands(language: Language, rooms: BotRooms): BotCommand[] {
	const t = translator(language);
	return commandsOf(rooms).map((command) => ({ command, description: t(`command-${command}`) }));
}
