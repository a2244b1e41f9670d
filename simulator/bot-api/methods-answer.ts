// Callbacks, reactions, files, commands and the menu button.
import { z } from "zod";
import { badRequest } from "../errors.ts";
import { fileByIdOf } from "../world/files.ts";
import { react } from "../world/post.ts";
import type { BotRecord } from "../world/records.ts";
import type { ReactionType } from "../world/types.ts";
import { findMessage, findRoom, requireMembership } from "./access.ts";
import { boolean, chatId, integer, json, messageId, text } from "./fields.ts";
import { type Method, method } from "./method.ts";
import { plainEmoji, REACTION_EMOJI } from "./reactions.ts";

/** As long as the server keeps the query for the bot; Telegram doesn't document the exact time. */
const QUERY_LIFE = 150_000;

/** Bot API, getFile. */
const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

const reactionType = z.union([
	z.object({ type: z.literal("emoji"), emoji: z.string().transform(plainEmoji) }),
	z.object({ type: z.literal("custom_emoji"), custom_emoji_id: z.string() }),
	z.object({ type: z.literal("paid") }),
]);

const scoped = {
	scope: json(z.looseObject({ type: z.string() }).optional(), "can't parse BotCommandScope"),
	language_code: text().optional(),
};

const scopeKey = (scope: object | undefined, language: string | undefined) =>
	`${JSON.stringify(scope ?? { type: "default" })} ${language ?? ""}`;

const command = z.object({
	command: z.string().regex(/^\/?[a-z0-9_]{1,32}$/, "BOT_COMMAND_INVALID"),
	description: z
		.string()
		.min(1, "BOT_COMMAND_DESCRIPTION_INVALID")
		.max(256, "BOT_COMMAND_DESCRIPTION_INVALID"),
});

const menuButton = json(
	z
		.discriminatedUnion("type", [
			z.object({ type: z.literal("commands") }),
			z.object({ type: z.literal("default") }),
			z.object({ type: z.literal("web_app"), text: z.string().min(1), web_app: z.object({ url: z.url() }) }),
		])
		.optional(),
	"can't parse menu button",
);

function menuButtonFor(bot: BotRecord, chat: number | undefined): Record<string, unknown> {
	return bot.menu_buttons.get(chat ?? 0) ?? bot.menu_buttons.get(0) ?? { type: "commands" };
}

export const ANSWER_METHODS: Record<string, Method> = {
	answerCallbackQuery: method(
		z.object({
			callback_query_id: text("QUERY_ID_INVALID"),
			text: text().optional(),
			show_alert: boolean(),
			url: text().optional(),
			cache_time: integer().optional(),
		}),
		({ world, bot }, { callback_query_id, text: words, show_alert, url }) => {
			const query = world.state.callbacks.get(callback_query_id);
			const isOpen = query?.bot === bot.user.id && !query.answer && world.now() - query.at < QUERY_LIFE;
			if (!query || !isOpen) {
				throw badRequest("query is too old and response timeout expired or query ID is invalid");
			}
			if (words !== undefined && words.length > 200) throw badRequest("MESSAGE_TOO_LONG");
			query.answer = { text: words, show_alert: show_alert ?? false, url };
			const { id: query_id, user, chat, answer } = query;
			world.emit({ type: "callback_answer", user, chat, query_id, answer });
			return true;
		},
	),
	setMessageReaction: method(
		z.object({
			chat_id: chatId,
			message_id: messageId,
			reaction: json(
				z.array(reactionType, "REACTION_INVALID").optional(),
				"can't parse reaction types JSON object",
			),
			is_big: boolean(),
		}),
		(call, { chat_id, message_id, reaction = [] }) => {
			const room = findRoom(call, chat_id);
			if (room.kind === "group") requireMembership(call, room);
			const stored = findMessage(room, message_id, "message to react not found");
			// Bots can set one reaction of those everybody has (Bot API, setMessageReaction).
			if (reaction.length > 1) throw badRequest("REACTIONS_TOO_MANY");
			for (const one of reaction) {
				const isKnown = one.type === "emoji" && REACTION_EMOJI.has(one.emoji);
				const isThere = stored.reactions.some(({ reaction: set }) =>
					set.some((other) => JSON.stringify(other) === JSON.stringify(one)),
				);
				if (!isKnown && !(one.type === "custom_emoji" && isThere)) throw badRequest("REACTION_INVALID");
			}
			react(call.world, room, stored, call.bot.user, reaction satisfies ReactionType[]);
			return true;
		},
	),
	getFile: method(z.object({ file_id: text("file_id is not specified") }), ({ world, bot }, { file_id }) => {
		const file = fileByIdOf(world, bot.user.id, file_id);
		if (!file) throw badRequest("invalid file_id");
		if (file.bytes.length > DOWNLOAD_LIMIT) throw badRequest("file is too big");
		const extension = /\.\w+$/.exec(file.file_name)?.[0] ?? "";
		return {
			file_id,
			file_unique_id: file.unique_id,
			file_size: file.bytes.length,
			file_path: `${file.kind}s/${file.unique_id}${extension}`,
		};
	}),
	setMyCommands: method(
		z.object({
			commands: json(z.array(command).max(100, "BOT_COMMANDS_TOO_MUCH"), "can't parse commands JSON object"),
			...scoped,
		}),
		({ world, bot }, { commands, scope, language_code }) => {
			const named = commands.map((one) => ({ ...one, command: one.command.replace(/^\//, "") }));
			bot.commands.set(scopeKey(scope, language_code), named);
			world.changed();
			return true;
		},
	),
	getMyCommands: method(
		z.object(scoped),
		({ bot }, { scope, language_code }) => bot.commands.get(scopeKey(scope, language_code)) ?? [],
	),
	deleteMyCommands: method(z.object(scoped), ({ world, bot }, { scope, language_code }) => {
		bot.commands.delete(scopeKey(scope, language_code));
		world.changed();
		return true;
	}),
	setChatMenuButton: method(
		z.object({ chat_id: integer().optional(), menu_button: menuButton }),
		({ world, bot }, { chat_id, menu_button }) => {
			bot.menu_buttons.set(chat_id ?? 0, menu_button ?? { type: "default" });
			world.emit({ type: "state", user: chat_id ?? null, chat: bot.user.id });
			return true;
		},
	),
	getChatMenuButton: method(z.object({ chat_id: integer().optional() }), ({ bot }, { chat_id }) =>
		menuButtonFor(bot, chat_id),
	),
};
