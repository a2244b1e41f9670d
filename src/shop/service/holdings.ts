import { z } from "zod";
import type { Subscriptions } from "../../payments/service/subscriptions.ts";
import type { Db } from "../../platform/db.ts";
import { findSale } from "../store/sales.ts";
import type { Entitling } from "./entitling.ts";

export type Holdings = ReturnType<typeof createHoldings>;

interface Needs {
	db: Db;
	entitling: Entitling;
	subscriptions: Pick<Subscriptions, "list">;
	now: () => number;
}

const ordered = z.object({ product: z.string() });

/** What somebody has of the shop, as they see it. */
export function createHoldings({ db, entitling, subscriptions, now }: Needs) {
	/** What Telegram charges again, by the product's id: the one that runs longest. */
	async function charges(userId: number) {
		const rows = await subscriptions.list(userId);
		return new Map(
			rows
				.toReversed()
				.filter(({ order, subscription }) => order.kind === "product" && subscription.until > now())
				.flatMap(({ order, subscription: { state } }) => {
					const terms = ordered.safeParse(order.terms);
					return terms.success
						? [[terms.data.product, { orderId: order.id, state, stars: order.stars }] as const]
						: [];
				}),
		);
	}

	/** What the last of somebody's grants of a product cost. */
	async function paidLast(userId: number, productNo: number): Promise<number> {
		const source = (await entitling.spans(userId, productNo)).at(-1)?.source;
		return (source && (await findSale(db, source))?.stars) || 0;
	}

	return {
		/** Everything, newest first. */
		purchases: async (userId: number) =>
			(await entitling.list(userId)).map(({ entitlement: { until }, product, creator }) => ({
				...{ until, product, creator },
			})),

		/** Whether a product is charged to somebody again and again. */
		isSubscribed: async (userId: number, productId: string): Promise<boolean> => {
			const charged = (await charges(userId)).get(productId);
			return charged !== undefined && charged.state !== "cancelled";
		},

		/** What lasts for days. A running subscription keeps the price it was bought at. */
		async subscriptions(userId: number) {
			const [all, charged] = await Promise.all([entitling.list(userId), charges(userId)]);
			const lasting = all.filter(({ product }) => product.days !== null);
			return Promise.all(
				lasting.map(async ({ entitlement: { until }, product, creator }) => {
					const again = charged.get(product.id) ?? null;
					const stars = again?.stars ?? (await paidLast(userId, product.no));
					return { until, product, creator, stars, charged: again };
				}),
			);
		},
	};
}
