import type { PaymentsServices } from "../payments/wiring.ts";
import type { PeopleServices } from "../people/wiring.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { type Room, work } from "../platform/room.ts";
import { referralPayload } from "./bot.ts";
import { type Affiliates, createAffiliates } from "./service/affiliates.ts";
import { createPayouts, type Payouts } from "./service/payouts.ts";
import { referralData } from "./service/personal-data.ts";
import { createReferrals, type Referrals } from "./service.ts";
import { referralSettings } from "./settings.ts";

declare module "../platform/outbox.ts" {
	interface Events {
		/** Somebody came by a link, and whoever gave it is to be rewarded. */
		"referral.counted": { referralId: string };
		"payout.requested": { payoutId: string };
		/** Its person is told how it ended. */
		"payout.decided": { payoutId: string };
	}
}

export interface ReferralsServices {
	referrals: Referrals;
	affiliates: Affiliates;
	payouts: Payouts;
}

interface Needs {
	below: Pick<PeopleServices, "people" | "notices"> & Pick<PaymentsServices, "payments">;
	/** How many chats somebody had. */
	chats: (userId: number) => Promise<number>;
}

/** Who came by whose link, and what that earns. */
export function referralsRoom(house: House, { below, chats }: Needs): Room<ReferralsServices> {
	const services: ReferralsServices = lazily<ReferralsServices>({
		referrals: () => {
			const { people, notices } = below;
			return createReferrals({ ...house, people, notices, grants: below.payments.grants, chats });
		},
		affiliates: () => createAffiliates({ ...house, ledger: below.payments.ledger }),
		payouts: () => createPayouts({ ...house, ledger: below.payments.ledger, notices: below.notices }),
	});
	return {
		name: "referrals",
		services,
		events: {
			"referral.counted": ({ referralId }) => services.referrals.reward(referralId),
			"payout.requested": ({ payoutId }) => services.payouts.bring(payoutId),
			"payout.decided": ({ payoutId }) => services.payouts.tell(payoutId),
			async "payment.credited"({ chargeId }) {
				await services.affiliates.countPurchase(await below.payments.books.bought(chargeId));
				return undefined;
			},
			"payment.refunded": ({ chargeId }) => services.affiliates.takeBackPurchase({ chargeId }),
		},
		brings: {
			settings: referralSettings,
			callbacks: ["convert", "payout"],
			startPayloads: { ref: () => referralPayload(services) },
			personData: { referrals: () => referralData(house) },
			minute: {
				affiliate_shares: work(
					1,
					() => services.affiliates.sharesAreDue(),
					() => services.affiliates.matureShares(),
				),
			},
		},
	};
}
