import type { UserFromGetMe } from "grammy/types";
import { createPayments, type Payments } from "../../src/payments/service.ts";
import { ownOrderKinds } from "../../src/payments/wiring.ts";
import { createNotices } from "../../src/people/service/notices.ts";
import { createPeople } from "../../src/people/service.ts";
import { botRooms } from "../../src/platform/bot-rooms.ts";
import { openDb } from "../../src/platform/db.ts";
import { readConfig } from "../../src/platform/env.ts";
import { RetryLater } from "../../src/platform/errors.ts";
import { Log } from "../../src/platform/log.ts";
import { deliver, type OutboxHandlers } from "../../src/platform/outbox.ts";
import { type Registry, setRegistry } from "../../src/platform/registry.ts";
import { Settings } from "../../src/platform/settings.ts";
import type { Random } from "../model/random.ts";
import { Sqlite } from "../sqlite.ts";
import { Books } from "./telegram.ts";

export const botId = 1;

class SilentLog extends Log {
	override warn(): void {}
	override info(): void {}
}

class Crash extends Error {}

const quiet = { send: async () => null } as unknown as Queue;

/** The real payments over SQLite, a Telegram that keeps books, and a process that may die at any call of the database. */
export class MoneyWorld {
	now = Date.UTC(2030, 0, 1);
	/** The chance that a call of the database is the last of its process. */
	crashes = 0;
	random: Random;
	readonly d1 = new Sqlite().binding(async (act) => {
		this.#mayDie("before");
		const result = act();
		this.#mayDie("after");
		return result;
	});
	books: Books;
	readonly payments: Payments;
	readonly handlers: OutboxHandlers;
	readonly db = openDb(this.d1);
	readonly people;
	/** When somebody last searched. */
	searched = 0;

	constructor(random: Random) {
		this.random = random;
		this.books = new Books(random);
		const info = { id: botId, is_bot: true, first_name: "r", username: "rialto_bot" } as UserFromGetMe;
		const bot = {
			id: botId,
			username: "rialto_bot",
			info,
			token: "1:token",
			secret: "s",
			rooms: botRooms,
			accountId: null,
		};
		const settings = new Settings({});
		const registry: Registry = { bots: new Map([[botId, bot]]), closed: new Map(), settings };
		setRegistry(registry);
		const env = {
			DB: this.d1,
			TELEGRAM_API_ROOT: "http://telegram.test",
			PUBLIC_URL: "http://rialto.test",
			OWNER_KEY: "owner-key-for-tests",
			ENCRYPTION_KEY: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
		} as unknown as Env;
		const persons = { getByName: () => ({ put: async () => undefined }) } as unknown as Env["PERSON"];
		const base = {
			...{ env, db: this.db, config: readConfig(env), registry, settings, persons, events: quiet },
			...{ log: new SilentLog("error"), now: () => this.now, guests: { expel: async () => undefined } },
			alerts: { send: async () => null },
		};
		this.people = createPeople({ ...base, cards: { mark: async () => undefined } });
		const people = this.people;
		const notices = createNotices({ ...base, people });
		this.payments = createPayments(base, { people, notices }, () =>
			ownOrderKinds(base, this, async () => this.searched),
		);
		const { notices: told, refunds, subscriptions } = this.payments;
		this.handlers = {
			"payment.credited": ({ chargeId }) => told.credited(chargeId),
			"refund.promised": ({ chargeId }) => refunds.carryOut(chargeId),
			"payment.refunded": ({ chargeId }) => told.refunded(chargeId),
			"subscription.stopping": (charged) => subscriptions.stop(charged),
			"vip.expired": ({ userId }) => told.vipExpired(userId),
			"person.changed": async () => undefined,
		} as Partial<OutboxHandlers> as OutboxHandlers;
	}

	/** A call that never arrived, or whose answer is lost. */
	#mayDie(when: "before" | "after") {
		if (this.crashes > 0 && this.random.chance(this.crashes)) throw new Crash(`died ${when} a call`);
	}

	/** Does something that may die, or be refused by Telegram, on the way. @returns undefined if it did */
	async risk<T>(act: () => Promise<T>): Promise<T | undefined> {
		try {
			return await act();
		} catch (error) {
			for (let e: unknown = error; e instanceof Error; e = e.cause) if (e instanceof Crash) return undefined;
			if (error instanceof RetryLater || (error instanceof Error && /^Call to '/.test(error.message)))
				return undefined;
			throw error;
		}
	}

	/** @returns how many events there were */
	async deliver(): Promise<number> {
		const { results } = await this.d1.prepare("SELECT id FROM outbox").bind().all<{ id: number }>();
		const ids = results.map(({ id }) => id);
		await deliver(this.db, ids, this.handlers, this.now);
		return ids.length;
	}

	query = async <T>(sql: string, ...values: (number | string)[]): Promise<T[]> =>
		(
			await this.d1
				.prepare(sql)
				.bind(...values)
				.all<T>()
		).results;
}
