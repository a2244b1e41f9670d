import { env, runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import { createLedger } from "../src/payments/service/ledger.ts";
import type { ChatId } from "../src/platform/ids.ts";
import { holdEvents, meet } from "./staff-room.ts";
import { Phone, startTelegram } from "./telegram.ts";

export const lockLabel = "🔒 Lock Chat";

/** Telegram, people with lock credits, and their chats, for the tests of one file. The clock is in the future, so no alarm rings by itself. */
export function lockWorld() {
	let telegram: Awaited<ReturnType<typeof startTelegram>>;
	let clock = Date.UTC(2030, 0, 1);
	let gifts = 0;

	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ["Date"], now: clock });
		telegram ??= await startTelegram();
		holdEvents();
	});
	afterEach(() => {
		clock = Date.now() + 3_600_000;
		vi.useRealTimers();
	});

	const person = (name: string) => new Phone(telegram.simulator, telegram.bot, name).settleIn();

	async function give({ id: userId }: Phone, amount: number) {
		const ledger = await ledgerOf();
		gifts += 1;
		await ledger.write(ledger.credit({ userId, account: "lock_credits", amount, cause: `gift:${gifts}` }));
	}

	/** Two in a chat, of whom the first has credits. */
	async function talking(credits = 30) {
		const [ana, bo] = [await person("Ana"), await person("Bo")];
		const chatId = (await meet(ana, bo)) as ChatId;
		if (credits > 0) await give(ana, credits);
		return { ana, bo, chatId };
	}

	return {
		get telegram() {
			return telegram;
		},
		person,
		give,
		talking,

		/** Two in a chat that the first has locked. */
		async locked(minutes = 5) {
			const pair = await talking();
			await pair.ana.press(lockLabel);
			await pair.ana.press(`${minutes} min`);
			expect(pair.bo.last.text).toContain(`locked this chat for ${minutes} min`);
			return pair;
		},

		/** Lets time pass and rings the chat's alarm. */
		async pass(chatId: string, seconds: number) {
			vi.setSystemTime(Date.now() + seconds * 1_000);
			await runDurableObjectAlarm(env.CHAT_PAIR.getByName(chatId));
			await telegram.simulator.settle();
		},
	};
}

export const ledgerOf = async () => createLedger(await createDeps(env));

/** What is held; the entries must say the same. */
export async function creditsOf({ id }: Phone): Promise<number> {
	const { lock_credits } = await (await ledgerOf()).balances(id, ["lock_credits"]);
	const sum = await env.DB.prepare(
		"SELECT coalesce(sum(amount), 0) AS n FROM ledger_entries WHERE user_id = ? AND account = 'lock_credits'",
	)
		.bind(id)
		.first<{ n: number }>();
	expect(sum?.n).toBe(lock_credits);
	return lock_credits;
}

export async function locksOf({ id }: Phone) {
	const { results } = await env.DB.prepare("SELECT * FROM chat_locks WHERE user_id = ? ORDER BY created_at")
		.bind(id)
		.all();
	return results;
}
