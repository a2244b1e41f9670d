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
	| "affiliate_owed";

/** Accounts whose credit can be spent before it is taken back. */
export type Spendable = "lock_credits" | "ai_credits" | "ai_monthly" | "affiliate";

export const owedOf = (account: Spendable): Account => `${account}_owed`;

export type OrderKindName = "vip" | "lock_credits" | "ai_credits" | "ai_subscription";

/** What lasts for a time. */
export type Entitlement = "vip" | "ai";

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
export interface GrantSpan {
	source: string;
	from: number;
	until: number;
}

const dayMs = 86_400_000;

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
