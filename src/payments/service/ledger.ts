import type { BatchItem } from "drizzle-orm/batch";
import type { Db } from "../../platform/db.ts";
import { violationOf } from "../../platform/errors.ts";
import type { Log } from "../../platform/log.ts";
import { commit, type OutboxEvent, publish } from "../../platform/outbox.ts";
import type { Account, Spendable } from "../rules.ts";
import {
	add,
	credit,
	empty,
	InsufficientFunds,
	lacksFunds,
	type Movement,
	readAllBalances,
	readBalances,
	spend,
	takeBack,
} from "../store/ledger.ts";

export type Ledger = ReturnType<typeof createLedger>;
export { InsufficientFunds };

interface Needs {
	db: Db;
	events: Queue;
	log: Log;
	now: () => number;
}

/** How other capabilities move what people hold: statements for a batch of their own, and the way to write it. */
export function createLedger({ db, events, log, now }: Needs) {
	const at = <A extends Account>(movement: Omit<Movement<A>, "at">): Movement<A> => ({
		...movement,
		at: now(),
	});
	return {
		/** Statement; see store/ledger.ts. */
		add: (movement: Omit<Movement, "at">) => add(db, at(movement)),
		/** Statement; its batch fails with InsufficientFunds where there is less. */
		spend: (movement: Omit<Movement, "at">) => spend(db, at(movement)),
		/** Statements; what is owed is settled first. */
		credit: (movement: Omit<Movement<Spendable>, "at">) => credit(db, at(movement)),
		/** Statements; what is spent already is owed from now on. */
		takeBack: (movement: Omit<Movement<Spendable>, "at">) => takeBack(db, at(movement)),
		/** Statement; moves out whatever there is. */
		empty: (movement: Omit<Movement, "at" | "amount">) => empty(db, { ...movement, at: now() }),

		/**
		 * Writes statements and the events that must follow, all or nothing.
		 * @throws InsufficientFunds @throws what D1 says of another constraint, see `violationOf`
		 */
		async write(
			statements: readonly BatchItem<"sqlite">[],
			following: readonly OutboxEvent[] = [],
		): Promise<void> {
			try {
				const { ids } = await commit(db, now(), statements, following);
				await publish(events, ids, log);
			} catch (error) {
				if (lacksFunds(violationOf(error))) throw new InsufficientFunds("there is less than was to be spent");
				throw error;
			}
		},

		/** Everything this person holds or ever held, by account. */
		all: (userId: number) => readAllBalances(db, userId),

		/** What this person holds of these. */
		balances: <A extends Account>(userId: number, accounts: readonly A[]) =>
			readBalances(db, userId, accounts),
	};
}
