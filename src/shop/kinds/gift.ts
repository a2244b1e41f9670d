import { z } from "zod";
import type { OrderKind, Purchase } from "../../payments/order-kind.ts";
import type { Db } from "../../platform/db.ts";
import { deriveSecret } from "../../platform/secrets.ts";
import { cut } from "../../platform/text.ts";
import type { Entitling } from "../service/entitling.ts";
import { giftSource } from "../service/gifts.ts";
import type { Pricing } from "../service/pricing.ts";
import type { Shares } from "../service/shares.ts";
import { findProduct } from "../store/catalogue.ts";
import { findGift, insertGift, moveGift } from "../store/promotions.ts";
import { findSale, insertSale } from "../store/sales.ts";

const giftTerms = z.object({
	product: z.string(),
	title: z.string(),
	/** null: for good. */
	days: z.number().int().positive().nullable(),
	post: z.number().int().nullable().default(null),
});
type GiftTerms = z.infer<typeof giftTerms>;

interface Needs {
	db: Db;
	entitling: Entitling;
	pricing: Pricing;
	shares: Shares;
	/** Nobody can tell a gift's link from its charge without it. */
	hashKey: string;
	linkOf: (botId: number, token: string) => string;
}

/** A product for whoever opens the link first. */
export function createGiftKind({
	db,
	entitling,
	pricing,
	shares,
	hashKey,
	linkOf,
}: Needs): OrderKind<GiftTerms> {
	const tokenOf = async (source: string) => (await deriveSecret(hashKey, `gift:${source}`)).slice(0, 32);

	async function givenOf({ terms, source }: Purchase<GiftTerms>) {
		const [product, gift, sale] = await Promise.all([
			findProduct(db, "all", { id: terms.product }),
			findGift(db, { cause: source }),
			findSale(db, source),
		]);
		if (!product || !gift || !sale) throw new Error("a gift that was paid for is not there");
		return { product, gift, sale };
	}

	return {
		terms: giftTerms,
		title: (t, { title }) => cut(t("order-gift", { title: cut(title, 24) }), 32),
		description: (t, { title, days }) =>
			cut(
				days === null ? t("order-gift-about", { title }) : t("order-gift-days-about", { title, days }),
				255,
			),
		thanks: async (t, { source, botId, terms }) =>
			t("thanks-gift", { title: terms.title, link: linkOf(botId, await tokenOf(source)) }),

		async refusal({ terms, stars }) {
			const product = await findProduct(db, "all", { id: terms.product });
			if (!product || product.recurring || !(await pricing.isSold(product))) return "not_sold";
			return product.stars === stars && product.days === terms.days ? null : "price_changed";
		},

		async grant({ userId, botId, terms, stars, source, at }) {
			const product = await findProduct(db, "all", { id: terms.product });
			if (!product) throw new Error("a product that was sold is not there");
			const sale = {
				...{
					cause: source,
					accountId: product.accountId,
					creatorNo: product.creatorNo,
					productNo: product.no,
				},
				...{ userId, botId, kind: "gift" as const, stars, renewal: false, code: null, postNo: terms.post },
				...(await pricing.termsOfSale(product.creatorNo, at)),
			};
			const token = await tokenOf(source);
			return [
				insertGift(db, {
					token,
					cause: source,
					productNo: product.no,
					botId,
					buyerId: userId,
					createdAt: at,
				}),
				insertSale(db, sale),
			];
		},

		async revoke(purchase) {
			const { product, gift, sale } = await givenOf(purchase);
			const claimed = gift.claimedBy !== null && gift.claimedBy > 0;
			const holder = { userId: gift.claimedBy ?? 0, botId: gift.botId, product };
			return [
				moveGift(db, gift.token, gift.state, { state: "refunded" }),
				...(claimed ? await entitling.undoing(holder, giftSource(gift.token), "revoked") : []),
				...shares.takingBack(sale, purchase.round),
			];
		},

		async revokeUnused(purchase) {
			const { gift, sale } = await givenOf(purchase);
			if (gift.state !== "open") return null;
			return [
				moveGift(db, gift.token, "open", { state: "refunded" }),
				...shares.takingBack(sale, purchase.round),
			];
		},

		async restore(purchase) {
			const { product, gift, sale } = await givenOf(purchase);
			const claimed = gift.claimedBy !== null && gift.claimedBy > 0;
			const holder = { userId: gift.claimedBy ?? 0, botId: gift.botId, product };
			return [
				moveGift(db, gift.token, "refunded", { state: gift.claimedBy === null ? "open" : "claimed" }),
				...(claimed ? await entitling.undoing(holder, giftSource(gift.token), "restored") : []),
				...shares.restoring(sale),
			];
		},
	};
}
