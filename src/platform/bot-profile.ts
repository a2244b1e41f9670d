import type { BotCommand, Update } from "grammy/types";
import { type Language, translator } from "./i18n/index.ts";

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

/** What people can say by a command: the bot's menu in a private chat. */
export const commands = [
	"start",
	"find",
	"next",
	"stop",
	"block",
	"report",
	"lock",
	"del",
	"profile",
	"premium",
	"credits",
	"preferences",
	"invite",
	"language",
	"help",
	"terms",
	"privacy",
	"support",
	"paysupport",
	"mydata",
	"deletemydata",
] as const;

/** The command menu of a private chat. */
export function botCommands(language: Language): BotCommand[] {
	const t = translator(language);
	return commands.map((command) => ({ command, description: t(`command-${command}`) }));
}
