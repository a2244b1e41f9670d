import type { People } from "../../people/service.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import { AppError } from "../../platform/errors.ts";
import { day } from "../views.ts";
import { type Grants, hasGiven } from "./grants.ts";
import type { Ledger } from "./ledger.ts";
import type { PaymentNotices } from "./notices.ts";

interface Needs {
	db: Db;
	people: People;
	ledger: Ledger;
	grants: Grants;
	notices: PaymentNotices;
	now: () => number;
}

interface Gift {
	what: "vip" | "lock_credits" | "ai_credits";
	/** Days of VIP, or credits. */
	amount: number;
	/** For the audit. */
	reason: string;
}

export type Gifts = ReturnType<typeof createGifts>;

/** What staff give away. */
export function createGifts({ db, people, ledger, grants, notices, now }: Needs) {
	return {
		/**
		 * Gives, once for each key, and says so.
		 * @throws AppError 404 if nobody is known by this id
		 */
		async give(userId: number, gift: Gift, key: string, actor: string): Promise<"given" | "already"> {
			const card = await people.find(userId);
			if (!card?.language || card.refused)
				throw new AppError(404, "no_user", "Nobody with this id has a profile here.");
			const { what, amount, reason } = gift;
			const source = `staff:${key}`;
			const record = () =>
				audit(db, now(), {
					...{ actor, action: "gift.given", subject: String(userId) },
					details: { what, amount, reason },
				});
			const given = await decideAgain<"given" | "already">(
				async () => {
					const statements =
						what === "vip"
							? (await grants.giving(userId, { what, days: amount, source })).statements
							: ledger.credit({ userId, account: what, amount, cause: source });
					await people.change(userId, [...statements, record()]);
					return "given";
				},
				{
					what: "a gift",
					// The ledger takes a cause once; of grants another change may only have come first.
					refused: (violation) =>
						(what !== "vip" && violation.kind === "unique") || hasGiven(violation) ? "already" : undefined,
				},
			);
			if (given === "already") return given;
			const until = (await grants.spans(userId, "vip")).at(-1)?.until ?? 0;
			// The gift stands, whether or not they can be told.
			await notices
				.tell(userId, null, (t) =>
					what === "vip" ? t("gift-vip", { days: amount, until: day(until) }) : t(`gift-${what}`, { amount }),
				)
				.catch(() => undefined);
			return given;
		},
	};
}
