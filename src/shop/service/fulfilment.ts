import { day } from "../../payments/views.ts";
import type { Notices } from "../../people/service/notices.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import { forever } from "../rules.ts";
import type { Sale } from "../store/sales.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Entitling } from "./entitling.ts";
import type { HandingOver } from "./handing-over.ts";
import type { Memberships } from "./memberships.ts";

export type Fulfilment = ReturnType<typeof createFulfilment>;

interface Needs {
	catalogue: Pick<Catalogue, "productOf">;
	entitling: Entitling;
	handingOver: HandingOver;
	memberships: Pick<Memberships, "sendLinks">;
	notices: Notices;
}

interface Granted {
	userId: number;
	botId: number;
	productNo: number;
	cause: string;
}

/** What follows when a product is somebody's: they are told, and get it. */
export function createFulfilment({ catalogue, entitling, handingOver, memberships, notices }: Needs) {
	async function deliver({ userId, botId, productNo, cause }: Granted): Promise<void> {
		const product = await catalogue.productOf(productNo);
		if (!product || !(await entitling.find(userId, productNo))) return;
		// Media first: the links follow when they are there.
		const begun = await handingOver.begin({ userId, botId, productNo, cause }, product.accountId);
		if (!begun) await memberships.sendLinks(userId, botId, productNo);
	}

	return {
		deliver,

		/** A payment was told of by whoever took it. A renewal goes on with what they have. */
		async paid({ kind, renewal, state, userId, botId, productNo, cause }: Sale): Promise<void> {
			if (kind !== "product" || renewal || state !== "sold" || productNo === null || userId < 0) return;
			await deliver({ userId, botId, productNo, cause });
		},

		async granted(granted: Granted): Promise<void> {
			const { userId, botId, productNo } = granted;
			const [product, has] = await Promise.all([
				catalogue.productOf(productNo),
				entitling.find(userId, productNo),
			]);
			if (!product || !has) return;
			const text = (t: Translate) =>
				has.until === forever
					? t("thanks-product", { title: product.title })
					: t("thanks-product-until", { title: product.title, until: day(has.until) });
			await notices.tell(userId, (t) => ({ text: text(t) }), botId);
			await deliver(granted);
		},
	};
}
