import type { UserFromGetMe } from "grammy/types";
import { createLocks, type SellCredits } from "../../src/chat/locks/service.ts";
import { createChat } from "../../src/chat/service.ts";
import type { Deps } from "../../src/deps.ts";
import { createLedger } from "../../src/payments/service/ledger.ts";
import { botRooms } from "../../src/platform/bot-rooms.ts";
import { openDb } from "../../src/platform/db.ts";
import { readConfig } from "../../src/platform/env.ts";
import { violationOf } from "../../src/platform/errors.ts";
import type { ChatId } from "../../src/platform/ids.ts";
import { Log } from "../../src/platform/log.ts";
import { type BotRecord, type Registry, setRegistry } from "../../src/platform/registry.ts";
import { Settings } from "../../src/platform/settings.ts";
import type { Actors } from "./actors.ts";
import type { Database } from "./database.ts";
import type { Jobs } from "./jobs.ts";
import type { World } from "./world.ts";

export const bots = [1, 2].map((id): BotRecord => {
	const username = `rialto${id}bot`;
	return {
		...{ id, username, token: `${id}:token`, secret: "secret", rooms: botRooms, accountId: null },
		info: { id, is_bot: true, first_name: username, username } as UserFromGetMe,
	};
});

const variables = {
	TELEGRAM_API_ROOT: "http://telegram.test",
	PUBLIC_URL: "http://rialto.test",
	OWNER_KEY: "owner-key-for-tests",
	ENCRYPTION_KEY: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
	LOG_LEVEL: "error",
};

/** What these flows must not need. */
const absent = (name: string, present: Record<string, unknown> = {}) =>
	new Proxy(present, {
		get: (target, key) => {
			if (key in target) return target[String(key)];
			throw new Error(`${name}.${String(key)} is not there in the model`);
		},
	});

/** Failures of handlers are counted by `failed`, not printed. */
class SilentLog extends Log {
	override with(): Log {
		return this;
	}
	override error(): void {}
}

export function createEnv(actors: Actors, database: Database, jobs: Jobs): Env {
	return {
		...variables,
		PERSON: actors.namespace("PERSON"),
		MATCHMAKER: actors.namespace("MATCHMAKER"),
		CHAT_PAIR: actors.namespace("CHAT_PAIR"),
		// Campaigns are held by what people are answered; there are none here.
		PACER: { getByName: () => ({ penalize: async () => undefined, tooFast: async () => undefined }) },
		DB: database.binding(),
		EVENTS: jobs.queue(),
	} as unknown as Env;
}

/** @param failed is told of every failed handling, and says which try that was */
export function createModelDeps(
	env: Env,
	world: World,
	jobs: Jobs,
	failed: (key: string, error: string) => number,
): Deps {
	const registry: Registry = {
		bots: new Map(bots.map((bot) => [bot.id, bot])),
		closed: new Map(),
		// Within one bot: what crosses bots is uploaded, which this Telegram does not know.
		settings: new Settings({
			"flags.cross_bot_matching": false,
			"payments.lock_durations": [1, 3, 10].map((minutes) => ({ minutes, stars: 1 })),
		}),
	};
	setRegistry(registry);
	const db = {
		insert: () => ({
			values: ({ id, error }: { id: string; error: string }) => ({
				onConflictDoUpdate: () => ({ returning: async () => [{ tries: failed(id, error) }] }),
			}),
		}),
	};
	const chat = createChat(env, registry.settings);
	const log = new SilentLog("error");
	const now = () => Date.now();
	const ledger = createLedger({ db: openDb(env.DB), events: env.EVENTS, log, now });
	let charges = 0;
	/** Most pay: then the credits arrive, and the lock they are for goes on. */
	const sellCredits: SellCredits = async ({ userId, chatId, minutes }) => {
		charges += 1;
		const chargeId = `c${charges}`;
		if (world.random.chance(0.3)) return;
		world.scheduler.after(world.random.between(1_000, 60_000), () => {
			jobs.start(`${chargeId} of ${userId}`, async () => {
				const credit = {
					userId,
					account: "lock_credits",
					amount: minutes,
					cause: `payment:${chargeId}`,
				} as const;
				await ledger.write(ledger.credit(credit)).catch((error: unknown) => {
					if (violationOf(error)?.kind !== "unique") throw error;
				});
				await locks.resume({ userId, chatId, minutes, chargeId });
			});
			return true;
		});
	};
	const locks = createLocks({
		...{ env, db: openDb(env.DB), ledger, sellCredits, chat, settings: registry.settings, log, now },
	});
	jobs.env = env;
	jobs.handlers = {
		"lock.promised": ({ lockId }) => locks.bringPromised(lockId),
		"lock.ended": (payload) => locks.ended(payload),
	};
	const deps = {
		env,
		config: readConfig(env),
		registry,
		settings: registry.settings,
		log,
		db,
		now,
		chat,
		locks,
		// Of a report the actors see that it ends the chat and keeps the two apart.
		reports: {
			file: async (userId: number, chatId: ChatId) => {
				const answer = await chat.leave(userId, chatId, "report", null);
				return answer.kind === "left" ? "filed" : "too_late";
			},
		},
		gate: async () => true,
		knownChats: { saw: async () => undefined },
		startPayloads: () => ({}),
		people: absent("people", {
			setReachable: async () => undefined,
			noteActive: async () => undefined,
		}),
		operations: absent("operations"),
		outbox: {},
	};
	return deps as unknown as Deps;
}
