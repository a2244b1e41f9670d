import { and, eq } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import { purgeOld } from "../../platform/retention.ts";
import type { Settings } from "../../platform/settings.ts";
import { closeRequest, openRequest } from "../../platform/staff-requests.ts";
import type { PersonData } from "../personal-data.ts";
import { supportMessages } from "../schema.ts";
import { keepSupport } from "../settings.ts";

export type Support = ReturnType<typeof createSupport>;

/** A message of a person as it stands in the support chat. */
interface Question {
	botId: number;
	chatId: number;
	userId: number;
	/** The person's own message. */
	askedIn: number;
}

/** Which message in the support chat is whose. */
export function createSupport({ db, settings, now }: { db: Db; settings: Settings; now: () => number }) {
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

	return {
		data,

		/** @param messageIds the message's own lines in the support chat: a reply to any of them is an answer */
		remember: (question: Question, messageIds: number[]) =>
			db.batch([
				db
					.insert(supportMessages)
					.values(messageIds.map((messageId) => ({ ...question, messageId, at: now() })))
					.onConflictDoNothing(),
				openRequest(db, now(), {
					kind: "support",
					ref: question.userId,
					userId: question.userId,
					again: true,
				}),
			]),

		/** Staff have answered. */
		answered: (userId: number, by: string) =>
			closeRequest(db, now(), { kind: "support", ref: userId, by, outcome: "answered" }),

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

		/** Forgets whose messages were whose, after a while. */
		purge: () =>
			purgeOld(db, { table: supportMessages, at: supportMessages.at }, settings.get(keepSupport), now()),
	};
}
