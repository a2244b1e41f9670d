import type { InlineKeyboardMarkup } from "grammy/types";
import type { Alerts } from "../../platform/alerts.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { RetryLater } from "../../platform/errors.ts";
import { translator } from "../../platform/i18n/index.ts";
import { type Log, reason as why } from "../../platform/log.ts";
import { closeRequest, openRequest } from "../../platform/requests.ts";
import { doneBy } from "../../platform/staff-chat.ts";
import { botApi, callFailure, sendText } from "../../platform/telegram.ts";
import type { People } from "../service.ts";
import { readBan } from "../store.ts";

export type Appeals = ReturnType<typeof createAppeals>;

interface Needs {
	env: Env;
	db: Db;
	people: People;
	alerts: Alerts;
	log: Log;
	now: () => number;
	/** Where appeals go; 0 is nowhere. */
	room: number;
}

/** Leaves room for what else stands on the card: a message takes 4096. */
const textLimit = 3000;

/** A banned person's one say, and staff's answer to it. Staff texts are English. */
export function createAppeals({ env, db, people, alerts, log, now, room }: Needs) {
	/** Tells them how it ended; whoever blocked the bot meanwhile finds out when they come back. */
	async function tell(userId: number, botId: number, key: string): Promise<void> {
		const card = await people.refresh(userId);
		try {
			await sendText(env, botId, userId, { text: translator(card?.language ?? "en")(key) });
		} catch (error) {
			log.warn("people", "appeal's answer not delivered", { reason: why(error) });
		}
	}

	return {
		/** Whether there is somebody to read it. */
		possible: room !== 0,

		/** Brings the appeal to staff; it counts as made only when it is there. */
		async pass(userId: number, botId: number, text: string): Promise<"passed" | "already" | "failed"> {
			const ban = await readBan(db, userId);
			if (!ban || ban.liftedAt !== null || ban.appealedAt !== null) return "already";
			const data = (answer: string) => `appeal:${userId}:${ban.bannedAt}:${answer}`;
			const keyboard: InlineKeyboardMarkup = {
				inline_keyboard: [
					[
						{ text: "Lift the ban", callback_data: data("lift") },
						{ text: "Keep it", callback_data: data("keep") },
					],
				],
			};
			const until = ban.until === null ? "for good" : `until ${new Date(ban.until).toUTCString()}`;
			try {
				const by = await doneBy(await botApi(env, botId), room, ban.bannedBy);
				const head = `🙏 Appeal of ${userId}\nBanned ${until} ${by}: ${ban.reason}`;
				const card = `${head}\n\n${text.slice(0, textLimit)}`;
				await sendText(env, botId, room, { text: card, reply_markup: keyboard });
			} catch (error) {
				const failure = callFailure(error);
				if (failure.kind === "wait") throw new RetryLater(failure.seconds, "Telegram makes us wait");
				if (failure.kind === "passing" || failure.kind === "unknown") throw error;
				await alerts.send(
					`An appeal of ${userId} could not be sent to staff's chat: add the bots there as administrators.`,
					{ page: `people/${userId}` },
				);
				return "failed";
			}
			await people.markAppealed(
				userId,
				openRequest(db, now(), { kind: "appeal", ref: userId, userId, again: true }),
			);
			return "passed";
		},

		/** @param bannedAt which ban; null: the one that stands @returns how it ended, null if that ban no longer stands */
		async decide(
			{ userId, bannedAt, lift }: { userId: number; bannedAt: number | null; lift: boolean },
			botId: number,
			actor: string,
		): Promise<"lifted" | "kept" | null> {
			const ban = await readBan(db, userId);
			if (!ban || ban.liftedAt !== null || (bannedAt !== null && ban.bannedAt !== bannedAt)) return null;
			const outcome = lift ? "lifted" : "kept";
			if (lift) await people.unban(userId, actor);
			else
				await db.batch([
					closeRequest(db, now(), { kind: "appeal", ref: userId, by: actor, outcome }),
					audit(db, now(), { actor, action: "appeal.refused", subject: String(userId) }),
				]);
			await tell(userId, botId, lift ? "appeal-lifted" : "appeal-kept");
			return outcome;
		},
	};
}
