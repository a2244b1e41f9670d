import type { PeopleServices } from "../people/wiring.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { type Room, step } from "../platform/room.ts";
import { createAiSubscription } from "./kinds/ai-subscription.ts";
import { createAiCredits, createLockCredits } from "./kinds/credits.ts";
import { createVip } from "./kinds/vip.ts";
import type { OrderKindMakers } from "./kinds.ts";
import { createPaymentData } from "./service/personal-data.ts";
import { createPayments, type Payments } from "./service.ts";
import { paymentSettings } from "./settings.ts";

declare module "../platform/outbox.ts" {
	interface Events {
		/** A charge was accounted for: its person is told, and what waited for it goes on. */
		"payment.credited": { chargeId: string };
		/** Our books say refunded, Telegram has not been asked yet. */
		"refund.promised": { chargeId: string };
		"payment.refunded": { chargeId: string };
		/** A recurring charge must not happen again. */
		"subscription.stopping": { botId: number; userId: number; chargeId: string };
	}
}

export interface PaymentsServices {
	payments: Payments;
	/** Changes what is sold. */
	changePlans: ChangeSettings;
}

type ChangeSettings = (values: Record<string, unknown>, actor: string) => Promise<unknown>;

interface Needs {
	below: Pick<PeopleServices, "people" | "notices">;
	/** What all rooms have to sell. */
	orderKinds: () => OrderKindMakers;
	/** When somebody last began a search, ms; 0 if never. */
	lastSearch: (userId: number) => Promise<number>;
	/** Sets values of settings, all or none. */
	changeSettings: ChangeSettings;
}

/** What of the platform's own can be bought. */
export const ownOrderKinds = (
	house: Pick<House, "db" | "settings" | "now">,
	services: Pick<PaymentsServices, "payments">,
	lastSearch: Needs["lastSearch"],
): OrderKindMakers => ({
	vip: () => createVip({ ...house, grants: services.payments.grants, lastSearch }),
	lock_credits: () => createLockCredits({ ...house, ledger: services.payments.ledger }),
	ai_credits: () => createAiCredits({ ...house, ledger: services.payments.ledger }),
	ai_subscription: () => {
		const { ledger, grants, months } = services.payments;
		return createAiSubscription({ ...house, ledger, grants, months });
	},
});

/** Money: one ledger, one way from an order to what it is for, and back. */
export function paymentsRoom(house: House, needs: Needs): Room<PaymentsServices> {
	const services: PaymentsServices = lazily<PaymentsServices>({
		payments: () => createPayments(house, needs.below, needs.orderKinds),
		changePlans: () => needs.changeSettings,
	});
	return {
		name: "payments",
		services,
		events: {
			async "payment.credited"({ chargeId }) {
				const { books, subscriptions, notices } = services.payments;
				const { userId } = await books.bought(chargeId);
				// Refused for their age while it was paid: it may be one of those that go on.
				if ((await needs.below.people.find(userId))?.refused) await subscriptions.stopAll(userId);
				await notices.credited(chargeId);
			},
			"age.refused": ({ userId }) => services.payments.subscriptions.stopAll(userId),
			"age.lifted": ({ userId }) => services.payments.notices.mayStartOver(userId),
			"refund.promised": ({ chargeId }) => services.payments.refunds.carryOut(chargeId),
			"payment.refunded": ({ chargeId }) => services.payments.notices.refunded(chargeId),
			"subscription.stopping": (charged) => services.payments.subscriptions.stop(charged),
			"vip.expired": ({ userId }) => services.payments.notices.vipExpired(userId),
		},
		brings: {
			settings: paymentSettings,
			callbacks: ["premium", "vip", "pack", "ai", "unsubscribe", "resume", "refund"],
			orderKinds: ownOrderKinds(house, services, needs.lastSearch),
			personData: { payments: () => createPaymentData(house) },
			minute: { credit_months: step(1, () => services.payments.months.giveDue()) },
			hour: { reconciliation: step(2, () => services.payments.reconciliation.run()) },
		},
	};
}
