import type { BatchItem } from "drizzle-orm/batch";
import { isKeptOut } from "../../people/rules.ts";
import type { People } from "../../people/service.ts";
import { minimumAge } from "../../people/settings.ts";
import type { Alerts } from "../../platform/alerts.ts";
import { counted } from "../../platform/counted.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import { flags } from "../../platform/flags.ts";
import type { Log } from "../../platform/log.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import type { Settings } from "../../platform/settings.ts";
import type { OrderKinds } from "../kinds.ts";
import { type Charge, checkoutRefusal, judgeCharge, paidMessageCharge, type Refusal } from "../rules.ts";
import { insertFinding } from "../store/findings.ts";
import { findOrder, findPayment, insertPayment, markPaid, promiseRefund } from "../store/payments.ts";
import { upsertSubscription } from "../store/subscriptions.ts";
import type { Ledger } from "./ledger.ts";
import { purchase } from "./orders.ts";

export type Settlement = ReturnType<typeof createSettlement>;

interface Needs {
	db: Db;
	settings: Settings;
	people: People;
	kinds: OrderKinds;
	ledger: Ledger;
	alerts: Alerts;
	log: Log;
	now: () => number;
}

/** `known`: accounted for before. `unexplained`: no order of ours; staff look at it. */
type Settled = "first" | "again" | "renewal" | "back" | "known" | "unexplained";

/** From an invoice to what it pays for. */
export function createSettlement({ db, settings, people, kinds, ledger, alerts, log, now }: Needs) {
	/** The statements and events of one verdict; all of them go into one batch. */
	async function consequences(charge: Charge, order: NonNullable<Awaited<ReturnType<typeof findOrder>>>) {
		const card = await people.find(charge.userId);
		const verdict = judgeCharge(order, charge, {
			banned: isKeptOut(card, now(), settings.get(minimumAge)),
			known: card !== null && (card.refused || card.language !== null),
		});
		const { chargeId, userId, botId, stars } = charge;
		const source = `payment:${chargeId}`;
		const received = ledger.add({ userId, account: "stars", amount: stars, cause: source });
		const statements: BatchItem<"sqlite">[] = [];
		const events: OutboxEvent[] = [];
		if (verdict.kind === "back") {
			const refund = { chargeId, reason: verdict.reason, actor: "system", note: null };
			statements.push(
				insertPayment(db, charge, { state: "credited", firstOf: null }),
				received,
				...promiseRefund(db, now(), refund, "refunding"),
			);
			events.push({ kind: "refund.promised", payload: { chargeId } });
			if (charge.recurring)
				events.push({ kind: "subscription.stopping", payload: { botId, userId, chargeId } });
			return { verdict, statements, events };
		}
		const firstOf = verdict.kind === "first" ? order.id : null;
		statements.push(
			insertPayment(db, charge, { state: "credited", firstOf }),
			received,
			markPaid(db, order.id),
			...(await kinds.of(order.kind).grant(purchase(order, { ...charge, first: firstOf !== null }))),
		);
		if (charge.recurring) statements.push(upsertSubscription(db, charge, charge.until ?? charge.at));
		events.push({ kind: "payment.credited", payload: { chargeId } });
		return { verdict, statements, events };
	}

	async function unexplained(
		{ chargeId, botId, stars, at }: Charge,
		what = "A payment for no order of ours",
	): Promise<"unexplained"> {
		const news = await insertFinding(db, { id: `in:${chargeId}`, botId, stars, at, what });
		if (news) await alerts.send(`${what}: ${counted(stars, "Star")}.`, { page: "payments" });
		return "unexplained";
	}

	/**
	 * Accounts for a charge, once: payment, ledger, grant and what must follow stand in one batch. Two that come at the
	 * same time are decided one after the other, as constraints of the batch refuse the second.
	 */
	const settle = (charge: Charge): Promise<Settled> =>
		decideAgain(
			async () => {
				const [known, order] = await Promise.all([
					findPayment(db, { chargeId: charge.chargeId }),
					findOrder(db, charge.payload),
				]);
				if (known) return "known";
				if (!order || order.botId !== charge.botId) return unexplained(charge);
				// Staff see it, and the comparison with Telegram settles it as soon as the kind is here again.
				if (!kinds.find(order.kind))
					return unexplained(charge, `A payment for an order of the unknown kind ${order.kind}`);
				const { verdict, statements, events } = await consequences(charge, order);
				await people.change(charge.userId, statements, events);
				const { botId: bot, stars } = charge;
				log.info("payments", `charge settled: ${verdict.kind}`, { bot, stars, order: order.id });
				return verdict.kind;
			},
			{ what: "a charge" },
		);

	return {
		/**
		 * Whether an invoice may be paid now. Telegram waits for the answer, so whoever asks sets a limit to it.
		 * @returns why not; null if it may
		 */
		async checkout(query: {
			payload: string;
			userId: number;
			botId: number;
			stars: number;
		}): Promise<Refusal | null> {
			if (!settings.get(flags.starsPayments)) return "not_sold";
			const [order, card] = await Promise.all([findOrder(db, query.payload), people.find(query.userId)]);
			const banned = isKeptOut(card, now(), settings.get(minimumAge));
			const refusal = checkoutRefusal(order, query, { banned, now: now() });
			if (refusal || !order) return refusal ?? "unknown";
			const kind = kinds.find(order.kind);
			return kind ? kind.refusal({ ...order, orderId: order.id }) : "not_sold";
		},

		settle,

		/**
		 * A message's media were bought: the update has no price and no id, so its order stands for both. One of no order
		 * of theirs is left to the comparison with Telegram, which knows more.
		 */
		async paidMessage({
			payload,
			userId,
			botId,
		}: Pick<Charge, "payload" | "userId" | "botId">): Promise<void> {
			const order = await findOrder(db, payload);
			if (order?.userId !== userId || order.botId !== botId) {
				log.warn("payments", "a paid message of no order of theirs", { bot: botId });
				return;
			}
			const { stars } = order;
			const chargeId = paidMessageCharge(payload);
			await settle({ chargeId, payload, userId, botId, stars, at: now(), recurring: null, until: null });
		},
	};
}
