import type { PersonData } from "../../people/personal-data.ts";
import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import type { Log } from "../../platform/log.ts";
import { commit, publish } from "../../platform/outbox.ts";
import { pseudonymOf } from "../../platform/secrets.ts";
import { eraseMoney, exportMoney } from "../store/personal-data.ts";
import { selectCharging } from "../store/subscriptions.ts";

interface Needs {
	db: Db;
	config: Config;
	events: Queue;
	log: Log;
	now: () => number;
}

/** What is kept of a person's money: payments and the ledger stay under a pseudonym, the rest goes. */
export const createPaymentData = ({ db, config, events, log, now }: Needs): PersonData => ({
	export: (userId) => exportMoney(db, userId),
	async erase(userId) {
		const pseudonym = await pseudonymOf(config.HASH_KEY, `pseudonym:${userId}`);
		// Promised in the batch: nobody is charged for somebody who is gone, whatever crashes.
		const stopping = (await selectCharging(db, userId)).map(({ botId, chargeId }) => ({
			kind: "subscription.stopping" as const,
			payload: { botId, userId, chargeId },
		}));
		const { ids } = await commit(db, now(), eraseMoney(db, userId, pseudonym), stopping);
		await publish(events, ids, log);
	},
});
