import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { type Log, reason } from "../../platform/log.ts";
import { purgeOld } from "../../platform/retention.ts";
import type { Settings } from "../../platform/settings.ts";
import { botApi } from "../../platform/telegram.ts";
import { cut } from "../../platform/text.ts";
import type { PersonData } from "../personal-data.ts";
import { supportMessages } from "../schema.ts";
import { keepSupport, supportChat } from "../settings.ts";

export type Support = ReturnType<typeof createSupport>;

/** A message of a person as it stands in the support chat. */
interface Question {
	botId: number;
	chatId: number;
	userId: number;
	/** The person's own message. */
	askedIn: number;
	/** null: of before threads were kept, a question to support. */
	requestId: string | null;
}

interface Needs {
	env: Env;
	db: Db;
	settings: Settings;
	log: Log;
	now: () => number;
}

/** Which message in the support chat is whose. */
export function createSupport({ env, db, settings, log, now }: Needs) {
	const data: PersonData = {
		export: (userId) =>
			db
				.select({ bot: supportMessages.botId, message: supportMessages.askedIn, at: supportMessages.at })
				.from(supportMessages)
				.where(eq(supportMessages.userId, userId)),
		erase: async (userId) => {
			await db.delete(supportMessages).where(eq(supportMessages.userId, userId));
		},
	};

	/** @param messageIds the message's own lines in the support chat: a reply to any of them is an answer */
	const remember = async (question: Question, messageIds: number[]): Promise<void> =>
		void (await db
			.insert(supportMessages)
			.values(messageIds.map((messageId) => ({ ...question, messageId, at: now() })))
			.onConflictDoNothing());

	return {
		data,
		remember,

		/** Whose message this one in the support chat is. */
		async find(botId: number, chatId: number, messageId: number): Promise<Question | null> {
			const [row] = await db
				.select()
				.from(supportMessages)
				.where(
					and(
						eq(supportMessages.botId, botId),
						eq(supportMessages.chatId, chatId),
						eq(supportMessages.messageId, messageId),
					),
				);
			return row ?? null;
		},

		/** Has the support chat see what was done elsewhere, under what it is about. That it can't is no reason to fail. */
		async show(about: { botId: number; userId: number; requestId: string }, text: string): Promise<void> {
			const chatId = settings.get(supportChat);
			if (chatId === 0) return;
			const [last] = await db
				.select()
				.from(supportMessages)
				.where(
					and(
						eq(supportMessages.userId, about.userId),
						eq(supportMessages.botId, about.botId),
						eq(supportMessages.chatId, chatId),
					),
				)
				.orderBy(desc(supportMessages.at), desc(supportMessages.messageId))
				.limit(1);
			try {
				const api = await botApi(env, about.botId);
				const sent = await api.sendMessage(chatId, cut(text, 4096), {
					...(last
						? { reply_parameters: { message_id: last.messageId, allow_sending_without_reply: true } }
						: {}),
				});
				await remember({ ...about, chatId, askedIn: last?.askedIn ?? 0 }, [sent.message_id]);
			} catch (error) {
				log.warn("people", "support chat not reached", { reason: reason(error) });
			}
		},

		/** Forgets whose messages were whose, after a while. */
		purge: () =>
			purgeOld(db, { table: supportMessages, at: supportMessages.at }, settings.get(keepSupport), now()),
	};
}
