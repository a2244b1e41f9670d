import { and, eq, lt } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import type { PersonData } from "../personal-data.ts";
import { supportMessages } from "../schema.ts";

export type Support = ReturnType<typeof createSupport>;

/** A message of a person as it stands in the support chat. */
export interface Question {
	botId: number;
	chatId: number;
	userId: number;
	/** The person's own message. */
	askedIn: number;
}

/** Which message in the support chat is whose. */
export function createSupport({ db, now }: { db: Db; now: () => number }) {
	const data: PersonData = {
		name: "support",
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
			db
				.insert(supportMessages)
				.values(messageIds.map((messageId) => ({ ...question, messageId, at: now() })))
				.onConflictDoNothing(),

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

		/** Forgets whose messages from before `before` were. */
		purge: (before: number) => db.delete(supportMessages).where(lt(supportMessages.at, before)),
	};
}
