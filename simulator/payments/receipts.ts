// The service messages about payments, which stand in the private chat of the payer and the bot.
import { messageForBot } from "../world/messages.ts";
import { place } from "../world/post.ts";
import type { Message, SuccessfulPayment } from "../world/types.ts";
import { addUpdate } from "../world/updates.ts";
import type { World } from "../world/world.ts";
import type { Payment } from "./records.ts";

export function sendReceipt(world: World, payment: Payment, loseUpdate: boolean): void {
	send(world, payment, { successful_payment: successfulPayment(world, payment) }, loseUpdate);
}

export function sendRefundReceipt(world: World, payment: Payment, loseUpdate: boolean): void {
	const { amount: total_amount, payload: invoice_payload, charge_id: telegram_payment_charge_id } = payment;
	const refunded_payment = { currency: "XTR", total_amount, invoice_payload, telegram_payment_charge_id };
	send(world, payment, { refunded_payment }, loseUpdate);
}

function successfulPayment(world: World, payment: Payment): SuccessfulPayment {
	const subscription = world.state.books.subscriptions.get(payment.subscription ?? "");
	const isFirst = subscription?.id === payment.charge_id;
	return {
		currency: "XTR",
		total_amount: payment.amount,
		invoice_payload: payment.payload,
		...(subscription
			? {
					subscription_expiration_date: subscription.expires,
					is_recurring: true,
					...(isFirst ? { is_first_recurring: true } : {}),
				}
			: {}),
		telegram_payment_charge_id: payment.charge_id,
		provider_payment_charge_id: "",
	};
}

/** Telegram tells the bot of these whether the person has blocked it or not, so the usual announcement won't do. */
function send(world: World, payment: Payment, content: Partial<Message>, loseUpdate: boolean): void {
	const room = world.openPrivateRoom(payment.bot, payment.user);
	room.started = true;
	const { message } = place(world, room, world.person(payment.user).user, content);
	if (loseUpdate) return;
	const bot = world.bot(payment.bot);
	addUpdate(world, bot, "message", messageForBot(bot, message), payment.user);
}
