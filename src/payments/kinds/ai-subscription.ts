import { z } from "zod";
import type { Db } from "../../platform/db.ts";
import type { Settings } from "../../platform/settings.ts";
import { dayMs } from "../../platform/time.ts";
import type { OrderKind, Purchase, Statements } from "../order-kind.ts";
import { instalmentsOf } from "../rules.ts";
import type { Grants } from "../service/grants.ts";
import type { Ledger } from "../service/ledger.ts";
import type { Months } from "../service/months.ts";
import { aiSubscription, carryOver } from "../settings.ts";
import {
	type Instalment,
	insertInstalments,
	selectInstalments,
	withdrawInstalments,
} from "../store/grants.ts";
import { day } from "../views.ts";

const terms = z.object({
	period: z.enum(["month", "year"]),
	days: z.number().int().positive(),
	/** Every 30 days. */
	credits: z.number().int().positive(),
});
type AiTerms = z.infer<typeof terms>;

interface Needs {
	db: Db;
	settings: Settings;
	ledger: Ledger;
	grants: Grants;
	months: Months;
	now: () => number;
}

/** Credits every 30 days: charged by the month, or paid for a year at once. */
export function createAiSubscription({
	db,
	settings,
	ledger,
	grants,
	months,
	now,
}: Needs): OrderKind<AiTerms> {
	/** The months whose credits may still be there. */
	const standing = (rows: Instalment[]): Instalment[] => {
		const given = rows.filter(({ state, credits }) => state === "given" && credits > 0);
		return settings.get(carryOver) ? given : given.slice(-1);
	};

	/** No month that is still due will be given: its cause is used up. */
	async function withdrawing(purchase: Purchase<unknown>, rows: Instalment[]): Promise<Statements> {
		const { userId, source } = purchase;
		const due = rows.filter(({ state, credits }) => state === "due" && credits > 0);
		return [
			...(await grants.undoing(userId, "ai", source, "revoked")).statements,
			withdrawInstalments(db, source),
			...due.map(({ no }) =>
				ledger.add({ userId, account: "ai_monthly", amount: 0, cause: `instalment:${source}:${no}` }),
			),
		];
	}

	const ai: OrderKind<AiTerms> = {
		terms,
		title: (t, { period }) => t(`order-ai-${period}`),
		description: (t, { period, credits }) => t(`order-ai-${period}-about`, { credits }),
		async thanks(t, { userId, terms }) {
			const spans = await grants.spans(userId, "ai");
			return t("thanks-ai", { credits: terms.credits, until: day(spans.at(-1)?.until ?? now()) });
		},
		async refusal({ userId, terms, stars }) {
			const { credits, monthlyStars, annualStars } = settings.get(aiSubscription);
			if (terms.credits !== credits || stars !== (terms.period === "month" ? monthlyStars : annualStars))
				return "price_changed";
			const spans = await grants.spans(userId, "ai");
			return (spans.at(-1)?.until ?? 0) > now() ? "subscribed" : null;
		},
		async grant({ userId, source, terms, until, at }) {
			const gift = { what: "ai", days: terms.days, source, notBefore: until, at } as const;
			const { statements, span } = await grants.giving(userId, gift);
			if (!span) return statements;
			// A month is 30 days, whatever second Telegram's own expiry falls on.
			const whole = { from: span.from, until: span.from + terms.days * dayMs };
			const rows = instalmentsOf(whole).map(({ dueAt, last }, no) => ({
				...{ source, no, userId, credits: last ? 0 : terms.credits, dueAt: last ? span.until : dueAt },
			}));
			const first = rows[0];
			const due = first && first.dueAt <= now() ? months.giving(first) : [];
			return [...statements, insertInstalments(db, rows), ...due];
		},
		async revoke(purchase) {
			const rows = await selectInstalments(db, purchase.source);
			const { userId } = purchase;
			const back = standing(rows).flatMap(({ no, credits }) =>
				ledger.takeBack({
					...{ userId, account: "ai_monthly", amount: credits },
					cause: `refund:${purchase.source}:${no}:${purchase.round}`,
				}),
			);
			return [...(await withdrawing(purchase, rows)), ...back];
		},
		async revokeUnused(purchase) {
			const rows = await selectInstalments(db, purchase.source);
			const { userId } = purchase;
			const back = standing(rows).map(({ no, credits }) =>
				ledger.spend({
					...{ userId, account: "ai_monthly", amount: credits },
					cause: `refund:${purchase.source}:${no}:${purchase.round}`,
				}),
			);
			return [...(await withdrawing(purchase, rows)), ...back];
		},
		async restore(purchase) {
			const rows = await selectInstalments(db, purchase.source);
			const { userId, source } = purchase;
			const { statements } = await grants.undoing(userId, "ai", source, "restored");
			// Under new numbers: the causes of the old ones are used up.
			const again = rows
				.filter(({ state }) => state === "withdrawn")
				.map(({ credits, dueAt }, i) => ({ source, no: rows.length + i, userId, credits, dueAt }));
			const back = standing(rows).flatMap(({ no, credits }) =>
				ledger.credit({
					...{ userId, account: "ai_monthly", amount: credits },
					cause: `restore:${source}:${no}:${purchase.round}`,
				}),
			);
			return [...statements, ...(again.length > 0 ? [insertInstalments(db, again)] : []), ...back];
		},
	};
	return ai;
}
