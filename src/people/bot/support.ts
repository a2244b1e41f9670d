import { Composer } from "grammy";
import type { Alerts } from "../../platform/alerts.ts";
import { tooOften } from "../../platform/damp.ts";
import { reason } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import { callFailure, isFinal } from "../../platform/telegram.ts";
import { ask, awaited, languageOf, type PersonContext } from "../context.ts";
import { saidIn, threadUnder } from "../rules/threads.ts";
import { activeBan } from "../rules.ts";
import type { Support } from "../service/support.ts";
import type { Threads } from "../service/threads.ts";
import { supportChat } from "../settings.ts";
import { callbacks } from "../views.ts";

export interface SupportNeeds {
	env: Env;
	support: Support;
	threads: Threads;
	settings: Settings;
	alerts: Alerts;
	now: () => number;
}

/** So many messages a minute of one person reach the team. An album is one. */
const messagesAMinute = 3;

/** The thread of the answer that this message replies to. */
const repliedTo = ({ message, me }: PersonContext): string | null =>
	message?.reply_to_message?.from?.id === me.id ? threadUnder(message.reply_to_message) : null;

const followsAlbum = ({ session, message, chatting }: PersonContext): boolean =>
	!chatting && message?.media_group_id !== undefined && message.media_group_id === session.supportAlbum?.id;

/**
 * Writing to the team: /support and the next message, or what stands behind the command, in a chat with somebody too
 * (`pages`); and answering what the team has answered, by a reply to it or the button under it (`replies`), which who
 * is banned may as well while their appeal is open.
 */
export function supportPages(needs: SupportNeeds) {
	const { env, settings, alerts } = needs;
	const pages = new Composer<PersonContext>();
	const replies = new Composer<PersonContext>();

	pages
		.filter((ctx) => ctx.intent === "support")
		.use(async (ctx) => {
			delete ctx.session.supportAlbum;
			if (ctx.argument !== "") await pass(ctx, null);
			else if (ctx.chatting) await ctx.reply(ctx.t("support-in-chat"));
			else await ask(ctx, { for: "support", bot: ctx.me.id }, ctx.t("support-ask"));
		});

	pages
		.on("message")
		.filter((ctx) => awaited(ctx, "support") !== null || followsAlbum(ctx))
		.use((ctx) => pass(ctx, ctx.session.supportAlbum?.thread ?? null));

	/** @returns false if they are banned, and nothing of theirs is open: then they read why */
	async function mayWrite(ctx: PersonContext, thread: string): Promise<boolean> {
		return activeBan(ctx.card, needs.now()) === null || needs.threads.isOpen(thread, ctx.userId);
	}

	replies.callbackQuery(callbacks.supportReply.pattern, async (ctx, next) => {
		const [thread] = callbacks.supportReply.read(ctx.match) ?? [];
		if (thread === undefined || !(await mayWrite(ctx, thread))) return next();
		if (ctx.chatting) await ctx.reply(ctx.t("support-reply-in-chat"));
		else await ask(ctx, { for: "support", bot: ctx.me.id, request: thread }, ctx.t("support-reply-ask"));
	});

	replies
		.on("message")
		.filter((ctx) => ctx.intent === null)
		.use(async (ctx, next) => {
			const thread = repliedTo(ctx) ?? awaited(ctx, "support")?.request;
			if (thread === undefined || !(await mayWrite(ctx, thread))) return next();
			await pass(ctx, thread);
		});

	async function pass(ctx: PersonContext, asked: string | null): Promise<void> {
		const { message, session } = ctx;
		if (!message) return;
		const follows = followsAlbum(ctx);
		const album = message.media_group_id;
		const header = follows ? (session.supportAlbum?.header ?? null) : null;
		delete session.waiting;
		if (!follows && (await tooOften(env, "support", ctx.userId, messagesAMinute))) {
			delete session.supportAlbum;
			await ctx.reply(ctx.t("support-wait"));
			return;
		}
		const room = settings.get(supportChat);
		const said = ctx.intent === "support" ? { text: ctx.argument, media: null } : saidIn(message);
		if (!said && room === 0) {
			await ctx.reply(ctx.t("support-cant"));
			return;
		}
		const thread = asked !== null && (await needs.threads.isOpen(asked, ctx.userId)) ? asked : null;
		const told = {
			...{ userId: ctx.userId, botId: ctx.me.id, messageId: message.message_id },
			said: said ?? { text: "", media: { kind: "other" as const, fileId: null } },
		};
		const request = await needs.threads.take(told, thread);
		const shown = room === 0 ? header : await toChat(ctx, { room, request, header });
		if (album !== undefined) session.supportAlbum = { id: album, thread, header: shown };
		// The first part of an album is answered for all of it.
		if (!follows) await ctx.reply(ctx.t("support-sent"));
	}

	/** Shows it in the support chat as well. It is in the thread already, so a chat that can't be reached stops nothing. @returns the header it stands below */
	async function toChat(
		ctx: PersonContext,
		{ room, request, header: above }: { room: number; request: string; header: number | null },
	): Promise<number | null> {
		const askedIn = ctx.message?.message_id ?? 0;
		const about = { botId: ctx.me.id, chatId: room, userId: ctx.userId, askedIn, requestId: request };
		let header = above;
		try {
			if (header === null) {
				const language = languageOf(ctx.card, ctx.from?.language_code);
				const text = `💬 ${ctx.userId}, ${language}, @${ctx.me.username}. Reply to answer, with /close to close.`;
				header = (await ctx.api.sendMessage(room, text)).message_id;
				await needs.support.remember(about, [header]);
			}
		} catch (error) {
			const failure = callFailure(error);
			if (failure.kind === "wait" || failure.kind === "passing") throw error;
			// Not to be taken for a person who blocked the bot.
			ctx.log.warn("people", "support chat not reached", { reason: reason(error) });
			await alerts.send(`The support chat can't be reached: add @${ctx.me.username} to it.`);
			return null;
		}
		try {
			const copy = await ctx.api.copyMessage(room, ctx.userId, askedIn, {
				reply_parameters: { message_id: header, allow_sending_without_reply: true },
			});
			await needs.support.remember(about, [copy.message_id]);
		} catch (error) {
			if (!isFinal(error)) {
				// The update comes again, and brings a header of its own.
				if (above === null) await ctx.api.deleteMessage(room, header).catch(() => undefined);
				throw error;
			}
			ctx.log.info("people", "question not copied to the support chat", { reason: reason(error) });
		}
		return header;
	}
	return { pages, replies };
}
