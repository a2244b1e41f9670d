// The part of the simulator that is about Telegram Stars.
import { SimulatorError } from "../errors.ts";
import { CHECKOUT_TIME, checkoutOf, giveUp } from "../payments/checkout.ts";
import { balanceOf, setBalance, transactionsOf } from "../payments/ledger.ts";
import type { CheckoutStatus } from "../payments/records.ts";
import { refund } from "../payments/refunds.ts";
import { type Stars, starsOf } from "../payments/statement.ts";
import { cancelAsUser, renew, requireSubscription, resumeAsUser } from "../payments/subscriptions.ts";
import type { World } from "../world/world.ts";
import { check } from "./check.ts";
import * as inputs from "./inputs.ts";
import { findInvoice, payAs } from "./pay.ts";

interface CheckoutAnswer {
	query_id: string;
	status: CheckoutStatus;
	/** the bot's words if it refused, Telegram's if it failed */
	error?: string;
	charge_id?: string;
}

/** What a payment sheet shows before somebody pays. */
interface InvoiceAnswer {
	bot: number;
	title: string;
	description: string;
	amount: number;
	subscription_period: number | null;
}

export abstract class Payments {
	abstract readonly world: World;
	protected abstract readonly autoDeliver: boolean;

	/** Without autoDeliver nothing is waited for: see checkout. */
	async pay(userId: number, input: inputs.PayInput): Promise<CheckoutAnswer> {
		const checked = check(inputs.payInput, input);
		const { query_id } = payAs(this.world, userId, checked);
		if (!this.autoDeliver || checked.wait === false) return this.checkout(query_id);
		const until = Date.now() + CHECKOUT_TIME;
		while (this.checkout(query_id).status === "waiting" && Date.now() < until) await sleep(10);
		giveUp(this.world, query_id);
		return this.checkout(query_id);
	}

	/** How a payment stands. */
	checkout(queryId: string): CheckoutAnswer {
		const checkout = checkoutOf(this.world, queryId);
		if (!checkout) throw new SimulatorError(`no checkout ${queryId}`, 404);
		const { query_id, status, error, charge_id } = checkout;
		return { query_id, status, ...(error ? { error } : {}), ...(charge_id ? { charge_id } : {}) };
	}

	/** What stands behind a link. */
	invoice(link: string): InvoiceAnswer {
		const { bot, title, description, amount, subscription_period } = findInvoice(this.world, link);
		return { bot, title, description, amount, subscription_period };
	}

	stars(userId: number): Stars {
		return starsOf(this.world, userId);
	}

	setStars(userId: number, input: inputs.StarsInput): Stars {
		this.world.person(userId);
		setBalance(this.world, userId, check(inputs.starsInput, input).balance);
		return this.stars(userId);
	}

	/** Telegram renews, or fails to. */
	renewSubscription(userId: number, chargeId: string, input: inputs.RenewInput = {}): void {
		const subscription = requireSubscription(this.world, userId, chargeId);
		renew(this.world, subscription, check(inputs.renewInput, input));
	}

	cancelSubscription(userId: number, chargeId: string): void {
		cancelAsUser(this.world, requireSubscription(this.world, userId, chargeId));
	}

	resumeSubscription(userId: number, chargeId: string): void {
		resumeAsUser(this.world, requireSubscription(this.world, userId, chargeId));
	}

	/** Telegram gives the Stars back without being asked by the bot. */
	refundPayment(chargeId: string, input: inputs.RefundInput = {}): void {
		const payment = this.world.state.books.payments.get(chargeId);
		if (!payment) throw new SimulatorError(`no payment ${chargeId}`, 404);
		if (payment.refunded) throw new SimulatorError("that payment is refunded already");
		refund(this.world, payment, check(inputs.refundInput, input).lose_update);
	}

	botStars(botId: number): { balance: number; transactions: Record<string, unknown>[] } {
		this.world.bot(botId);
		return { balance: balanceOf(this.world, botId), transactions: transactionsOf(this.world, botId) };
	}
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
