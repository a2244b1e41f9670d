import type { Message } from "grammy/types";
import { AppError } from "../../platform/errors.ts";
import type { BotRecord } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import { staffName } from "../../platform/staff-chat.ts";
import { apiWith, callFailure } from "../../platform/telegram.ts";
import type { Support } from "../service/support.ts";
import type { Threads } from "../service/threads.ts";
import { supportChat } from "../settings.ts";

interface AnswerNeeds {
	config: { TELEGRAM_API_ROOT: string };
	settings: Settings;
	support: Support;
	threads: Threads;
}

/**
 * What is written in a group: only a reply of staff in the support chat to a message of this bot is anything to us,
 * and nothing else costs a look into D1 or wakes a person.
 * @returns in how many seconds to send the update again, null if it is done
 */
export async function answerFromSupport(
	needs: AnswerNeeds,
	bot: BotRecord,
	message: Message | undefined,
): Promise<number | null> {
	const { config, settings, threads } = needs;
	const chatId = settings.get(supportChat);
	const target = message?.reply_to_message;
	if (!message || chatId === 0 || message.chat.id !== chatId || target?.from?.id !== bot.id) return null;
	const question = await needs.support.find(bot.id, chatId, target.message_id);
	if (!question) return null;
	const api = apiWith(bot.token, config.TELEGRAM_API_ROOT);
	const say = (text: string) =>
		api
			.sendMessage(chatId, text, {
				reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
			})
			.catch(() => undefined);
	const request = await threads.requestOf(question);
	if (/^\/close(@\w+)?$/.test(message.text ?? "")) {
		const by = message.from ? `telegram:${message.from.id}` : "staff";
		try {
			await threads.close(request.id, by);
			await say(`✅ Closed by ${message.from ? staffName(message.from) : "staff"}`);
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			await say(error.message);
		}
		return null;
	}
	try {
		const failure = await threads.answerFromChat(request, question, message);
		if (failure !== null)
			await say(`⚠️ Not delivered: ${failure === "blocked" ? "they have blocked this bot" : failure}`);
	} catch (error) {
		const failure = callFailure(error);
		if (failure.kind !== "wait") throw error;
		return failure.seconds;
	}
	return null;
}
