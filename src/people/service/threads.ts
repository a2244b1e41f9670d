import { and, asc, count, desc, eq, lt, sql } from "drizzle-orm";
import type { InlineKeyboardMarkup, Message } from "grammy/types";
import { audit } from "../../platform/audit.ts";
import { among, type Db } from "../../platform/db.ts";
import { AppError } from "../../platform/errors.ts";
import { type Translate, translator } from "../../platform/i18n/index.ts";
import { type Log, reason } from "../../platform/log.ts";
import { purgeOld } from "../../platform/retention.ts";
import { type RequestKind, requests } from "../../platform/schema.ts";
import type { Settings } from "../../platform/settings.ts";
import { openRequest, type Requests, type StaffRequest } from "../../platform/staff-requests.ts";
import { botApi, callFailure, sendText } from "../../platform/telegram.ts";
import { dayMs } from "../../platform/time.ts";
import type { PersonData } from "../personal-data.ts";
import { type Said, saidIn } from "../rules/threads.ts";
import { threadMessages } from "../schema.ts";
import type { People } from "../service.ts";
import { keepSupport } from "../settings.ts";
import { replyKeyboard } from "../views.ts";
import type { Support } from "./support.ts";

export type Threads = ReturnType<typeof createThreads>;
export type ThreadMessage = typeof threadMessages.$inferSelect;

interface Needs {
	env: Env;
	db: Db;
	people: People;
	requests: Requests;
	support: Support;
	settings: Settings;
	log: Log;
	now: () => number;
}

type Api = Awaited<ReturnType<typeof botApi>>;

/** Something a person said, and where. */
export interface Told {
	userId: number;
	botId: number;
	messageId: number;
	said: Said;
}

/** So many of a thread's newest messages are shown. */
const shown = 200;

const requestIdOf = (kind: RequestKind, ref: string | number) =>
	sql<string>`(SELECT ${requests.id} FROM ${requests} WHERE ${requests.kind} = ${kind} AND ${requests.ref} = ${String(ref)})`;

/** The statement that keeps what somebody said, behind the one that opens the request. A repeat keeps it once. */
export const keepWords = (
	db: Db,
	now: number,
	about: { kind: RequestKind; ref: string | number },
	{ userId, botId, messageId, said }: Told,
) =>
	db
		.insert(threadMessages)
		.values({
			...{ requestId: requestIdOf(about.kind, about.ref), userId, botId, messageId, at: now },
			...{ direction: "in", text: said.text },
			...{ mediaKind: said.media?.kind ?? null, mediaFileId: said.media?.fileId ?? null },
		})
		.onConflictDoNothing();

/** What people and staff write to each other about a request. Its words are in these rows and in no log. */
export function createThreads({ env, db, people, requests: inbox, support, settings, log, now }: Needs) {
	const data: PersonData = {
		export: (userId) =>
			db
				.select({
					direction: threadMessages.direction,
					text: threadMessages.text,
					media: threadMessages.mediaKind,
					at: threadMessages.at,
				})
				.from(threadMessages)
				.where(eq(threadMessages.userId, userId))
				.orderBy(asc(threadMessages.no)),
		erase: async (userId) => void (await db.delete(threadMessages).where(eq(threadMessages.userId, userId))),
	};

	const touched = (id: string, what: Partial<Pick<StaffRequest, "lastInAt" | "lastOutAt" | "readAt">>) =>
		db.update(requests).set(what).where(eq(requests.id, id));

	/** Which bot a thread is spoken through, and the person's newest message there. */
	async function placeOf({ id, userId }: StaffRequest): Promise<{ botId: number; askedIn: number | null }> {
		const [last] = await db
			.select({ botId: threadMessages.botId, askedIn: threadMessages.messageId })
			.from(threadMessages)
			.where(and(eq(threadMessages.requestId, id), eq(threadMessages.direction, "in")))
			.orderBy(desc(threadMessages.no))
			.limit(1);
		if (last) return last;
		const [botId] = await people.botsOf(userId);
		if (botId === undefined) throw new AppError(409, "unreachable", "They have blocked every bot.");
		return { botId, askedIn: null };
	}

	const languageOf = async (userId: number): Promise<Translate> =>
		translator((await people.find(userId))?.language ?? "en");

	/** Writes to the person: who answers, and the answer, whose button and replies lead back to the thread. @returns the message's id */
	async function write(
		request: { id: string; userId: number },
		{ botId, askedIn }: { botId: number; askedIn: number | null },
		content: (api: Api, keyboard: InlineKeyboardMarkup) => Promise<number>,
	): Promise<number> {
		const t = await languageOf(request.userId);
		const api = await botApi(env, botId);
		await api.sendMessage(request.userId, t("support-answer"), {
			...(askedIn === null
				? {}
				: { reply_parameters: { message_id: askedIn, allow_sending_without_reply: true } }),
		});
		return content(api, replyKeyboard(t, request.id));
	}

	/** Sends an answer of the dashboard. Whatever comes of it stands with the answer. */
	async function send(request: StaffRequest, { no, text }: { no: number; text: string }) {
		const place = await placeOf(request);
		let outcome: Pick<ThreadMessage, "messageId" | "failure">;
		try {
			const messageId = await write(request, place, async (api, reply_markup) => {
				return (await api.sendMessage(request.userId, text, { reply_markup })).message_id;
			});
			outcome = { messageId, failure: null };
		} catch (error) {
			const failure = callFailure(error);
			log.warn("people", "answer not delivered", { reason: reason(error) });
			const words = { wait: "wait", gone: "blocked", unknown: "unknown" }[failure.kind as string];
			outcome = {
				messageId: null,
				failure: words ?? ("description" in failure ? failure.description : "unknown"),
			};
		}
		const [row] = await db
			.update(threadMessages)
			.set({ ...outcome, botId: place.botId })
			.where(eq(threadMessages.no, no))
			.returning();
		return { row, place };
	}

	const get = async (id: string, no: number): Promise<ThreadMessage> => {
		const [row] = await db
			.select()
			.from(threadMessages)
			.where(and(eq(threadMessages.requestId, id), eq(threadMessages.no, no)));
		if (!row) throw new AppError(404, "no_message", "There is no such message.");
		return row;
	};

	/** Has the support chat see what was done elsewhere. It is no reason to fail. */
	const mirror = (request: StaffRequest, botId: number, text: string) =>
		support.show({ botId, userId: request.userId, requestId: request.id }, text);

	return {
		data,

		/** The request that a line of the support chat is about. One of before threads were kept opens one now. */
		async requestOf({
			userId,
			requestId,
		}: {
			userId: number;
			requestId: string | null;
		}): Promise<StaffRequest> {
			const known =
				requestId === null
					? and(eq(requests.kind, "support"), eq(requests.ref, String(userId)))
					: eq(requests.id, requestId);
			const [row] = await db.select().from(requests).where(known);
			if (row) return row;
			const about = { kind: "support" as const, ref: userId, userId };
			await openRequest(db, now(), about);
			const [opened] = await db
				.select()
				.from(requests)
				.where(and(eq(requests.kind, "support"), eq(requests.ref, String(userId))));
			if (!opened) throw new Error("a request was not opened");
			return opened;
		},

		/** Whether this thread goes on: what its person says lands there. */
		isOpen: async (id: string, userId: number): Promise<boolean> => {
			const [row] = await db
				.select({ state: requests.state })
				.from(requests)
				.where(and(eq(requests.id, id), eq(requests.userId, userId)));
			return row?.state === "open";
		},

		/** Keeps what somebody said. @param thread the open one it belongs to; null: their question to support @returns the request */
		async take(told: Told, thread: string | null): Promise<string> {
			const about =
				thread === null ? { kind: "support" as const, ref: String(told.userId) } : await inbox.get(thread);
			const id = requestIdOf(about.kind, about.ref);
			const rest = [
				db.update(requests).set({ lastInAt: now() }).where(eq(requests.id, id)),
				keepWords(db, now(), about, told),
			] as const;
			const opened = openRequest(db, now(), { ...about, userId: told.userId, again: true });
			// What staff decide stays decided; a question goes on.
			if (about.kind === "support") await db.batch([opened, ...rest]);
			else await db.batch(rest);
			const [row] = await db
				.select({ id: requests.id })
				.from(requests)
				.where(and(eq(requests.kind, about.kind), eq(requests.ref, about.ref)));
			return row?.id ?? "";
		},

		/** The newest messages of a request, oldest first. */
		async list(id: string): Promise<ThreadMessage[]> {
			const rows = await db
				.select()
				.from(threadMessages)
				.where(eq(threadMessages.requestId, id))
				.orderBy(desc(threadMessages.no))
				.limit(shown);
			return rows.toReversed();
		},

		/** How much of each staff have not seen. */
		async unread(ids: readonly string[]): Promise<Map<string, number>> {
			const rows = await db
				.select({ id: requests.id, n: count() })
				.from(threadMessages)
				.innerJoin(requests, eq(requests.id, threadMessages.requestId))
				.where(
					and(
						among(requests.id, ids),
						eq(threadMessages.direction, "in"),
						sql`${threadMessages.at} > coalesce(${requests.readAt}, 0)`,
					),
				)
				.groupBy(requests.id);
			return new Map(rows.map(({ id, n }) => [id, n]));
		},

		/** Staff have seen it. */
		read: async (id: string): Promise<void> => void (await touched(id, { readAt: now() })),

		/** Answers from the dashboard. That it did not reach the person stands with the message. @throws AppError 404, 409 if no bot can write to them */
		async answer(id: string, text: string, actor: string): Promise<ThreadMessage> {
			const request = await inbox.get(id);
			const { botId } = await placeOf(request);
			const at = now();
			const [[row]] = await db.batch([
				db
					.insert(threadMessages)
					.values({
						...{ requestId: id, userId: request.userId, botId, direction: "out", author: actor },
						...{ text, failure: "unknown", at },
					})
					.returning(),
				touched(id, { lastOutAt: at, readAt: at }),
				audit(db, at, { actor, action: "request.answered", subject: id }),
			]);
			if (!row) throw new Error("an answer was not kept");
			const { row: sent = row, place } = await send(request, row);
			const head = sent.failure === null ? "📤 Answered" : "⚠️ Not delivered, answered";
			await mirror(request, place.botId, `${head} in the dashboard, to ${request.userId}:\n\n${text}`);
			return sent;
		},

		/** Sends once more what did not reach them. @throws AppError 404, 409 if it did */
		async retry(id: string, no: number): Promise<ThreadMessage> {
			const row = await get(id, no);
			if (row.failure === null) throw new AppError(409, "delivered", "It has reached them.");
			if (row.mediaKind !== null) throw new AppError(409, "media", "Send it again in the support chat.");
			return (await send(await inbox.get(id), row)).row ?? row;
		},

		/**
		 * Passes on what staff wrote in the support chat, and keeps it in the thread.
		 * @returns why it did not reach the person; null if it did
		 * @throws what may well succeed later
		 */
		async answerFromChat(
			request: StaffRequest,
			{ botId, askedIn }: { botId: number; askedIn: number },
			message: Message,
		): Promise<string | null> {
			let [messageId, failure]: [number | null, string | null] = [null, null];
			try {
				messageId = await write(request, { botId, askedIn }, async (api, reply_markup) => {
					const copy = await api.copyMessage(request.userId, message.chat.id, message.message_id, {
						reply_markup,
					});
					return copy.message_id;
				});
			} catch (error) {
				const failed = callFailure(error);
				if (failed.kind === "wait") throw error;
				log.warn("people", "answer not delivered", { reason: reason(error) });
				failure = failed.kind === "gone" ? "blocked" : failed.description;
			}
			const said = saidIn(message) ?? { text: "", media: { kind: "other" as const, fileId: null } };
			const at = now();
			await db.batch([
				db.insert(threadMessages).values({
					...{ requestId: request.id, userId: request.userId, botId, direction: "out" as const, at },
					...{ author: message.from ? `telegram:${message.from.id}` : "staff", messageId, failure },
					...{ text: said.text, mediaKind: said.media?.kind, mediaFileId: said.media?.fileId },
				}),
				touched(request.id, { lastOutAt: at, readAt: at }),
			]);
			return failure;
		},

		/** Closes a question to support, and tells its person. @throws AppError 404, 409 */
		async close(id: string, actor: string): Promise<StaffRequest> {
			const closed = await inbox.close(id, actor);
			try {
				const { botId } = await placeOf(closed);
				const t = await languageOf(closed.userId);
				await sendText(env, botId, closed.userId, { text: t("support-closed") });
				if (!actor.startsWith("telegram:"))
					await mirror(closed, botId, `✅ The question of ${closed.userId} is closed in the dashboard.`);
			} catch (error) {
				log.info("people", "closing not told", { reason: reason(error) });
			}
			return closed;
		},

		/** Forgets what is older than the setting says; a question nobody wrote about since is over with it. */
		async purge(): Promise<void> {
			const days = settings.get(keepSupport);
			await purgeOld(db, { table: threadMessages, at: threadMessages.at }, days, now());
			const before = now() - days * dayMs;
			await db
				.update(requests)
				.set({ state: "closed", closedAt: now(), closedBy: "system", outcome: "answered" })
				.where(
					and(
						eq(requests.kind, "support"),
						eq(requests.state, "open"),
						lt(requests.lastOutAt, before),
						sql`${requests.lastOutAt} >= coalesce(${requests.lastInAt}, ${requests.createdAt})`,
					),
				);
		},
	};
}
