import type { Db } from "../../platform/db.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import { newId } from "../../platform/ids.ts";
import type { Settings } from "../../platform/settings.ts";
import { botApi, sendText } from "../../platform/telegram.ts";
import type { OrderKinds } from "../kinds.ts";
import type { Purchase } from "../order-kind.ts";
import { orderMinutes } from "../settings.ts";
import { insertOrder, type Order, type Paid } from "../store/payments.ts";

export type Orders = ReturnType<typeof createOrders>;

interface Needs {
	env: Env;
	db: Db;
	settings: Settings;
	kinds: OrderKinds;
	now: () => number;
}

/** Telegram's only period of a Star subscription: 30 days. */
const subscriptionSeconds = 2_592_000;

/** Something somebody chose to buy. */
export interface Wanted {
	userId: number;
	botId: number;
	kind: string;
	stars: number;
	renews: boolean;
	/** As the kind's schema has them. */
	terms: unknown;
}

/** What people set out to buy. */
export function createOrders({ env, db, settings, kinds, now }: Needs) {
	/** An order is a row before it is an invoice; the invoice's payload is its id. */
	async function open(wanted: Wanted): Promise<Order> {
		const order: Order = {
			...wanted,
			terms: kinds.of(wanted.kind).terms.parse(wanted.terms),
			id: newId("ord"),
			state: "open",
			createdAt: now(),
			expiresAt: now() + settings.get(orderMinutes) * 60_000,
		};
		await insertOrder(db, order);
		return order;
	}

	return {
		/** For whoever offers it by something else than an invoice, with the order's id as payload. */
		open,

		/** Sends an invoice: a message to pay, or, where it is charged again, a link to its terms. */
		async sell(t: Translate, wanted: Wanted): Promise<void> {
			const { id, userId, botId, kind, stars, renews, terms } = await open(wanted);
			const title = kinds.of(kind).title(t, terms);
			const about = kinds.of(kind).description(t, terms, renews);
			const prices = [{ label: title, amount: stars }];
			const api = await botApi(env, botId);
			if (!renews) {
				await api.sendInvoice(userId, title, about, id, "XTR", prices, { provider_token: "" });
				return;
			}
			const url = await api.createInvoiceLink(title, about, id, "", "XTR", prices, {
				subscription_period: subscriptionSeconds,
			});
			const button = { text: t("button-subscribe", { stars }), url };
			await sendText(env, botId, userId, {
				text: `${title}\n\n${about}`,
				reply_markup: { inline_keyboard: [[button]] },
			});
		},

		/** A payment as the kind of its order sees it. */
		purchaseOf: ({ payment, order }: Paid): Purchase<unknown> =>
			purchase(order, {
				chargeId: payment.chargeId,
				at: payment.paidAt,
				until: payment.subscribedUntil,
				first: payment.firstOf !== null,
				round: payment.refundRound,
			}),
	};
}

export const purchase = (
	{ id, userId, botId, terms, stars, renews }: Order,
	{
		chargeId,
		at,
		until,
		first,
		round = 0,
	}: Pick<Purchase<unknown>, "at" | "until" | "first"> & {
		chargeId: string;
		round?: number;
	},
): Purchase<unknown> => ({
	...{ orderId: id, userId, botId, terms, stars, renews, first },
	...{ source: `payment:${chargeId}`, at, until, round },
});
