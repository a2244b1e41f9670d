import { eq } from "drizzle-orm";
import type { Db } from "./db.ts";
import { type Log, reason } from "./log.ts";
import type { Registry } from "./registry.ts";
import { purgeOld } from "./retention.ts";
import { staffCards } from "./schema.ts";
import { doneBy } from "./staff-chat.ts";
import { botApi } from "./telegram.ts";
import { cut } from "./text.ts";

export type StaffCards = ReturnType<typeof createStaffCards>;

interface Needs {
	env: Env;
	db: Db;
	registry: Registry;
	log: Log;
	now: () => number;
}

/** A message in a chat of staff. */
interface Place {
	/** The bot that wrote it, tried first: only whose message it is can edit it. */
	botId: number;
	chatId: number;
	messageId: number;
}

/** Cards in staff's chats about what waits for them: without buttons and with the outcome once it is decided, wherever that was. */
export function createStaffCards({ env, db, registry, log, now }: Needs) {
	/** A card that is gone or can't be edited stays as it is. */
	async function settle({ botId, chatId, messageId }: Place, say: (by: string) => string, actor: string) {
		for (const bot of new Set([botId, ...registry.bots.keys()])) {
			try {
				const api = await botApi(env, bot);
				await api.editMessageText(chatId, messageId, cut(say(await doneBy(api, chatId, actor)), 4096));
				return;
			} catch (error) {
				if (/message is not modified/i.test(reason(error))) return;
				log.info("staff", "card not marked", { bot, reason: reason(error) });
			}
		}
	}

	return {
		settle,

		/** Remembers where it stands. */
		keep: async (about: string, place: Place & { text: string; userId: number | null }): Promise<void> => {
			const row = { ...place, at: now() };
			await db
				.insert(staffCards)
				.values({ about, ...row })
				.onConflictDoUpdate({ target: staffCards.about, set: row });
		},

		/** Has it say how it ended, once. @param line how, by whom */
		async mark(about: string, actor: string, line: (by: string) => string): Promise<void> {
			const [card] = await db.delete(staffCards).where(eq(staffCards.about, about)).returning();
			if (card) await settle(card, (by) => `${card.text}\n\n✅ ${line(by)}`, actor);
		},

		purge: (keepDays: number) => purgeOld(db, { table: staffCards, at: staffCards.at }, keepDays, now()),

		data: {
			export: (userId: number) =>
				db.select({ at: staffCards.at }).from(staffCards).where(eq(staffCards.userId, userId)),
			erase: async (userId: number) =>
				void (await db.delete(staffCards).where(eq(staffCards.userId, userId))),
		},
	};
}
