import type { Statements } from "../../payments/order-kind.ts";
import { InsufficientFunds, type Ledger } from "../../payments/service/ledger.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import { newId } from "../../platform/ids.ts";
import { type Log, reason } from "../../platform/log.ts";
import { holderOf, shareOf } from "../rules.ts";
import { insertPayout, selectPayouts } from "../store/payouts.ts";
import { dueSales, findSale, moveSale, type Sale } from "../store/sales.ts";

export type Shares = ReturnType<typeof createShares>;

interface Needs {
	db: Db;
	ledger: Ledger;
	log: Log;
	now: () => number;
	/** What an affiliate gets of a charge, in Stars. */
	affiliateShare: (chargeId: string) => Promise<number>;
}

const pageSize = 50;

/** What creators earn. Every movement is one batch with the sale's own change of state. */
export function createShares({ db, ledger, log, now, affiliateShare }: Needs) {
	/** Statements: the sale's share goes back, also what was paid out of it. */
	function takingBack(sale: Sale, round: number): Statements {
		const amount = sale.share ?? 0;
		const movement = { userId: holderOf(sale.creatorNo), amount, cause: `share_back:${sale.cause}:${round}` };
		const money =
			amount === 0
				? []
				: sale.shareState === "pending"
					? [ledger.spend({ ...movement, account: "creator_pending" })]
					: sale.shareState === "payable"
						? [...ledger.takeBack({ ...movement, account: "creator" })]
						: [];
		return [moveSale(db, sale.cause, sale, { state: "refunded", shareState: "taken_back" }), ...money];
	}

	/** Statements: the refund did not happen. The share is counted anew, as if it had just been sold. */
	const restoring = (sale: Sale): Statements => [
		moveSale(db, sale.cause, sale, { state: "sold", shareState: "new", share: null }),
	];

	/** The share's Stars have waited long enough. */
	const mature = (sale: Sale) => {
		const amount = sale.share ?? 0;
		const movement = { userId: holderOf(sale.creatorNo), amount, cause: `share_due:${sale.cause}:${now()}` };
		return ledger.write([
			moveSale(db, sale.cause, sale, { shareState: "payable" }),
			...(amount === 0
				? []
				: [
						ledger.spend({ ...movement, account: "creator_pending" }),
						...ledger.credit({ ...movement, account: "creator" }),
					]),
		]);
	};

	return {
		takingBack,
		restoring,

		/** A charge was accounted for: its creator gets their share, once, unless it was refunded already. */
		count: (chargeId: string): Promise<void> =>
			decideAgain(
				async () => {
					const sale = await findSale(db, `payment:${chargeId}`);
					if (sale?.state !== "sold" || sale.shareState !== "new") return;
					const share = shareOf(sale.stars, await affiliateShare(chargeId), sale.percent);
					// Each time it is counted has a cause of its own: a refund that Telegram refused begins anew.
					const cause = `share:${sale.cause}:${now()}`;
					await ledger.write([
						moveSale(db, sale.cause, sale, { shareState: "pending", share }),
						...(share === 0
							? []
							: [
									ledger.add({
										userId: holderOf(sale.creatorNo),
										account: "creator_pending",
										amount: share,
										cause,
									}),
								]),
					]);
				},
				{ what: "a creator's share" },
			),

		/** What a charge bought here; null if it was for something else. */
		saleOf: (chargeId: string) => findSale(db, `payment:${chargeId}`),

		areDue: async (): Promise<boolean> => (await dueSales(db, now(), 1)).length > 0,

		/** Makes payable what is due, each share in a batch of its own. One that fails holds up no other. */
		async matureAll(): Promise<void> {
			for (const sale of await dueSales(db, now(), pageSize)) {
				try {
					await mature(sale);
				} catch (error) {
					// Refunded, or done by another run, in this very moment.
					if (violationOf(error)) continue;
					log.error("shop", "share did not become payable", { reason: reason(error) });
				}
			}
		},

		/** What a creator holds: still held by Telegram, to be paid out, and owed of what went back after a payout. */
		async held(creatorNo: number) {
			const held = await ledger.balances(holderOf(creatorNo), ["creator_pending", "creator", "creator_owed"]);
			return { pending: held.creator_pending, payable: held.creator, owed: held.creator_owed };
		},

		payouts: (creatorNo: number) => selectPayouts(db, creatorNo),

		/**
		 * Staff paid this out, once a key.
		 * @throws AppError 409 if the creator has less than that to be paid out
		 */
		async payOut(
			creator: { no: number; id: string },
			{ stars, note }: { stars: number; note: string },
			key: string,
			actor: string,
		): Promise<void> {
			try {
				await ledger.write([
					ledger.spend({
						...{ userId: holderOf(creator.no), account: "creator", amount: stars },
						cause: `creator_payout:${key}`,
					}),
					insertPayout(db, { id: newId("cpo"), creatorNo: creator.no, stars, note, by: actor, at: now() }),
					audit(db, now(), {
						actor,
						action: "creator.paid_out",
						subject: creator.id,
						details: { stars, note },
					}),
				]);
			} catch (error) {
				if (error instanceof InsufficientFunds)
					throw new AppError(409, "too_little", "The creator has less than that to be paid out.");
				// A repeat of the same request: paid before.
				if (violationOf(error)?.kind !== "unique") throw error;
			}
		},
	};
}
