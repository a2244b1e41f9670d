import type { BatchItem } from "drizzle-orm/batch";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Alerts } from "../../platform/alerts.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { RetryLater } from "../../platform/errors.ts";
import { translator } from "../../platform/i18n/index.ts";
import { type Log, reason as why } from "../../platform/log.ts";
import type { StaffCards } from "../../platform/staff-cards.ts";
import { doneBy } from "../../platform/staff-chat.ts";
import { closeRequest, openRequest } from "../../platform/staff-requests.ts";
import { botApi, callFailure, sendText } from "../../platform/telegram.ts";
import { cut } from "../../platform/text.ts";
import { appealCard, type People, refusalRef } from "../service.ts";
import { readBan, readRefusal } from "../store.ts";
import { callbacks } from "../views.ts";
import { keepWords } from "./threads.ts";

export type Appeals = ReturnType<typeof createAppeals>;
/** What can be appealed. */
export type Against = "ban" | "refusal";

interface Needs {
	env: Env;
	db: Db;
	people: People;
	cards: StaffCards;
	alerts: Alerts;
	log: Log;
	now: () => number;
	/** Where appeals go; 0 is nowhere. */
	room: number;
}

/** A ban or a refusal that stands. */
interface Case {
	/** Tells it from another one of the same person. */
	since: number;
	appealed: boolean;
	/** For staff, in English. */
	about: (by: string) => string;
	/** Who did it, as the audit names them. */
	actor: string;
	lift: string;
}

/** Leaves room for what else stands on the card: a message takes 4096. */
const textLimit = 3000;

/** Which request of the inbox it is. */
const requestOf = (userId: number, against: Against) =>
	({ kind: "appeal", ref: against === "ban" ? userId : refusalRef(userId) }) as const;

/** Somebody's one say against a ban or an age refusal, and staff's answer to it. Staff texts are English. */
export function createAppeals({ env, db, people, cards, alerts, log, now, room }: Needs) {
	async function caseOf(userId: number, against: Against): Promise<Case | null> {
		if (against === "refusal") {
			const refusal = await readRefusal(db, userId);
			if (!refusal || refusal.liftedAt !== null) return null;
			const { refusedAt: since, appealedAt } = refusal;
			const about = () => `Refused for their age on ${new Date(since).toISOString().slice(0, 10)}`;
			return { since, appealed: appealedAt !== null, about, actor: "system", lift: "Let them start over" };
		}
		const ban = await readBan(db, userId);
		if (!ban || ban.liftedAt !== null) return null;
		const until = ban.until === null ? "for good" : `until ${new Date(ban.until).toUTCString()}`;
		const about = (by: string) => `Banned ${until} ${by}: ${ban.reason}`;
		return {
			since: ban.bannedAt,
			appealed: ban.appealedAt !== null,
			about,
			actor: ban.bannedBy,
			lift: "Lift the ban",
		};
	}

	/** Tells them how it ended; whoever blocked the bot meanwhile finds out when they come back. */
	async function tell(userId: number, botId: number, key: string): Promise<void> {
		const card = await people.refresh(userId);
		try {
			await sendText(env, botId, userId, { text: translator(card?.language ?? "en")(key) });
		} catch (error) {
			log.warn("people", "appeal's answer not delivered", { reason: why(error) });
		}
	}

	const spend: Record<Against, (userId: number, request: BatchItem<"sqlite">[]) => Promise<unknown>> = {
		ban: people.markAppealed,
		refusal: people.markRefusalAppealed,
	};

	return {
		/** Whether there is somebody to read it, and they have not had their say. */
		async isOpen(userId: number, against: Against): Promise<boolean> {
			if (room === 0) return false;
			const found = await caseOf(userId, against);
			return found !== null && !found.appealed;
		},

		/** Brings the appeal to staff; it counts as made only when it is there. */
		async pass(
			userId: number,
			botId: number,
			{ against, text, messageId }: { against: Against; text: string; messageId: number },
		): Promise<"passed" | "already" | "failed"> {
			const found = await caseOf(userId, against);
			if (!found || found.appealed) return "already";
			const data = (answer: "lift" | "keep") =>
				callbacks.appealReview.pack(against, userId, found.since, answer);
			const keyboard: InlineKeyboardMarkup = {
				inline_keyboard: [
					[
						{ text: found.lift, callback_data: data("lift") },
						{ text: "Keep it", callback_data: data("keep") },
					],
				],
			};
			try {
				const by = await doneBy(await botApi(env, botId), room, found.actor);
				const head = `🙏 Appeal of ${userId}\n${found.about(by)}`;
				const card = `${head}\n\n${cut(text, textLimit)}`;
				const sent = await sendText(env, botId, room, { text: card, reply_markup: keyboard });
				const place = { botId, chatId: room, messageId: sent };
				await cards.keep(appealCard(against, userId), { ...place, text: card, userId });
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
			const about = requestOf(userId, against);
			await spend[against](userId, [
				openRequest(db, now(), { ...about, userId, again: true }),
				keepWords(db, now(), about, { userId, botId, messageId, said: { text, media: null } }),
			]);
			return "passed";
		},

		/** @param since which ban or refusal; null: the one that stands @returns how it ended, null if that one no longer stands */
		async decide(
			{
				userId,
				against,
				since,
				lift,
			}: { userId: number; against: Against; since: number | null; lift: boolean },
			botId: number,
			actor: string,
		): Promise<"lifted" | "kept" | null> {
			const found = await caseOf(userId, against);
			if (!found || (since !== null && found.since !== since)) return null;
			if (lift) {
				// Whoever is let start over is told by what follows that, however it came about.
				if (against === "refusal") await people.liftAgeRefusal(userId, actor);
				else {
					await people.unban(userId, actor);
					await tell(userId, botId, "appeal-lifted");
				}
				return "lifted";
			}
			await db.batch([
				closeRequest(db, now(), { ...requestOf(userId, against), by: actor, outcome: "kept" }),
				audit(db, now(), { actor, action: "appeal.refused", subject: String(userId) }),
			]);
			await cards.mark(appealCard(against, userId), actor, (by) => `Kept ${by}`);
			await tell(userId, botId, against === "ban" ? "appeal-kept" : "age-appeal-kept");
			return "kept";
		},
	};
}
