import type { Notices } from "../people/service/notices.ts";
import type { People } from "../people/service.ts";
import type { Alerts } from "../platform/alerts.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { translator } from "../platform/i18n/index.ts";
import type { ChatId } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import type { Registry } from "../platform/registry.ts";
import { createOrderKinds } from "./kinds.ts";
import { createBooks } from "./service/books.ts";
import { createGifts } from "./service/gifts.ts";
import { createGrants } from "./service/grants.ts";
import { createLedger } from "./service/ledger.ts";
import { createMonths } from "./service/months.ts";
import { createPaymentNotices } from "./service/notices.ts";
import { createOrders } from "./service/orders.ts";
import { createPaymentData } from "./service/personal-data.ts";
import { createReconciliation } from "./service/reconciliation.ts";
import { createRefunds } from "./service/refunds.ts";
import { createSettlement } from "./service/settlement.ts";
import { createSubscriptions } from "./service/subscriptions.ts";

export type { Paid } from "./store/payments.ts";
export type Payments = ReturnType<typeof createPayments>;

interface Needs {
	env: Env;
	config: Config;
	db: Db;
	events: Queue;
	registry: Registry;
	people: People;
	notices: Notices;
	alerts: Alerts;
	log: Log;
	now: () => number;
	/** When this person last began a search, ms; 0 if never. */
	lastSearch: (userId: number) => Promise<number>;
}

interface LockWish {
	userId: number;
	botId: number;
	minutes: number;
	stars: number;
	chatId: ChatId;
}

/** Money: its parts, each made of those before it. */
export function createPayments(needs: Needs) {
	const base = { ...needs, settings: needs.registry.settings };
	const ledger = createLedger(base);
	const grants = createGrants(base);
	const months = createMonths({ ...base, ledger });
	const kinds = createOrderKinds({ ...base, ledger, grants, months });
	const orders = createOrders({ ...base, kinds });
	const settlement = createSettlement({ ...base, kinds, ledger });
	const refunds = createRefunds({ ...base, kinds, orders, ledger });
	const notices = createPaymentNotices({ ...base, orders, kinds });
	return {
		ledger,
		grants,
		months,
		kinds,
		orders,
		settlement,
		refunds,
		subscriptions: createSubscriptions(base),
		reconciliation: createReconciliation({ ...base, settlement, refunds }),
		notices,
		gifts: createGifts({ ...base, ledger, grants, notices }),
		books: createBooks(base),

		/** The invoice for what somebody lacks to lock their chat; the lock goes on when it is paid. */
		async sellLockCredits({ userId, botId, minutes, stars, chatId }: LockWish): Promise<void> {
			const card = await needs.people.find(userId);
			const terms = { credits: minutes, chatId };
			const wanted = { userId, botId, kind: "lock_credits", stars, renews: false, terms } as const;
			await orders.sell(translator(card?.language ?? "en"), wanted);
		},
		data: createPaymentData(base),
	};
}
