import type { Notices } from "../people/service/notices.ts";
import type { People } from "../people/service.ts";
import type { Alerts } from "../platform/alerts.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { translator } from "../platform/i18n/index.ts";
import type { ChatId } from "../platform/ids.ts";
import { lazily } from "../platform/lazily.ts";
import type { Log } from "../platform/log.ts";
import type { Registry } from "../platform/registry.ts";
import type { Settings } from "../platform/settings.ts";
import { createOrderKinds, type OrderKindMakers, type OrderKinds } from "./kinds.ts";
import { type Books, createBooks } from "./service/books.ts";
import { createGifts, type Gifts } from "./service/gifts.ts";
import { createGrants, type Grants } from "./service/grants.ts";
import { createLedger, type Ledger } from "./service/ledger.ts";
import { createMonths, type Months } from "./service/months.ts";
import { createPaymentNotices, type PaymentNotices } from "./service/notices.ts";
import { createOrders, type Orders } from "./service/orders.ts";
import { createReconciliation, type Reconciliation } from "./service/reconciliation.ts";
import { createRefunds, type Refunds } from "./service/refunds.ts";
import { createSettlement, type Settlement } from "./service/settlement.ts";
import { createSubscriptions, type Subscriptions } from "./service/subscriptions.ts";

export type { Paid } from "./store/payments.ts";

/** Money: its parts. */
export interface Payments {
	ledger: Ledger;
	grants: Grants;
	months: Months;
	kinds: OrderKinds;
	orders: Orders;
	settlement: Settlement;
	refunds: Refunds;
	subscriptions: Subscriptions;
	reconciliation: Reconciliation;
	notices: PaymentNotices;
	gifts: Gifts;
	books: Books;
	/** The invoice for what somebody lacks to lock their chat; the lock goes on when it is paid. */
	sellLockCredits: (wish: LockWish) => Promise<void>;
}

interface Needs {
	env: Env;
	config: Config;
	db: Db;
	events: Queue;
	registry: Registry;
	settings: Settings;
	alerts: Alerts;
	log: Log;
	now: () => number;
}

interface LockWish {
	userId: number;
	botId: number;
	minutes: number;
	stars: number;
	chatId: ChatId;
}

/**
 * @param below services this stands on, made when they are asked for
 * @param orderKinds whatever can be bought
 */
export function createPayments(
	needs: Needs,
	below: { people: People; notices: Notices },
	orderKinds: () => OrderKindMakers,
): Payments {
	const payments: Payments = lazily<Payments>({
		ledger: () => createLedger(needs),
		grants: () => createGrants({ ...needs, people: below.people }),
		months: () => createMonths({ ...needs, ledger: payments.ledger }),
		kinds: () => createOrderKinds(orderKinds),
		orders: () => createOrders({ ...needs, kinds: payments.kinds }),
		settlement: () => {
			const { kinds, ledger } = payments;
			return createSettlement({ ...needs, people: below.people, kinds, ledger });
		},
		refunds: () => {
			const { kinds, orders, ledger } = payments;
			return createRefunds({
				...{ ...needs, people: below.people, kinds, orders, ledger },
				compare: (botId) => payments.reconciliation.compare(botId),
			});
		},
		subscriptions: () => createSubscriptions(needs),
		reconciliation: () => {
			const { settlement, refunds } = payments;
			return createReconciliation({ ...needs, settlement, refunds });
		},
		notices: () => {
			const { orders, kinds } = payments;
			const { people, notices } = below;
			return createPaymentNotices({ ...needs, people, notices, orders, kinds });
		},
		gifts: () => {
			const { ledger, grants, notices } = payments;
			return createGifts({ ...needs, people: below.people, ledger, grants, notices });
		},
		books: () => createBooks(needs),
		sellLockCredits: () => async (wish: LockWish) => {
			const { userId, botId, minutes, stars, chatId } = wish;
			const card = await below.people.find(userId);
			const terms = { credits: minutes, chatId };
			const wanted = { userId, botId, kind: "lock_credits", stars, renews: false, terms };
			await payments.orders.sell(translator(card?.language ?? "en"), wanted);
		},
	});
	return payments;
}
