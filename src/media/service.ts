import { audit } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { AppError } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import type { Settings } from "../platform/settings.ts";
import { type FileForTelegram, fileForTelegram } from "../platform/telegram.ts";
import { clean } from "./rules/clean.ts";
import { extensionOf, kindOf, type MediaType } from "./rules/kinds.ts";
import { isRefusal, Refused, refusals } from "./rules/reading.ts";
import { fileIdOf, type SentAs, type SentMessage, wayOf } from "./rules/telegram.ts";
import { type MediaUse, nameOf, searchable } from "./rules.ts";
import { createFiles } from "./service/bucket.ts";
import { partsOf, readBy, writeClean } from "./service/clean.ts";
import { limitOf } from "./settings.ts";
import * as store from "./store.ts";

export type { Account, LibraryFilter, MediaRow } from "./store.ts";
export type Media = ReturnType<typeof createMedia>;

/** Who uses a file: asked before one is deleted. */
export type MediaUses = (mediaId: string) => Promise<MediaUse[]>;

interface Needs {
	env: Env;
	config: Config;
	db: Db;
	settings: Settings;
	now: () => number;
	uses: () => Readonly<Record<string, () => MediaUses>>;
}

export interface Upload {
	account: store.Account;
	/** Somebody's own object: in no library, and erased with them. */
	personId?: number;
	name: string;
	type: MediaType;
	size: number;
}

/** What a bot sends: a file it knows already, or one to upload with the method of that name; `link` where it may not. */
export type TelegramFile =
	| { as: SentAs; file: string | FileForTelegram; known: boolean }
	| { as: "link"; url: string };

const mib = 1024 * 1024;
const purgeBatch = 100;

/** Pictures and videos: taken in once, looked at, cleaned, and given out by links that end. */
export function createMedia(needs: Needs) {
	const { db, now, settings } = needs;
	const files = createFiles(needs);

	/** @throws AppError 404, also for another's */
	async function get(account: store.Account, id: string): Promise<store.MediaRow> {
		const row = await store.find(db, account, id, null);
		if (row?.state !== "ready") throw notFound();
		return row;
	}

	function limit(type: string, size: number): void {
		const megabytes = settings.get(limitOf(kindOf(type)));
		if (size > megabytes * mib)
			throw new AppError(400, "media_too_big", `At most ${megabytes} MB.`, {
				size: `must be at most ${megabytes * mib}`,
			});
	}

	const entry = (row: { id: string }, action: string, actor: string, details?: unknown) =>
		audit(db, now(), { actor, action: `media.${action}`, subject: row.id, details });

	/** Looks at what was uploaded, and writes it again without what it tells about people. */
	async function takeIn(row: store.MediaRow, actor: string): Promise<void> {
		const bucket = files.bucket();
		const staged = await bucket.head(row.key);
		if (!staged) throw new AppError(409, "not_uploaded", "Nothing was uploaded yet.");
		const key = `media/${row.accountId ?? "operator"}/${crypto.randomUUID()}`;
		try {
			const cleaned = await readBy(clean(staged.size), partsOf(bucket, row.key, staged.size));
			const { type, width, height, seconds, bytes, pieces } = cleaned;
			if (staged.size > settings.get(limitOf(kindOf(type))) * mib) throw new Refused("too_big");
			const sha256 = await writeClean(bucket, { from: row.key, to: key, type, bytes, pieces });
			const measured = { type, kind: kindOf(type), bytes, width, height, duration: seconds, sha256 };
			const ready = { ...measured, key, state: "ready" as const, changedAt: now() };
			const [{ meta }] = await db.batch([
				store.change(db, row, ready),
				// What people keep for themselves is in no list of staff.
				...(row.personId === null ? [entry(row, "uploaded", actor, { name: row.name, type, bytes })] : []),
			]);
			// Somebody else was faster, or the person is gone.
			await bucket.delete(meta.changes > 0 ? row.key : key);
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			await store.change(db, row, { state: "refused", reason: error.reason, changedAt: now() });
			await bucket.delete(row.key);
		}
	}

	async function forget(rows: store.MediaRow[]): Promise<void> {
		if (rows.length === 0) return;
		await files.bucket().delete(rows.map(({ key }) => key));
		await store.forget(
			db,
			rows.map(({ id }) => id),
		);
	}

	async function usesOf(id: string): Promise<MediaUse[]> {
		const found: MediaUse[] = [];
		for (const ask of Object.values(needs.uses())) found.push(...(await ask()(id)));
		return found;
	}

	return {
		files,
		get,
		usesOf,

		/** Says where a file may be put, once. @throws AppError 400 if it is too big for its kind */
		async begin({ account, personId, name, type, size }: Upload, actor: string) {
			limit(type, size);
			const id = newId("media");
			const key = `staging/${id}`;
			const { url, headers } = await files.upload({ key, type, size });
			const shown = nameOf(name);
			await store.add(db, {
				...{ id, key, type, name: shown, search: searchable(shown), kind: kindOf(type), bytes: size },
				...{ accountId: account, personId: personId ?? null, state: "staged" },
				...{ createdAt: now(), createdBy: actor, changedAt: now() },
			});
			return { id, url, headers };
		},

		/**
		 * Called again it answers the same.
		 * @param personId whose own object it is
		 * @throws AppError 400 that says why it was refused, 409 before the upload
		 */
		async complete(account: store.Account, id: string, actor: string, personId: number | null = null) {
			let row = await store.find(db, account, id, personId);
			if (row?.state === "staged") {
				await takeIn(row, actor);
				row = await store.find(db, account, id, personId);
			}
			if (row?.state === "refused") throw refused(row.reason);
			if (row?.state !== "ready") throw notFound();
			return row;
		},

		/** These, in this order. @throws AppError 404 if one of them is not there or another's */
		async getMany(account: store.Account, ids: readonly string[]): Promise<store.MediaRow[]> {
			return ids.length === 0 ? [] : inOrder(ids, await store.findMany(db, account, ids));
		},

		/**
		 * These, in this order, of an account or, where `operators` too, of the operator's own library.
		 * @throws AppError 404 if one of them is not there
		 */
		async usable(account: number, ids: readonly string[], operators: boolean): Promise<store.MediaRow[]> {
			if (ids.length === 0) return [];
			const own = await store.findMany(db, account, ids);
			const shared = operators ? await store.findMany(db, null, ids) : [];
			return inOrder(ids, [...own, ...shared]);
		},

		list: (account: store.Account, filter: store.LibraryFilter, before: string | null, limit: number) =>
			store.list(db, account, filter, before, limit),

		async rename(account: store.Account, id: string, name: string, actor: string) {
			const row = await get(account, id);
			const shown = nameOf(name);
			await db.batch([
				store.change(db, row, { name: shown, search: searchable(shown) }),
				entry(row, "renamed", actor, { from: row.name, to: shown }),
			]);
			return get(account, id);
		},

		/** @throws AppError 409 that names who uses it */
		async remove(account: store.Account, id: string, actor: string): Promise<void> {
			const row = await get(account, id);
			const uses = await usesOf(id);
			if (uses.length > 0) {
				const named = uses.slice(0, 5).map(({ kind, id, name }) => `${kind} ${id} (${name})`);
				const more = uses.length > 5 ? ` and ${uses.length - 5} more` : "";
				throw new AppError(409, "in_use", `It is used: ${named.join(", ")}${more}.`);
			}
			await db.batch([
				store.change(db, row, { state: "deleted", changedAt: now() }),
				entry(row, "deleted", actor, { name: row.name }),
			]);
		},

		/** Where a browser gets it, for at most 15 minutes. */
		url: (row: Pick<store.MediaRow, "key">) => files.link(row.key),
		/** The same as a file with its name. */
		downloadUrl: ({ key, name, type }: Pick<store.MediaRow, "key" | "name" | "type">) =>
			files.download(key, named(name, type)),

		/**
		 * What this bot sends. After it has sent what it did not know, `sent` is told.
		 * @throws AppError 404 if it is gone
		 */
		async telegramFile(botId: number, mediaId: string): Promise<TelegramFile> {
			const row = await store.findById(db, mediaId);
			if (row?.state !== "ready") throw notFound();
			const as = wayOf(row);
			if (as === "link") return { as, url: await files.link(row.key) };
			const known = await store.fileOf(db, botId, mediaId, as);
			if (known) return { as, file: known, known: true };
			const object = await files.bucket().get(row.key);
			if (!object) throw notFound();
			return { as, file: fileForTelegram(object.body, named(row.name, row.type)), known: false };
		},

		/** Keeps by what this bot sends it again. */
		async sent(botId: number, mediaId: string, as: SentAs, message: SentMessage): Promise<void> {
			const fileId = fileIdOf(message, as);
			if (fileId) await store.keepFile(db, { mediaId, botId, as, fileId });
		},

		/** Telegram knows its id no longer: it is uploaded again. */
		forgetFile: async (botId: number, mediaId: string) => void (await store.forgetFile(db, botId, mediaId)),

		isAnyToGo: async () => (await store.anyToGo(db, now())) || (await files.strays()).length > 0,
		/** What was never completed, was refused or deleted, and what came by an address whose file is here already. */
		async sweep(): Promise<void> {
			const strays = await files.strays();
			if (strays.length > 0) await files.bucket().delete(strays);
			for (;;) {
				const rows = await store.listToGo(db, now(), purgeBatch);
				await forget(rows);
				if (rows.length < purgeBatch) return;
			}
		},

		/** What is kept of a person. */
		data: {
			async export(userId: number) {
				const rows = await store.listOfPerson(db, userId);
				const shown = rows.filter(({ state }) => state === "ready");
				return Promise.all(
					shown.map(async ({ name, type, bytes, createdAt, key }) => ({
						...{ name, type, bytes, at: new Date(createdAt).toISOString() },
						url: await files.download(key, named(name, type)),
					})),
				);
			},
			erase: async (userId: number): Promise<void> => forget(await store.listOfPerson(db, userId)),
		},
	};
}

function inOrder(ids: readonly string[], rows: readonly store.MediaRow[]): store.MediaRow[] {
	const found = new Map(rows.map((row) => [row.id, row]));
	return ids.map((id) => {
		const row = found.get(id);
		if (!row) throw notFound();
		return row;
	});
}

const notFound = () => new AppError(404, "no_media", "There is no such file.");

function refused(reason: string | null): AppError {
	const known = isRefusal(reason) ? reason : "damaged";
	return new AppError(400, `media_${known}`, refusals[known]);
}

/** With the ending of what it is. */
function named(name: string, type: MediaType): string {
	const ending = extensionOf[type];
	const known = type === "image/jpeg" ? /\.jpe?g$/i : new RegExp(`\\.${ending}$`, "i");
	return known.test(name) ? name : `${name.replace(/\.\w{1,5}$/, "")}.${ending}`;
}
