import type { Db } from "../../platform/db.ts";
import { type Log, reason } from "../../platform/log.ts";
import { botApi, callFailure } from "../../platform/telegram.ts";
import {
	findSubscription,
	moveSubscription,
	type Subscription,
	selectCharging,
	selectChargingFor,
	selectSubscriptions,
} from "../store/subscriptions.ts";

export type Subscriptions = ReturnType<typeof createSubscriptions>;

interface Needs {
	env: Env;
	db: Db;
	log: Log;
}

/** A subscription by what Telegram knows of it. */
type Charged = Pick<Subscription, "botId" | "userId" | "chargeId">;

/** Charges that Telegram repeats, and the say that people and we have in it. */
export function createSubscriptions({ env, db, log }: Needs) {
	/** @returns false where Telegram refuses @throws what may pass, so that it is tried again */
	async function edit({ botId, userId, chargeId }: Charged, isCanceled: boolean): Promise<boolean> {
		const api = await botApi(env, botId);
		try {
			await api.editUserStarSubscription(userId, chargeId, isCanceled);
			return true;
		} catch (error) {
			const failure = callFailure(error);
			if (failure.kind !== "refused" && failure.kind !== "gone") throw error;
			log.warn("payments", "subscription not edited", { reason: reason(error) });
			return false;
		}
	}

	/** Only its owner's. */
	const own = async (userId: number, orderId: string) => {
		const found = await findSubscription(db, orderId);
		return found?.userId === userId ? found : null;
	};

	return {
		/** A person's own, with what was ordered. */
		list: (userId: number) => selectSubscriptions(db, userId),

		/** Those of a product that Telegram would charge again. @param after an order's id */
		chargingFor: (of: { kind: string; product: string }, after: string, limit: number) =>
			selectChargingFor(db, of, after, limit),

		/** Nothing is charged any more; what is paid runs on. @returns null if there is nothing to cancel */
		async cancel(userId: number, orderId: string): Promise<Subscription | "refused" | null> {
			const found = await own(userId, orderId);
			if (!found || found.state === "cancelled") return null;
			if (!(await edit(found, true))) return "refused";
			return moveSubscription(db, orderId, ["active", "failed"], { state: "cancelled", cancelledBy: "bot" });
		},

		/**
		 * Lifts our own cancelling. Telegram then lets its person renew, and says so by an update of its own: only they
		 * can agree to be charged again.
		 */
		async resume(userId: number, orderId: string): Promise<"allowed" | "refused" | "not_ours" | null> {
			const found = await own(userId, orderId);
			if (found?.state !== "cancelled") return null;
			if (found.cancelledBy !== "bot") return "not_ours";
			return (await edit(found, false)) ? "allowed" : "refused";
		},

		/** What Telegram says its person did, or that a charge failed. @returns null if nothing changed */
		heard(orderId: string, state: "canceled" | "active" | "failed"): Promise<Subscription | null> {
			switch (state) {
				case "canceled":
					return moveSubscription(db, orderId, ["active", "failed"], {
						...{ state: "cancelled", cancelledBy: "user" },
					});
				case "active":
					return moveSubscription(db, orderId, ["cancelled", "failed"], {
						state: "active",
						cancelledBy: null,
					});
				case "failed":
					return moveSubscription(db, orderId, ["active"], { state: "failed", cancelledBy: null });
			}
		},

		/** Nothing is charged to this person any more; what is paid runs on. Where Telegram knows of nothing to stop, it has stopped. */
		async stopAll(userId: number): Promise<void> {
			for (const { orderId, ...charged } of await selectCharging(db, userId)) {
				await edit(charged, true);
				await moveSubscription(db, orderId, ["active", "failed"], { state: "cancelled", cancelledBy: "bot" });
			}
		},

		/** No further charge, whatever our own rows say. Where Telegram knows of nothing to stop, it has stopped. */
		async stop(charged: Charged): Promise<void> {
			await edit(charged, true);
		},
	};
}
