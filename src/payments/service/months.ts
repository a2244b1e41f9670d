import type { Db } from "../../platform/db.ts";
import { violationOf } from "../../platform/errors.ts";
import type { Settings } from "../../platform/settings.ts";
import type { Statements } from "../order-kind.ts";
import { carryOver } from "../settings.ts";
import { hasLaterMonth, type Instalment, markGiven, selectDue } from "../store/grants.ts";
import type { Ledger } from "./ledger.ts";

export type Months = ReturnType<typeof createMonths>;

interface Needs {
	db: Db;
	settings: Settings;
	ledger: Ledger;
	now: () => number;
}

/** So many instalments a minute are given. */
const page = 100;

/** The monthly credits of AI subscriptions. */
export function createMonths({ db, settings, ledger, now }: Needs) {
	/** Statements: a month begins. What is left of the one before expires, unless it is carried over. */
	const giving = ({ source, no, userId, credits }: Omit<Instalment, "state">): Statements => [
		...(settings.get(carryOver)
			? []
			: [ledger.empty({ userId, account: "ai_monthly", cause: `expiry:${source}:${no}` })]),
		...ledger.credit({ userId, account: "ai_monthly", amount: credits, cause: `instalment:${source}:${no}` }),
		markGiven(db, { source, no }),
	];

	return {
		giving,

		/** Whether somebody waits for a month. */
		due: async (): Promise<boolean> => (await selectDue(db, now(), 1)).length > 0,

		/** Gives what is due by now, oldest first. */
		async giveDue(): Promise<void> {
			for (const row of await selectDue(db, now(), page)) {
				// The end of a subscription that went on is none.
				const goesOn = row.credits === 0 && (await hasLaterMonth(db, row));
				try {
					await ledger.write(goesOn ? [markGiven(db, row)] : giving(row));
				} catch (error) {
					// Given or withdrawn at this very moment.
					if (violationOf(error)?.kind !== "unique") throw error;
				}
			}
		},
	};
}
