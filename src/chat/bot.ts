import { Composer } from "grammy";
import { hasChat } from "../platform/bot-rooms.ts";
import { type SearchNeeds, searchOf } from "./bot/find.ts";
import { menuOf, talkInChat } from "./bot/talk.ts";
import type { ChatContext } from "./context.ts";
import { lockHolds } from "./locks/views.ts";
import { callbacks, chatKeyboard, chattingElsewhere } from "./views.ts";

interface Needs extends SearchNeeds {
	/** Tells what this bot has, and that it is not what they asked for. */
	sayAbsent: (ctx: ChatContext) => Promise<unknown>;
}

/** Searching and ending (`commands`), and what is written in a chat (`talk`). */
export function chatBot(needs: Needs) {
	const { settings } = needs;
	const toMenu = menuOf(settings);
	const { find, saySearching } = searchOf(needs);

	const commands = new Composer<ChatContext>();

	async function sayElsewhere(ctx: ChatContext): Promise<void> {
		if (!ctx.elsewhere) return;
		const view = chattingElsewhere(ctx.t, ctx.elsewhere.bot, ctx.elsewhere.chatId);
		await ctx.reply(view.text, { reply_markup: view.reply_markup });
	}

	commands.filter((ctx) => ctx.elsewhere !== null && isChatIntent(ctx)).use(sayElsewhere);
	const begins = commands.callbackQuery([
		...[callbacks.find.pattern, callbacks.widen.pattern, callbacks.notify.pattern],
	]);
	// Left from when strangers met here.
	begins.filter((ctx) => !hasChat(ctx.rooms)).use(async (ctx) => void (await needs.sayAbsent(ctx)));
	begins.filter((ctx) => ctx.elsewhere !== null).use(sayElsewhere);

	commands.callbackQuery(callbacks.end.pattern, async (ctx) => {
		const [chatId] = callbacks.end.read(ctx.match) ?? [];
		if (!chatId) return;
		const answer = await needs.chat.leave(ctx.userId, chatId, "stop", null);
		if (answer.kind === "locked") {
			await ctx.reply(lockHolds(ctx.t, answer.until, Date.now()));
			return;
		}
		await ctx.editMessageText(ctx.t(answer.kind === "left" ? "you-left" : "no-chat")).catch(() => undefined);
		await toMenu(ctx, "menu-again");
	});

	commands
		.filter((ctx) => ctx.intent === "start" && ctx.seated)
		.use(async (ctx) => {
			await ctx.reply(ctx.t("in-chat"), { reply_markup: chatKeyboard(ctx.t, settings) });
		});

	commands
		.filter((ctx) => ctx.intent === "find" || (ctx.intent === "next" && !ctx.seat))
		.use((ctx) => find(ctx));
	commands.callbackQuery(callbacks.find.pattern, (ctx) => find(ctx));

	commands
		.filter((ctx) => ctx.intent === "next")
		.use(async (ctx) => {
			const left = await end(ctx, "next");
			if (left) await find(ctx);
		});

	commands
		.filter((ctx) => ctx.intent === "stop")
		.use(async (ctx) => {
			if (ctx.seat) {
				if (await end(ctx, "stop")) await toMenu(ctx, "you-left");
				return;
			}
			const cancelled = await needs.chat.cancel(ctx.userId, null);
			await toMenu(ctx, cancelled || ctx.search ? "search-cancelled" : "no-chat");
		});

	commands
		.filter((ctx) => ctx.intent === "block")
		.use(async (ctx) => {
			if (!ctx.seat) await toMenu(ctx, "no-chat");
			else if (await end(ctx, "block")) await toMenu(ctx, "you-blocked");
		});

	/** @returns false if the button was pressed before this chat began, or a lock holds them in it */
	async function end(ctx: ChatContext, reason: "next" | "stop" | "block"): Promise<boolean> {
		const { seat, message } = ctx;
		if (!seat || !message) return false;
		const answer = await needs.chat.leave(ctx.userId, seat.chatId, reason, message.message_id);
		if (answer.kind === "over") await needs.chat.freeSeat(ctx.userId, seat);
		if (answer.kind === "locked") await ctx.reply(lockHolds(ctx.t, answer.until, Date.now()));
		return answer.kind === "left" || answer.kind === "over";
	}

	commands.callbackQuery(callbacks.cancel.pattern, async (ctx) => {
		const [no] = callbacks.cancel.read(ctx.match) ?? [];
		if (no === undefined) return;
		const cancelled = await needs.chat.cancel(ctx.userId, no);
		const key = cancelled || ctx.search?.no === no ? "search-cancelled" : "search-over";
		await ctx.editMessageText(ctx.t(key)).catch(() => undefined);
	});

	commands.callbackQuery(callbacks.widen.pattern, async (ctx) => {
		const [no] = callbacks.widen.read(ctx.match) ?? [];
		if (!ctx.search || ctx.search.no !== no) {
			await ctx.editMessageText(ctx.t("search-over")).catch(() => undefined);
			return;
		}
		await ctx.editMessageText(ctx.t("widened")).catch(() => undefined);
		await find(ctx, true);
	});

	commands.callbackQuery(callbacks.notify.pattern, async (ctx) => {
		const [no] = callbacks.notify.read(ctx.match) ?? [];
		if (no === undefined) return;
		const listening = (await needs.chat.notifyLater(ctx.userId, no)) || ctx.search?.no === no;
		await ctx.editMessageText(ctx.t(listening ? "notify-set" : "search-over")).catch(() => undefined);
	});

	commands.callbackQuery(callbacks.block.pattern, async (ctx) => {
		const [chatId] = callbacks.block.read(ctx.match) ?? [];
		if (!chatId) return;
		const answer = await needs.chat.blockPartnerOf(ctx.userId, chatId);
		const key = answer.kind === "left" ? "you-blocked" : "already-blocked-gone";
		await ctx.editMessageText(ctx.t(key)).catch(() => undefined);
	});

	const talk = new Composer<ChatContext>();
	talk.use(talkInChat(needs));

	// Whoever writes without a chat is told what to do, once.
	talk.on("message").use(async (ctx) => {
		if (ctx.session.hinted) return;
		ctx.session.hinted = true;
		if (!hasChat(ctx.rooms)) await toMenu(ctx, "menu-again");
		else if (ctx.elsewhere !== null) await sayElsewhere(ctx);
		else if (ctx.search) await saySearching(ctx, ctx.search);
		else await toMenu(ctx, "no-chat");
	});

	return { commands, talk };
}

const isChatIntent = (ctx: ChatContext) =>
	hasChat(ctx.rooms) &&
	["start", "find", "next", "stop", "block", "del", "report", "lock"].includes(ctx.intent ?? "");
