import type { Message } from "grammy/types";
import type { Relayable } from "../src/chat/rules/content.ts";
import type { Side } from "../src/chat/rules/pairing.ts";
import { effectiveReview } from "../src/chat/rules/reports.ts";
import { mediaReview, reviewChat } from "../src/chat/settings.ts";
import { type Log, reason } from "../src/platform/log.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { botApi } from "../src/platform/telegram.ts";

const captioned: (keyof Message)[] = [
	"photo",
	"live_photo",
	"video",
	"animation",
	"audio",
	"document",
	"voice",
];
const uncaptioned: (keyof Message)[] = ["video_note", "sticker"];

/** Copies a relayed medium to the review chat where staff look at all of them. Best effort: never throws, never repeats. */
export async function reviewMedia(env: Env, side: Side, message: Relayable, log: Log): Promise<void> {
	const has = (fields: (keyof Message)[]) => fields.some((field) => field in message);
	if (!has(captioned) && !has(uncaptioned)) return;
	try {
		const { settings } = await getRegistry(env);
		const chat = settings.get(reviewChat);
		if (effectiveReview(settings.get(mediaReview), chat) !== "all") return;
		const api = await botApi(env, side.botId);
		// Whose it is stands under it, where Telegram has room for that.
		const caption = [message.caption, `👤 ${side.userId}`].filter(Boolean).join("\n\n");
		const named = has(captioned) && caption.length <= 1024;
		await api.copyMessage(chat, side.userId, message.message_id, named ? { caption } : {});
	} catch (error) {
		log.warn("chat", "medium not copied for review", { reason: reason(error) });
	}
}
