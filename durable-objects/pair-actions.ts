import {
	newsFor,
	otherSide,
	type Pair,
	type PairAction,
	type PairResult,
	type Side,
} from "../src/chat/rules/pairing.ts";
import { afterChat, ended, matchCard } from "../src/chat/views.ts";
import { translator } from "../src/platform/i18n/index.ts";
import { type Log, reason } from "../src/platform/log.ts";
import { getRegistry, roomsOf } from "../src/platform/registry.ts";
import { callFailure, isFinal, sendText } from "../src/platform/telegram.ts";
import { promiseReturn, tellOfLock } from "./chat-lock.ts";

/** Carries out one step of a chat's protocol. Doing it twice is harmless: at worst somebody reads a line twice. */
export async function performAction(
	env: Env,
	pair: Pair,
	{ side: no, kind }: PairAction,
	log: Log,
): Promise<PairResult> {
	const { chatId } = pair;
	const side = pair.sides[no];
	const partner = pair.sides[otherSide(no)];
	const person = env.PERSON.getByName(String(side.userId));
	try {
		switch (kind) {
			case "take_seat": {
				const { answer, asked } = await person.takeSeat({ chatId, no: side.no, partner: partner.userId });
				if (asked) await sayQuestionOver(env, side);
				return { kind: "seat", answer };
			}
			case "send_card": {
				const { settings } = await getRegistry(env);
				const card = matchCard(translator(side.language), partner, settings);
				return { kind: "card", messageId: await sendText(env, side.botId, side.userId, card) };
			}
			case "return": {
				if (side.userId === pair.endedBy) {
					await person.leave(chatId, partner.userId);
					return { kind: "returned", fate: "gone" };
				}
				const back = await person.returnToSearch(chatId, side.no, partner.userId);
				// The card said there is a partner: take that back.
				if (back && side.cardMessageId !== null) await say(env, side, "search-resumed");
				return { kind: "returned", fate: back ? "back" : "gone" };
			}
			case "release":
				await person.leave(chatId, partner.userId);
				return { kind: "released" };
			case "tell":
				// Whoever has gone on by themselves would read it in the middle of something else.
				if (await person.isIdle()) await tellEnd(env, pair, side);
				return { kind: "told" };
			case "tell_of_lock": {
				const news = newsFor(pair, side);
				if (news) await tellOfLock(env, side, news);
				return { kind: "told" };
			}
			case "give_back":
				if (pair.locks.unused) await promiseReturn(env, pair.locks.unused, log);
				return { kind: "given_back" };
			case "sign_off":
				if (pair.countedBy) await env.MATCHMAKER.getByName(pair.countedBy).chatEnded(chatId);
				return { kind: "signed_off" };
		}
	} catch (error) {
		const failure = callFailure(error);
		if (failure.kind === "gone" && kind === "send_card") return { kind: "card_unreachable" };
		if (failure.kind === "gone" && (kind === "tell" || kind === "tell_of_lock")) return { kind: "told" };
		log.warn("chat", "chat step repeats", { step: kind, reason: reason(error) });
		return { kind: "failed" };
	}
}

async function tellEnd(
	env: Env,
	{ chatId, reason: why }: Pair,
	{ userId, botId, language }: Side,
): Promise<void> {
	const t = translator(language);
	const registry = await getRegistry(env);
	const rooms = roomsOf(registry, botId);
	const view = ended(t, why ?? "stop", registry.settings, rooms);
	await sendText(env, botId, userId, view);
	// A message has either a reply keyboard or buttons, so what can be done now comes in a second one.
	await sendText(env, botId, userId, afterChat(t, chatId, rooms)).catch(() => undefined);
}

/** Whoever has blocked the bot is found out by the card. */
const sayQuestionOver = (env: Env, side: Side) =>
	say(env, side, "question-over").catch((error: unknown) => {
		if (!isFinal(error)) throw error;
	});

/** A line of the bot's own. */
export function say(env: Env, side: Side, key: string, variables?: Record<string, number>): Promise<number> {
	return sendText(env, side.botId, side.userId, { text: translator(side.language)(key, variables) });
}
