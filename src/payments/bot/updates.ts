import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { z } from "zod";
import { languageFor, translator } from "../../platform/i18n/index.ts";
import { type Log, reason } from "../../platform/log.ts";
import { isFinal } from "../../platform/telegram.ts";
import { readShape } from "../../platform/update-shape.ts";
import type { Charge, Refusal } from "../rules.ts";
import type { Payments } from "../service.ts";

/** Telegram waits 10 s for the answer to a pre-checkout query; so long may ours take to be decided. */
const checkoutLimitMs = 4_500;

/** Whether an update is about money. It needs no person's actor: each use case sees to its one effect by itself. */
export const isPaymentUpdate = (update: Update): boolean =>
	update.pre_checkout_query !== undefined ||
	update.subscription !== undefined ||
	update.purchased_paid_media !== undefined ||
	update.message?.successful_payment !== undefined ||
	update.message?.refunded_payment !== undefined;

const amount = z.object({ currency: z.literal("XTR"), total_amount: z.number().int().positive() });
const seconds = z.number().int().nonnegative();

/** What is needed of each; a payment in another currency is none of ours. */
const shapes = {
	// Lenient: whatever is asked gets an answer.
	checkout: z.object({
		id: z.string(),
		from: z.object({ id: z.number().int(), language_code: z.string().optional() }),
		currency: z.string(),
		total_amount: z.number(),
		invoice_payload: z.string(),
	}),
	subscription: z.object({ invoice_payload: z.string(), state: z.enum(["canceled", "active", "failed"]) }),
	/** Telegram's page calls the field otherwise than what it sends. */
	paidMessage: z
		.object({
			from: z.object({ id: z.number().int().positive() }),
			payload: z.string().optional(),
			paid_media_payload: z.string().optional(),
		})
		.transform(({ from, payload, paid_media_payload: other }) => ({
			...{ userId: from.id, payload: payload ?? other ?? "" },
		})),
	paid: z.object({
		date: seconds,
		chat: z.object({ id: z.number().int().positive() }),
		successful_payment: amount.extend({
			telegram_payment_charge_id: z.string().min(1),
			invoice_payload: z.string(),
			subscription_expiration_date: seconds.optional(),
			is_recurring: z.boolean().optional(),
			is_first_recurring: z.boolean().optional(),
		}),
	}),
	refunded: z.object({ refunded_payment: z.object({ telegram_payment_charge_id: z.string().min(1) }) }),
};

/** @throws what may pass, so that Telegram repeats the update; never for a pre-checkout, which is answered in any case */
export async function takePaymentUpdate(
	{ payments, log }: { payments: Payments; log: Log },
	bot: { id: number; api: Api },
	update: Update,
): Promise<void> {
	if (update.pre_checkout_query)
		return answerCheckout({ payments, log }, bot, readShape(shapes.checkout, update.pre_checkout_query));
	if (update.subscription) {
		const { invoice_payload, state } = readShape(shapes.subscription, update.subscription);
		const changed = await payments.subscriptions.heard(invoice_payload, state);
		if (changed) await payments.notices.subscriptionChanged(changed);
		return;
	}
	if (update.purchased_paid_media) {
		const bought = readShape(shapes.paidMessage, update.purchased_paid_media);
		return payments.settlement.paidMessage({ ...bought, botId: bot.id });
	}
	if (update.message?.refunded_payment) {
		const { refunded_payment } = readShape(shapes.refunded, update.message);
		return payments.refunds.heard(refunded_payment.telegram_payment_charge_id);
	}
	const { date, chat, successful_payment: paid } = readShape(shapes.paid, update.message);
	const until = paid.subscription_expiration_date;
	const charge: Charge = {
		chargeId: paid.telegram_payment_charge_id,
		payload: paid.invoice_payload,
		userId: chat.id,
		botId: bot.id,
		stars: paid.total_amount,
		at: date * 1000,
		recurring: paid.is_first_recurring ? "first" : paid.is_recurring ? "renewal" : null,
		until: until === undefined ? null : until * 1000,
	};
	await payments.settlement.settle(charge);
}

/** Answers in time, whatever stalls: a payment that can't be looked up now is refused, and can be tried again. */
async function answerCheckout(
	{ payments, log }: { payments: Payments; log: Log },
	{ id: botId, api }: { id: number; api: Api },
	{ id, from, invoice_payload, currency, total_amount }: z.infer<typeof shapes.checkout>,
): Promise<void> {
	const query = { payload: invoice_payload, userId: from.id, botId, stars: total_amount };
	const asked = async () => (currency === "XTR" ? payments.settlement.checkout(query) : "wrong_amount");
	const decided = asked().catch((error): Refusal => {
		log.warn("payments", "checkout not decided", { reason: reason(error) });
		return "busy";
	});
	const refusal = await Promise.race([decided, busyAfter(checkoutLimitMs)]);
	if (refusal !== null) log.info("payments", "checkout refused", { why: refusal, bot: botId });
	// Their own choice of language may be what stalls.
	const t = translator(languageFor(from.language_code));
	try {
		if (refusal === null) await api.answerPreCheckoutQuery(id, true);
		else await api.answerPreCheckoutQuery(id, false, { error_message: t(`checkout-${refusal}`) });
	} catch (error) {
		// A query that is too old is nothing to repeat an update for.
		if (!isFinal(error)) throw error;
		log.warn("payments", "checkout not answered", { reason: reason(error), bot: botId });
	}
}

const busyAfter = (ms: number) =>
	new Promise<Refusal>((resolve) => {
		setTimeout(() => resolve("busy"), ms);
	});
