import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import { allowedUpdates, botCommands } from "../../platform/bot-profile.ts";
import { type BotRooms, botRooms, knownRooms } from "../../platform/bot-rooms.ts";
import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import { AppError } from "../../platform/errors.ts";
import { languages } from "../../platform/i18n/index.ts";
import { type Log, reason } from "../../platform/log.ts";
import { commit, promiseEvent, publish } from "../../platform/outbox.ts";
import { type BotRecord, getRegistry, type Registry, webhookSecret } from "../../platform/registry.ts";
import { bots } from "../../platform/schema.ts";
import { reseal, seal } from "../../platform/sealed.ts";
import { apiWith, callFailureText, webhookUrl } from "../../platform/telegram.ts";

export type Bots = ReturnType<typeof createBots>;

interface Needs {
	env: Env;
	config: Config;
	db: Db;
	registry: Registry;
	log: Log;
	now: () => number;
}

/** What a bot has, and whose inbox it is. */
type Furnishing = Pick<BotRecord, "rooms" | "accountId">;
type Registered = Pick<BotRecord, "id" | "token" | "rooms">;

/** A bot as staff see it. */
const shown = ({
	id,
	username,
	info,
	rooms,
	accountId,
}: Omit<BotRecord, "token" | "secret" | "formerSecret">) => ({
	...{ id, username, name: info.first_name },
	rooms: [...rooms],
	account_id: accountId,
});

const simulated = z.object({ token: z.string() });

/** What staff do to the bots. */
export function createBots({ env, config, db, registry, log, now }: Needs) {
	/** Tells Telegram where this bot's updates go, and what its menu shows. */
	async function registerWebhook({ id: botId, token, rooms }: Registered): Promise<void> {
		const api = apiWith(token, config.TELEGRAM_API_ROOT);
		await api.setWebhook(webhookUrl(config, botId), {
			secret_token: await webhookSecret(config.ENCRYPTION_KEY, botId),
			allowed_updates: allowedUpdates,
			max_connections: 100,
		});
		await showCommands({ id: botId, token, rooms });
	}

	/** The menus are a comfort: a bot works without them. */
	async function showCommands({ id, token, rooms }: Registered): Promise<void> {
		const api = apiWith(token, config.TELEGRAM_API_ROOT);
		try {
			for (const language of languages) {
				const language_code = language === "en" ? {} : { language_code: language };
				await api.setMyCommands(botCommands(language, rooms), {
					scope: { type: "all_private_chats" },
					...language_code,
				});
			}
		} catch (error) {
			log.warn("operations", "command menus not set", { bot: id, reason: reason(error) });
		}
	}

	async function known(botId: number): Promise<BotRecord> {
		const bot = (await getRegistry(env, { fresh: true })).bots.get(botId);
		if (!bot) throw new AppError(404, "no_bot", "This is not one of the bots.");
		return bot;
	}

	/** What a bot will have, with what of it was given. @throws AppError 400 */
	function furnishing(before: Furnishing | undefined, given: Partial<Furnishing>): Furnishing {
		const rooms = knownRooms(given.rooms ?? before?.rooms ?? botRooms);
		const hasInbox = rooms.includes("inbox");
		if (given.accountId && !hasInbox)
			throw new AppError(400, "invalid", "Only a bot with an inbox stands for an account.", {
				account_id: "needs the room inbox",
			});
		return { rooms, accountId: hasInbox ? (given.accountId ?? before?.accountId ?? null) : null };
	}

	/** What follows if people no longer find these at a bot. */
	const lost = (botId: number, before: BotRooms, now: BotRooms) =>
		before
			.filter((room) => !now.includes(room))
			.map((room) => ({ kind: "bot.room_closed" as const, payload: { botId, room, after: 0 } }));

	/**
	 * Adds a bot, or refreshes the one that is here; its webhook is registered either way. A new one has every room.
	 * @throws AppError 400 if Telegram doesn't know the token
	 */
	async function add(token: string, given: Partial<Furnishing>, actor: string) {
		const api = apiWith(token, config.TELEGRAM_API_ROOT);
		const info = await api.getMe().catch((error: unknown) => {
			throw new AppError(400, "bad_token", "Telegram refused this token.", {
				token: callFailureText(error),
			});
		});
		const fresh = await getRegistry(env, { fresh: true });
		const former = fresh.bots.get(info.id);
		const has = furnishing(former ?? fresh.closed.get(info.id), given);
		const row = {
			id: info.id,
			username: info.username,
			info,
			tokenEncrypted: await seal(config, token),
			active: true,
			...has,
			createdAt: now(),
		};
		const { id: _, createdAt: __, ...changes } = row;
		const added = audit(db, now(), {
			actor,
			action: "bot.added",
			subject: String(info.id),
			details: { username: info.username, rooms: has.rooms },
		});
		const { ids } = await commit(
			db,
			now(),
			[db.insert(bots).values(row).onConflictDoUpdate({ target: bots.id, set: changes }), added],
			lost(info.id, former?.rooms ?? [], has.rooms),
		);
		await getRegistry(env, { fresh: true });
		await publish(env.EVENTS, ids, log);
		await registerWebhook({ id: info.id, token, rooms: has.rooms }).catch((error: unknown) => {
			throw new AppError(
				400,
				"webhook_refused",
				`The bot is kept, but Telegram refused its webhook at ${config.PUBLIC_URL}.`,
				{
					PUBLIC_URL: callFailureText(error),
				},
			);
		});
		return shown({ id: info.id, username: info.username, info, ...has });
	}

	return {
		add,

		/** In the simulator's world alone, which is a BotFather as well. */
		hasSimulator: config.SIMULATOR_URL !== undefined,

		/** A new bot of the simulator, under a name that none has yet. @throws AppError 404 where Telegram is the real one */
		async simulate(actor: string) {
			if (!config.SIMULATOR_URL)
				throw new AppError(404, "no_simulator", "Only the simulator makes bots by itself.");
			const { bots: active, closed } = await getRegistry(env, { fresh: true });
			const no = active.size + closed.size + 1;
			const response = await fetch(new URL("/control/bots", config.SIMULATOR_URL), {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ first_name: `Rialto ${no}`, username: `rialto_${no}_bot` }),
			});
			return add(simulated.parse(await response.json()).token, {}, actor);
		},

		list: () => [...registry.bots.values()].map(shown),

		/**
		 * Sets what people find in a bot. Its command menu follows at once; whoever is in a room that it loses is let out.
		 * @throws AppError 400, 404
		 */
		async furnish(botId: number, given: Partial<Furnishing>, actor: string) {
			const bot = await known(botId);
			const has = furnishing(bot, given);
			const { ids } = await commit(
				db,
				now(),
				[
					db.update(bots).set(has).where(eq(bots.id, botId)),
					audit(db, now(), {
						actor,
						action: "bot.changed",
						subject: String(botId),
						details: { username: bot.username, from: bot.rooms, to: has.rooms, account: has.accountId },
					}),
				],
				lost(botId, bot.rooms, has.rooms),
			);
			const changed = await known(botId);
			await publish(env.EVENTS, ids, log);
			await showCommands(changed);
			return shown(changed);
		},

		/**
		 * Takes a bot out of service: its webhook answers 401 from now on, and what happened there is kept.
		 * @throws AppError 404 if it is not one of ours
		 */
		async remove(botId: number, actor: string) {
			const bot = await known(botId);
			const [, , promised] = await db.batch([
				db
					.update(bots)
					.set({ active: false })
					.where(and(eq(bots.id, botId), eq(bots.active, true))),
				audit(db, now(), {
					actor,
					action: "bot.removed",
					subject: String(botId),
					details: { username: bot.username },
				}),
				promiseEvent(db, now(), { kind: "bot.closed", payload: { botId, after: 0 } }),
			]);
			await getRegistry(env, { fresh: true });
			await publish(
				env.EVENTS,
				promised.map(({ id }) => id),
				log,
			);
			// The token may be void already; then Telegram has stopped by itself.
			await apiWith(bot.token, config.TELEGRAM_API_ROOT)
				.deleteWebhook()
				.catch((error: unknown) =>
					log.warn("operations", "webhook not deleted", { bot: botId, reason: callFailureText(error) }),
				);
		},

		/**
		 * Registers the webhooks of all bots anew: the address or the key has changed, or Telegram has forgotten. What is
		 * sealed is sealed anew too, as the secrets of webhooks follow from the same key.
		 */
		async registerWebhooks() {
			await reseal(db, config);
			const fresh = await getRegistry(env, { fresh: true });
			return Promise.all(
				[...fresh.bots.values()].map(async (bot) => {
					const { id, username } = bot;
					try {
						await registerWebhook(bot);
						return { id, username, ok: true as const };
					} catch (error) {
						return { id, username, ok: false as const, error: callFailureText(error) };
					}
				}),
			);
		},
	};
}
