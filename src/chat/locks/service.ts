import { InsufficientFunds, type Ledger } from "../../payments/service/ledger.ts";
import { type LockDuration, lockDurations } from "../../payments/settings.ts";
import type { PersonData } from "../../people/personal-data.ts";
import type { Db } from "../../platform/db.ts";
import { RetryLater, violationOf } from "../../platform/errors.ts";
import { flags } from "../../platform/flags.ts";
import { languageFor, translator } from "../../platform/i18n/index.ts";
import { type ChatId, newId } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import { callFailure, sendText } from "../../platform/telegram.ts";
import type { Chat } from "../service.ts";
import {
	closeLock,
	eraseLocks,
	exportLocks,
	findLock,
	findLockBy,
	insertLock,
	type LockRow,
	markRunning,
	markTold,
} from "./store.ts";

export type Locks = ReturnType<typeof createLocks>;

/** Sells the credits for one lock: brings the invoice to who wants to lock. */
export type SellCredits = (request: {
	userId: number;
	botId: number;
	minutes: number;
	stars: number;
	chatId: ChatId;
}) => Promise<void>;

interface Needs {
	env: Env;
	db: Db;
	ledger: Ledger;
	sellCredits: SellCredits;
	chat: Chat;
	settings: Settings;
	log: Log;
	now: () => number;
}

/** What somebody sees who wants to lock their chat. */
type LockOffer =
	| { kind: "offer"; credits: number; durations: LockDuration[] }
	| { kind: "running"; until: number }
	| { kind: "off" | "over" };

type Wish = Pick<LockRow, "userId" | "botId" | "chatId" | "minutes" | "by">;

/** What came of a wish to lock. `returned`: it was paid, could not begin, and is paid back. */
export type LockOutcome =
	| { kind: "locked" | "running"; until: number }
	| { kind: "returned"; lockId: string; credits: number }
	| { kind: "sold" | "not_sold"; credits: number }
	| { kind: "off" | "over" | "not_offered" };

/** A lock paid with credits: they are spent first, then the chat is locked, or they come back. */
export function createLocks({ env, db, ledger, sellCredits, chat, settings, log, now }: Needs) {
	const creditsOf = async (userId: number): Promise<number> =>
		(await ledger.balances(userId, ["lock_credits"])).lock_credits;

	/** null once they have had everything deleted */
	const cardOf = async (userId: number) => (await env.PERSON.getByName(String(userId)).status()).card;

	/** @throws RetryLater while the chat is opening */
	async function stateOf(userId: number, chatId: ChatId) {
		const state = await chat.pair(chatId).lockState(userId);
		if (state.chat === "opening") throw new RetryLater(1, "the chat is opening");
		return state;
	}

	/** @param state `promised`, or `returned` where it is known at once that it can't begin */
	const rowOf = (wish: Wish, state: "promised" | "returned"): LockRow => ({
		...wish,
		...{ id: newId("lock"), state, createdAt: now() },
		...{ endsAt: null, returnedMinutes: 0, toldAt: null },
	});

	/** Spends the credits and promises the lock, once a cause. @returns null if there are too few */
	async function promise(wish: Wish): Promise<LockRow | null> {
		const row = rowOf(wish, "promised");
		const { userId, minutes: amount } = wish;
		const spend = ledger.spend({ userId, account: "lock_credits", amount, cause: `lock:${row.id}` });
		const event = { kind: "lock.promised", payload: { lockId: row.id } } as const;
		try {
			await ledger.write([insertLock(db, row), spend], [event]);
			return row;
		} catch (error) {
			// The same wish, handled beside this one.
			const same = violationOf(error)?.kind === "unique" ? await findLockBy(db, wish.by) : null;
			if (same) return same;
			if (error instanceof InsufficientFunds) return null;
			throw error;
		}
	}

	/** Brings a promised lock to its chat. Done again it finds the same. */
	async function bring(row: LockRow): Promise<LockOutcome> {
		const { id: lockId, userId, minutes, chatId } = row;
		if (row.state === "returned") return { kind: "returned", lockId, credits: row.returnedMinutes };
		if (row.state !== "promised") return { kind: "locked", until: row.endsAt ?? now() };
		const answer = await chat.pair(chatId).lock({ lockId, userId, minutes });
		switch (answer.kind) {
			case "not_yet":
				throw new RetryLater(1, "the chat is opening");
			case "locked":
				await markRunning(db, lockId, answer.until);
				return { kind: "locked", until: answer.until };
			case "already":
			case "over":
				await giveBack(row, "returned", minutes);
				return { kind: "returned", lockId, credits: minutes };
		}
	}

	async function giveBack({ id, userId }: LockRow, state: "ended" | "returned", amount: number) {
		const credit = ledger.credit({ userId, account: "lock_credits", amount, cause: `lock_return:${id}` });
		try {
			await ledger.write([closeLock(db, id, state, amount), ...credit]);
		} catch (error) {
			// It has come back before.
			if (violationOf(error)?.kind !== "unique") throw error;
		}
	}

	/** Remembers that nothing came of it: what is decided once is not decided otherwise when it is asked again. */
	async function keep(wish: Wish): Promise<LockRow> {
		const row = rowOf(wish, "returned");
		try {
			await insertLock(db, row);
			return row;
		} catch (error) {
			const same = violationOf(error)?.kind === "unique" ? await findLockBy(db, wish.by) : null;
			if (same) return same;
			throw error;
		}
	}

	async function tell(userId: number, botId: number, key: string, credits: number): Promise<void> {
		const card = await cardOf(userId);
		const text = translator(card?.language ?? languageFor(undefined))(key, { credits });
		try {
			await sendText(env, botId, userId, { text });
		} catch (error) {
			const { kind } = callFailure(error);
			if (kind !== "gone" && kind !== "refused") throw error;
		}
	}

	async function tellOnce(lockId: string): Promise<void> {
		const lock = await findLock(db, lockId);
		if (!lock || lock.toldAt !== null || (lock.state !== "ended" && lock.state !== "returned")) return;
		const { userId, botId, returnedMinutes } = lock;
		if (lock.state === "ended") await tell(userId, botId, "lock-returned", returnedMinutes);
		else if (returnedMinutes > 0) await tell(userId, botId, "lock-not-begun", returnedMinutes);
		else await tell(userId, botId, "lock-kept", await creditsOf(userId));
		await markTold(db, lockId, now());
	}

	const data: PersonData = {
		export: (userId) => exportLocks(db, userId),
		// Their chat has ended before this, so none of these holds anybody, and nothing comes back to who is gone.
		erase: async (userId) => void (await eraseLocks(db, userId)),
	};

	return {
		data,

		/** What can be chosen in this chat now. */
		async offer(userId: number, chatId: ChatId): Promise<LockOffer> {
			const { chat: state, until } = await stateOf(userId, chatId);
			if (state !== "open") return { kind: "over" };
			if (until !== null) return { kind: "running", until };
			if (!settings.get(flags.lockChat)) return { kind: "off" };
			return { kind: "offer", credits: await creditsOf(userId), durations: settings.get(lockDurations) };
		},

		/** Locks a chat for a duration that is offered; who has too few credits is sold those for exactly this. */
		async begin(wish: {
			userId: number;
			botId: number;
			chatId: ChatId;
			minutes: number;
			updateKey: string;
		}): Promise<LockOutcome> {
			const { userId, botId, chatId, minutes, updateKey } = wish;
			const by = `update:${updateKey}`;
			const before = await findLockBy(db, by);
			if (before) return bring(before);
			const { chat: state, until } = await stateOf(userId, chatId);
			if (state !== "open") return { kind: "over" };
			if (until !== null) return { kind: "running", until };
			if (!settings.get(flags.lockChat)) return { kind: "off" };
			const duration = settings.get(lockDurations).find((one) => one.minutes === minutes);
			if (!duration) return { kind: "not_offered" };
			const row = await promise({ userId, botId, chatId, minutes, by });
			if (row) return bring(row);
			const credits = await creditsOf(userId);
			if (!settings.get(flags.starsPayments)) return { kind: "not_sold", credits };
			await sellCredits({ userId, botId, chatId, minutes, stars: duration.stars });
			return { kind: "sold", credits };
		},

		/** The credits bought for a lock have arrived. Done again it locks no second time. @returns whether it was locked */
		async resume(wish: {
			userId: number;
			chatId: ChatId;
			minutes: number;
			chargeId: string;
		}): Promise<boolean> {
			const { userId, chatId, minutes, chargeId } = wish;
			const by = `charge:${chargeId}`;
			const before = await findLockBy(db, by);
			if (before) return settle(before);
			const { chat: state, until, botId } = await stateOf(userId, chatId);
			log.info("locks", "credits for a lock arrived", { chat: chatId, state });
			// Long after its chat the bot they were in is not known any more; the credits are theirs anyway.
			if (botId === null || !(await cardOf(userId))) return false;
			const charged = { userId, botId, chatId, minutes, by };
			const mayLock = state === "open" && until === null && settings.get(flags.lockChat);
			const row = mayLock ? await promise(charged) : null;
			return settle(row ?? (await keep(charged)));
		},

		/** Carries out `lock.promised`, where that has not happened at once. */
		async bringPromised(lockId: string): Promise<void> {
			const row = await findLock(db, lockId);
			if (row) await settle(row);
		},

		/** Carries out `lock.ended`: what is unused comes back. */
		async ended({ lockId, unusedMinutes }: { lockId: string; unusedMinutes: number }): Promise<void> {
			const row = await findLock(db, lockId);
			// Erased meanwhile: there is nobody it could come back to.
			if (!row) return;
			if (row.state === "promised" || row.state === "running") await giveBack(row, "ended", unusedMinutes);
			await tellOnce(lockId);
		},

		/** Their update has told them what came back. */
		told: async (lockId: string): Promise<void> => void (await markTold(db, lockId, now())),
	};

	/** Where no update waits for the answer, they are told what came back. */
	async function settle(row: LockRow): Promise<boolean> {
		const outcome = await bring(row);
		if (outcome.kind === "returned") await tellOnce(outcome.lockId);
		return outcome.kind === "locked";
	}
}
