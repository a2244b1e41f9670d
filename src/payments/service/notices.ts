import { isVip } from "../../people/rules.ts";
import type { Notices } from "../../people/service/notices.ts";
import type { People } from "../../people/service.ts";
import type { Db } from "../../platform/db.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import { paragraphs } from "../../platform/i18n/index.ts";
import type { OrderKinds } from "../kinds.ts";
import { findPayment, findRefund, selectPayments } from "../store/payments.ts";
import { type Subscription, selectSubscriptions } from "../store/subscriptions.ts";
import { day } from "../views.ts";
import type { Orders } from "./orders.ts";

export type PaymentNotices = ReturnType<typeof createPaymentNotices>;

interface Needs {
	db: Db;
	now: () => number;
	people: People;
	notices: Notices;
	orders: Orders;
	kinds: OrderKinds;
}

/** What people are told of their money. Whoever can't be reached finds it on their pages. */
export function createPaymentNotices({ db, now, people, notices, orders, kinds }: Needs) {
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

		/** Staff lifted their age refusal: what is theirs again, and what they can have again. */
		async mayStartOver(userId: number): Promise<void> {
			const [card, subscriptions, [bot = null]] = await Promise.all([
				people.find(userId),
				selectSubscriptions(db, userId),
				people.botsOf(userId),
			]);
			const until = card && isVip(card, now()) ? card.vipUntil : null;
			const stopped = subscriptions.some(
				({ subscription }) => subscription.cancelledBy === "bot" && subscription.until > now(),
			);
			await tell(userId, bot, (t) =>
				paragraphs(
					t("age-lifted"),
					until === null ? "" : t("age-lifted-vip", { until: day(until) }),
					stopped ? t("age-lifted-subscription") : "",
				),
			);
		},

		vipExpired: (userId: number) => tell(userId, null, (t) => t("vip-expired")),

		/** A person's newest payments, each with what it was for. */
		async payments(t: Translate, userId: number, limit: number) {
			const rows = await selectPayments(db, { userId, sort: "newest", after: null, limit });
			return rows.map(({ payment, order }) => ({ payment, title: kinds.titleOf(t, order) }));
		},
	};
}
