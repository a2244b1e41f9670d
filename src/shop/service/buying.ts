import type { Orders } from "../../payments/service/orders.ts";
import type { People } from "../../people/service.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import { deriveSecret } from "../../platform/secrets.ts";
import type { CodeRefusal } from "../rules.ts";
import { findProduct, type Product } from "../store/catalogue.ts";
import { hadTrial, insertTrialUse, type PromoCode } from "../store/promotions.ts";
import { reserve, takeReservation } from "../store/reservations.ts";
import { insertSale } from "../store/sales.ts";
import type { Entitling } from "./entitling.ts";
import type { PaidMessages } from "./paid-messages.ts";
import type { Pricing } from "./pricing.ts";

export type Buying = ReturnType<typeof createBuying>;

interface Needs {
	db: Db;
	people: People;
	orders: Orders;
	entitling: Entitling;
	pricing: Pricing;
	paidMessages: PaidMessages;
	hashKey: string;
	now: () => number;
}

/** Who wants what, and how they came. */
export interface Wish {
	userId: number;
	botId: number;
	/** The product's id. */
	product: string;
	code: string | null;
	/** The post whose button brought them. */
	post: number | null;
}

/** What becomes of a wish, as the person is told. */
export type Bought =
	| { answer: "invoiced" }
	/** It is theirs now, without a payment. */
	| { answer: "granted"; product: Product }
	/** It was theirs before. */
	| { answer: "owned"; product: Product }
	| { answer: "not_sold" | "subscribed" | "sold_out" | "code_gone" | "had_trial" | CodeRefusal };

/** From a wish to the invoice, or to what needs none. */
export function createBuying(needs: Needs) {
	const { db, people, orders, entitling, pricing, paidMessages, hashKey, now } = needs;
	const trialHash = (userId: number, productNo: number) =>
		deriveSecret(hashKey, `trial:${productNo}:${userId}`);

	/** Gives a product away, once a cause, and promises what follows. */
	async function give(
		{ userId, botId, post }: Wish,
		product: Product,
		{ days, cause, code }: { days: number | null; cause: string; code: PromoCode | null },
		more: Parameters<People["change"]>[1] = [],
	): Promise<void> {
		const sale = {
			...{ cause, accountId: product.accountId, creatorNo: product.creatorNo, productNo: product.no },
			...{
				userId,
				botId,
				kind: "grant" as const,
				stars: 0,
				renewal: false,
				code: code?.code ?? null,
				postNo: post,
			},
			...(await pricing.termsOfSale(product.creatorNo, now())),
		};
		await people.change(
			userId,
			[
				...(await entitling.giving({ userId, botId, product }, { days, source: cause })),
				insertSale(db, sale),
				...more,
			],
			[{ kind: "product.granted", payload: { userId, botId, productNo: product.no, cause } }],
		);
	}

	/** A code that pays for everything. */
	const giveByCode = (wish: Wish, product: Product, code: PromoCode): Promise<Bought> =>
		decideAgain<Bought>(
			async () => {
				const { userId } = wish;
				if (product.days === null && (await entitling.find(userId, product.no)))
					return { answer: "owned", product };
				// Each use of a code by a person has its number, so that a repeated press gives once.
				const cause = `code:${code.code}:${product.no}:${userId}:${(await entitling.spans(userId, product.no)).length}`;
				const place = { orderId: cause, userId, productNo: product.no, code: code.code };
				const { limitTotal, limitPerson } = code;
				const limits = {
					stock: product.stock,
					limitTotal,
					limitPerson,
					now: now(),
					heldUntil: now() + 60_000,
				};
				const gone = await reserve(db, { ...place, ...limits });
				if (gone) return { answer: gone };
				await give(wish, product, { days: product.days, cause, code }, [takeReservation(db, place)]);
				return { answer: "granted", product };
			},
			{ what: "a code" },
		);

	return {
		/** Sends the invoice, or gives what needs none. */
		async buy(t: Translate, wish: Wish): Promise<Bought> {
			const { userId, botId, post } = wish;
			const product = await findProduct(db, "all", { id: wish.product });
			if (!product || !(await pricing.isSold(product))) return { answer: "not_sold" };
			if (product.days === null && (await entitling.find(userId, product.no)))
				return { answer: "owned", product };
			const price = await pricing.priceOf(product, wish.code);
			if (typeof price === "string") return { answer: price };
			if (price.code && price.stars === 0) return giveByCode(wish, product, price.code);
			const { id, title, days, recurring } = product;
			const terms = { product: id, title, days, code: price.code?.code ?? null, post };
			const wanted = { userId, botId, kind: "product", stars: price.stars, renews: recurring, terms };
			const byMessage = { ...wanted, terms: { ...terms, paidMessage: true } };
			if (price.code || !(await paidMessages.offer(t, byMessage, product))) await orders.sell(t, wanted);
			return { answer: "invoiced" };
		},

		/** The invoice for a product that somebody else will have. */
		async buyGift(
			t: Translate,
			{ userId, botId, post, product: wanted }: Omit<Wish, "code">,
		): Promise<Bought> {
			const product = await findProduct(db, "all", { id: wanted });
			if (!product || product.recurring || !(await pricing.isSold(product))) return { answer: "not_sold" };
			const terms = { product: product.id, title: product.title, days: product.days, post };
			await orders.sell(t, {
				...{ userId, botId, kind: "product_gift", stars: product.stars, renews: false, terms },
			});
			return { answer: "invoiced" };
		},

		/** The invoice for Stars that a creator gets for nothing in return. */
		tip: (
			t: Translate,
			{ userId, botId }: { userId: number; botId: number },
			creator: { id: string; name: string },
			stars: number,
		) =>
			orders.sell(t, {
				...{ userId, botId, kind: "tip", stars, renews: false },
				terms: { creator: creator.id, name: creator.name },
			}),

		/** Whether somebody can still have a product's free days. */
		mayTry: async (userId: number, product: Product): Promise<boolean> =>
			product.trialDays > 0 && !(await hadTrial(db, await trialHash(userId, product.no))),

		/** The free days, once a person. */
		async tryOut(wish: Omit<Wish, "code">): Promise<Bought> {
			const product = await findProduct(db, "all", { id: wish.product });
			if (!product || product.trialDays === 0 || !(await pricing.isSold(product)))
				return { answer: "not_sold" };
			const hash = await trialHash(wish.userId, product.no);
			return decideAgain<Bought>(
				async () => {
					if (await hadTrial(db, hash)) return { answer: "had_trial" };
					const free = { days: product.trialDays, cause: `trial:${hash}`, code: null };
					await give({ ...wish, code: null }, product, free, [insertTrialUse(db, hash, now())]);
					return { answer: "granted", product };
				},
				{ what: "a trial" },
			);
		},
	};
}
