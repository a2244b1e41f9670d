import { env } from "cloudflare:test";
import { expect, vi } from "vitest";
import type { Simulator } from "../simulator/simulator.ts";
import { api, Phone } from "./telegram.ts";

/** The payload of somebody's link, as their page shows it. */
export async function linkOf(phone: Phone): Promise<string> {
	await phone.send("/invite");
	const [, payload = ""] = /https:\/\/t\.me\/\w+\?start=(ref_[a-z0-9]{8,})/.exec(phone.last.text ?? "") ?? [];
	expect(payload).not.toBe("");
	return payload;
}

/** Somebody new follows a link and sets up a profile. */
export async function comeBy(simulator: Simulator, bot: number, payload: string, name = "Newcomer") {
	const phone = new Phone(simulator, bot, name);
	await follow(phone, payload);
	return phone;
}

/** A card is known by when it was made, and a clock that stands still makes an older one win. */
const tick = () => {
	if (vi.isFakeTimers()) vi.setSystemTime(Date.now() + 1000);
};

export async function follow(phone: Phone, payload: string) {
	tick();
	await phone.start(payload);
	// Of who starts over it is known.
	if (phone.last.text?.includes("Which language")) await phone.press("🇬🇧 English");
	await phone.press("Female");
	await phone.send("27");
}

/** How a newcomer stands in D1. */
export const referralOf = (newcomer: { id: number }) =>
	env.DB.prepare("SELECT * FROM referrals WHERE newcomer_id = ?")
		.bind(newcomer.id)
		.first<{ id: string; state: string; reason: string | null; referrer_id: number }>();

/** The VIP days somebody was given by referrals. */
export async function daysOf(phone: { id: number }): Promise<number> {
	const given = env.DB.prepare(
		"SELECT coalesce(sum(days), 0) AS days FROM grants WHERE user_id = ? AND what = 'vip' AND source LIKE 'referral%'",
	);
	return (await given.bind(phone.id).first<number>("days")) ?? 0;
}

/** Somebody declares too low an age, is refused, and let in again by staff: their next profile is a first one. */
export async function startOver(phone: Phone) {
	tick();
	await phone.press("👤 Profile");
	await phone.press("Edit age");
	await phone.send("17");
	expect(phone.last.text).toContain("I can't let you in");
	expect((await api(`/api/users/${phone.id}/lift-age-refusal`, {})).status).toBe(200);
}

/** What stands in the ledger is what the balances say. */
export async function expectLedgerAddsUp() {
	const { results } = await env.DB.prepare(
		`SELECT user_id, account, sum(amount) AS total FROM ledger_entries GROUP BY user_id, account
		EXCEPT SELECT user_id, account, balance FROM balances`,
	).all();
	expect(results).toEqual([]);
}
