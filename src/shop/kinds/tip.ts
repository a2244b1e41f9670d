import { z } from "zod";
import type { OrderKind } from "../../payments/order-kind.ts";
import type { Db } from "../../platform/db.ts";
import { cut } from "../../platform/text.ts";
import { isVisible } from "../rules.ts";
import type { Pricing } from "../service/pricing.ts";
import type { Shares } from "../service/shares.ts";
import { findCreator } from "../store/catalogue.ts";
import { findSale, insertSale } from "../store/sales.ts";

const tipTerms = z.object({
	creator: z.string(),
	/** As they were called when it was ordered. */
	name: z.string(),
});
type TipTerms = z.infer<typeof tipTerms>;

interface Needs {
	db: Db;
	pricing: Pricing;
	shares: Shares;
}

/** Stars for a creator, for nothing in return. */
export function createTipKind({ db, pricing, shares }: Needs): OrderKind<TipTerms> {
	const takingBack = async ({ source, round }: { source: string; round: number }) => {
		const sale = await findSale(db, source);
		return sale ? shares.takingBack(sale, round) : [];
	};
	return {
		terms: tipTerms,
		title: (t, { name }) => cut(t("order-tip", { name: cut(name, 20) }), 32),
		description: (t, { name }) => cut(t("order-tip-about", { name }), 255),
		thanks: async (t, { terms, stars }) => t("thanks-tip", { name: terms.name, stars }),
		async refusal({ terms }) {
			const creator = await findCreator(db, "all", { id: terms.creator });
			return creator && isVisible(creator) ? null : "not_sold";
		},
		async grant({ userId, botId, terms, stars, source, at }) {
			const creator = await findCreator(db, "all", { id: terms.creator });
			if (!creator) throw new Error("a creator who was tipped is not there");
			const sale = {
				...{ cause: source, accountId: creator.accountId, creatorNo: creator.no, productNo: null },
				...{ userId, botId, kind: "tip" as const, stars, renewal: false, code: null, postNo: null },
				...(await pricing.termsOfSale(creator.no, at)),
			};
			return [insertSale(db, sale)];
		},
		revoke: takingBack,
		// It reached whom it was for: only staff give it back.
		revokeUnused: async () => null,
		async restore({ source }) {
			const sale = await findSale(db, source);
			return sale ? shares.restoring(sale) : [];
		},
	};
}
