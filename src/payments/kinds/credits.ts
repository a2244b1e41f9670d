import { z } from "zod";
import { flags } from "../../platform/flags.ts";
import type { Settings } from "../../platform/settings.ts";
import type { OrderKind, Purchase } from "../order-kind.ts";
import type { Ledger } from "../service/ledger.ts";
import { creditPacks, lockDurations } from "../settings.ts";

export const lockTerms = z.object({
	credits: z.number().int().positive(),
	/** The chat they were bought to lock. */
	chatId: z.string().optional(),
});
const packTerms = z.object({ pack: z.string(), credits: z.number().int().positive() });
type LockCreditTerms = z.infer<typeof lockTerms>;
type PackTerms = z.infer<typeof packTerms>;

interface Needs {
	settings: Settings;
	ledger: Ledger;
}

/** Credits that stay until they are used. */
const creditsIn = (ledger: Ledger, account: "lock_credits" | "ai_credits") => ({
	async grant({ userId, source, terms }: Purchase<{ credits: number }>) {
		return [...ledger.credit({ userId, account, amount: terms.credits, cause: source })];
	},
	async revoke({ userId, source, terms, round }: Purchase<{ credits: number }>) {
		return [
			...ledger.takeBack({ userId, account, amount: terms.credits, cause: `refund:${source}:${round}` }),
		];
	},
	async revokeUnused({ userId, source, terms, round }: Purchase<{ credits: number }>) {
		return [ledger.spend({ userId, account, amount: terms.credits, cause: `refund:${source}:${round}` })];
	},
	async restore({ userId, source, terms, round }: Purchase<{ credits: number }>) {
		return [
			...ledger.credit({ userId, account, amount: terms.credits, cause: `restore:${source}:${round}` }),
		];
	},
});

/** Minutes for locking chats. */
export function createLockCredits({ settings, ledger }: Needs): OrderKind<LockCreditTerms> {
	return {
		terms: lockTerms,
		title: (t, { credits }) => t("order-lock", { credits }),
		description: (t, { credits }) => t("order-lock-about", { credits }),
		async thanks(t, { userId, terms }) {
			const { lock_credits: balance } = await ledger.balances(userId, ["lock_credits"]);
			return t("thanks-lock", { credits: terms.credits, balance });
		},
		async refusal({ terms, stars }) {
			if (!settings.get(flags.lockChat)) return "not_sold";
			const duration = settings.get(lockDurations).find(({ minutes }) => minutes === terms.credits);
			if (!duration) return "not_sold";
			return duration.stars === stars ? null : "price_changed";
		},
		...creditsIn(ledger, "lock_credits"),
	};
}

/** Credits for pictures and videos. */
export function createAiCredits({ settings, ledger }: Needs): OrderKind<PackTerms> {
	return {
		terms: packTerms,
		title: (t, { credits }) => t("order-pack", { credits }),
		description: (t, { credits }) => t("order-pack-about", { credits }),
		async thanks(t, { userId, terms }) {
			const held = await ledger.balances(userId, ["ai_credits", "ai_monthly"]);
			return t("thanks-pack", { credits: terms.credits, balance: held.ai_credits + held.ai_monthly });
		},
		async refusal({ terms, stars }) {
			const pack = settings.get(creditPacks).find(({ id }) => id === terms.pack);
			if (!pack) return "not_sold";
			return pack.credits === terms.credits && pack.stars === stars ? null : "price_changed";
		},
		...creditsIn(ledger, "ai_credits"),
	};
}
