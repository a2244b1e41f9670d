import type { GroupsServices } from "../groups/wiring.ts";
import type { MediaServices } from "../media/wiring.ts";
import { isPaidMessage } from "../payments/rules.ts";
import type { PaymentsServices } from "../payments/wiring.ts";
import type { PeopleServices } from "../people/wiring.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { always, byId, job, type Room, step, work } from "../platform/room.ts";
import type { PostsServices } from "../posts/wiring.ts";
import { startPayloads } from "./bot.ts";
import { createGiftKind } from "./kinds/gift.ts";
import { createProductKind } from "./kinds/product.ts";
import { createTipKind } from "./kinds/tip.ts";
import { shopData } from "./personal-data.ts";
import { type Archiving, createArchiving } from "./service/archiving.ts";
import { type Buying, createBuying } from "./service/buying.ts";
import { type Catalogue, createCatalogue } from "./service/catalogue.ts";
import { type Codes, createCodes } from "./service/codes.ts";
import { createEndings, type Endings } from "./service/endings.ts";
import { createEntitling, type Entitling } from "./service/entitling.ts";
import { createFulfilment, type Fulfilment } from "./service/fulfilment.ts";
import { createGifts, type Gifts } from "./service/gifts.ts";
import { createHandingOver, type HandingOver } from "./service/handing-over.ts";
import { createHoldings, type Holdings } from "./service/holdings.ts";
import { createLinking, type Linking } from "./service/linking.ts";
import { createMemberships, type Memberships } from "./service/memberships.ts";
import { createPaidMessages, type PaidMessages } from "./service/paid-messages.ts";
import { createPricing, type Pricing } from "./service/pricing.ts";
import { createPromoting, type Promoting } from "./service/promoting.ts";
import { createReports, type Reports } from "./service/reports.ts";
import { createShares, type Shares } from "./service/shares.ts";
import { shopSettings } from "./settings.ts";
import { deleteStale } from "./store/reservations.ts";
import { againButton } from "./views.ts";

declare module "../platform/outbox.ts" {
	interface Events {
		/** It is off sale: renewals behind the order `after` are to be stopped. */
		"product.archived": { productNo: number; after: string };
		/** The time of an entitlement is over, or will be in so many days. */
		"access.ended": { userId: number; productNo: number };
		"access.ends": { userId: number; productNo: number; days: number };
		/** A product is somebody's, without a payment of theirs. */
		"product.granted": { userId: number; botId: number; productNo: number; cause: string };
	}
}

/** The shop: its parts. */
export interface Shop {
	catalogue: Catalogue;
	pricing: Pricing;
	entitling: Entitling;
	shares: Shares;
	buying: Buying;
	gifts: Gifts;
	codes: Codes;
	reports: Reports;
	archiving: Archiving;
	handingOver: HandingOver;
	fulfilment: Fulfilment;
	holdings: Holdings;
	paidMessages: PaidMessages;
	linking: Linking;
	memberships: Memberships;
	endings: Endings;
	promoting: Promoting;
}

export interface ShopServices {
	shop: Shop;
}

interface Needs {
	below: Pick<PeopleServices, "people" | "notices"> &
		Pick<PaymentsServices, "payments"> &
		Pick<MediaServices, "media"> &
		Pick<GroupsServices, "groups"> &
		Pick<PostsServices, "posts">;
	/** What an affiliate gets of a charge, in Stars. */
	affiliateShare: (chargeId: string) => Promise<number>;
}

/** What creators sell: media and memberships, for Stars. */
export function shopRoom(house: House, { below, affiliateShare }: Needs): Room<ShopServices> {
	const hashKey = house.config.HASH_KEY;
	const shop: Shop = lazily<Shop>({
		catalogue: () => createCatalogue({ ...house, media: below.media }),
		pricing: () => createPricing(house),
		entitling: () => createEntitling({ ...house, grants: below.payments.grants }),
		shares: () => createShares({ ...house, ledger: below.payments.ledger, affiliateShare }),
		buying: () => {
			const { orders } = below.payments;
			const { entitling, pricing, paidMessages } = shop;
			const { people } = below;
			return createBuying({ ...house, people, orders, entitling, pricing, paidMessages, hashKey });
		},
		holdings: () => {
			const { subscriptions } = below.payments;
			return createHoldings({ ...house, entitling: shop.entitling, subscriptions });
		},
		paidMessages: () => createPaidMessages({ ...house, media: below.media, orders: below.payments.orders }),
		codes: () => createCodes(house),
		reports: () => createReports(house),
		archiving: () => {
			const { subscriptions } = below.payments;
			return createArchiving({ ...house, catalogue: shop.catalogue, subscriptions, notices: below.notices });
		},
		handingOver: () =>
			createHandingOver({
				...{ ...house, media: below.media, notices: below.notices, againButton },
				sendLinks: (...to) => shop.memberships.sendLinks(...to),
			}),
		fulfilment: () => {
			const { catalogue, entitling, handingOver, memberships } = shop;
			return createFulfilment({ catalogue, entitling, handingOver, memberships, notices: below.notices });
		},
		linking: () => createLinking({ ...house, catalogue: shop.catalogue }),
		memberships: () => {
			const { catalogue, linking } = shop;
			return createMemberships({ ...house, catalogue, linking, notices: below.notices });
		},
		endings: () => {
			const { catalogue, entitling, memberships } = shop;
			return createEndings({ ...house, catalogue, entitling, memberships, notices: below.notices });
		},
		promoting: () => {
			const { media, groups, posts } = below;
			return createPromoting({ ...house, catalogue: shop.catalogue, media, groups, posts });
		},
		gifts: () => createGifts({ ...house, people: below.people, entitling: shop.entitling }),
	});
	const linkOf = (botId: number, token: string) =>
		`https://t.me/${house.registry.bots.get(botId)?.username ?? ""}?start=gift_${token}`;
	return {
		name: "shop",
		services: { shop },
		events: {
			async "payment.credited"({ chargeId }) {
				await shop.shares.count(chargeId);
				const sale = await shop.shares.saleOf(chargeId);
				// What a paid message sold is seen in it already.
				if (sale && !isPaidMessage(chargeId)) await shop.fulfilment.paid(sale);
				return undefined;
			},
			"payment.refunded": ({ chargeId }) => shop.endings.refunded(`payment:${chargeId}`),
			"access.ended": (held) => shop.endings.ended(held),
			"access.ends": (held) => shop.endings.tellOfEnd(held),
			"product.archived": (archived) => shop.archiving.stopRenewals(archived),
			"product.granted": (granted) => shop.fulfilment.granted(granted),
		},
		brings: {
			callbacks: ["again", "shop"],
			startPayloads: startPayloads(() => ({ ...house, shop, media: below.media })),
			settings: shopSettings,
			orderKinds: {
				product: () => {
					const { entitling, pricing, shares } = shop;
					const { subscriptions } = below.payments;
					return createProductKind({ ...house, entitling, pricing, shares, subscriptions });
				},
				product_gift: () => {
					const { entitling, pricing, shares } = shop;
					return createGiftKind({ ...house, entitling, pricing, shares, hashKey, linkOf });
				},
				tip: () => createTipKind({ ...house, pricing: shop.pricing, shares: shop.shares }),
			},
			mediaUses: { shop: () => shop.catalogue.mediaUses },
			personData: { shop: () => shopData(house) },
			jobs: { handover: job(byId, ({ id }) => shop.handingOver.carryOut(id)) },
			minute: {
				handovers: step(1, () => shop.handingOver.sweep()),
				creator_shares: work(
					1,
					() => shop.shares.areDue(),
					() => shop.shares.matureAll(),
				),
				expiry: work(
					1,
					() => shop.endings.areOver(),
					() => shop.endings.sweep(),
				),
				removals: work(
					1,
					() => shop.memberships.areToRemove(),
					() => shop.memberships.sweep(),
				),
			},
			hour: {
				access_warnings: work(0, always, () => shop.endings.warn()),
				linked_chats: work(
					1,
					() => shop.linking.areToCheck(),
					() => shop.linking.checkAll(),
				),
			},
			night: { reservations: work(0, always, async () => deleteStale(house.db, house.now())) },
		},
	};
}
