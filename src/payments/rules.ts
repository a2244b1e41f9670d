import { dayMs } from "../platform/time.ts";

/** What can be held. `{account}_owed` is what was spent of something that was taken back later: new credit settles it first. */
export type Account =
	/** Stars received from this person, less what was refunded. */
	| "stars"
	| "lock_credits"
	| "lock_credits_owed"
	/** Bought AI credits, which stay. */
	| "ai_credits"
	| "ai_credits_owed"
	/** This month's AI credits of a subscription. */
	| "ai_monthly"
	| "ai_monthly_owed"
	/** An affiliate's share in Stars, while the Stars themselves are held by Telegram. */
	| "affiliate_pending"
	| "affiliate"
	| "affiliate_owed"
	/** A creator's share in Stars, held under a number of the creator; pending as an affiliate's. */
	| "creator_pending"
	| "creator"
	| "creator_owed";

export const accounts = [
	...(["stars", "lock_credits", "lock_credits_owed", "ai_credits", "ai_credits_owed"] as const),
	...(["ai_monthly", "ai_monthly_owed"] as const),
	...(["affiliate_pending", "affiliate", "affiliate_owed"] as const),
	...(["creator_pending", "creator", "creator_owed"] as const),
] as const satisfies readonly Account[];

/** Accounts whose credit can be spent before it is taken back. */
export type Spendable = "lock_credits" | "ai_credits" | "ai_monthly" | "affiliate" | "creator";

export const owedOf = (account: Spendable): Account => `${account}_owed`;

/** What somebody has for a time, or for good: also each product of the shop, by its number. */
export type Entitlement = "vip" | "ai" | `product:${number}`;

/** One line of the log that `foldGrants` reads. `revoked` and `restored` name the source of what was given. */
export interface GrantChange {
	what: Entitlement;
	no: number;
	change: "given" | "revoked" | "restored";
	source: string;
	days: number;
	notBefore: number | null;
	/** ms */
	at: number;
}

/** One that stands, and the time it covers, ms. */
interface GrantSpan {
	source: string;
	from: number;
	until: number;
}

/** Days stack: each grant begins where the one before it ends, or when it was given. @param log by `no` */
export function foldGrants(log: readonly GrantChange[]): GrantSpan[] {
	const latest = new Map(log.map(({ source, change }) => [source, change]));
	const spans: GrantSpan[] = [];
	for (const { change, source, days, notBefore, at } of log) {
		if (change !== "given" || latest.get(source) === "revoked") continue;
		const from = Math.max(at, spans.at(-1)?.until ?? 0);
		spans.push({ source, from, until: Math.max(from + days * dayMs, notBefore ?? 0) });
	}
	return spans;
}

/** ms; null if nothing stands. */
export const grantedUntil = (log: readonly GrantChange[]): number | null =>
	foldGrants(log).at(-1)?.until ?? null;

/** What stands between an order and its invoice's payment, as the person is told: `checkout-{refusal}`. */
export type Refusal =
	| "unknown"
	| "paid"
	| "expired"
	| "other_payer"
	| "wrong_amount"
	| "banned"
	| "not_sold"
	| "price_changed"
	| "subscribed"
	| "owned"
	| "sold_out"
	| "code_gone"
	| "busy";

/** Why Stars went back, as the person is told: `refunded-{reason}`. */
export type RefundReason =
	| "asked"
	| "staff"
	| "telegram"
	| "other_payer"
	| "wrong_amount"
	| "banned"
	| "subscribed_twice"
	| "gone";

interface OrderFacts {
	userId: number;
	botId: number;
	stars: number;
	renews: boolean;
	state: "open" | "paid";
	expiresAt: number;
}

/** Whether an invoice may be paid now; asked by Telegram before every payment but a renewal. */
export function checkoutRefusal(
	order: OrderFacts | null,
	query: { userId: number; botId: number; stars: number },
	{ banned, now }: { banned: boolean; now: number },
): Refusal | null {
	if (!order || order.botId !== query.botId) return "unknown";
	if (order.userId !== query.userId) return "other_payer";
	if (banned) return "banned";
	if (order.state !== "open") return "paid";
	if (order.expiresAt <= now) return "expired";
	if (order.stars !== query.stars) return "wrong_amount";
	return null;
}

/** A charge as Telegram tells of it, in an update or in its books. */
export interface Charge {
	chargeId: string;
	/** The order's id. */
	payload: string;
	userId: number;
	botId: number;
	stars: number;
	/** ms */
	at: number;
	/** A subscription's charge: its first one, a later one, or null for a single payment. */
	recurring: "first" | "renewal" | null;
	/** When the subscription runs out unless it is charged again, ms. */
	until: number | null;
}

/** What stands for a charge that Telegram tells of without an id: a message is bought once, so its order is enough. */
export const paidMessageCharge = (orderId: string): string => `paid_media:${orderId}`;
export const isPaidMessage = (chargeId: string): boolean => chargeId.startsWith("paid_media:");

/**
 * What becomes of a charge: what was charged is either credited or given back, never swallowed.
 * - `first`: pays its order, also one that has expired since: it was paid in time, or Telegram let it through
 * - `again`: the order was paid before; it counts once more, and its buyer is told
 * - `renewal`: a subscription goes on
 * - `back`: it can't count, and goes back at once
 */
type Verdict = { kind: "first" | "again" | "renewal" } | { kind: "back"; reason: RefundReason };

/** @param banned the payer may not take part now, see `isKeptOut` @param known they have a record here: who was erased has none */
export function judgeCharge(
	order: OrderFacts,
	charge: Charge,
	{ banned, known }: { banned: boolean; known: boolean },
): Verdict {
	if (order.userId < 0 || !known) return { kind: "back", reason: "gone" };
	if (charge.userId !== order.userId) return { kind: "back", reason: "other_payer" };
	if (banned) return { kind: "back", reason: "banned" };
	if (charge.recurring === "renewal") return { kind: "renewal" };
	if (charge.stars !== order.stars) return { kind: "back", reason: "wrong_amount" };
	if (order.state === "open") return { kind: "first" };
	// Two subscriptions at once would charge twice every month.
	return order.renews ? { kind: "back", reason: "subscribed_twice" } : { kind: "again" };
}

const periodMs = 30 * dayMs;

/** When a subscription's credits are due: at its start and every 30 days; and its end, where nothing is given (null). */
export function instalmentsOf({
	from,
	until,
}: Pick<GrantSpan, "from" | "until">): { dueAt: number; last: boolean }[] {
	const due: { dueAt: number; last: boolean }[] = [];
	for (let at = from; at < until; at += periodMs) due.push({ dueAt: at, last: false });
	return [...due, { dueAt: until, last: true }];
}
