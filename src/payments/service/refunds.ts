import type { BatchItem } from "drizzle-orm/batch";
import type { People } from "../../people/service.ts";
import type { Alerts } from "../../platform/alerts.ts";
import { audit } from "../../platform/audit.ts";
import { counted } from "../../platform/counted.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import { type Log, reason as why } from "../../platform/log.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import type { Settings } from "../../platform/settings.ts";
import { closeRequest } from "../../platform/staff-requests.ts";
import { botApi, callFailure } from "../../platform/telegram.ts";
import type { OrderKinds } from "../kinds.ts";
import { isPaidMessage } from "../rules.ts";
import { selfRefundHours } from "../settings.ts";
import { insertFinding } from "../store/findings.ts";
import { lacksFunds } from "../store/ledger.ts";
import {
	declineRequest,
	findPayment,
	findRefund,
	insertRequest,
	markRefunded,
	type Paid,
	type Payment,
	promiseRefund,
	type RefundPromise,
	whoAsked,
	withdrawRefund,
} from "../store/payments.ts";
import { endSubscription } from "../store/subscriptions.ts";
import type { Ledger } from "./ledger.ts";
import type { Orders } from "./orders.ts";

export type Refunds = ReturnType<typeof createRefunds>;

interface Needs {
	env: Env;
	db: Db;
	settings: Settings;
	people: People;
	kinds: OrderKinds;
	orders: Orders;
	ledger: Ledger;
	alerts: Alerts;
	log: Log;
	now: () => number;
	/** Reads on in Telegram's books of this bot. */
	compare: (botId: number) => Promise<unknown>;
}

/** Stars that go back: first in our books, then at Telegram. */
export function createRefunds(needs: Needs) {
	const { env, db, settings, people, kinds, orders, ledger, alerts, log, now } = needs;

	/** The batch that takes everything back. `unused`: only if nothing of it was used. @returns false if it was */
	async function promise(
		paid: Paid,
		refund: RefundPromise,
		how: { unused: boolean; done: boolean },
		more: BatchItem<"sqlite">[] = [],
	): Promise<boolean> {
		const { payment, order } = paid;
		const { chargeId, userId, botId, stars } = payment;
		const purchase = orders.purchaseOf(paid);
		const kind = kinds.of(order.kind);
		const back = await (how.unused ? kind.revokeUnused(purchase) : kind.revoke(purchase));
		if (!back) return false;
		const events: OutboxEvent[] = how.done
			? [{ kind: "payment.refunded", payload: { chargeId } }]
			: [{ kind: "refund.promised", payload: { chargeId } }];
		if (payment.recurring)
			events.push({ kind: "subscription.stopping", payload: { botId, userId, chargeId } });
		const statements = [
			...promiseRefund(db, now(), refund, how.done ? "refunded" : "refunding"),
			closeRequest(db, now(), { kind: "refund", ref: payment.id, by: refund.actor, outcome: "refunded" }),
			...(how.done ? [left(payment)] : []),
			...back,
			...(payment.recurring ? [endSubscription(db, payment)] : []),
			...more,
		];
		await people.change(userId, statements, events);
		log.info("payments", "refund promised", { stars, bot: botId, reason: refund.reason });
		return true;
	}

	/** @returns false if it is unused that is asked for, and it was used; null if it is refunded, or being so, already */
	const begin = (
		find: { chargeId: string } | { id: number },
		refund: Omit<RefundPromise, "chargeId">,
		how: { unused: boolean; done: boolean },
		more?: (paid: Paid) => BatchItem<"sqlite">[],
	): Promise<boolean | null> =>
		decideAgain(
			async () => {
				const paid = await findPayment(db, find);
				if (paid?.payment.state !== "credited") return null;
				return promise(paid, { ...refund, chargeId: paid.payment.chargeId }, how, more?.(paid));
			},
			{ what: "a refund", refused: (violation) => (lacksFunds(violation) ? false : undefined) },
		);

	/** Telegram will not: what was taken is given back. What never counted has nothing to give back, and stays with staff. */
	async function restore(paid: Paid, description: string): Promise<void> {
		const { id, chargeId, userId, botId, stars, paidAt } = paid.payment;
		const refund = await findRefund(db, chargeId);
		if (refund?.reason === "asked" || refund?.reason === "staff") {
			const details = {
				actor: "system",
				action: "refund.refused",
				subject: String(id),
				details: { description },
			};
			await people.change(userId, [
				...withdrawRefund(db, chargeId),
				...(await kinds.of(paid.order.kind).restore(orders.purchaseOf(paid))),
				audit(db, now(), details),
			]);
		} else {
			const what = `Telegram refuses to give payment ${id} back: ${description}`;
			if (!(await insertFinding(db, { id: `out:${chargeId}`, botId, what, stars, at: paidAt }))) return;
		}
		await alerts.send(`Telegram refused the refund of payment no. ${id}: ${description}`, {
			page: "payments",
		});
	}

	return {
		/**
		 * A buyer wants their Stars back. By rule if it is wholly unused and within the time, else staff are asked.
		 * @returns `over`: there is nothing to refund
		 */
		async ask(userId: number, id: number): Promise<"refunded" | "requested" | "already_requested" | "over"> {
			const paid = await findPayment(db, { id });
			if (paid?.payment.userId !== userId || paid.payment.state !== "credited") return "over";
			const limit = paid.payment.paidAt + settings.get(selfRefundHours) * 3_600_000;
			if (now() < limit) {
				const refund = { reason: "asked", actor: `telegram:${userId}`, note: null } as const;
				const done = await begin({ id }, refund, { unused: true, done: false });
				if (done === null) return "over";
				if (done) return "refunded";
			}
			if (!(await insertRequest(db, now(), paid.payment))) return "already_requested";
			await alerts.send(
				`A refund is asked for: payment no. ${id} of ${userId}, ${counted(paid.payment.stars, "Star")}.`,
				{ page: "requests" },
			);
			return "requested";
		},

		/** Staff give it back, used or not. @throws AppError 404, 409 */
		async byStaff(id: number, note: string, actor: string): Promise<void> {
			const paid = await findPayment(db, { id });
			if (!paid) throw new AppError(404, "no_payment", "There is no such payment.");
			if (paid.payment.userId < 0) {
				throw new AppError(
					409,
					"erased",
					"Its buyer had their data deleted: Telegram needs their id to refund.",
				);
			}
			const refund = { reason: "staff", actor, note } as const;
			const done = await begin({ id }, refund, { unused: false, done: false }, () => [
				audit(db, now(), { actor, action: "payment.refunded", subject: String(id), details: { note } }),
			]);
			if (!done) throw new AppError(409, "refunded", "It is refunded already, or being so.");
		},

		/** Staff say no. @throws AppError 404 if no request is open @returns whose it was */
		async decline(id: number, actor: string): Promise<number> {
			const userId = await whoAsked(db, id);
			if (userId === null) throw new AppError(404, "no_request", "No open request stands for this payment.");
			await db.batch([
				declineRequest(db, now(), id, actor),
				closeRequest(db, now(), { kind: "refund", ref: id, by: actor, outcome: "declined" }),
				audit(db, now(), { actor, action: "refund.declined", subject: String(id) }),
			]);
			return userId;
		},

		/** Telegram says that it was refunded: an echo of ours, or of its own doing. */
		async heard(chargeId: string): Promise<void> {
			const refund = { reason: "telegram", actor: "system", note: null } as const;
			const begun = await begin({ chargeId }, refund, { unused: false, done: true });
			if (begun === null) await finish(chargeId);
		},

		/** Carries a promised refund out at Telegram. @throws what may pass, so that it is repeated */
		async carryOut(chargeId: string): Promise<void> {
			const paid = await findPayment(db, { chargeId });
			if (paid?.payment.state !== "refunding") return;
			const { botId, userId } = paid.payment;
			const api = await botApi(env, botId);
			const transaction = await transactionOf(paid.payment);
			try {
				await api.refundStarPayment(userId, transaction);
			} catch (error) {
				const failure = callFailure(error);
				const description = failure.kind === "wait" ? "" : failure.description;
				if (failure.kind !== "refused" && failure.kind !== "gone") throw error;
				if (!/CHARGE_ALREADY_REFUNDED/.test(description)) return restore(paid, description);
				log.info("payments", "refunded before", { reason: why(error) });
			}
			await finish(chargeId);
		},
	};

	/** By what Telegram knows the charge. @throws Error until its books say so: then it is tried again */
	async function transactionOf({ botId, chargeId, transactionId }: Payment): Promise<string> {
		if (transactionId) return transactionId;
		if (!isPaidMessage(chargeId)) return chargeId;
		await needs.compare(botId);
		const learnt = (await findPayment(db, { chargeId }))?.payment.transactionId;
		if (!learnt) throw new Error("Telegram's books don't have this paid message yet");
		return learnt;
	}

	/** `refunding -> refunded`, and what follows, once: the ledger takes the cause only once. */
	async function finish(chargeId: string): Promise<void> {
		const paid = await findPayment(db, { chargeId });
		if (paid?.payment.state !== "refunding") return;
		try {
			const done = [left(paid.payment), markRefunded(db, paid.payment.chargeId)];
			await ledger.write(done, [{ kind: "payment.refunded", payload: { chargeId: paid.payment.chargeId } }]);
		} catch (error) {
			if (violationOf(error)?.kind !== "unique") throw error;
		}
	}

	/** The statement: the Stars are no longer ours. */
	function left({ userId, stars, chargeId }: Payment) {
		return ledger.spend({ userId, account: "stars", amount: stars, cause: `refund:payment:${chargeId}` });
	}
}
