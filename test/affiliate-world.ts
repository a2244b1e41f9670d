import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import { runClock } from "./clock.ts";
import { comeBy, expectLedgerAddsUp, linkOf } from "./invited.ts";
import { configure, deliverEvents, holdEvents, StaffRoom } from "./staff-room.ts";
import { Phone, startTelegram } from "./telegram.ts";

vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2030, 0, 1) });
export const { simulator, bot } = await startTelegram();
export const room = new StaffRoom(simulator, bot);
export const day = 86_400_000;
export const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
export const tick = () => runClock();

beforeEach(async () => {
	holdEvents();
	await configure({
		"staff.control_chat_id": room.chat,
		"flags.referrals": true,
		"flags.lock_chat": true,
		"referrals.vip_days": 0,
		"referrals.affiliate_percent": 10,
		"referrals.ai_credits_per_star": 0.4,
		"referrals.lock_credits_per_star": 0.25,
		"referrals.payout_minimum": 100,
	});
});
afterEach(async () => {
	await expectLedgerAddsUp();
	later(2 * day);
});

export async function affiliate(name = "Ana") {
	const ana = await new Phone(simulator, bot, name).settleIn("Female", "30");
	const link = await linkOf(ana);
	const bo = await comeBy(simulator, bot, link);
	await deliverEvents();
	return { ana, bo, link };
}

let charges = 0;
/** Somebody pays, and the ledger's event comes. @returns the charge */
export async function pays(who: { id: number }, stars: number): Promise<string> {
	const { affiliates } = await createDeps(env);
	const chargeId = `charge_${++charges}`;
	await affiliates.countPurchase({ chargeId, userId: who.id, stars, at: Date.now() });
	return chargeId;
}

export async function held(who: { id: number }) {
	const { results } = await env.DB.prepare(
		"SELECT account, balance FROM balances WHERE user_id = ? AND balance <> 0",
	)
		.bind(who.id)
		.all<{ account: string; balance: number }>();
	return Object.fromEntries(results.map(({ account, balance }) => [account, balance]));
}

export const stateOf = (chargeId: string) =>
	env.DB.prepare("SELECT state FROM affiliate_shares WHERE charge_id = ?").bind(chargeId).first("state");

/** So many Stars that somebody may spend. */
export async function earned(stars: number, name?: string) {
	const people = await affiliate(name);
	const chargeId = await pays(people.bo, stars * 10);
	later(21 * day + 1000);
	await tick();
	expect(await held(people.ana)).toEqual({ affiliate: stars });
	return { ...people, chargeId };
}
