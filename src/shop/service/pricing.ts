import type { Db } from "../../platform/db.ts";
import type { Settings } from "../../platform/settings.ts";
import { dayMs } from "../../platform/time.ts";
import { type CodeRefusal, codeRefusal, holdDays, isVisible, normalizeCode, priceWith } from "../rules.ts";
import { creatorPercent } from "../settings.ts";
import { findCreator, type Product } from "../store/catalogue.ts";
import { hasLostChat } from "../store/chats.ts";
import { findCode, type PromoCode } from "../store/promotions.ts";

export type Pricing = ReturnType<typeof createPricing>;

interface Needs {
	db: Db;
	settings: Settings;
	now: () => number;
}

/** What is sold now, and for how much. */
export function createPricing({ db, settings, now }: Needs) {
	return {
		/** Whether a product can be bought: not archived, of somebody people may see, and with no chat that can't be kept. */
		async isSold(product: Product): Promise<boolean> {
			if (product.state !== "on_sale") return false;
			const creator = await findCreator(db, "all", { no: product.creatorNo });
			return creator !== null && isVisible(creator) && !(await hasLostChat(db, product.no));
		},

		/** @returns what it costs, 0 where a code gives it away; or why the code does not help */
		async priceOf(
			product: Product,
			typed: string | null,
		): Promise<{ stars: number; code: PromoCode | null } | CodeRefusal> {
			if (typed === null) return { stars: product.stars, code: null };
			const code = await findCode(db, normalizeCode(typed));
			if (!code) return "code_over";
			return codeRefusal(code, product, now()) ?? { stars: priceWith(code, product.stars), code };
		},

		/** What is fixed at the moment of a sale. */
		async termsOfSale(creatorNo: number, at: number) {
			const creator = await findCreator(db, "all", { no: creatorNo });
			const percent = creator?.percent ?? settings.get(creatorPercent);
			return { percent, at, dueAt: at + holdDays * dayMs };
		},
	};
}
