import { inArray } from "drizzle-orm";
import type { PersonData } from "../../people/personal-data.ts";
import { activeBan, underReview } from "../../people/rules.ts";
import type { People } from "../../people/service.ts";
import type { Alerts } from "../../platform/alerts.ts";
import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import { AppError } from "../../platform/errors.ts";
import { translator } from "../../platform/i18n/index.ts";
import { type ChatId, newId } from "../../platform/ids.ts";
import { type Log, reason as why } from "../../platform/log.ts";
import { promiseEvent, publish } from "../../platform/outbox.ts";
import { pageOf } from "../../platform/pages.ts";
import type { Registry } from "../../platform/registry.ts";
import { outbox } from "../../platform/schema.ts";
import { pseudonymOf } from "../../platform/secrets.ts";
import type { StaffCards } from "../../platform/staff-cards.ts";
import { sendText } from "../../platform/telegram.ts";
import { decided, effectiveReview, mustPause, type ReportReason, type Verdict } from "../rules/reports.ts";
import type { Chat } from "../service.ts";
import { mediaReview, reportsToPause, reviewChat } from "../settings.ts";
import { createReviewChat, retryIfPassing } from "./review-chat.ts";
import {
	countsOf,
	decideReport,
	eraseFromReports,
	exportReports,
	findReport,
	findReportOf,
	insertReport,
	listReports,
	openReportsAbout,
	type Report,
	updateReport,
} from "./store.ts";
import { banReason, reasonWords } from "./views.ts";

export type { Report } from "./store.ts";
export type Reports = ReturnType<typeof createReports>;

interface Needs {
	env: Env;
	config: Config;
	db: Db;
	registry: Registry;
	people: People;
	chat: Chat;
	alerts: Alerts;
	cards: StaffCards;
	log: Log;
	now: () => number;
}

/** What people report about each other, what staff get to see of it, and what follows from their verdict. */
export function createReports({ env, config, db, registry, people, chat, alerts, cards, log, now }: Needs) {
	const { settings } = registry;
	const aliasOf = (userId: number) => pseudonymOf(config.HASH_KEY, `reporter:${userId}`);

	const review = createReviewChat({ env, db, registry, people, chat, cards, aliasOf, log, now });

	const isPauseDue = async (userId: number) =>
		mustPause(await openReportsAbout(db, aliasOf, userId), settings.get(reportsToPause), now());

	/** Keeps somebody out while enough reports about them wait for staff. Another ban is left as it is. */
	async function pauseIfDue(userId: number): Promise<void> {
		if (!(await isPauseDue(userId)) || activeBan(await people.refresh(userId), now())) return;
		await people.ban(userId, { reason: underReview, until: null }, "system");
	}

	async function liftPauseIfOver(userId: number, actor: string): Promise<void> {
		const ban = activeBan(await people.refresh(userId), now());
		if (ban?.reason !== underReview || (await isPauseDue(userId))) return;
		await people.unban(userId, actor).catch((error: unknown) => {
			// Lifted by somebody else in this very moment.
			if (!(error instanceof AppError)) throw error;
		});
	}

	/** Does what the verdict says. Doing it twice is harmless. */
	async function carryOut(reportId: string): Promise<void> {
		const report = await findReport(db, reportId);
		if (!report || report.status === "open") return;
		await enforce(report);
		await review.markCard(report);
	}

	async function enforce(report: Report): Promise<void> {
		const { reportedId, banUntil: until } = report;
		const actor = report.decidedBy ?? "system";
		if (report.status === "banned") {
			if (until !== null && until <= now()) return;
			const card = await people.refresh(reportedId);
			const standing = activeBan(card, now());
			const holds = standing && standing.reason !== underReview ? (standing.until ?? Infinity) : 0;
			// A ban that lasts as long is there already.
			if (holds >= (until ?? Infinity)) return;
			const reason = banReason(translator(card?.language ?? "en"), report.reason);
			await people.ban(reportedId, { reason, until }, actor);
			return;
		}
		await liftPauseIfOver(reportedId, actor);
		if (report.status === "warned") await warn(report);
	}

	async function warn({ reportedId, reportedBotId, reason }: Report): Promise<void> {
		const card = await people.refresh(reportedId);
		const t = translator(card?.language ?? "en");
		try {
			const text = t("report-warning", { reason: banReason(t, reason) });
			await sendText(env, reportedBotId, reportedId, { text });
		} catch (error) {
			retryIfPassing(error);
			log.warn("chat", "warning not delivered", { reason: why(error) });
		}
	}

	const data: PersonData = {
		export: (userId) => exportReports(db, userId),
		erase: async (userId) => void (await eraseFromReports(db, userId, await aliasOf(userId))),
	};

	return {
		data,

		carryOut,

		/** Ends the chat if it is open, keeps the two apart for good, and brings it to staff. Once per person and chat. */
		async file(
			reporterId: number,
			chatId: ChatId,
			reason: ReportReason,
		): Promise<"filed" | "already" | "too_late"> {
			if (await findReportOf(db, chatId, reporterId)) return "already";
			const sides = await chat.pair(chatId).evidence(0);
			const other = sides.find(({ userId }) => userId !== reporterId);
			if (!other || sides.every(({ userId }) => userId !== reporterId)) return "too_late";
			const answer = await chat.leave(reporterId, chatId, "report", null);
			if (answer.kind !== "left") return "too_late";
			const id = newId("report");
			const row = { id, chatId, reporterId, reason, createdAt: now() };
			const [events] = await db.batch([
				promiseEvent(db, now(), { kind: "report.filed", payload: { reportId: id } }),
				insertReport(db, { ...row, reportedId: other.userId, reportedBotId: other.botId }),
			]);
			try {
				await pauseIfDue(other.userId);
			} catch (error) {
				log.warn("chat", "pause goes through the outbox", { reason: why(error) });
			}
			const ids = events.map((event) => event.id);
			await publish(env.EVENTS, ids, log);
			return "filed";
		},

		/** Brings a report to staff, with the last messages of its chat where the settings say so. */
		async bring(reportId: string): Promise<void> {
			const found = await findReport(db, reportId);
			if (!found || found.broughtAt !== null || found.status !== "open") return;
			await pauseIfDue(found.reportedId);
			const room = settings.get(reviewChat);
			const copies = effectiveReview(settings.get(mediaReview), room) !== "off";
			const report = copies ? await review.copyEvidence(found, room) : found;
			const cardMessageId = room === 0 ? null : await review.sendCard(report, room);
			if (cardMessageId === null) {
				const fix =
					room === 0
						? "There is no review chat: set one to see more of it."
						: "It could not be sent to the review chat: add the bots there as administrators.";
				const words = reasonWords(report.reason);
				await alerts.send(`New report (${words}) about ${report.reportedId}. ${fix}`, { page: "reports" });
			}
			await updateReport(db, reportId, { cardMessageId, broughtAt: now() });
		},

		/** One of them, with how both people's earlier ones were judged. @throws AppError 404 */
		async show(id: string) {
			const report = await findReport(db, id);
			if (!report) throw new AppError(404, "no_report", "There is no such report.");
			const [reported, reporter] = await Promise.all([
				countsOf(db, aliasOf, report.reportedId),
				countsOf(db, aliasOf, report.reporterId),
			]);
			return { report, reported, reporter };
		},

		/** Reports for staff, newest first. @param before the id where the page before ended */
		async list(which: { open: boolean; about: number | null }, before: string | null, limit: number) {
			const found = await listReports(db, which, before, limit + 1);
			const { page: rows, last } = pageOf(found, limit);
			return { rows, next: last?.id ?? null };
		},

		/** Decides a report once; `report` is as it stands then, null if there is none. */
		async decide(
			reportId: string,
			verdict: Verdict,
			actor: string,
		): Promise<{ decided: boolean; report: Report | null }> {
			const before = await findReport(db, reportId);
			const decision = decided(verdict, now());
			const event = await decideReport(
				db,
				reportId,
				now(),
				{ ...decision, by: actor },
				{
					actor,
					action: `report.${decision.status}`,
					subject: reportId,
					details: { reported: before?.reportedId, until: decision.banUntil },
				},
			);
			if (event !== null) {
				try {
					await carryOut(reportId);
					await db.delete(outbox).where(inArray(outbox.id, [event]));
				} catch (error) {
					log.warn("chat", "verdict goes through the outbox", { reason: why(error) });
					await publish(env.EVENTS, [event], log);
				}
			}
			return { decided: event !== null, report: await findReport(db, reportId) };
		},
	};
}
