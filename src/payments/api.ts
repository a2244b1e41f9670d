import { Hono } from "hono";
import { csv, csvFile } from "../platform/csv.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { newId } from "../platform/ids.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { done, idParam, readCursor, writeCursor } from "../platform/shapes.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import type { Paid } from "./service.ts";
import { aiSubscription, creditPacks, lockDurations, vipPlans } from "./settings.ts";
import * as shapes from "./shapes.ts";
import type { PaymentsServices } from "./wiring.ts";

type Needs = PaymentsServices & Pick<House, "db" | "settings" | "now">;

const shown = ({ payment, order }: Paid) => ({
	id: payment.id,
	charge_id: payment.chargeId,
	order_id: payment.orderId,
	user_id: payment.userId,
	bot_id: payment.botId,
	kind: order.kind,
	stars: payment.stars,
	recurring: payment.recurring,
	// An order that is still open was never paid: a first charge of it went back.
	renewal: payment.recurring && payment.firstOf === null && order.state === "paid",
	state: payment.state,
	paid_at: iso(payment.paidAt),
});

const sold = {
	vip_plans: vipPlans,
	lock_durations: lockDurations,
	ai_credit_packs: creditPacks,
	ai_subscription: aiSubscription,
};

/** Money: what is sold, what was paid, what goes back, and whether the books are right. */
export const paymentsApi = new Hono<ApiEnv<Needs>>()
	.get("/plans", describe("Money", "What is sold, and for how much", shapes.plans), (c) => {
		const { settings } = c.var.deps;
		return c.json({
			vip_plans: settings.get(vipPlans),
			lock_durations: settings.get(lockDurations),
			ai_credit_packs: settings.get(creditPacks),
			ai_subscription: settings.get(aiSubscription),
		});
	})
	.put(
		"/plans",
		describe("Settings", "Changes what is sold", done, {
			errors: [400],
			write: true,
			description:
				"Each list named is replaced. An invoice that shows an old price is refused; a subscription goes on at the price it was made for.",
		}),
		valid("json", shapes.plansInput),
		async (c) => {
			const input = c.req.valid("json");
			const changes = Object.entries(sold).flatMap(([name, setting]) => {
				const value = input[name as keyof typeof sold];
				return value === undefined ? [] : [[setting.key, value]];
			});
			await c.var.deps.changePlans(Object.fromEntries(changes), c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/users/:id/money",
		describe("Money", "What one person holds, has and is charged for", shapes.moneyAnswer, { errors: [400] }),
		valid("param", idParam),
		async (c) => {
			const { id } = c.req.valid("param");
			const { ledger, grants, subscriptions } = c.var.deps.payments;
			const spans = async (what: "vip" | "ai") =>
				(await grants.spans(id, what)).map(({ source, from, until }) => ({
					...{ what, source, from: iso(from), until: iso(until) },
				}));
			const [balances, vip, ai, rows] = await Promise.all([
				ledger.all(id),
				spans("vip"),
				spans("ai"),
				subscriptions.list(id),
			]);
			return c.json({
				balances,
				grants: [...vip, ...ai],
				subscriptions: rows.map(({ subscription, order }) => ({
					...{ order_id: order.id, kind: order.kind, stars: order.stars },
					...{ state: subscription.state, until: iso(subscription.until) },
				})),
			});
		},
	)
	.post(
		"/users/:id/grants",
		describe("Money", "Gives somebody VIP days or credits", shapes.giftAnswer, {
			errors: [400, 404, 409],
			write: true,
			description: "With an `Idempotency-Key`, a repeat gives nothing more. The person is told.",
		}),
		valid("param", idParam),
		valid("json", shapes.gift),
		async (c) => {
			const { id } = c.req.valid("param");
			const gift = c.req.valid("json");
			const given = await once(c, gift, (key) =>
				c.var.deps.payments.gifts.give(id, gift, key ?? newId("gift"), c.var.actor),
			);
			return c.json({ ok: true as const, given });
		},
	)
	.get(
		"/payments",
		describe("Money", "Lists payments", shapes.paymentsAnswer, { errors: [400] }),
		valid("query", shapes.paymentsQuery),
		async (c) => {
			const { user, sort, cursor, limit } = c.req.valid("query");
			const after = cursor === undefined ? null : Number(cursor);
			const which = { userId: user ?? null, sort, after, limit: limit + 1 };
			const rows = await c.var.deps.payments.books.payments(which);
			const { page, last } = pageOf(rows, limit);
			return c.json({ payments: page.map(shown), next: last ? String(last.payment.id) : null });
		},
	)
	.get(
		"/orders",
		describe("Money", "What people set out to buy, paid or not, newest first", shapes.ordersAnswer, {
			errors: [400],
		}),
		valid("query", shapes.ordersQuery),
		async (c) => {
			const { user, cursor, limit } = c.req.valid("query");
			const rows = await c.var.deps.payments.books.orders(user ?? null, cursor ?? null, limit + 1);
			const { page, last } = pageOf(rows, limit);
			const now = c.var.deps.now();
			return c.json({
				orders: page.map((order) => ({
					...{ id: order.id, user_id: order.userId, bot_id: order.botId, kind: order.kind },
					...{ stars: order.stars, renews: order.renews, created_at: iso(order.createdAt) },
					state: order.state === "open" && order.expiresAt <= now ? ("expired" as const) : order.state,
				})),
				next: last?.id ?? null,
			});
		},
	)
	.get(
		"/users/:id/ledger",
		describe("Money", "What moved one account of a person, newest first", shapes.ledgerAnswer, {
			errors: [400],
		}),
		valid("param", idParam),
		valid("query", shapes.ledgerQuery),
		async (c) => {
			const { account, cursor, limit } = c.req.valid("query");
			const before = cursor === undefined ? null : Number(cursor);
			const { books } = c.var.deps.payments;
			const rows = await books.entries(c.req.valid("param").id, account, before, limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({
				entries: page.map(({ id, amount, cause, at }) => ({ id, amount, cause, at: iso(at) })),
				next: last ? String(last.id) : null,
			});
		},
	)
	.get(
		"/payments.csv",
		describe("Money", "All payments as a file, newest first", csv, { file: "text/csv" }),
		(c) => {
			const columns = [
				"id",
				"paid_at",
				"user_id",
				"bot_id",
				"kind",
				"stars",
				"recurring",
				"renewal",
				"state",
				"charge_id",
			];
			return csvFile<number>("payments", columns, async (after, limit) => {
				const which = { userId: null, sort: "newest", after, limit: limit + 1 } as const;
				const rows = await c.var.deps.payments.books.payments(which);
				const { page, last } = pageOf(rows, limit);
				const cells = page.map(shown).map((row) => columns.map((column) => row[column as keyof typeof row]));
				return { rows: cells, next: last?.payment.id ?? null };
			});
		},
	)
	.post(
		"/payments/:id/refund",
		describe("Money", "Gives a payment back in full", done, {
			errors: [400, 404, 409],
			write: true,
			description:
				"What it paid for is taken back at once, and what is used already is owed. Telegram is asked right after; if it refuses, everything is as before.",
		}),
		valid("param", shapes.paymentParam),
		valid("json", shapes.refundInput),
		async (c) => {
			const { reason } = c.req.valid("json");
			await c.var.deps.payments.refunds.byStaff(c.req.valid("param").id, reason, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/refund-requests",
		describe("Money", "Who asked for their Stars back, oldest first", shapes.requestsAnswer, {
			errors: [400],
		}),
		valid("query", shapes.requestsQuery),
		async (c) => {
			const { state, cursor, limit } = c.req.valid("query");
			const place = readCursor(cursor);
			const after = place && { at: place.at, id: Number(place.id) };
			const rows = await c.var.deps.payments.books.requests(state, after, limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({
				requests: page.map((row) => ({
					...{ payment_id: row.paymentId, user_id: row.userId, state: row.state },
					...{
						created_at: iso(row.createdAt),
						decided_at: isoOrNull(row.decidedAt),
						decided_by: row.decidedBy,
					},
				})),
				next: writeCursor(last ? { at: last.createdAt, id: last.paymentId } : null),
			});
		},
	)
	.post(
		"/refund-requests/:id/decline",
		describe("Money", "Says no to a request; by the payment's id", done, {
			errors: [400, 404],
			write: true,
			description: "The person reads the reason. To say yes, refund the payment.",
		}),
		valid("param", shapes.paymentParam),
		valid("json", shapes.declineInput),
		async (c) => {
			const { id } = c.req.valid("param");
			const { refunds, notices } = c.var.deps.payments;
			const userId = await refunds.decline(id, c.var.actor);
			const { reason } = c.req.valid("json");
			await notices
				.tell(userId, null, (t) => t("refund-declined", { no: String(id), reason }))
				.catch(() => undefined);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/findings",
		describe(
			"Money",
			"What a comparison with Telegram's books left open, oldest first",
			shapes.findingsAnswer,
			{
				errors: [400],
			},
		),
		valid("query", shapes.findingsQuery),
		async (c) => {
			const { cursor, limit } = c.req.valid("query");
			const rows = await c.var.deps.payments.books.findings(readCursor(cursor), limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({
				findings: page.map(({ id, botId, what, stars, at }) => ({
					id,
					bot_id: botId,
					what,
					stars,
					at: iso(at),
				})),
				next: writeCursor(last ? { at: last.at, id: last.id } : null),
			});
		},
	)
	.post(
		"/findings/:id/resolve",
		describe("Money", "Ticks a finding off", done, { errors: [400, 404], write: true }),
		valid("param", shapes.findingParam),
		valid("json", shapes.resolveInput),
		async (c) => {
			await c.var.deps.payments.books.resolve(c.req.valid("param").id, c.req.valid("json").note, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/reconciliation",
		describe("Money", "Compares the books with Telegram's now", shapes.reconciliationAnswer, {
			write: true,
			description: "Runs every hour by itself.",
		}),
		async (c) => c.json(await c.var.deps.payments.reconciliation.run()),
	);
