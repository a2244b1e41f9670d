import type { Context } from "grammy";
import type { BotRoom, BotRooms } from "../platform/bot-rooms.ts";
import { type Language, languageFor, type Translate } from "../platform/i18n/index.ts";
import type { Intent } from "../platform/intents.ts";
import type { Log } from "../platform/log.ts";
import { type Card, expectsAnswer, type Session, type Waiting, type Waits } from "./rules.ts";

/** An update of one person in their private chat with a bot. */
export interface PersonContext extends Context {
	log: Log;
	t: Translate;
	userId: number;
	/** `{bot}:{update id}` */
	updateKey: string;
	/** The update's claim; 0 for an update that needs none. */
	claim: number;
	card: Card | null;
	/** In a chat with this very bot. */
	seated: boolean;
	/** In a chat with any bot. */
	chatting: boolean;
	/** Changed in place; kept if the update is claimed. */
	session: Session;
	chats: number;
	/** What people find in this bot. */
	rooms: BotRooms;
	intent: Intent | null;
	/** What stands behind the command. */
	argument: string;
}

/** Something a deep link's payload can do, once its person has a complete profile. */
export interface StartPayload {
	/** What a bot must have for it. */
	room?: BotRoom;
	matches(payload: string): boolean;
	act(ctx: PersonContext, payload: string): Promise<void>;
	/** For who is new: once, as soon as they are in, whichever way they go on from there. */
	arrive?(ctx: PersonContext, payload: string): Promise<void>;
}

declare module "../platform/room.ts" {
	interface Brings {
		/** What deep links do, by the first word of the payload: `ref` is that of `ref_CODE`. */
		startPayloads: StartPayloadMakers;
	}
}
/** What its room answers before anybody is asked who they are: staff and administrators need no profile. */
export const withoutProfile = "without profile";
export type StartPayloadMakers = Readonly<Record<string, (() => StartPayload) | typeof withoutProfile>>;

/** What a deep link does; null if nobody knows its payload. */
export function startPayload(makers: StartPayloadMakers, payload: string): StartPayload | null {
	const [word = ""] = payload.split("_");
	const maker = Object.hasOwn(makers, word) ? makers[word] : undefined;
	const found = typeof maker === "function" ? maker() : null;
	return found?.matches(payload) ? found : null;
}

/** The language to speak before somebody has chosen one. */
export const languageOf = (card: Card | null, clientLanguage: string | undefined): Language =>
	card?.language ?? languageFor(clientLanguage);

/** Asks something that the next message answers. Whoever chats is not asked: what they write is for their partner. */
export async function ask(ctx: PersonContext, waiting: Waiting, question: string): Promise<void> {
	if (ctx.chatting) {
		await ctx.reply(ctx.t("ask-after-chat"));
		return;
	}
	ctx.session.waiting = waiting;
	await ctx.reply(question, { reply_markup: { force_reply: true } });
}

/** What was asked and this message answers; null if it answers nothing, or something else. */
export function awaited<What extends keyof Waits>(
	{ session, me, message, intent, chatting }: PersonContext,
	what: What,
): Extract<Waiting, { for: What }> | null {
	const { waiting } = session;
	if (!message || intent !== null || chatting || !expectsAnswer(session, me.id)) return null;
	const isIt = (one: Waiting | undefined): one is Extract<Waiting, { for: What }> => one?.for === what;
	return isIt(waiting) ? waiting : null;
}
