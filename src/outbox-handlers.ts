import { closeBot } from "./chat/close-bot.ts";
import type { Deps } from "./deps.ts";
import type { OutboxHandlers } from "./platform/outbox.ts";

type Needs = Pick<
	Deps,
	| "env"
	| "config"
	| "log"
	| "db"
	| "now"
	| "registry"
	| "people"
	| "chat"
	| "groups"
	| "sharedBans"
	| "reports"
	| "locks"
	| "payments"
	| "affiliates"
	| "referrals"
	| "payouts"
>;

/** What follows each event, wherever that lies: capabilities below know nothing of those above. */
export const outboxHandlers = (needs: Needs): OutboxHandlers => {
	const { people, chat, groups, sharedBans, reports, locks, payments, affiliates, referrals, payouts } =
		needs;
	return {
		"person.changed": async ({ userId }) => void (await people.refresh(userId)),
		"age.refused": async ({ userId }) => {
			// Once more: they may have been let in somewhere between that and their refusal.
			await chat.expel(userId, "excluded", null);
			await payments.subscriptions.stopAll(userId);
		},
		"age.lifted": ({ userId }) => payments.notices.mayStartOver(userId),
		"bot.closed": async (payload) => {
			await groups.botClosed(payload.botId);
			await closeBot(needs, payload);
		},
		"report.filed": ({ reportId }) => reports.bring(reportId),
		"report.decided": ({ reportId }) => reports.carryOut(reportId),
		"lock.promised": ({ lockId }) => locks.bringPromised(lockId),
		"lock.ended": (payload) => locks.ended(payload),
		"payment.credited": async ({ chargeId }) => {
			const bought = await payments.books.bought(chargeId);
			// Refused while it was paid: it may be one of those that go on.
			if ((await people.find(bought.userId))?.refused) await payments.subscriptions.stopAll(bought.userId);
			await affiliates.countPurchase(bought);
			// Whoever bought credits to lock this chat reads of the lock.
			if (bought.lock && (await locks.resume({ ...bought.lock, chargeId }))) return;
			await payments.notices.credited(chargeId);
		},
		"refund.promised": ({ chargeId }) => payments.refunds.carryOut(chargeId),
		"payment.refunded": async ({ chargeId }) => {
			await affiliates.takeBackPurchase({ chargeId });
			await payments.notices.refunded(chargeId);
		},
		"subscription.stopping": (charged) => payments.subscriptions.stop(charged),
		"vip.expired": ({ userId }) => payments.notices.vipExpired(userId),
		"shared_ban.put": ({ userId }) => sharedBans.carryOut(userId),
		"referral.counted": ({ referralId }) => referrals.reward(referralId),
		"payout.requested": ({ payoutId }) => payouts.bring(payoutId),
		"payout.decided": ({ payoutId }) => payouts.tell(payoutId),
	};
};
