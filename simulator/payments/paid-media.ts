import { addUpdate } from "../world/updates.ts";
import type { World } from "../world/world.ts";
import { closeCheckout, openCheckout } from "./checkout.ts";
import { balanceOf, charge } from "./ledger.ts";
import type { Checkout, PaidMedium } from "./records.ts";

/** Buys at once: a bot is asked nothing before, and told only if it gave a payload. */
export function buyMedium(world: World, user: number, medium: PaidMedium, lose_update: boolean): Checkout {
	const { id: product, bot, receiver, amount, payload } = medium;
	const checkout = openCheckout(world, user, { bot, product }, lose_update);
	const error = medium.buyers.includes(user)
		? "MEDIA_ALREADY_PAID"
		: balanceOf(world, user) < amount
			? "BALANCE_TOO_LOW"
			: undefined;
	if (error) {
		closeCheckout(world, checkout, "failed", { error });
		return checkout;
	}
	const { charge_id } = charge(world, {
		kind: "paid_media",
		user,
		bot,
		receiver,
		product,
		title: "Paid media",
		payload,
		amount,
		subscription: null,
	});
	medium.buyers.push(user);
	closeCheckout(world, checkout, "paid", { charge_id });
	if (payload !== "" && receiver === bot && !lose_update) {
		// The Bot API server writes it under both names.
		const update = { from: world.person(user).user, payload, paid_media_payload: payload };
		addUpdate(world, world.bot(bot), "purchased_paid_media", update, user);
	}
	return checkout;
}
