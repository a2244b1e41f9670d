import { waitUntil } from "cloudflare:workers";
import type { UserFromGetMe } from "grammy/types";
import { type BotRooms, botRooms, knownRooms } from "./bot-rooms.ts";
import { openDb } from "./db.ts";
import { readConfig } from "./env.ts";
import { bots, settings } from "./schema.ts";
import { unseal } from "./sealed.ts";
import { deriveSecret } from "./secrets.ts";
import { Settings } from "./settings.ts";

export interface BotRecord {
	id: number;
	username: string;
	info: UserFromGetMe;
	token: string;
	/** What people find in it. */
	rooms: BotRooms;
	/** Whose inbox it is; null if nobody's. */
	accountId: number | null;
	/** What Telegram must send in X-Telegram-Bot-Api-Secret-Token. */
	secret: string;
	/** What it sends until it is told of another key. */
	formerSecret?: string;
}

/** Bots and settings: one D1 read per isolate, refreshed behind the answer. */
export interface Registry {
	bots: ReadonlyMap<number, BotRecord>;
	/** Removed ones: they hear nothing any more, but their people must still be told. */
	closed: ReadonlyMap<number, BotRecord>;
	settings: Settings;
}

const staleAfterMs = 15_000;
let cache: { registry: Registry; readAt: number; refreshing: boolean } | undefined;

/**
 * @param fresh reads D1 now: after a change, or when a bot or secret is not known
 * A promise is never shared between requests: the runtime forbids awaiting another request's I/O.
 */
export async function getRegistry(env: Env, { fresh = false } = {}): Promise<Registry> {
	if (!cache || fresh) return refresh(env);
	if (Date.now() - cache.readAt > staleAfterMs && !cache.refreshing) {
		cache.refreshing = true;
		const old = cache;
		waitUntil(
			refresh(env).catch(() => {
				old.refreshing = false;
			}),
		);
	}
	return cache.registry;
}

/** Puts a registry in place without D1, for tests that run without one. */
export function setRegistry(registry: Registry) {
	cache = { registry, readAt: Number.POSITIVE_INFINITY, refreshing: false };
}

async function refresh(env: Env): Promise<Registry> {
	const db = openDb(env.DB);
	const config = readConfig(env);
	const { ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS, SETTINGS } = config;
	const [botRows, settingRows] = await db.batch([db.select().from(bots), db.select().from(settings)]);
	const records = await Promise.all(
		botRows.map(
			async (row): Promise<BotRecord> => ({
				id: row.id,
				username: row.username,
				info: row.info as UserFromGetMe,
				token: await unseal(config, row.tokenEncrypted),
				rooms: knownRooms(row.rooms),
				accountId: row.accountId,
				secret: await webhookSecret(ENCRYPTION_KEY, row.id),
				...(ENCRYPTION_KEY_PREVIOUS
					? { formerSecret: await webhookSecret(ENCRYPTION_KEY_PREVIOUS, row.id) }
					: {}),
			}),
		),
	);
	const byId = (list: BotRecord[]) => new Map(list.map((bot) => [bot.id, bot]));
	const active = new Set(botRows.flatMap((row) => (row.active ? [row.id] : [])));
	const isActive = (id: number) => active.has(id);
	const stored = Object.fromEntries(settingRows.map((row) => [row.key, row.value]));
	const registry: Registry = {
		bots: byId(records.filter(({ id }) => isActive(id))),
		closed: byId(records.filter(({ id }) => !isActive(id))),
		settings: new Settings(stored, SETTINGS, { ...env }),
	};
	cache = { registry, readAt: Date.now(), refreshing: false };
	return registry;
}

/** What people find in a bot, also in one that has been removed. */
export const roomsOf = ({ bots, closed }: Registry, botId: number): BotRooms =>
	(bots.get(botId) ?? closed.get(botId))?.rooms ?? botRooms;

export const webhookSecret = (encryptionKey: string, botId: number) =>
	deriveSecret(encryptionKey, `webhook:${botId}`);
