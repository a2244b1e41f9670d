// Who has how many Stars, and what moved them.
import { publicUser } from "../world/post.ts";
import type { World } from "../world/world.ts";
import type { Payment, StarEntry } from "./records.ts";

/** What a new person has, so that paying can be tried at once. */
const START_BALANCE = 10_000;

export function balanceOf(world: World, account: number): number {
	const { books, people } = world.state;
	return books.balances.get(account) ?? (people.has(account) ? START_BALANCE : 0);
}

export function setBalance(world: World, account: number, balance: number): void {
	world.state.books.balances.set(account, balance);
	if (world.state.people.has(account)) tellStars(world, account);
	else world.changed();
}

/** A person's Stars, payments or subscriptions are not what they were. */
export function tellStars(world: World, user: number): void {
	world.emit({ type: "stars", user, chat: null });
}

type NewPayment = Omit<Payment, "charge_id" | "date" | "refunded">;

/** Takes the Stars and writes the payment down; the caller has seen that there are enough. */
export function charge(world: World, payment: NewPayment): Payment {
	const { books } = world.state;
	const number = String(world.next("charge")).padStart(10, "0");
	const made: Payment = {
		...payment,
		charge_id: `stx${number}_${payment.user}`,
		date: world.date(),
		refunded: false,
	};
	books.payments.set(made.charge_id, made);
	move(world, made, false);
	return made;
}

/** Charges for what an invoice sells; `subscription` is the one it renews. */
export const chargeInvoice = (
	world: World,
	{ user, bot, product, title, payload, amount }: Omit<NewPayment, "kind" | "receiver" | "subscription">,
	subscription: string | null,
): Payment =>
	charge(world, {
		...{ kind: "invoice", user, bot, receiver: bot, product, title, payload, amount },
		subscription,
	});

export function giveBack(world: World, payment: Payment): void {
	payment.refunded = true;
	move(world, payment, true);
}

function move(world: World, { user, bot, receiver, amount, charge_id }: Payment, is_refund: boolean): void {
	const sign = is_refund ? -1 : 1;
	setBalance(world, receiver, balanceOf(world, receiver) + sign * amount);
	// A channel's Stars are no business of the bot that posted there.
	if (receiver === bot) world.state.books.entries.push({ bot, charge_id, date: world.date(), is_refund });
	setBalance(world, user, balanceOf(world, user) - sign * amount);
}

/** A bot's statement as StarTransactions, oldest first. */
export function transactionsOf(world: World, bot: number): Record<string, unknown>[] {
	return world.state.books.entries
		.filter((entry) => entry.bot === bot)
		.map((entry) => describe(world, entry));
}

function describe(world: World, { charge_id, date, is_refund }: StarEntry): Record<string, unknown> {
	const payment = world.state.books.payments.get(charge_id);
	if (!payment) throw new Error(`no payment ${charge_id}`);
	const partner = partnerOf(world, payment);
	const side = is_refund ? { receiver: partner } : { source: partner };
	return { id: charge_id, amount: payment.amount, date, ...side };
}

/** Bot API, TransactionPartnerUser. */
function partnerOf(world: World, payment: Payment): Record<string, unknown> {
	const { books } = world.state;
	const user = world.account(payment.user) ?? {
		id: payment.user,
		is_bot: false,
		first_name: "Deleted Account",
	};
	const partner = { type: "user", user: publicUser(user) };
	if (payment.kind === "paid_media") {
		return {
			...partner,
			transaction_type: "paid_media_payment",
			paid_media: books.media.get(payment.product)?.media,
			paid_media_payload: payment.payload || undefined,
		};
	}
	return {
		...partner,
		transaction_type: "invoice_payment",
		invoice_payload: payment.payload,
		subscription_period: books.subscriptions.get(payment.subscription ?? "")?.period,
	};
}
