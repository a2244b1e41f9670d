import type { Grants } from "../../payments/service/grants.ts";
import type { Db } from "../../platform/db.ts";
import type { Settings } from "../../platform/settings.ts";
import { forever } from "../rules.ts";
import { graceHours } from "../settings.ts";
import {
	findEntitlement,
	type Holder,
	selectEntitled,
	selectHolders,
	writeEntitlement,
} from "../store/entitlements.ts";
import { settleMembers } from "../store/members.ts";

export type Entitling = ReturnType<typeof createEntitling>;

interface Needs {
	db: Db;
	grants: Grants;
	settings: Settings;
	now: () => number;
}

interface Gift {
	/** null: for good. */
	days: number | null;
	/** Unique: a second grant of the same source fails. */
	source: string;
	/** Telegram's own expiry of a subscription, ms. */
	until?: number | null;
	at?: number;
}

const whatOf = ({ product }: Holder) => `product:${product.no}` as const;

/** Who may have what of the shop, and until when: the log of grants, and what it folds into. */
export function createEntitling({ db, grants, settings, now }: Needs) {
	/** Who is in the product's chats follows in the same batch. */
	const settling = ({ userId, product }: Holder) => {
		const cutoff = now() - settings.get(graceHours) * 3_600_000;
		return settleMembers(db, { userId, productNo: product.no }, { cutoff, now: now() });
	};

	return {
		/** Statements that give. Their batch fails if another change came first: decide again. */
		async giving(holder: Holder, { days, source, until: notBefore = null, at = now() }: Gift) {
			const gift = {
				what: whatOf(holder),
				days: days ?? 0,
				source,
				notBefore: days === null ? forever : notBefore,
				at,
			};
			const { statements, until } = await grants.giving(holder.userId, gift);
			return [...statements, writeEntitlement(db, holder, until, now()), ...settling(holder)];
		},

		/** Statements that take back what a source gave, or give it back. */
		async undoing(holder: Holder, source: string, change: "revoked" | "restored") {
			const { statements, until } = await grants.undoing(holder.userId, whatOf(holder), source, change);
			return [...statements, writeEntitlement(db, holder, until, now()), ...settling(holder)];
		},

		/** The time each standing grant covers. */
		spans: (userId: number, productNo: number) => grants.spans(userId, `product:${productNo}`),

		/** What somebody has of a product at this moment; null: nothing. */
		async find(userId: number, productNo: number) {
			const found = await findEntitlement(db, userId, productNo);
			return found && found.state === "active" && found.until > now() ? found : null;
		},

		/** Everything somebody has now, newest first. */
		list: (userId: number) => selectEntitled(db, userId, now()),

		/** Who has a product, by id. */
		holders: (productNo: number, page: Parameters<typeof selectHolders>[2]) =>
			selectHolders(db, productNo, page),
	};
}
