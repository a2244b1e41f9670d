import type { Notices } from "../../people/service/notices.ts";
import type { Db } from "../../platform/db.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import type { OrderKinds } from "../kinds.ts";
import { findPayment, findRefund, selectPayments } from "../store/payments.ts";
import type { Subscription } from "../store/subscriptions.ts";
import { day } from "../views.ts";
import type { Orders } from "./orders.ts";

export type PaymentNotices = ReturnType<typeof createPaymentNotices>;

interface Needs {
	db: Db;
	notices: Notices;
	orders: Orders;
	kinds: OrderKinds;
}

/** What people are told of their money. Whoever can't be reached finds it on their pages. */
export function createPaymentNotices({ db, notices, orders, kinds }: Needs) {
	const tell = async (
		userId: number,
		botId: number | null,
		write: (t: Translate) => Promise<string> | string,
	): Promise<void> => {
		// An erased person's pseudonym has no chat.
		if (userId > 0) await notices.tell(userId, async (t) => ({ text: await write(t) }), botId);
	};

	return {
		tell,

		/** What they paid for is theirs. */
		async credited(chargeId: string): Promise<void> {
			const paid = await findPayment(db, { chargeId });
			if (!paid) return;
			const { payment, order } = paid;
			const purchase = orders.purchaseOf(paid);
			// Paid before, and paid once more without being a renewal.
			const again = payment.firstOf === null && !payment.recurring;
			await tell(payment.userId, payment.botId, async (t) => {
				const thanks = await kinds.of(order.kind).thanks(t, purchase);
				return again ? `${thanks}\n\n${t("paid-again")}` : thanks;
			});
		},

		async refunded(chargeId: string): Promise<void> {
			const [paid, refund] = await Promise.all([findPayment(db, { chargeId }), findRefund(db, chargeId)]);
			if (!paid || !refund) return;
			const { payment, order } = paid;
			await tell(payment.userId, payment.botId, (t) => {
				const title = kinds.titleOf(t, order);
				return t(`refunded-${refund.reason}`, { title, stars: payment.stars });
			});
		},

		/** They changed it in Telegram, or a charge that should have come has not. */
		subscriptionChanged: ({ userId, botId, until, state }: Subscription) =>
			tell(userId, botId, (t) => t(`subscription-now-${state}`, { until: day(until) })),

		vipExpired: (userId: number) => tell(userId, null, (t) => t("vip-expired")),

		/** A person's newest payments, each with what it was for. */
		async payments(t: Translate, userId: number, limit: number) {
			const rows = await selectPayments(db, { userId, sort: "newest", after: null, limit });
			return rows.map(({ payment, order }) => ({ payment, title: kinds.titleOf(t, order) }));
		},
	};
}
