import { Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from "grammy/types";
import { readConfig } from "./env.ts";
import { getRegistry } from "./registry.ts";

/** An outgoing call is given up after this long; grammY's own default is 500 s. */
export const callTimeoutSeconds = 8;

export const apiOptions = (apiRoot: string) => ({
	apiRoot: apiRoot.replace(/\/$/, ""),
	timeoutSeconds: callTimeoutSeconds,
	// Looked up at each call: grammY would keep the `fetch` of the moment it was loaded.
	fetch: (...args: Parameters<typeof fetch>) => fetch(...args),
});

/** The Bot API with a token, before its bot is one of ours. */
export const apiWith = (token: string, apiRoot: string) => new Api(token, apiOptions(apiRoot));

/** The Bot API as this bot, for actors and jobs; inside an update it is `ctx.api`. */
export async function botApi(env: Env, botId: number): Promise<Api> {
	const { bots } = await getRegistry(env);
	const bot = bots.get(botId) ?? (await getRegistry(env, { fresh: true })).bots.get(botId);
	if (!bot) throw new Error(`bot ${botId} is not one of ours`);
	return apiWith(bot.token, readConfig(env).TELEGRAM_API_ROOT);
}

/** Sends a text with its keyboard in a private chat. @returns the message's id */
export async function sendText(
	env: Env,
	botId: number,
	userId: number,
	{ text, ...options }: { text: string; reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup },
): Promise<number> {
	const api = await botApi(env, botId);
	const sent = await api.sendMessage(userId, text, options);
	return sent.message_id;
}

/**
 * What a failed call means.
 * - `wait`: too fast, repeat after `seconds`
 * - `gone`: this person or chat can't be written to any more (blocked, deleted, kicked)
 * - `refused`: Telegram will never take this call
 * - `passing`: the server said it failed (5xx with ok:false): nothing was done, repeat
 * - `unknown`: no Bot API answer; the call may have been carried out
 */
export type CallFailure =
	| { kind: "wait"; seconds: number }
	| { kind: "gone" | "refused" | "passing" | "unknown"; description: string };

export function callFailure(error: unknown): CallFailure {
	if (!(error instanceof GrammyError)) {
		return { kind: "unknown", description: error instanceof Error ? error.message : String(error) };
	}
	const { error_code: code, description, parameters } = error;
	if (code === 429) return { kind: "wait", seconds: parameters.retry_after ?? 1 };
	if (code >= 500) return { kind: "passing", description };
	// A private chat we may not write to: https://core.telegram.org/bots/api#making-requests names no codes, these are the server's words.
	if (code === 403 || /chat not found|user is deactivated|PEER_ID_INVALID/i.test(description))
		return { kind: "gone", description };
	return { kind: "refused", description };
}
