import { env } from "cloudflare:test";
import { beforeEach, expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import * as shapes from "../src/referrals/shapes.ts";
import { comeBy, daysOf, follow, linkOf, referralOf, startOver } from "./invited.ts";
import { fieldsOf, read } from "./staff-answers.ts";
import { configure, deliverEvents, holdEvents } from "./staff-room.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
beforeEach(() => holdEvents());

const person = (name: string) => new Phone(simulator, bot, name).settleIn("Female", "30");

/** Somebody whose newcomers are held. */
async function suspect() {
	await configure({ "referrals.burst_limit": 1, "referrals.vip_days": 3 });
	const ana = await person("Ana");
	const link = await linkOf(ana);
	const newcomers = [];
	for (const name of ["Bo", "Cy", "Dan"]) newcomers.push(await comeBy(simulator, bot, link, name));
	await deliverEvents();
	return { ana, newcomers };
}

async function auditOf(subject: string): Promise<string[]> {
	const { results } = await env.DB.prepare("SELECT action FROM audit_entries WHERE subject = ? ORDER BY id")
		.bind(subject)
		.all<{ action: string }>();
	return results.map(({ action }) => action);
}

test("staff list what is held, release and reject it once each", async () => {
	const { ana, newcomers } = await suspect();
	const [bo, cy, dan] = newcomers.map(({ id }) => id);
	const first = await read("/api/referrals?state=held&limit=1", shapes.referralsAnswer);
	expect(first.referrals).toMatchObject([
		{ newcomer_id: dan, referrer_id: ana.id, state: "held", reason: "burst", vip_days: 3 },
	]);
	const second = await read(`/api/referrals?state=held&limit=1&cursor=${first.next}`, shapes.referralsAnswer);
	expect(second).toMatchObject({ referrals: [{ newcomer_id: cy }], next: null });
	const all = await read("/api/referrals", shapes.referralsAnswer);
	expect(all.referrals.map(({ state }) => state)).toEqual(["held", "held", "counted"]);
	expect(await daysOf(ana)).toBe(3);

	const released = await api(`/api/referrals/${cy}/release`, {});
	expect(shapes.referralAnswer.parse(await released.json()).referral).toMatchObject({
		...{ state: "counted", reason: "burst", decided_by: "owner" },
	});
	await deliverEvents();
	expect(ana.last.text).toContain("A friend came by your link");
	expect(await daysOf(ana)).toBe(6);
	const rejected = await api(`/api/referrals/${dan}/reject`, {});
	expect(shapes.referralAnswer.parse(await rejected.json()).referral).toMatchObject({ state: "rejected" });

	// From no other state than held.
	for (const newcomer of [bo, cy, dan])
		for (const verb of ["release", "reject"]) {
			const again = await api(`/api/referrals/${newcomer}/${verb}`, {});
			expect([newcomer, verb, again.status]).toEqual([newcomer, verb, 409]);
		}
	await deliverEvents();
	expect(await daysOf(ana)).toBe(6);
	const idOf = async (newcomer = 0) => (await referralOf({ id: newcomer }))?.id ?? "";
	expect(await auditOf(await idOf(cy))).toEqual(["referral.released"]);
	expect(await auditOf(await idOf(dan))).toEqual(["referral.rejected"]);
	expect(await auditOf(await idOf(bo))).toEqual([]);
});

test("side by side one verdict holds", async () => {
	const { ana, newcomers } = await suspect();
	const cy = newcomers[1]?.id;
	const answers = await Promise.all(
		["release", "reject", "release", "reject"].map((verb) => api(`/api/referrals/${cy}/${verb}`, {})),
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
	await deliverEvents();
	const { state } = (await referralOf({ id: cy ?? 0 })) ?? {};
	expect(await daysOf(ana)).toBe(state === "counted" ? 6 : 3);
});

test("one's own link can be rejected, not released; what names nobody is refused", async () => {
	const ana = await person("Ana");
	const link = await linkOf(ana);
	await startOver(ana);
	await follow(ana, link);
	const released = await api(`/api/referrals/${ana.id}/release`, {});
	expect(released.status).toBe(409);
	expect(await released.text()).toContain("one's own link");
	expect((await api(`/api/referrals/${ana.id}/reject`, {})).status).toBe(200);
	expect((await api("/api/referrals/424242/release", {})).status).toBe(404);
	expect(await fieldsOf(await api("/api/referrals/ana/release", {}))).toEqual(["newcomerId"]);
	for (const [query, field] of [
		["state=open", "state"],
		["cursor=x", "cursor"],
		["limit=0", "limit"],
	])
		expect(await fieldsOf(await api(`/api/referrals?${query}`))).toEqual([field]);
});

test("after the referrer's data is deleted nothing of theirs can be released", async () => {
	const { ana, newcomers } = await suspect();
	const cy = newcomers[1]?.id;
	await (await createDeps(env)).rights.erase(ana.id);
	expect((await api(`/api/referrals/${cy}/release`, {})).status).toBe(409);
	const { referrals } = await read("/api/referrals?state=rejected&limit=1", shapes.referralsAnswer);
	expect(referrals[0]?.referrer_id).toBeLessThan(0);
	expect(referrals[0]?.decided_by).toBe("system");
});

/** Somebody with Stars that they may spend. */
async function requested(stars: number) {
	await configure({ "referrals.payout_minimum": 100 });
	const ana = await person("Ana");
	const { payouts, ledger } = await withLedger();
	await ledger.write(
		ledger.credit({ userId: ana.id, account: "affiliate", amount: stars, cause: `test:${ana.id}` }),
	);
	expect(await payouts.request(ana.id, `test:${ana.id}`)).toBe("requested");
	const [open] = (await payouts.list("requested", null, 1)).rows;
	return { ana, id: open?.id ?? "" };
}

async function withLedger() {
	const deps = await createDeps(env);
	const { createLedger } = await import("../src/payments/service/ledger.ts");
	return { payouts: deps.payouts, ledger: createLedger(deps) };
}

const spendable = async ({ id }: Phone) => (await (await createDeps(env)).affiliates.earnings(id)).spendable;

test("staff list payouts, pay and decline them once each, and the person is told", async () => {
	const { ana, id } = await requested(120);
	const { ana: bo, id: second } = await requested(230);
	const first = await read("/api/payouts?state=requested&limit=1", shapes.payoutsAnswer);
	expect(first.payouts).toMatchObject([{ id: second, user_id: bo.id, stars: 230, note: null }]);
	const next = await read(`/api/payouts?state=requested&limit=1&cursor=${first.next}`, shapes.payoutsAnswer);
	expect(next).toMatchObject({ payouts: [{ id, user_id: ana.id, stars: 120 }], next: null });

	expect(await fieldsOf(await api(`/api/payouts/${second}/decline`, {}))).toEqual(["reason"]);
	expect(await fieldsOf(await api("/api/payouts/7/paid", {}))).toEqual(["id"]);
	expect((await api(`/api/payouts/payout_${"0".repeat(26)}/paid`, {})).status).toBe(404);

	const paid = await api(`/api/payouts/${id}/paid`, {});
	expect(shapes.payoutAnswer.parse(await paid.json()).payout).toMatchObject({
		...{ state: "paid", decided_by: "owner", note: null },
	});
	const declined = await api(`/api/payouts/${second}/decline`, { reason: "no wallet" });
	expect(shapes.payoutAnswer.parse(await declined.json()).payout).toMatchObject({ state: "declined" });
	await deliverEvents();
	expect(ana.last.text).toBe("✅ Your payout of 120 Stars is done.");
	expect(bo.last.text).toContain("declined: no wallet");
	expect([await spendable(ana), await spendable(bo)]).toEqual([0, 230]);

	const heard = [ana.heard.length, bo.heard.length];
	const { outbox } = await createDeps(env);
	await outbox["payout.decided"]({ payoutId: id });
	for (const payout of [id, second])
		for (const [verb, body] of [
			["paid", {}],
			["decline", { reason: "again" }],
		] as const)
			expect((await api(`/api/payouts/${payout}/${verb}`, body)).status, verb).toBe(409);
	await deliverEvents();
	expect([ana.heard.length, bo.heard.length]).toEqual(heard);
	expect([await spendable(ana), await spendable(bo)]).toEqual([0, 230]);
	expect([await auditOf(id), await auditOf(second)]).toEqual([["payout.paid"], ["payout.declined"]]);
});

test("paid and declined side by side: one of them", async () => {
	const { ana, id } = await requested(150);
	const answers = await Promise.all([
		api(`/api/payouts/${id}/paid`, { note: "done" }),
		api(`/api/payouts/${id}/decline`, { reason: "no" }),
		api(`/api/payouts/${id}/paid`, {}),
		api(`/api/payouts/${id}/decline`, { reason: "no" }),
	]);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
	const [{ state } = { state: "?" }] = (await read("/api/payouts?limit=1", shapes.payoutsAnswer)).payouts;
	expect(await spendable(ana)).toBe(state === "declined" ? 150 : 0);
});

test("each list goes along its index", async () => {
	for (const [table, index] of [
		["referrals", "referrals_state"],
		["payouts", "payouts_state"],
	]) {
		const { results } = await env.DB.prepare(
			`EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE state = ? AND id < ? ORDER BY id DESC LIMIT 2`,
		)
			.bind("held", "x")
			.all<{ detail: string }>();
		const plan = results.map(({ detail }) => detail).join("; ");
		expect(plan).toContain(index);
		expect(plan).not.toContain("TEMP B-TREE");
	}
	const due = await env.DB.prepare(
		"EXPLAIN QUERY PLAN SELECT * FROM affiliate_shares WHERE state = 'pending' AND due_at <= ? AND (due_at, charge_id) > (?, ?) ORDER BY due_at, charge_id LIMIT 50",
	)
		.bind(1, 1, "x")
		.all<{ detail: string }>();
	expect(due.results.map(({ detail }) => detail).join("; ")).toContain("affiliate_shares_due");
});
