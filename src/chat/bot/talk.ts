import { Composer } from "grammy";
import type { Message } from "grammy/types";
import { menuKeyboard } from "../../people/views.ts";
import { RetryLater } from "../../platform/errors.ts";
import type { Settings } from "../../platform/settings.ts";
import type { ChatContext } from "../context.ts";
import type { RelayAnswer } from "../rules/relay.ts";
import type { Seat } from "../rules/seating.ts";
import type { Chat } from "../service.ts";
import { askToShare, callbacks } from "../views.ts";

interface Needs {
	chat: Chat;
	settings: Settings;
}

/** Says a line, and shows the menu of who is in no chat. */
export const menuOf = (settings: Settings) => (ctx: ChatContext, key: string) =>
	ctx.reply(ctx.t(key), { reply_markup: menuKeyboard(ctx.t, settings, ctx.rooms) });

/** What somebody in a chat says to their partner: messages, edits, reactions, what is shared after a question, /del. */
export function talkInChat(needs: Needs) {
	const talk = new Composer<ChatContext>();
	const toMenu = menuOf(needs.settings);

	talk.callbackQuery(callbacks.dontShare.pattern, async (ctx) => {
		await ctx.editMessageText(ctx.t("not-shared")).catch(() => undefined);
	});

	talk.callbackQuery(callbacks.share.pattern, async (ctx) => {
		const { seat } = ctx;
		const [chatId, messageId] = callbacks.share.read(ctx.match) ?? [];
		if (!seat || messageId === undefined || seat.chatId !== chatId) {
			await ctx.editMessageText(ctx.t("share-over")).catch(() => undefined);
			return;
		}
		// The question replies to what it is about; another bot needs its content.
		const asked = ctx.callbackQuery.message?.reply_to_message;
		const shared = asked?.message_id === messageId ? relayable(asked as Message) : { message_id: messageId };
		const answer = await needs.chat.pair(seat.chatId).relay(ctx.userId, ctx.me.id, shared, true);
		const passed = await tell(ctx, answer, messageId);
		await ctx.editMessageText(ctx.t(passed ? "shared" : "not-shared")).catch(() => undefined);
	});

	talk
		.filter((ctx) => ctx.intent === "del")
		.use(async (ctx) => {
			const { seat, message } = ctx;
			if (!seat || !message) {
				await toMenu(ctx, "no-chat");
				return;
			}
			const target = message.reply_to_message?.message_id;
			if (target === undefined) {
				await ctx.reply(ctx.t("delete-how"));
				return;
			}
			const result = await needs.chat.pair(seat.chatId).delete(ctx.userId, ctx.me.id, target);
			const keys = {
				deleted: "deleted",
				not_yours: "delete-not-yours",
				failed: "delete-failed",
				over: "no-chat",
			};
			await ctx.reply(ctx.t(keys[result]));
		});

	talk
		.on("message")
		.filter((ctx) => ctx.seat !== null)
		.use(async (ctx) => {
			const { seat, message } = ctx;
			if (!seat) return;
			const answer = await needs.chat
				.pair(seat.chatId)
				.relay(ctx.userId, ctx.me.id, relayable(message), false);
			await tell(ctx, answer, message.message_id, seat);
		});

	talk
		.on("edited_message")
		.filter((ctx) => ctx.seat !== null)
		.use(async (ctx) => {
			const { seat, editedMessage } = ctx;
			if (!seat) return;
			const answer = await needs.chat.pair(seat.chatId).edit(ctx.userId, ctx.me.id, relayable(editedMessage));
			if (answer.kind === "wait") throw new RetryLater(answer.seconds, "edit waits");
			if (answer.kind === "failed") await ctx.reply(ctx.t("edit-not-delivered"));
		});

	talk
		.on("message_reaction")
		.filter((ctx) => ctx.seat !== null)
		.use(async (ctx) => {
			const { seat, messageReaction } = ctx;
			if (!seat) return;
			const { message_id, new_reaction } = messageReaction;
			const answer = await needs.chat
				.pair(seat.chatId)
				.react(ctx.userId, ctx.me.id, message_id, new_reaction);
			if (answer.kind === "wait") throw new RetryLater(answer.seconds, "reaction waits");
		});

	/** Says what the sender has to know. @returns whether the message was passed on */
	async function tell(
		ctx: ChatContext,
		answer: RelayAnswer,
		messageId: number,
		seat?: Seat,
	): Promise<boolean> {
		const quoting = { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
		switch (answer.kind) {
			case "wait":
				throw new RetryLater(answer.seconds, "relay waits");
			case "not_yet":
				throw new RetryLater(1, "the chat is opening");
			case "ask":
				if (seat) {
					const view = askToShare(ctx.t, answer.what, seat.chatId, messageId);
					await ctx.reply(view.text, { reply_markup: view.reply_markup, ...quoting });
				}
				break;
			case "refused":
				await ctx.reply(ctx.t(`cant-relay-${answer.why}`), quoting);
				break;
			case "failed":
				await ctx.reply(ctx.t("not-delivered"), quoting);
				break;
			case "flood":
				if (answer.warn) await ctx.reply(ctx.t("flood-warning"));
				throw new RetryLater(answer.seconds, "too many messages at once");
			case "over":
				if (seat) {
					await needs.chat.freeSeat(ctx.userId, seat);
					await toMenu(ctx, "no-chat");
				}
		}
		return answer.kind === "relayed";
	}

	return talk;
}

/** What an actor needs of a message: the nested one only by its id. */
function relayable(message: Message): Message {
	if (!message.reply_to_message) return message;
	const { message_id, date, chat } = message.reply_to_message;
	return { ...message, reply_to_message: { message_id, date, chat } } as Message;
}
