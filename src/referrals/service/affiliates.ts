import { InsufficientFunds, type Ledger } from "../../payments/service/ledger.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import { violationOf } from "../../platform/errors.ts";
import { flags } from "../../platform/flags.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import { dayMs } from "../../platform/time.ts";
import { type CreditAccount, exchange, holdDays, shareOf } from "../rules.ts";
import { affiliatePercent, aiCreditsPerStar, lockCreditsPerStar } from "../settings.ts";
import { sumPayouts } from "../store/payouts.ts";
import { dueShares, findShare, insertRefunded, insertShare, moveShare, type Share } from "../store/shares.ts";
import { findReferral } from "../store.ts";

export type Affiliates = ReturnType<typeof createAffiliates>;

interface Needs {
	db: Db;
	ledger: Ledger;
	settings: Settings;
	log: Log;
	now: () => number;
}

const pageSize = 50;

/** What people earn by those they brought. Every movement is one batch with the share's own change of state. */
export function createAffiliates({ db, ledger, settings, log, now }: Needs) {
	/** Decides by what stands, and writes. */
	const settle = (decide: () => Promise<Parameters<Ledger["write"]>[0]>): Promise<void> =>
		decideAgain(
			async () => {
				const statements = await decide();
				if (statements.length > 0) await ledger.write(statements);
			},
			{ what: "a share", tries: 5 },
		);

	const rateOf = (account: CreditAccount): number => {
		if (account === "ai_credits") return settings.get(aiCreditsPerStar);
		return settings.get(flags.lockChat) ? settings.get(lockCreditsPerStar) : 0;
	};

	/** The share's Stars have waited long enough. */
	const mature = ({ chargeId, affiliateId, stars }: Share & { affiliateId: number }) => {
		const movement = { userId: affiliateId, amount: stars, cause: `affiliate_due:${chargeId}` };
		return ledger.write([
			moveShare(db, chargeId, "pending", "spendable"),
			ledger.spend({ ...movement, account: "affiliate_pending" }),
			...ledger.credit({ ...movement, account: "affiliate" }),
		]);
	};

	return {
		/** Somebody paid: whoever brought them gets their share, once for each charge, unless it was refunded already. */
		countPurchase: ({
			chargeId,
			userId,
			stars,
			at,
		}: {
			chargeId: string;
			userId: number;
			stars: number;
			/** When it was paid, ms. */
			at: number;
		}): Promise<void> =>
			settle(async () => {
				const referral = await findReferral(db, { newcomerId: userId });
				if (referral?.state !== "counted" || referral.referrerId < 0) return [];
				if (at < (referral.countedAt ?? at) || (await findShare(db, chargeId))) return [];
				const percent = settings.get(flags.referrals) ? settings.get(affiliatePercent) : 0;
				const amount = shareOf(stars, percent);
				if (amount === 0) return [];
				const { referrerId } = referral;
				const cause = `affiliate:${chargeId}`;
				const dueAt = at + holdDays * dayMs;
				return [
					insertShare(db, { chargeId, referral, stars: amount, now: now(), dueAt }),
					ledger.add({ userId: referrerId, account: "affiliate_pending", amount, cause }),
				];
			}),

		/** A charge was refunded: its share goes back, also what was spent of it. Counting it later counts nothing. */
		takeBackPurchase: ({ chargeId }: { chargeId: string }): Promise<void> =>
			settle(async () => {
				const share = await findShare(db, chargeId);
				if (!share) return [insertRefunded(db, chargeId, now())];
				const { affiliateId, state, stars } = share;
				if (affiliateId === null || (state !== "pending" && state !== "spendable")) return [];
				const movement = { userId: affiliateId, amount: stars, cause: `affiliate_back:${chargeId}` };
				return [
					moveShare(db, chargeId, state, "taken_back"),
					...(state === "pending"
						? [ledger.spend({ ...movement, account: "affiliate_pending" })]
						: ledger.takeBack({ ...movement, account: "affiliate" })),
				];
			}),

		/** What an affiliate gets of a charge, in Stars. */
		async shareOf(chargeId: string): Promise<number> {
			const share = await findShare(db, chargeId);
			return share && (share.state === "pending" || share.state === "spendable") ? share.stars : 0;
		},

		sharesAreDue: async (): Promise<boolean> => (await dueShares(db, now(), null, 1)).length > 0,

		/** Makes spendable what is due, in pages, each share in a batch of its own. One that fails holds up no other. */
		async matureShares(): Promise<void> {
			let after: Share | null = null;
			for (;;) {
				const page: Share[] = await dueShares(db, now(), after, pageSize);
				for (const share of page) {
					if (share.affiliateId === null) continue;
					try {
						await mature({ ...share, affiliateId: share.affiliateId });
					} catch (error) {
						// Refunded, or done by another run, in this very moment.
						if (violationOf(error)) continue;
						log.error("referrals", "share did not become spendable", { reason: reason(error) });
					}
				}
				if (page.length < pageSize) return;
				after = page.at(-1) ?? null;
			}
		},

		/** What somebody has earned, in Stars. */
		async earnings(userId: number) {
			const [held, { paid, requested }] = await Promise.all([
				ledger.balances(userId, ["affiliate_pending", "affiliate", "affiliate_owed"]),
				sumPayouts(db, userId),
			]);
			return {
				pending: held.affiliate_pending,
				spendable: held.affiliate,
				owed: held.affiliate_owed,
				paid,
				requested,
			};
		},

		/** How many credits an earned Star makes; 0 if that isn't offered. */
		rateOf,

		/**
		 * Turns earned Stars into credits, once for each press.
		 * @returns what was turned into what; null if there is not enough
		 */
		async convert(userId: number, account: CreditAccount, stars: number, updateKey: string) {
			const deal = exchange(stars, rateOf(account));
			if (deal.credits === 0) return null;
			const cause = `convert:${updateKey}`;
			try {
				await ledger.write([
					ledger.spend({ userId, account: "affiliate", amount: deal.stars, cause }),
					...ledger.credit({ userId, account, amount: deal.credits, cause }),
				]);
			} catch (error) {
				if (error instanceof InsufficientFunds) return null;
				// A repeat of the press: done before.
				if (violationOf(error)?.kind !== "unique") throw error;
			}
			return deal;
		},
	};
}
