import type { People } from "../people/service.ts";
import type { Db } from "../platform/db.ts";
import { languageFor, translator } from "../platform/i18n/index.ts";
import type { Log } from "../platform/log.ts";
import { promiseEvent, publish } from "../platform/outbox.ts";
import { sendText } from "../platform/telegram.ts";
import type { Chat } from "./service.ts";

/** So many people a step: each is one call of an actor, and an invocation has a thousand. */
const page = 100;

interface Needs {
	env: Env;
	db: Db;
	log: Log;
	now: () => number;
	people: People;
	chat: Chat;
}

/** A bot was removed: whoever searches or chats with it is let out and told. Done again it finds nobody. */
export async function closeBot(
	{ env, db, log, now, people, chat }: Needs,
	{ botId, after }: { botId: number; after: number },
): Promise<void> {
	const userIds = await people.peopleOf(botId, after, page);
	for (const userId of userIds) {
		if (!(await chat.expel(userId, "bot_closed", botId))) continue;
		const { card } = await env.PERSON.getByName(String(userId)).status();
		const text = translator(card?.language ?? languageFor(undefined))("bot-closed");
		await sendText(env, botId, userId, { text, reply_markup: { remove_keyboard: true } }).catch(
			() => undefined,
		);
	}
	const last = userIds.at(-1);
	if (userIds.length < page || last === undefined) return;
	const next = await promiseEvent(db, now(), { kind: "bot.closed", payload: { botId, after: last } });
	await publish(
		env.EVENTS,
		next.map(({ id }) => id),
		log,
	);
}
