import type { InlineKeyboardMarkup } from "grammy/types";
import { wayOf } from "../../media/rules/telegram.ts";
import type { Media } from "../../media/service.ts";
import type { Notices } from "../../people/service/notices.ts";
import type { Db } from "../../platform/db.ts";
import { violationOf } from "../../platform/errors.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import { newId } from "../../platform/ids.ts";
import { type Log, reason } from "../../platform/log.ts";
import { botApi, callFailure } from "../../platform/telegram.ts";
import { partsOf } from "../rules/parts.ts";
import { selectProductMedia } from "../store/catalogue.ts";
import {
	claimHandover,
	dueHandovers,
	finishHandover,
	type Handover,
	type HandoverPart,
	insertHandover,
	movePart,
	postponeHandover,
	selectParts,
} from "../store/handovers.ts";

export type HandingOver = ReturnType<typeof createHandingOver>;

interface Needs {
	env: Env;
	db: Db;
	media: Media;
	notices: Notices;
	log: Log;
	now: () => number;
	/** What comes after the media. */
	sendLinks: (userId: number, botId: number, productNo: number) => Promise<unknown>;
	/** What offers to send a product once more. */
	againButton: (t: Translate, productNo: number) => InlineKeyboardMarkup;
}

/** A call ends after 8 s; ten pictures may take a while to be uploaded. */
const leaseMs = 90_000;
const triesLimit = 4;
const backoffMs = [1_000, 5_000, 30_000];

type Api = Awaited<ReturnType<typeof botApi>>;
type Sent = { message_id: number } & Parameters<Media["sent"]>[3];
type File = Awaited<ReturnType<Media["telegramFile"]>>;

/** A product's media on their way to a person: what certainly arrived is not sent again, what is uncertain is said. */
export function createHandingOver({ env, db, media, notices, log, now, sendLinks, againButton }: Needs) {
	const enqueue = (id: string, delaySeconds = 0) => env.SEND.send({ kind: "handover", id }, { delaySeconds });

	/** One message or one album. @returns the messages' ids */
	async function send(api: Api, { userId, botId }: Handover, mediaIds: readonly string[]): Promise<number[]> {
		const files = await Promise.all(mediaIds.map((id) => media.telegramFile(botId, id)));
		const more = { protect_content: true };
		const [first] = files;
		if (!first) return [];
		if (files.length > 1) {
			const sent = await sendAlbum(api, userId, files, more);
			for (const [i, file] of files.entries()) {
				const [id, message] = [mediaIds[i], sent[i]];
				if (file.as !== "link" && !file.known && id && message) await media.sent(botId, id, file.as, message);
			}
			return sent.map(({ message_id }) => message_id);
		}
		if (first.as === "link") {
			const { message_id } = await api.sendMessage(userId, first.url, more);
			return [message_id];
		}
		const message = await sendOne(api, userId, first, more);
		const [id] = mediaIds;
		if (!first.known && id) await media.sent(botId, id, first.as, message);
		return [message.message_id];
	}

	/** Parts that were under way when a run ended may have arrived. */
	async function settleLost(parts: readonly HandoverPart[]): Promise<void> {
		for (const part of parts.filter(({ state }) => state === "sending"))
			await movePart(db, part, "sending", { state: "unknown" });
	}

	/** @returns after how many ms to go on, and whether that counts as a try; null: it is settled */
	async function carryPart(api: Api, handover: Handover, part: HandoverPart) {
		if (!(await movePart(db, part, "waiting", { state: "sending" }))) return null;
		try {
			const messageIds = await send(api, handover, part.mediaIds);
			await movePart(db, part, "sending", { state: "sent", messageIds, sentAt: now() });
			return null;
		} catch (error) {
			const failure = callFailure(error);
			log.warn("shop", "part of a handover not sent", { handover: handover.id, reason: reason(error) });
			const back = () => movePart(db, part, "sending", { state: "waiting" });
			switch (failure.kind) {
				case "wait":
					await back();
					return { ms: failure.seconds * 1000, tries: handover.tries };
				case "passing": {
					const delay = backoffMs[handover.tries];
					if (delay === undefined) break;
					await back();
					return { ms: delay, tries: handover.tries + 1 };
				}
				case "refused":
					if (
						!/file.?id|wrong file|FILE_REFERENCE/i.test(failure.description) ||
						handover.tries >= triesLimit
					)
						break;
					for (const id of part.mediaIds) await media.forgetFile(handover.botId, id);
					await back();
					return { ms: 0, tries: handover.tries + 1 };
				case "unknown":
					await movePart(db, part, "sending", { state: "unknown" });
					return null;
			}
			await movePart(db, part, "sending", { state: "failed" });
			return null;
		}
	}

	/** Says what may not have come, and how to get it. */
	async function tellOfGaps({ id, userId, botId, productNo }: Handover): Promise<void> {
		const parts = await selectParts(db, id);
		const missing = parts.filter(({ state }) => state === "unknown" || state === "failed");
		if (missing.length === 0) return;
		const items = missing.reduce((sum, { mediaIds }) => sum + mediaIds.length, 0);
		const view = (t: Translate) => ({
			text: t("handover-gaps", { items }),
			reply_markup: againButton(t, productNo),
		});
		await notices.tell(userId, view, botId);
	}

	return {
		/** Begins to send a product, once a cause. @returns whether there is something to send */
		async begin(
			to: Pick<Handover, "userId" | "botId" | "productNo" | "cause">,
			accountId: number,
		): Promise<boolean> {
			const rows = await media.usable(accountId, await selectProductMedia(db, to.productNo), true);
			if (rows.length === 0) return false;
			const handover = { ...to, id: newId("hov"), dueAt: now(), createdAt: now() };
			const parts = partsOf(rows.map((row) => ({ id: row.id, way: wayOf(row) })));
			try {
				await db.batch([...insertHandover(db, handover, parts)]);
			} catch (error) {
				if (violationOf(error)?.kind !== "unique") throw error;
				return true;
			}
			await enqueue(handover.id);
			return true;
		},

		/** Sends what is left of it. Where Telegram makes us wait, it goes on later. */
		async carryOut(id: string): Promise<void> {
			const handover = await claimHandover(db, id, now(), now() + leaseMs);
			if (!handover) return;
			const parts = await selectParts(db, id);
			await settleLost(parts);
			const api = await botApi(env, handover.botId);
			for (const part of parts) {
				if (part.state !== "waiting") continue;
				const later = await carryPart(api, handover, part);
				if (later === null) continue;
				await postponeHandover(db, id, now() + later.ms, later.tries);
				await enqueue(id, Math.ceil(later.ms / 1000));
				return;
			}
			await tellOfGaps(handover);
			await sendLinks(handover.userId, handover.botId, handover.productNo);
			await finishHandover(db, id);
		},

		/** Sends on what no job carries out any more. */
		async sweep(): Promise<void> {
			// Whoever is due only now has a message of its own under way.
			for (const { id } of await dueHandovers(db, now() - 30_000, 100)) await enqueue(id);
		},
	};
}

/** Pictures with videos, or documents: they don't mix. */
function sendAlbum(
	api: Api,
	userId: number,
	files: readonly File[],
	more: { protect_content: boolean },
): Promise<Sent[]> {
	const documents = files.flatMap((file) =>
		file.as === "document" ? [{ type: file.as, media: file.file }] : [],
	);
	if (documents.length > 0) return api.sendMediaGroup(userId, documents, more) as Promise<Sent[]>;
	const seen = files.flatMap((file) =>
		file.as === "photo" || file.as === "video" ? [{ type: file.as, media: file.file }] : [],
	);
	return api.sendMediaGroup(userId, seen, more) as Promise<Sent[]>;
}

function sendOne(
	api: Api,
	userId: number,
	file: Exclude<File, { as: "link" }>,
	more: { protect_content: boolean },
): Promise<Sent> {
	switch (file.as) {
		case "photo":
			return api.sendPhoto(userId, file.file, more);
		case "video":
			return api.sendVideo(userId, file.file, more);
		case "animation":
			return api.sendAnimation(userId, file.file, more);
		case "document":
			return api.sendDocument(userId, file.file, more);
	}
}
