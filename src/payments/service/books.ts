import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError } from "../../platform/errors.ts";
import { isChatId } from "../../platform/ids.ts";
import { lockTerms } from "../kinds/credits.ts";
import type { Account } from "../rules.ts";
import { isOpenFinding, resolveFinding, selectFindings } from "../store/findings.ts";
import { selectEntries } from "../store/ledger.ts";
import {
	findPayment,
	type PaymentsPage,
	type RefundRequest,
	selectOrders,
	selectPayments,
	selectRequests,
} from "../store/payments.ts";

export type Books = ReturnType<typeof createBooks>;

/** What staff read about money, and tick off. */
export function createBooks({ db, now }: { db: Db; now: () => number }) {
	return {
		payments: (page: PaymentsPage) => selectPayments(db, page),

		/** What people set out to buy, paid or not. @param before an id */
		orders: (userId: number | null, before: string | null, limit: number) =>
			selectOrders(db, { userId, before, limit }),

		/** What moved one account of a person. @param before an id */
		entries: (userId: number, account: Account, before: number | null, limit: number) =>
			selectEntries(db, { userId, account, before, limit }),

		/** A charge in our books, for who counts purchases; `lock`: the chat that its credits were bought to lock. */
		async bought(chargeId: string) {
			const paid = await findPayment(db, { chargeId });
			if (!paid) throw new Error("a charge that was promised is not in the books");
			const { userId, stars, paidAt } = paid.payment;
			const terms = paid.order.kind === "lock_credits" ? lockTerms.parse(paid.order.terms) : null;
			const { credits: minutes = 0, chatId = "" } = terms ?? {};
			const lock = isChatId(chatId) ? { userId, chatId, minutes } : null;
			return { chargeId, userId, stars, at: paidAt, lock };
		},

		/** Oldest first, along `refund_requests_state`. */
		requests: (state: RefundRequest["state"], after: { at: number; id: number } | null, limit: number) =>
			selectRequests(db, state, after, limit),

		/** Open ones, oldest first, along `findings_open`. */
		findings: (after: { at: number; id: string } | null, limit: number) => selectFindings(db, after, limit),

		/** @throws AppError 404 if it is not open */
		async resolve(id: string, note: string, actor: string): Promise<void> {
			if (!(await isOpenFinding(db, id))) {
				throw new AppError(404, "no_finding", "There is no such open finding.");
			}
			await db.batch([
				resolveFinding(db, now(), id, actor, note),
				audit(db, now(), { actor, action: "finding.resolved", subject: id, details: { note } }),
			]);
		},
	};
}
