// From the press on Pay to the Stars: the bot is asked first, and has 10 seconds.
import type { BotRecord } from "../world/records.ts";
import { addUpdate } from "../world/updates.ts";
import type { World } from "../world/world.ts";
import { balanceOf, chargeInvoice, tellStars } from "./ledger.ts";
import { sendReceipt } from "./receipts.ts";
import type { Checkout, CheckoutStatus, Invoice } from "./records.ts";
import { subscribe, subscriptionTo } from "./subscriptions.ts";

/** Bot API, answerPreCheckoutQuery. */
export const CHECKOUT_TIME = 10_000;

/** Old ones are forgotten, as nobody asks for them any more. */
const KEEP = 5000;

type Product = Pick<Invoice, "bot"> & { product: string };

export function openCheckout(
	world: World,
	user: number,
	{ bot, product }: Product,
	lose_update: boolean,
): Checkout {
	const { checkouts } = world.state.books;
	const query_id = String(6_000_000_000_000_000 + world.next("checkout"));
	const at = world.now();
	const checkout: Checkout = {
		query_id,
		user,
		bot,
		product,
		at,
		status: "waiting",
		error: null,
		charge_id: null,
		lose_update,
	};
	checkouts.set(query_id, checkout);
	const oldest = checkouts.keys().next().value;
	if (checkouts.size > KEEP && oldest !== undefined) checkouts.delete(oldest);
	return checkout;
}

export function closeCheckout(
	world: World,
	checkout: Checkout,
	status: Exclude<CheckoutStatus, "waiting">,
	end: { error?: string; charge_id?: string },
): void {
	Object.assign(checkout, { status, error: end.error ?? null, charge_id: end.charge_id ?? null });
	tellStars(world, checkout.user);
}

/** The person presses Pay: what can't be paid fails at once, else the bot is asked. */
export function checkOut(world: World, user: number, invoice: Invoice, lose_update: boolean): Checkout {
	const checkout = openCheckout(world, user, { bot: invoice.bot, product: invoice.slug }, lose_update);
	const error = obstacle(world, user, invoice);
	if (error) {
		closeCheckout(world, checkout, "failed", { error });
		return checkout;
	}
	const query = {
		id: checkout.query_id,
		from: world.person(user).user,
		currency: "XTR",
		total_amount: invoice.amount,
		invoice_payload: invoice.payload,
	};
	addUpdate(world, world.bot(invoice.bot), "pre_checkout_query", query, user);
	world.changed();
	return checkout;
}

/** What stands against the payment, in Telegram's words. */
function obstacle(world: World, user: number, invoice: Invoice): string | undefined {
	const running = subscriptionTo(world, user, invoice.slug);
	if (running) return "SUBSCRIPTION_ALREADY_ACTIVE";
	return balanceOf(world, user) < invoice.amount ? "BALANCE_TOO_LOW" : undefined;
}

/** The checkout as it stands now: nobody's answer is awaited longer than Telegram does. */
export function checkoutOf(world: World, queryId: string): Checkout | undefined {
	const checkout = world.state.books.checkouts.get(queryId);
	if (checkout && world.now() - checkout.at >= CHECKOUT_TIME) giveUp(world, queryId);
	return checkout;
}

/** The bot has not answered in time. */
export function giveUp(world: World, queryId: string): void {
	const checkout = world.state.books.checkouts.get(queryId);
	if (checkout?.status === "waiting") {
		closeCheckout(world, checkout, "failed", { error: "BOT_PRECHECKOUT_TIMEOUT" });
	}
}

/** The bot's answer; false if nothing waits for it any more. */
export function answerCheckout(
	world: World,
	bot: BotRecord,
	queryId: string,
	refusal: string | undefined,
): boolean {
	const checkout = checkoutOf(world, queryId);
	const invoice = world.state.books.invoices.get(checkout?.product ?? "");
	if (!checkout || !invoice || checkout.bot !== bot.user.id || checkout.status !== "waiting") return false;
	if (refusal !== undefined) closeCheckout(world, checkout, "refused", { error: refusal });
	else complete(world, checkout, invoice);
	return true;
}

function complete(world: World, checkout: Checkout, invoice: Invoice): void {
	// Another payment may have taken the Stars meanwhile.
	const error = obstacle(world, checkout.user, invoice);
	if (error) {
		closeCheckout(world, checkout, "failed", { error });
		return;
	}
	const payment = chargeInvoice(world, { ...invoice, user: checkout.user, product: invoice.slug }, null);
	if (invoice.subscription_period !== null) subscribe(world, payment, invoice.subscription_period);
	closeCheckout(world, checkout, "paid", { charge_id: payment.charge_id });
	sendReceipt(world, payment, checkout.lose_update);
}
