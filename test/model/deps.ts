import type { UserFromGetMe } from "grammy/types";
import { createChat } from "../../src/chat/service.ts";
import type { Deps } from "../../src/deps.ts";
import { readConfig } from "../../src/platform/env.ts";
import type { ChatId } from "../../src/platform/ids.ts";
import { Log } from "../../src/platform/log.ts";
import { type BotRecord, type Registry, setRegistry } from "../../src/platform/registry.ts";
import { Settings } from "../../src/platform/settings.ts";
import type { Actors } from "./actors.ts";

export const bots = [1, 2].map((id): BotRecord => {
	const username = `rialto${id}bot`;
	return {
		...{ id, username, token: `${id}:token`, secret: "secret" },
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

export function createEnv(actors: Actors): Env {
	return {
		...variables,
		PERSON: actors.namespace("PERSON"),
		MATCHMAKER: actors.namespace("MATCHMAKER"),
		CHAT_PAIR: actors.namespace("CHAT_PAIR"),
		DB: absent("DB"),
	} as unknown as Env;
}

/** @param failed is told of every failed handling, and says which try that was */
export function createModelDeps(env: Env, failed: (key: string, error: string) => number): Deps {
	const registry: Registry = {
		bots: new Map(bots.map((bot) => [bot.id, bot])),
		closed: new Map(),
		// Within one bot: what crosses bots is uploaded, which this Telegram does not know.
		settings: new Settings({ "flags.cross_bot_matching": false }),
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
	const deps = {
		env,
		config: readConfig(env),
		registry,
		log: new SilentLog("error"),
		db,
		now: () => Date.now(),
		chat,
		// Of a report the actors see that it ends the chat and keeps the two apart.
		reports: {
			file: async (userId: number, chatId: ChatId) => {
				const answer = await chat.leave(userId, chatId, "report", null);
				return answer.kind === "left" ? "filed" : "too_late";
			},
		},
		channels: { missing: async () => [] },
		people: absent("people", { setReachable: async () => undefined }),
		staff: absent("staff"),
		outbox: {},
	};
	return deps as unknown as Deps;
}
