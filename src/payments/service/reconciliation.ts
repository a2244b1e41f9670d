import type { StarTransaction } from "grammy/types";
import type { Alerts } from "../../platform/alerts.ts";
import type { Db } from "../../platform/db.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { Registry } from "../../platform/registry.ts";
import { botApi } from "../../platform/telegram.ts";
import { type Charge, paidMessageCharge } from "../rules.ts";
import { insertFinding, rememberSeen, seenBefore } from "../store/findings.ts";
import { findOrder, learnTransaction, selectKnown } from "../store/payments.ts";
import type { Refunds } from "./refunds.ts";
import type { Settlement } from "./settlement.ts";

interface Needs {
	env: Env;
	db: Db;
	registry: Registry;
	settlement: Settlement;
	refunds: Refunds;
	alerts: Alerts;
	log: Log;
	now: () => number;
}

interface ReconciliationReport {
	/** Transactions compared. */
	seen: number;
	/** What an update had never told us, accounted for now. */
	repaired: number;
	/** What could not be explained, new ones only. */
	found: number;
}

const pageSize = 100;
/** So many pages a bot and run: what is left waits an hour. */
const pageLimit = 20;

export type Reconciliation = ReturnType<typeof createReconciliation>;

/** Our books compared with Telegram's. */
export function createReconciliation(needs: Needs) {
	const { env, db, registry, settlement, refunds, alerts, log, now } = needs;

	async function find(botId: number, id: string, what: string, { amount, date }: StarTransaction) {
		const news = await insertFinding(db, { id, botId, what, stars: amount, at: date * 1000 });
		return { repaired: 0, found: news ? 1 : 0 };
	}

	/** A message's media were bought: by the order it is settled once, whoever tells of it first. */
	async function paidMessage(botId: number, transaction: StarTransaction, userId: number, payload: string) {
		const { id, amount, date } = transaction;
		const order = await findOrder(db, payload);
		if (order?.userId !== userId)
			return find(botId, `in:${id}`, "A paid message of no order of its buyer", transaction);
		const chargeId = paidMessageCharge(payload);
		const settled = await settlement.settle({
			...{ chargeId, payload, userId, botId, stars: amount, at: date * 1000, recurring: null, until: null },
		});
		if (settled === "unexplained") return { repaired: 0, found: 1 };
		await learnTransaction(db, chargeId, id);
		return { repaired: settled === "known" ? 0 : 1, found: 0 };
	}

	/** Stars that came in. */
	async function received(botId: number, transaction: StarTransaction, isKnown: boolean) {
		const { id, amount, date, source } = transaction;
		const nothing = { repaired: 0, found: 0 };
		// Fragment's and Telegram's own are no payments of people.
		if (source?.type !== "user" || isKnown) return nothing;
		if (source.transaction_type === "paid_media_payment" && source.paid_media_payload)
			return paidMessage(botId, transaction, source.user.id, source.paid_media_payload);
		if (source.transaction_type !== "invoice_payment" || !source.invoice_payload)
			return find(botId, `in:${id}`, `Stars of the kind ${source.transaction_type}`, transaction);
		const period = source.subscription_period;
		const order = period ? await findOrder(db, source.invoice_payload) : null;
		const charge: Charge = {
			...{ chargeId: id, payload: source.invoice_payload, userId: source.user.id, botId, stars: amount },
			at: date * 1000,
			// The books don't say which charge of a subscription it is: the first is the one that finds its order open.
			recurring: period ? (order?.state === "paid" ? "renewal" : "first") : null,
			until: period ? (date + period) * 1000 : null,
		};
		const settled = await settlement.settle(charge);
		if (settled === "unexplained") return { repaired: 0, found: 1 };
		return { repaired: settled === "known" ? 0 : 1, found: 0 };
	}

	/** Stars that went out. */
	async function sent(botId: number, transaction: StarTransaction, state: string | undefined) {
		const { id, receiver } = transaction;
		if (receiver?.type !== "user") return { repaired: 0, found: 0 };
		if (state === undefined)
			return find(botId, `out:${id}`, "A refund of a payment that is not in our books", transaction);
		if (state === "refunded") return { repaired: 0, found: 0 };
		await refunds.heard(id);
		return { repaired: 1, found: 0 };
	}

	async function compare(botId: number): Promise<ReconciliationReport> {
		const api = await botApi(env, botId);
		const report = { seen: 0, repaired: 0, found: 0 };
		let offset = await seenBefore(db, botId);
		for (let page = 0; page < pageLimit; page++) {
			const { transactions } = await api.getStarTransactions({ offset, limit: pageSize });
			const known = await selectKnown(
				db,
				transactions.map(({ id }) => id),
			);
			for (const transaction of transactions) {
				const { id, source } = transaction;
				const result = source
					? await received(botId, transaction, known.has(id))
					: await sent(botId, transaction, known.get(id) ?? (await selectKnown(db, [id])).get(id));
				report.repaired += result.repaired;
				report.found += result.found;
			}
			offset += transactions.length;
			report.seen += transactions.length;
			if (transactions.length > 0) await rememberSeen(db, botId, offset, now());
			if (transactions.length < pageSize) break;
		}
		return report;
	}

	return {
		compare,

		/** Compares every bot's transactions since the last time. A bot that fails holds up no other, and goes on next time. */
		async run(): Promise<ReconciliationReport> {
			const total = { seen: 0, repaired: 0, found: 0 };
			for (const botId of registry.bots.keys()) {
				try {
					const report = await compare(botId);
					total.seen += report.seen;
					total.repaired += report.repaired;
					total.found += report.found;
				} catch (error) {
					log.warn("payments", "books not compared", { bot: botId, reason: reason(error) });
				}
			}
			if (total.repaired > 0 || total.found > 0) {
				log.warn("payments", "books compared", { ...total });
				await alerts.send(
					`Books compared with Telegram: ${total.repaired} repaired, ${total.found} unexplained.`,
					{ page: "payments" },
				);
			}
			return total;
		},
	};
}
