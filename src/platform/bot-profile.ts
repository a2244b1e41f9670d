import type { BotCommand, Update } from "grammy/types";
import { type Language, translator } from "./i18n/index.ts";
import { commands } from "./intents.ts";

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
	"subscription",
] as const satisfies Exclude<keyof Update, "update_id">[];

/** The command menu of a private chat. */
export function botCommands(language: Language): BotCommand[] {
	const t = translator(language);
	return commands.map((command) => ({ command, description: t(`command-${command}`) }));
}
