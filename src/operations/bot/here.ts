import { type Bot, Composer, type Context } from "grammy";
import type { Message } from "grammy/types";
import { reviewChat } from "../../chat/settings.ts";
import type { KnownChats } from "../../groups/service/known-chats.ts";
import { supportChat } from "../../people/settings.ts";
import { may } from "../../platform/access.ts";
import { callback, oneOf } from "../../platform/callbacks.ts";
import { commandOf } from "../../platform/commands.ts";
import type { Setting, Settings } from "../../platform/settings.ts";
import type { Admins } from "../../platform/staff-chat.ts";
import { controlChat } from "../../platform/staff-settings.ts";
import type { Operations } from "../service.ts";

interface Needs {
	admins: Admins;
	knownChats: KnownChats;
	operations: Operations;
	settings: Settings;
}

/** What a chat of the staff can be. */
const purposes = ["review", "support", "control"] as const;
const settingOf: Record<(typeof purposes)[number], Setting<number>> = {
	review: reviewChat,
	support: supportChat,
	control: controlChat,
};

const chosen = callback("here", oneOf(purposes));

const mayChoose = async ({ admins }: Needs, userId: number): Promise<boolean> => {
	const permissions = await admins.permissionsOf(userId);
	return permissions !== null && may(permissions, "settings", "write");
};

/** Whether staff say `/here` in a group: of anybody else it is just something written. Only the command costs a question. */
export const isHere = async (
	needs: Needs,
	message: Message | undefined,
	username: string,
): Promise<boolean> =>
	message?.from !== undefined &&
	(message.chat.type === "group" || message.chat.type === "supergroup") &&
	commandOf(message, username)?.name === "here" &&
	mayChoose(needs, message.from.id);

const offer = (settings: Settings, chatId: number) => ({
	inline_keyboard: purposes.map((purpose) => {
		const setting = settingOf[purpose];
		const is = settings.get(setting) === chatId;
		return [{ text: `${is ? "✅ " : ""}${setting.label}`, callback_data: chosen.pack(purpose) }];
	}),
});

/** Offers to make this group the review, support or control chat. In English only, as all that staff order in Telegram. */
export async function answerHere(needs: Needs, bot: Bot, message: Message | undefined): Promise<void> {
	if (!message) return;
	const { chat, message_id } = message;
	await needs.knownChats.saw(chat, bot.botInfo.id, true);
	await bot.api.sendMessage(chat.id, `What is this chat (${chat.id}) for? Every bot has to be in it.`, {
		reply_parameters: { message_id, allow_sending_without_reply: true },
		reply_markup: offer(needs.settings, chat.id),
	});
}

/** The buttons under the answer to `/here`. */
export function hereBot(needs: Needs) {
	const composer = new Composer<Context>();
	composer.callbackQuery(chosen.pattern, async (ctx) => {
		const [purpose] = chosen.read(ctx.match) ?? [];
		const chat = ctx.callbackQuery.message?.chat;
		if (!purpose || !chat) return;
		const { from } = ctx.callbackQuery;
		const say = (text: string, alert: boolean) =>
			ctx.answerCallbackQuery({ text, show_alert: alert }).catch(() => undefined);
		if (!(await mayChoose(needs, from.id)))
			return void (await say("Only for staff who may change settings.", true));
		const { key, label } = settingOf[purpose];
		const registry = await needs.operations.changeSettings({ [key]: chat.id }, `telegram:${from.id}`);
		await ctx
			.editMessageReplyMarkup({ reply_markup: offer(registry.settings, chat.id) })
			.catch(() => undefined);
		await say(`${label}: this chat, from now on.`, false);
	});
	return composer;
}
