// "My Stars": what a person sees of their own.
import type { World } from "../world/world.ts";
import { balanceOf } from "./ledger.ts";
import type { Subscription } from "./records.ts";
import { stateOf } from "./subscriptions.ts";

interface PaymentLine {
	charge_id: string;
	bot: number;
	amount: number;
	title: string;
	/** Unix time */
	date: number;
	refunded: boolean;
	/** id of the subscription it belongs to */
	subscription?: string;
}

interface SubscriptionLine {
	id: string;
	charge_id: string;
	bot: number;
	title: string;
	amount: number;
	/** Unix time */
	expires: number;
	state: Subscription["state"] | "expired";
	canceled_by: Subscription["canceled_by"];
}

export interface Stars {
	balance: number;
	/** newest first */
	payments: PaymentLine[];
	subscriptions: SubscriptionLine[];
}

export function starsOf(world: World, user: number): Stars {
	world.person(user);
	const { payments, subscriptions } = world.state.books;
	return {
		balance: balanceOf(world, user),
		payments: [...payments.values()]
			.filter((one) => one.user === user)
			.map(({ charge_id, bot, amount, title, date, refunded, subscription }) => ({
				charge_id,
				bot,
				amount,
				title,
				date,
				refunded,
				...(subscription ? { subscription } : {}),
			}))
			.reverse(),
		subscriptions: [...subscriptions.values()]
			.filter((one) => one.user === user)
			.map((one) => ({
				id: one.id,
				charge_id: one.id,
				bot: one.bot,
				title: one.title,
				amount: one.amount,
				expires: one.expires,
				state: stateOf(world, one),
				canceled_by: one.canceled_by,
			}))
			.reverse(),
	};
}
