// What the simulator remembers of Stars. Maps and lists only, as world/records.ts says.
import type { PaidMedia } from "../world/types.ts";

/** Something that can be paid for: an invoice message with its forwarded copies, or a link. */
export interface Invoice {
	/** the end of the link; invoice messages have one too, which nobody sees */
	slug: string;
	bot: number;
	title: string;
	description: string;
	payload: string;
	/** Stars */
	amount: number;
	/** seconds, of a subscription */
	subscription_period: number | null;
}

export interface PaidMedium {
	id: string;
	bot: number;
	/** whose balance the Stars go to: the bot, or the channel it was posted in */
	receiver: number;
	amount: number;
	payload: string;
	media: PaidMedia[];
	buyers: number[];
}

export type CheckoutStatus = "waiting" | "paid" | "refused" | "failed";

/** One try to pay. */
export interface Checkout {
	query_id: string;
	user: number;
	bot: number;
	/** an invoice's slug or a paid medium's id */
	product: string;
	/** ms since 1970 */
	at: number;
	status: CheckoutStatus;
	error: string | null;
	charge_id: string | null;
	/** the bot is never told that it was paid */
	lose_update: boolean;
}

export interface Payment {
	charge_id: string;
	kind: "invoice" | "paid_media";
	user: number;
	bot: number;
	receiver: number;
	product: string;
	title: string;
	payload: string;
	amount: number;
	/** Unix time */
	date: number;
	refunded: boolean;
	/** id of the subscription it belongs to */
	subscription: string | null;
}

export interface Subscription {
	/** the charge id of its first payment, which names it in the Bot API */
	id: string;
	user: number;
	bot: number;
	product: string;
	title: string;
	payload: string;
	amount: number;
	/** seconds */
	period: number;
	/** Unix time */
	expires: number;
	state: "active" | "canceled" | "failed";
	canceled_by: "user" | "bot" | null;
}

/** One line of a bot's statement. */
export interface StarEntry {
	bot: number;
	charge_id: string;
	/** Unix time */
	date: number;
	is_refund: boolean;
}

export interface Books {
	/** of people, bots and channels; who is missing has what everybody starts with */
	balances: Map<number, number>;
	invoices: Map<string, Invoice>;
	media: Map<string, PaidMedium>;
	checkouts: Map<string, Checkout>;
	payments: Map<string, Payment>;
	subscriptions: Map<string, Subscription>;
	/** oldest first */
	entries: StarEntry[];
}

export function emptyBooks(): Books {
	return {
		balances: new Map(),
		invoices: new Map(),
		media: new Map(),
		checkouts: new Map(),
		payments: new Map(),
		subscriptions: new Map(),
		entries: [],
	};
}
