// Subscriptions: renewed every period until the person or the bot cancels, or the Stars don't suffice.
import { SimulatorError } from "../errors.ts";
import { addUpdate } from "../world/updates.ts";
import type { World } from "../world/world.ts";
import { balanceOf, chargeInvoice, tellStars } from "./ledger.ts";
import { sendReceipt } from "./receipts.ts";
import type { Payment, Subscription } from "./records.ts";

/** The first payment makes the subscription. */
export function subscribe(world: World, payment: Payment, period: number): void {
	const { charge_id: id, user, bot, product, title, payload, amount, date } = payment;
	payment.subscription = id;
	world.state.books.subscriptions.set(id, {
		id,
		user,
		bot,
		product,
		title,
		payload,
		amount,
		period,
		expires: date + period,
		state: "active",
		canceled_by: null,
	});
}

const hasExpired = (world: World, subscription: Subscription) => subscription.expires <= world.date();

export const stateOf = (world: World, subscription: Subscription): Subscription["state"] | "expired" =>
	hasExpired(world, subscription) ? "expired" : subscription.state;

/** What the person has from this link and is still running, cancelled or not. */
export function subscriptionTo(world: World, user: number, product: string): Subscription | undefined {
	return [...world.state.books.subscriptions.values()].find(
		(one) => one.user === user && one.product === product && !hasExpired(world, one),
	);
}

/** The subscription that any of its charges names. */
export function subscriptionOfCharge(world: World, chargeId: string): Subscription | undefined {
	const { payments, subscriptions } = world.state.books;
	return subscriptions.get(payments.get(chargeId)?.subscription ?? chargeId);
}

/** The person's subscription. */
export function requireSubscription(world: World, user: number, chargeId: string): Subscription {
	world.person(user);
	const subscription = subscriptionOfCharge(world, chargeId);
	if (subscription?.user !== user)
		throw new SimulatorError(`no subscription ${chargeId} of user ${user}`, 404);
	return subscription;
}

/** Telegram takes the next period's Stars; a bot is asked nothing before. */
export function renew(
	world: World,
	subscription: Subscription,
	{ fail = false, lose_update = false }: { fail?: boolean | undefined; lose_update?: boolean | undefined },
): Payment | null {
	if (subscription.state === "canceled") throw new SimulatorError("that subscription is canceled");
	const { user, amount } = subscription;
	if (fail || balanceOf(world, user) < amount) {
		changeState(world, subscription, "failed", null, !lose_update);
		return null;
	}
	const payment = chargeInvoice(world, subscription, subscription.id);
	subscription.expires += subscription.period;
	subscription.state = "active";
	sendReceipt(world, payment, lose_update);
	tellStars(world, user);
	return payment;
}

/** Telegram charges by itself, as often as periods have ended. @returns how many charges it tried */
export function renewDue(world: World): number {
	let tried = 0;
	for (const subscription of world.state.books.subscriptions.values()) {
		while (subscription.state === "active" && hasExpired(world, subscription)) {
			renew(world, subscription, {});
			tried++;
		}
	}
	return tried;
}

/** The person cancels; what is paid for stays until it expires. */
export function cancelAsUser(world: World, subscription: Subscription): void {
	if (hasExpired(world, subscription)) throw new SimulatorError("that subscription has expired");
	if (subscription.state === "canceled") throw new SimulatorError("that subscription is canceled already");
	changeState(world, subscription, "canceled", "user", true);
}

export function resumeAsUser(world: World, subscription: Subscription): void {
	if (hasExpired(world, subscription)) throw new SimulatorError("that subscription has expired");
	if (subscription.state !== "canceled") throw new SimulatorError("that subscription is not canceled");
	if (subscription.canceled_by === "bot") throw new SimulatorError("the bot has canceled that subscription");
	changeState(world, subscription, "active", null, true);
}

/** What a bot does itself it gets no update about. */
export function cancelAsBot(world: World, subscription: Subscription): void {
	changeState(world, subscription, "canceled", "bot", false);
}

/** Bot API, editUserStarSubscription: after the bot's own cancellation the person may re-enable it again. */
export function allowAsBot(world: World, subscription: Subscription): void {
	if (subscription.canceled_by === "bot") changeState(world, subscription, "canceled", "user", false);
}

function changeState(
	world: World,
	subscription: Subscription,
	state: Subscription["state"],
	canceled_by: Subscription["canceled_by"],
	tellBot: boolean,
): void {
	Object.assign(subscription, { state, canceled_by });
	tellStars(world, subscription.user);
	if (!tellBot) return;
	const { user, bot, payload: invoice_payload } = subscription;
	const update = { user: world.person(user).user, invoice_payload, state };
	addUpdate(world, world.bot(bot), "subscription", update, user);
}
