import type { ReplyKeyboardMarkup, ReplyKeyboardRemove } from "grammy/types";
import type { People } from "../people/service.ts";
import { menuKeyboard } from "../people/views.ts";
import type { Db } from "../platform/db.ts";
import { languageFor, type Translate, translator } from "../platform/i18n/index.ts";
import type { Log } from "../platform/log.ts";
import { type OutboxEvent, promiseEvent, publish } from "../platform/outbox.ts";
import { type Registry, roomsOf } from "../platform/registry.ts";
import type { Settings } from "../platform/settings.ts";
import { sendText } from "../platform/telegram.ts";
import type { Chat } from "./service.ts";

/** So many people a step: each is one call of an actor, and an invocation has a thousand. */
const page = 100;

interface Needs {
	env: Env;
	db: Db;
	log: Log;
	now: () => number;
	registry: Registry;
	settings: Settings;
	people: People;
	chat: Chat;
}

/** How a bot's people are told: with which text, and which keyboard stands there from then on. */
interface Ending {
	text: string;
	keyboard: (t: Translate) => ReplyKeyboardMarkup | ReplyKeyboardRemove;
	/** Goes on behind this person. */
	next: (after: number) => OutboxEvent;
}

/** A bot was removed: whoever searches or chats with it is let out and told. Done again it finds nobody. */
export const closeBot = (needs: Needs, { botId, after }: { botId: number; after: number }) =>
	letOut(needs, botId, after, {
		text: "bot-closed",
		keyboard: () => ({ remove_keyboard: true }),
		next: (last) => ({ kind: "bot.closed", payload: { botId, after: last } }),
	});

/** Strangers no longer meet at a bot: the same, and it goes on with what it still has. */
export function closeChats(needs: Needs, { botId, after }: { botId: number; after: number }) {
	// The registry here may be of before.
	const others = roomsOf(needs.registry, botId).filter((room) => room !== "chat");
	return letOut(needs, botId, after, {
		text: "chat-closed",
		keyboard: (t) => menuKeyboard(t, needs.settings, others),
		next: (last) => ({ kind: "bot.room_closed", payload: { botId, room: "chat", after: last } }),
	});
}

async function letOut(
	{ env, db, log, now, people, chat }: Needs,
	botId: number,
	after: number,
	ending: Ending,
): Promise<void> {
	const userIds = await people.peopleOf(botId, after, page);
	for (const userId of userIds) {
		if (!(await chat.expel(userId, "bot_closed", botId))) continue;
		const { card } = await env.PERSON.getByName(String(userId)).status();
		const t = translator(card?.language ?? languageFor(undefined));
		const view = { text: t(ending.text), reply_markup: ending.keyboard(t) };
		await sendText(env, botId, userId, view).catch(() => undefined);
	}
	const last = userIds.at(-1);
	if (userIds.length < page || last === undefined) return;
	const next = await promiseEvent(db, now(), ending.next(last));
	await publish(
		env.EVENTS,
		next.map(({ id }) => id),
		log,
	);
}
