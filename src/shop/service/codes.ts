import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError } from "../../platform/errors.ts";
import { normalizeCode } from "../rules.ts";
import { findCode, insertCode, type PromoCode, selectCodes, updateCode } from "../store/promotions.ts";

export type Codes = ReturnType<typeof createCodes>;

/** A code as it is asked for: a percentage or Stars off. */
export type NewCode = Pick<PromoCode, "code"> &
	Partial<Omit<PromoCode, "code" | "accountId" | "creatorNo" | "active" | "createdAt">>;

/** Promo codes of creators. */
export function createCodes({ db, now }: { db: Db; now: () => number }) {
	return {
		/** @throws AppError 409 if another has this code */
		async add(
			creator: { no: number; accountId: number },
			{ code: typed, ...rest }: NewCode,
			actor: string,
		): Promise<PromoCode> {
			const code: PromoCode = {
				...{ productNo: null, percent: null, starsOff: null, limitTotal: null, limitPerson: null },
				...{ from: null, until: null, renewals: false, ...rest },
				...{ code: normalizeCode(typed), accountId: creator.accountId, creatorNo: creator.no },
				...{ active: true, createdAt: now() },
			};
			if (!(await insertCode(db, code)))
				throw new AppError(409, "taken", "There is such a code already.", { code: "is taken" });
			await audit(db, now(), { actor, action: "code.added", subject: code.code });
			return code;
		},

		/** A creator's, with how often each was used. */
		list: (creatorNo: number) => selectCodes(db, creatorNo),

		find: (code: string) => findCode(db, normalizeCode(code)),

		/** @throws AppError 404 if the creator has no such code */
		async change(
			creator: { no: number },
			typed: string,
			changes: Parameters<typeof updateCode>[2],
			actor: string,
		): Promise<void> {
			const code = await findCode(db, normalizeCode(typed));
			if (code?.creatorNo !== creator.no) throw new AppError(404, "no_code", "There is no such code.");
			await db.batch([
				updateCode(db, code.code, changes),
				audit(db, now(), { actor, action: "code.changed", subject: code.code, details: changes }),
			]);
		},
	};
}
