import { Api, Bot, type Context, GrammyError, InputFile, type Transformer } from "grammy";
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from "grammy/types";
import { type Config, readConfig } from "./env.ts";
import { wordsOf } from "./log.ts";
import { type BotRecord, getRegistry, type Registry } from "./registry.ts";

/** An outgoing call is given up after this long; grammY's own default is 500 s. */
const callTimeoutSeconds = 8;

const apiOptions = (apiRoot: string) => ({
	apiRoot: apiRoot.replace(/\/$/, ""),
	timeoutSeconds: callTimeoutSeconds,
	// Looked up at each call: grammY would keep the `fetch` of the moment it was loaded.
	fetch: (...args: Parameters<typeof fetch>) => fetch(...args),
});

/** The Bot API with a token, for what is no answer to anybody: a bot that is not ours yet, a check. */
export const apiWith = (token: string, apiRoot: string, timeoutSeconds = callTimeoutSeconds) =>
	new Api(token, { ...apiOptions(apiRoot), timeoutSeconds });

/** The Bot API as this bot, for actors and jobs; inside an update it is `ctx.api`. */
export async function botApi(env: Env, botId: number, timeoutSeconds?: number): Promise<Api> {
	const find = ({ bots, closed }: Registry) => bots.get(botId) ?? closed.get(botId);
	const bot = find(await getRegistry(env)) ?? find(await getRegistry(env, { fresh: true }));
	if (!bot) throw new Error(`bot ${botId} is not one of ours`);
	const api = apiWith(bot.token, readConfig(env).TELEGRAM_API_ROOT, timeoutSeconds);
	api.config.use(reportTooFast(env, botId));
	return api;
}

/** This bot, to handle one update with. */
export function botFor<C extends Context>(env: Env, { id, token, info }: BotRecord): Bot<C> {
	const bot = new Bot<C>(token, { botInfo: info, client: apiOptions(readConfig(env).TELEGRAM_API_ROOT) });
	bot.api.config.use(reportTooFast(env, id));
	return bot;
}

/** Whoever answers people never asks the Pacer; that Telegram finds a group or the bot too fast holds what is paced there. */
const reportTooFast =
	(env: Env, botId: number): Transformer =>
	async (call, method, payload, signal) => {
		const answer = await call(method, payload, signal);
		if (!answer.ok && answer.error_code === 429) {
			const seconds = answer.parameters?.retry_after ?? 1;
			const about = Number(Reflect.get(payload, "chat_id"));
			// A channel by its name is one chat among many.
			const chat = Number.isSafeInteger(about) && about !== 0 ? about : null;
			const told = [env.PACER.getByName(`bot:${botId}`).tooFast(chat, seconds)];
			if (chat !== null && chat < 0) told.push(env.PACER.getByName(`group:${chat}`).penalize(seconds));
			await Promise.allSettled(told);
		}
		return answer;
	};

/** A file of one bot as another bot can upload it: ids belong to one bot, so it is streamed. At most 20 MB come down. */
export async function carryFile(env: Env, botId: number, fileId: string, name?: string): Promise<InputFile> {
	const api = await botApi(env, botId);
	const { file_path } = await api.getFile(fileId);
	const response = await fetch(
		`${apiOptions(readConfig(env).TELEGRAM_API_ROOT).apiRoot}/file/bot${api.token}/${file_path}`,
	);
	if (!response.ok || !response.body) throw new Error(`a file could not be fetched: ${response.status}`);
	return new InputFile(response.body, name ?? file_path?.split("/").at(-1));
}

/** A file of ours as a bot uploads it. */
export type FileForTelegram = InputFile;
export const fileForTelegram = (bytes: ReadableStream<Uint8Array>, name: string): FileForTelegram =>
	new InputFile(bytes, name);

/** Sends a text with its keyboard in a private chat. @returns the message's id */
export async function sendText(
	env: Env,
	botId: number,
	userId: number,
	{
		text,
		...options
	}: { text: string; reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove },
): Promise<number> {
	const api = await botApi(env, botId);
	const sent = await api.sendMessage(userId, text, options);
	return sent.message_id;
}

/** Whether it was this person who can't be written to any more, and not some other chat a handler wrote to. */
export const isUnreachable = (error: unknown, userId: number): boolean =>
	error instanceof GrammyError &&
	callFailure(error).kind === "gone" &&
	Number(error.payload.chat_id) === userId;

/** The supergroup that a basic group has become, where that is why a call failed. */
export const migratedTo = (error: unknown): number | null =>
	error instanceof GrammyError ? (error.parameters.migrate_to_chat_id ?? null) : null;

/** A private chat we may not write to: https://core.telegram.org/bots/api#making-requests names no codes, these are the server's words. Albums get the last two with a 400. */
const gone = /chat not found|user is deactivated|PEER_ID_INVALID|USER_IS_BLOCKED|INPUT_USER_DEACTIVATED/i;

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
		return { kind: "unknown", description: wordsOf(error) };
	}
	const { error_code: code, description, parameters } = error;
	if (code === 429) return { kind: "wait", seconds: parameters.retry_after ?? 1 };
	if (code >= 500) return { kind: "passing", description };
	if (code === 403 || gone.test(description)) return { kind: "gone", description };
	return { kind: "refused", description };
}

/** Whether Telegram will never take this call, so that there is nothing to repeat an update for. */
export const isFinal = (error: unknown): boolean => ["refused", "gone"].includes(callFailure(error).kind);

/** Why a call failed, in Telegram's words. */
export function callFailureText(error: unknown): string {
	const failure = callFailure(error);
	return failure.kind === "wait" ? "too many requests, try again" : failure.description;
}

/** Where Telegram brings a bot's updates. */
export const webhookUrl = ({ PUBLIC_URL }: Config, botId: number) =>
	`${PUBLIC_URL.replace(/\/$/, "")}/telegram/${botId}`;
