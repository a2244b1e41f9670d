import { InsufficientFunds, type Ledger } from "../../payments/service/ledger.ts";
import type { Notices } from "../../people/service/notices.ts";
import type { Alerts } from "../../platform/alerts.ts";
import { audit } from "../../platform/audit.ts";
import { counted } from "../../platform/counted.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import { newId } from "../../platform/ids.ts";
import { pageOf } from "../../platform/pages.ts";
import type { Settings } from "../../platform/settings.ts";
import { closeRequest, openRequest } from "../../platform/staff-requests.ts";
import type { PayoutState } from "../rules.ts";
import { payoutMinimum } from "../settings.ts";
import {
	decidePayout,
	findPayout,
	insertPayout,
	listPayouts,
	markTold,
	type Payout,
} from "../store/payouts.ts";
import { payoutDecided } from "../views.ts";

export type { Payout } from "../store/payouts.ts";
export type Payouts = ReturnType<typeof createPayouts>;

interface Needs {
	db: Db;
	ledger: Ledger;
	settings: Settings;
	notices: Notices;
	alerts: Alerts;
	now: () => number;
}

/** What people want to have paid out. Staff do that by hand, and say here that they did. */
export function createPayouts({ db, ledger, settings, notices, alerts, now }: Needs) {
	/** Asks for the state `requested`. @throws AppError 404, 409 */
	async function decide(id: string, state: "paid" | "declined", note: string | null, actor: string) {
		const payout = await findPayout(db, { id });
		if (!payout) throw new AppError(404, "no_payout", "There is no such payout.");
		const { userId, stars } = payout;
		const back = { userId, account: "affiliate", amount: stars, cause: `payout_back:${id}` } as const;
		const details = note === null ? { stars } : { stars, note };
		try {
			await ledger.write(
				[
					decidePayout(db, id, { state, by: actor, note, now: now() }),
					closeRequest(db, now(), { kind: "payout", ref: id, by: actor, outcome: state }),
					...(state === "declined" ? ledger.credit(back) : []),
					audit(db, now(), { actor, action: `payout.${state}`, subject: id, details }),
				],
				[{ kind: "payout.decided", payload: { payoutId: id } }],
			);
		} catch (error) {
			if (!violationOf(error)) throw error;
			const current = await findPayout(db, { id });
			throw new AppError(409, "decided", `This payout was decided already: it is ${current?.state}.`);
		}
		return (await findPayout(db, { id })) ?? payout;
	}

	/** What they asked for before is spent already: that is no lack of Stars. */
	const openOrTooLittle = async (userId: number) =>
		(await findPayout(db, { openOf: userId })) ? ("open" as const) : ("too_little" as const);

	return {
		/** Asks for all that is spendable, once for each press. */
		async request(userId: number, updateKey: string): Promise<"requested" | "open" | "too_little"> {
			if (await findPayout(db, { askedBy: updateKey })) return "requested";
			// What was asked for is no longer spendable: that there is too little would be no answer.
			if (await findPayout(db, { openOf: userId })) return "open";
			const { affiliate: stars } = await ledger.balances(userId, ["affiliate"]);
			const id = newId("payout");
			if (stars < settings.get(payoutMinimum)) return openOrTooLittle(userId);
			try {
				await ledger.write(
					[
						insertPayout(db, { id, userId, stars, askedBy: updateKey, createdAt: now() }),
						openRequest(db, now(), { kind: "payout", ref: id, userId }),
						ledger.spend({ userId, account: "affiliate", amount: stars, cause: `payout:${id}` }),
					],
					[{ kind: "payout.requested", payload: { payoutId: id } }],
				);
				return "requested";
			} catch (error) {
				// Spent in this very moment.
				if (error instanceof InsufficientFunds) return openOrTooLittle(userId);
				if (violationOf(error)?.kind !== "unique") throw error;
				return (await findPayout(db, { askedBy: updateKey })) ? "requested" : "open";
			}
		},

		/** Payouts for staff, newest first. @param before the id where the page before ended */
		async list(state: PayoutState | null, before: string | null, limit: number) {
			const found = await listPayouts(db, state, before, limit + 1);
			const { page: rows, last } = pageOf(found, limit);
			return { rows, next: last?.id ?? null };
		},

		/** Staff have paid. @throws AppError 404, or 409 unless it is requested */
		pay: (id: string, note: string | null, actor: string): Promise<Payout> => decide(id, "paid", note, actor),

		/** The Stars go back to the person. @throws AppError 404, or 409 unless it is requested */
		decline: (id: string, why: string, actor: string): Promise<Payout> => decide(id, "declined", why, actor),

		/** Tells staff of a request. */
		async bring(payoutId: string): Promise<void> {
			const payout = await findPayout(db, { id: payoutId });
			if (payout?.state !== "requested") return;
			await alerts.send(
				`Payout asked for: ${counted(payout.stars, "Star")} by ${payout.userId}. Pay it and say so, or decline it:`,
				{ page: "referrals" },
			);
		},

		/** Tells the person how it ended. */
		async tell(payoutId: string): Promise<void> {
			const payout = await findPayout(db, { id: payoutId });
			if (!payout || payout.state === "requested" || payout.toldAt !== null || payout.userId < 0) return;
			await notices.tell(payout.userId, (t) => payoutDecided(t, payout));
			await markTold(db, payoutId, now());
		},
	};
}
