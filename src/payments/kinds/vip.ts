import { z } from "zod";
import type { Db } from "../../platform/db.ts";
import { flags } from "../../platform/flags.ts";
import type { Settings } from "../../platform/settings.ts";
import type { OrderKind } from "../order-kind.ts";
import type { Grants } from "../service/grants.ts";
import { vipPlans } from "../settings.ts";
import { hasSubscription } from "../store/subscriptions.ts";
import { day } from "../views.ts";

const terms = z.object({ plan: z.string(), days: z.number().int().positive() });
type VipTerms = z.infer<typeof terms>;

interface Needs {
	db: Db;
	settings: Settings;
	grants: Grants;
	now: () => number;
	/** When this person last began a search, ms; 0 if never. */
	lastSearch: (userId: number) => Promise<number>;
}

/** Days of VIP, once or charged again every 30 days. */
export function createVip({ db, settings, grants, now, lastSearch }: Needs): OrderKind<VipTerms> {
	const vip: OrderKind<VipTerms> = {
		terms,
		title: (t, { days }) => t("order-vip", { days }),
		description: (t, { days }, renews) => t(renews ? "order-vip-monthly-about" : "order-vip-about", { days }),
		async thanks(t, { userId, source }) {
			const spans = await grants.spans(userId, "vip");
			const mine = spans.find((span) => span.source === source);
			return mine ? t("thanks-vip", { until: day(spans.at(-1)?.until ?? mine.until) }) : t("thanks-gone");
		},
		async refusal({ userId, terms, stars, renews }) {
			if (!settings.get(flags.vip)) return "not_sold";
			const plan = settings.get(vipPlans).find(({ id }) => id === terms.plan);
			if (!plan) return "not_sold";
			if (plan.days !== terms.days || plan.stars !== stars || plan.renews !== renews) return "price_changed";
			return renews && (await hasSubscription(db, userId, "vip", now())) ? "subscribed" : null;
		},
		async grant({ userId, source, terms, until, at }) {
			const gift = { what: "vip", days: terms.days, source, notBefore: until, at } as const;
			return (await grants.giving(userId, gift)).statements;
		},
		revoke: async ({ userId, source }) => (await grants.undoing(userId, "vip", source, "revoked")).statements,
		async revokeUnused(purchase) {
			const spans = await grants.spans(purchase.userId, "vip");
			const begun = (spans.find(({ source }) => source === purchase.source)?.from ?? 0) <= now();
			// Days count from the first search on: nobody has had anything of them before that.
			if (begun && (await lastSearch(purchase.userId)) >= purchase.at) return null;
			return vip.revoke(purchase);
		},
		restore: async ({ userId, source }) =>
			(await grants.undoing(userId, "vip", source, "restored")).statements,
	};
	return vip;
}
