import { Composer } from "grammy";
import type { Message } from "grammy/types";
import type { Alerts } from "../../platform/alerts.ts";
import { tooOften } from "../../platform/damp.ts";
import { translator } from "../../platform/i18n/index.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { BotRecord } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import { apiWith, callFailure, isFinal } from "../../platform/telegram.ts";
import { ask, awaited, languageOf, type PersonContext } from "../context.ts";
import type { Support } from "../service/support.ts";
import { supportChat, supportContact } from "../settings.ts";

export interface SupportNeeds {
	env: Env;
	support: Support;
	settings: Settings;
	alerts: Alerts;
}

/** So many messages a minute of one person reach the team. An album is one. */
const messagesAMinute = 3;

/** /support: the next message goes to the support chat, or what stands behind the command, in a chat with somebody too. */
export function supportPages(needs: SupportNeeds) {
	const { env, settings, alerts } = needs;
	const composer = new Composer<PersonContext>();

	const showContact = (ctx: PersonContext) => {
		const contact = settings.get(supportContact);
		return ctx.reply(contact ? ctx.t("help-contact", { contact }) : ctx.t("support-none"));
	};

	composer
		.filter((ctx) => ctx.intent === "support")
		.use(async (ctx) => {
			delete ctx.session.supportAlbum;
			if (settings.get(supportChat) === 0) {
				await showContact(ctx);
				return;
			}
			if (ctx.argument !== "") await pass(ctx);
			else if (ctx.chatting) await ctx.reply(ctx.t("support-in-chat"));
			else await ask(ctx, { for: "support", bot: ctx.me.id }, ctx.t("support-ask"));
		});

	composer
		.on("message")
		.filter((ctx) => awaited(ctx, "support") !== null || followsAlbum(ctx))
		.use(pass);

	async function pass(ctx: PersonContext): Promise<void> {
		const chatId = settings.get(supportChat);
		const album = ctx.message?.media_group_id;
		const follows = followsAlbum(ctx);
		delete ctx.session.waiting;
		if (album !== undefined) ctx.session.supportAlbum = album;
		if (chatId === 0) {
			await showContact(ctx);
			return;
		}
		if (!follows && (await tooOften(env, "support", ctx.userId, messagesAMinute))) {
			delete ctx.session.supportAlbum;
			await ctx.reply(ctx.t("support-wait"));
			return;
		}
		const sent = await toSupport(ctx, chatId);
		// The first part of an album is answered for all of it.
		if (sent === "sent" && follows) return;
		if (sent === "failed") await showContact(ctx);
		else await ctx.reply(ctx.t(sent === "sent" ? "support-sent" : "support-cant"));
	}

	async function toSupport(ctx: PersonContext, chatId: number): Promise<"sent" | "cant" | "failed"> {
		const { message } = ctx;
		if (!message) return "cant";
		const language = languageOf(ctx.card, ctx.from?.language_code);
		let header: number;
		try {
			const text = `💬 ${ctx.userId}, ${language}, @${ctx.me.username}. Reply to answer.`;
			header = (await ctx.api.sendMessage(chatId, text)).message_id;
		} catch (error) {
			const failure = callFailure(error);
			if (failure.kind === "wait" || failure.kind === "passing") throw error;
			// Not to be taken for a person who blocked the bot.
			ctx.log.warn("people", "support chat not reached", { reason: reason(error) });
			await alerts.send(`The support chat can't be reached: add @${ctx.me.username} to it.`);
			return "failed";
		}
		try {
			const copy = await ctx.api.copyMessage(chatId, ctx.userId, message.message_id, {
				reply_parameters: { message_id: header, allow_sending_without_reply: true },
			});
			const askedIn = message.message_id;
			await needs.support.remember({ botId: ctx.me.id, chatId, userId: ctx.userId, askedIn }, [
				header,
				copy.message_id,
			]);
			return "sent";
		} catch (error) {
			await ctx.api.deleteMessage(chatId, header).catch(() => undefined);
			if (!isFinal(error)) throw error;
			return "cant";
		}
	}
	return composer;
}

const followsAlbum = ({ session, message, chatting }: PersonContext): boolean =>
	!chatting && message?.media_group_id !== undefined && message.media_group_id === session.supportAlbum;

interface AnswerNeeds {
	env: Env;
	config: { TELEGRAM_API_ROOT: string };
	settings: Settings;
	support: Support;
	log: Log;
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
	const { env, config, settings, log } = needs;
	const chatId = settings.get(supportChat);
	const target = message?.reply_to_message;
	if (!message || chatId === 0 || message.chat.id !== chatId || target?.from?.id !== bot.id) return null;
	const question = await needs.support.find(bot.id, chatId, target.message_id);
	if (!question) return null;
	const api = apiWith(bot.token, config.TELEGRAM_API_ROOT);
	try {
		const { card } = await env.PERSON.getByName(String(question.userId)).status();
		const t = translator(languageOf(card, undefined));
		await api.sendMessage(question.userId, t("support-answer"), {
			reply_parameters: { message_id: question.askedIn, allow_sending_without_reply: true },
		});
		await api.copyMessage(question.userId, chatId, message.message_id);
		await needs.support.answered(question.userId, message.from ? `telegram:${message.from.id}` : "staff");
	} catch (error) {
		const failure = callFailure(error);
		if (failure.kind === "wait") return failure.seconds;
		log.warn("people", "support's answer not delivered", { reason: reason(error) });
		const why = failure.kind === "gone" ? "they have blocked this bot" : failure.description;
		await api
			.sendMessage(chatId, `⚠️ Not delivered: ${why}`, {
				reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
			})
			.catch(() => undefined);
	}
	return null;
}
