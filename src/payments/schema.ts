import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Account, GrantChange, RefundReason } from "./rules.ts";

/**
 * Everything that ever moved: only inserted, and each cause once. A trigger adds the amount to `balances`, which nothing
 * else writes (see migrations). An erased person's rows stand under a pseudonym, a negative id.
 */
export const ledgerEntries = sqliteTable(
	"ledger_entries",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		userId: integer("user_id").notNull(),
		account: text("account").$type<Account>().notNull(),
		amount: integer("amount").notNull(),
		/** What moved it, e.g. `payment:{charge id}`; a cause moves an account once. */
		cause: text("cause").notNull(),
		at: integer("at").notNull(),
	},
	(t) => [
		uniqueIndex("ledger_entries_cause").on(t.cause, t.account),
		index("ledger_entries_user").on(t.userId, t.account, t.id),
	],
);

export const balances = sqliteTable(
	"balances",
	{
		userId: integer("user_id").notNull(),
		account: text("account").$type<Account>().notNull(),
		balance: integer("balance").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.userId, t.account] }),
		check("balance_not_negative", sql`${t.balance} >= 0`),
	],
);

/** What somebody set out to buy, with the terms they saw. Its id is the invoice's payload. */
export const orders = sqliteTable(
	"orders",
	{
		id: text("id").primaryKey(),
		userId: integer("user_id").notNull(),
		/** The bot whose invoice it is, and which is paid. */
		botId: integer("bot_id").notNull(),
		kind: text("kind").notNull(),
		stars: integer("stars").notNull(),
		/** Charged again every 30 days. */
		renews: integer("renews", { mode: "boolean" }).notNull(),
		/** As its kind's schema has them. */
		terms: text("terms", { mode: "json" }).notNull(),
		state: text("state").$type<"open" | "paid">().notNull(),
		createdAt: integer("created_at").notNull(),
		/** Until then it can be paid. */
		expiresAt: integer("expires_at").notNull(),
	},
	(t) => [index("orders_user").on(t.userId, t.id)],
);

/**
 * Every charge Telegram made, once each.
 * `credited -> refunding -> refunded`, and back to `credited` where Telegram refuses the refund.
 */
export const payments = sqliteTable(
	"payments",
	{
		/** Ours, for buttons: Telegram's is too long for them. */
		id: integer("id").primaryKey({ autoIncrement: true }),
		chargeId: text("charge_id").notNull().unique(),
		/** Telegram's own id where the charge is told without one (a paid message): learnt from its books. */
		transactionId: text("transaction_id").unique(),
		orderId: text("order_id").notNull(),
		/** Who paid. */
		userId: integer("user_id").notNull(),
		botId: integer("bot_id").notNull(),
		stars: integer("stars").notNull(),
		state: text("state").$type<"credited" | "refunding" | "refunded">().notNull(),
		/** The order's id in the charge that first paid it: two charges can't both be that. */
		firstOf: text("first_of").unique(),
		/** Recurring, the first time or again. */
		recurring: integer("recurring", { mode: "boolean" }).notNull(),
		/** Of a recurring charge: the expiry Telegram gave, ms. */
		subscribedUntil: integer("subscribed_until"),
		/** How many refunds of it Telegram has refused. */
		refundRound: integer("refund_round").notNull().default(0),
		paidAt: integer("paid_at").notNull(),
	},
	(t) => [
		index("payments_user").on(t.userId, t.id),
		index("payments_order").on(t.orderId),
		index("payments_paid").on(t.paidAt),
	],
);

/** Refunds promised or done: at most one a charge. One that Telegram refuses is taken out again. */
export const refunds = sqliteTable("refunds", {
	chargeId: text("charge_id").primaryKey(),
	reason: text("reason").$type<RefundReason>().notNull(),
	/** `owner`, `telegram:{id}` or `system` */
	actor: text("actor").notNull(),
	note: text("note"),
	createdAt: integer("created_at").notNull(),
});

/** People asked for their Stars back, and the rule could not say yes. */
export const refundRequests = sqliteTable(
	"refund_requests",
	{
		paymentId: integer("payment_id").primaryKey(),
		userId: integer("user_id").notNull(),
		state: text("state").$type<"open" | "refunded" | "declined">().notNull(),
		createdAt: integer("created_at").notNull(),
		decidedAt: integer("decided_at"),
		decidedBy: text("decided_by"),
	},
	(t) => [
		index("refund_requests_state").on(t.state, t.createdAt, t.paymentId),
		index("refund_requests_user").on(t.userId),
	],
);

/** Recurring charges, one an order. */
export const subscriptions = sqliteTable(
	"subscriptions",
	{
		orderId: text("order_id").primaryKey(),
		/** The charge by which Telegram knows it: the first. */
		chargeId: text("charge_id").notNull(),
		userId: integer("user_id").notNull(),
		botId: integer("bot_id").notNull(),
		/** `cancelled`: runs until `until` and no longer. `failed`: Telegram could not charge. */
		state: text("state").$type<"active" | "cancelled" | "failed">().notNull(),
		/** Only who cancelled can resume. */
		cancelledBy: text("cancelled_by").$type<"bot" | "user">(),
		until: integer("until").notNull(),
	},
	(t) => [index("subscriptions_user").on(t.userId)],
);

/**
 * What somebody was given for a time: a log of changes which `foldGrants` makes an end of. `no` counts a person's
 * changes, so that two who decided by the same log can't both write.
 */
export const grants = sqliteTable(
	"grants",
	{
		userId: integer("user_id").notNull(),
		what: text("what").$type<GrantChange["what"]>().notNull(),
		no: integer("no").notNull(),
		change: text("change").$type<GrantChange["change"]>().notNull(),
		/** Where it comes from, e.g. `payment:{charge id}`; unique among what was given. */
		source: text("source").notNull(),
		days: integer("days").notNull(),
		/** Never ends before this, ms: Telegram's own expiry of a subscription. */
		notBefore: integer("not_before"),
		at: integer("at").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.userId, t.what, t.no] }),
		uniqueIndex("grants_source").on(t.source).where(sql`${t.change} = 'given'`),
	],
);

/** Monthly credits of an AI subscription that are due or were given. */
export const instalments = sqliteTable(
	"instalments",
	{
		/** The grant's source. */
		source: text("source").notNull(),
		no: integer("no").notNull(),
		userId: integer("user_id").notNull(),
		/** 0: the subscription ends here, and with it what is unused. */
		credits: integer("credits").notNull(),
		dueAt: integer("due_at").notNull(),
		state: text("state").$type<"due" | "given" | "withdrawn">().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.source, t.no] }),
		index("instalments_due").on(t.dueAt, t.credits).where(sql`${t.state} = 'due'`),
		index("instalments_user").on(t.userId),
	],
);

/** How far each bot's transactions were compared. */
export const reconciliations = sqliteTable("reconciliations", {
	botId: integer("bot_id").primaryKey(),
	/** So many transactions were seen, oldest first. */
	seen: integer("seen").notNull(),
	at: integer("at").notNull(),
});

/** What a comparison with Telegram's books could not explain. */
export const findings = sqliteTable(
	"findings",
	{
		/** `{in|out}:{transaction id}` */
		id: text("id").primaryKey(),
		botId: integer("bot_id").notNull(),
		what: text("what").notNull(),
		stars: integer("stars").notNull(),
		at: integer("at").notNull(),
		resolvedAt: integer("resolved_at"),
		resolvedBy: text("resolved_by"),
		note: text("note"),
	},
	(t) => [index("findings_open").on(t.at, t.id).where(sql`${t.resolvedAt} IS NULL`)],
);
