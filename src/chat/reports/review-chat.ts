import { activeBan, underReview } from "../../people/rules.ts";
import type { People } from "../../people/service.ts";
import type { Db } from "../../platform/db.ts";
import { RetryLater } from "../../platform/errors.ts";
import type { ChatId } from "../../platform/ids.ts";
import { type Log, reason as why } from "../../platform/log.ts";
import type { Registry } from "../../platform/registry.ts";
import type { StaffCards } from "../../platform/staff-cards.ts";
import { botApi, callFailure, sendText } from "../../platform/telegram.ts";
import type { Copies } from "../schema.ts";
import type { Chat } from "../service.ts";
import { reviewChat } from "../settings.ts";
import { countsOf, type Report, updateReport } from "./store.ts";
import { decisionLine, reportCard } from "./views.ts";

interface Needs {
	env: Env;
	db: Db;
	registry: Registry;
	people: People;
	chat: Chat;
	cards: StaffCards;
	/** The number that stays in place of somebody whose data is deleted. */
	aliasOf: (userId: number) => Promise<number>;
	log: Log;
	now: () => number;
}

/** So many of each side's last messages are copied to the review chat. */
const evidenceLimit = 10;

/** What staff see of a report in their chat: the last messages of both sides, and a card with its buttons. */
export function createReviewChat({ env, db, registry, people, chat, cards, aliasOf, log, now }: Needs) {
	const { settings } = registry;

	/** Copies what one side wrote in this chat; what Telegram doesn't copy is missing in the answer. */
	async function copySide(room: number, userId: number, botId: number, ids: number[], title: string) {
		if (ids.length === 0) return [];
		try {
			const api = await botApi(env, botId);
			await api.sendMessage(room, `${title} ${userId} wrote:`);
			const copies = await api.copyMessages(room, userId, ids);
			return copies.map((copy) => copy.message_id);
		} catch (error) {
			retryIfPassing(error);
			log.warn("chat", "evidence not copied", { reason: why(error) });
			return [];
		}
	}

	async function copyEvidence(report: Report, room: number): Promise<Report> {
		const sides = await chat.pair(report.chatId as ChatId).evidence(evidenceLimit);
		let copies: Copies = report.copies;
		const copyable = sides.reduce((sum, side) => sum + side.messageIds.length, 0);
		for (const role of ["reported", "reporter"] as const) {
			const side = sides.find(({ userId }) => userId === report[`${role}Id`]);
			// Kept after each side, so that a repeat doesn't copy it again.
			if (!side || copies[role]) continue;
			const title = role === "reported" ? "🚩 Reported" : "👤 Reporter";
			const ids = await copySide(room, side.userId, side.botId, side.messageIds, title);
			copies = { ...copies, [role]: ids };
			await updateReport(db, report.id, { copies, copyable, reviewChatId: room });
		}
		return { ...report, copies, copyable };
	}

	/** Sends the card by the bot of the chat, or by another one that may write there. @returns its id, null if none may */
	async function sendCard(report: Report, room: number): Promise<number | null> {
		const [reported, reporter, card] = await Promise.all([
			countsOf(db, aliasOf, report.reportedId),
			countsOf(db, aliasOf, report.reporterId),
			people.refresh(report.reportedId),
		]);
		const paused = activeBan(card, now())?.reason === underReview;
		const view = reportCard(report, { reported, reporter, paused });
		for (const bot of new Set([report.reportedBotId, ...registry.bots.keys()])) {
			try {
				return await sendText(env, bot, room, view);
			} catch (error) {
				retryIfPassing(error);
				log.warn("chat", "report's card not sent", { bot, reason: why(error) });
			}
		}
		return null;
	}

	/** Has the card say how it was decided, wherever that was. A card that is gone or can't be edited stays as it is. */
	async function markCard(report: Report): Promise<void> {
		const { cardMessageId, reviewChatId, decidedBy, reportedBotId } = report;
		const room = reviewChatId ?? settings.get(reviewChat);
		if (cardMessageId === null || room === 0 || decidedBy === null) return;
		const [reported, reporter] = await Promise.all([
			countsOf(db, aliasOf, report.reportedId),
			countsOf(db, aliasOf, report.reporterId),
		]);
		const { text } = reportCard(report, { reported, reporter, paused: false });
		await cards.settle(
			{ botId: reportedBotId, chatId: room, messageId: cardMessageId },
			(by) => `${text}\n\n✅ ${decisionLine(report, by)}`,
			decidedBy,
		);
	}

	return { copyEvidence, sendCard, markCard };
}

/** @throws RetryLater if the same call may well succeed later */
export function retryIfPassing(error: unknown): void {
	const failure = callFailure(error);
	if (failure.kind === "wait") throw new RetryLater(failure.seconds, "Telegram makes us wait");
	if (failure.kind === "passing") throw new RetryLater(2, failure.description);
}
