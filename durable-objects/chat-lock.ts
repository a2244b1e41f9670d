import { lockNews } from "../src/chat/locks/views.ts";
import type { LockNews } from "../src/chat/rules/locks.ts";
import type { Side } from "../src/chat/rules/pairing.ts";
import { openDb } from "../src/platform/db.ts";
import { translator } from "../src/platform/i18n/index.ts";
import type { Log } from "../src/platform/log.ts";
import { commit, publish } from "../src/platform/outbox.ts";
import { sendText } from "../src/platform/telegram.ts";

/** Tells one side that a lock began or ended. */
export const tellOfLock = (env: Env, { botId, userId, language }: Side, news: LockNews): Promise<number> =>
	sendText(env, botId, userId, { text: lockNews(translator(language), news) });

/** Writes down what a lock left unused: from then on the outbox brings it back. Written twice, it goes back once. */
export async function promiseReturn(
	env: Env,
	{ lockId, minutes }: { lockId: string; minutes: number },
	log: Log,
): Promise<void> {
	const event = { kind: "lock.ended", payload: { lockId, unusedMinutes: minutes } } as const;
	const { ids } = await commit(openDb(env.DB), Date.now(), [], [event]);
	await publish(env.EVENTS, ids, log);
}
