import { z } from "zod";
import type { Offer, OrderKind, Purchase } from "../../payments/order-kind.ts";
import { paidMessageCharge } from "../../payments/rules.ts";
import type { Subscriptions } from "../../payments/service/subscriptions.ts";
import { day } from "../../payments/views.ts";
import type { Db } from "../../platform/db.ts";
import { cut } from "../../platform/text.ts";
import { forever, reservedMs } from "../rules.ts";
import type { Entitling } from "../service/entitling.ts";
import type { Pricing } from "../service/pricing.ts";
import type { Shares } from "../service/shares.ts";
import { findProduct, type Product, selectProductMedia } from "../store/catalogue.ts";
import { insertDelivered, isDelivered } from "../store/handovers.ts";
import { releaseReservation, reserve, takeReservation } from "../store/reservations.ts";
import { findSale, insertSale } from "../store/sales.ts";

export const productTerms = z.object({
	product: z.string(),
	/** As it was called when it was ordered. */
	title: z.string(),
	/** null: for good. */
	days: z.number().int().positive().nullable(),
	code: z.string().nullable().default(null),
	/** The post whose button brought them. */
	post: z.number().int().nullable().default(null),
	/** Sold by `sendPaidMedia`: what was paid for is in its place already. */
	paidMessage: z.boolean().default(false),
});
export type ProductTerms = z.infer<typeof productTerms>;

interface Needs {
	db: Db;
	entitling: Entitling;
	pricing: Pricing;
	shares: Shares;
	subscriptions: Pick<Subscriptions, "list">;
	now: () => number;
}

/** A product, for oneself. */
export function createProductKind(needs: Needs): OrderKind<ProductTerms> {
	const { db, entitling, pricing, shares, now } = needs;

	/** @throws Error if it is not there: products are archived, never deleted */
	async function sold({ terms }: { terms: ProductTerms }): Promise<Product> {
		const product = await findProduct(db, "all", { id: terms.product });
		if (!product) throw new Error("a product that was sold is not there");
		return product;
	}

	const scarce = (product: Product, code: string | null) => product.stock !== null || code !== null;
	const holder = (purchase: Purchase<ProductTerms>, product: Product) => ({
		...{ userId: purchase.userId, botId: purchase.botId, product },
	});
	const isRunning = async (userId: number, id: string) =>
		(await needs.subscriptions.list(userId)).some(({ order, subscription }) => {
			if (order.kind !== "product" || subscription.state !== "active" || subscription.until <= now())
				return false;
			const terms = productTerms.safeParse(order.terms);
			return terms.success && terms.data.product === id;
		});

	async function takingBack(purchase: Purchase<ProductTerms>) {
		const [product, sale] = await Promise.all([sold(purchase), findSale(db, purchase.source)]);
		return [
			...(await entitling.undoing(holder(purchase, product), purchase.source, "revoked")),
			...(sale ? shares.takingBack(sale, purchase.round) : []),
			...(purchase.first && scarce(product, purchase.terms.code)
				? [releaseReservation(db, purchase.orderId)]
				: []),
		];
	}

	return {
		terms: productTerms,
		title: (_t, { title }) => cut(title, 32),
		description: (t, { title, days }, renews) =>
			cut(
				renews
					? t("order-product-monthly-about", { title })
					: days === null
						? t("order-product-about", { title })
						: t("order-product-days-about", { title, days }),
				255,
			),
		async thanks(t, purchase) {
			const { userId, terms } = purchase;
			const product = await sold(purchase);
			const has = await entitling.find(userId, product.no);
			if (!has) return t("thanks-gone");
			return has.until === forever
				? t("thanks-product", { title: terms.title })
				: t("thanks-product-until", { title: terms.title, until: day(has.until) });
		},

		async refusal({ userId, orderId, terms, stars, renews }: Offer<ProductTerms>) {
			const product = await findProduct(db, "all", { id: terms.product });
			if (!product || !(await pricing.isSold(product))) return "not_sold";
			if (renews ? await isRunning(userId, product.id) : false) return "subscribed";
			if (terms.days === null && (await entitling.find(userId, product.no))) return "owned";
			const price = await pricing.priceOf(product, terms.code);
			if (typeof price === "string") return "code_gone";
			if (price.stars !== stars || product.days !== terms.days || product.recurring !== renews)
				return "price_changed";
			if (!scarce(product, terms.code)) return null;
			return reserve(db, {
				...{ orderId, userId, productNo: product.no, code: terms.code, stock: product.stock },
				...{ limitTotal: price.code?.limitTotal ?? null, limitPerson: price.code?.limitPerson ?? null },
				...{ now: now(), heldUntil: now() + reservedMs },
			});
		},

		async grant(purchase) {
			const { userId, orderId, botId, terms, stars, source, until, at, first, renews } = purchase;
			const product = await sold(purchase);
			const sale = {
				...{
					cause: source,
					accountId: product.accountId,
					creatorNo: product.creatorNo,
					productNo: product.no,
				},
				...{ userId, botId, kind: "product" as const, stars, renewal: renews && !first },
				...{ code: terms.code, postNo: terms.post },
				...(await pricing.termsOfSale(product.creatorNo, at)),
			};
			return [
				...(await entitling.giving(holder(purchase, product), { days: terms.days, source, until, at })),
				insertSale(db, sale),
				...(terms.paidMessage
					? insertDelivered(
							db,
							{ cause: source, userId, botId, productNo: product.no, createdAt: now() },
							await selectProductMedia(db, product.no),
						)
					: []),
				...(first && scarce(product, terms.code)
					? [takeReservation(db, { orderId, userId, productNo: product.no, code: terms.code })]
					: []),
			];
		},

		revoke: takingBack,

		async revokeUnused(purchase) {
			// It was seen as soon as it was paid.
			if (purchase.source === `payment:${paidMessageCharge(purchase.orderId)}`) return null;
			const product = await sold(purchase);
			const spans = await entitling.spans(purchase.userId, product.no);
			const mine = spans.find(({ source }) => source === purchase.source);
			// Days that have not begun were not used; else whatever was sent to them, or let them in, was.
			const begun = mine !== undefined && mine.from <= now();
			if (begun && (await isDelivered(db, purchase.userId, product.no, purchase.source))) return null;
			return takingBack(purchase);
		},

		async restore(purchase) {
			const [product, sale] = await Promise.all([sold(purchase), findSale(db, purchase.source)]);
			const { userId, orderId, terms } = purchase;
			return [
				...(await entitling.undoing(holder(purchase, product), purchase.source, "restored")),
				...(sale ? shares.restoring(sale) : []),
				...(purchase.first && scarce(product, terms.code)
					? [takeReservation(db, { orderId, userId, productNo: product.no, code: terms.code })]
					: []),
			];
		},
	};
}
