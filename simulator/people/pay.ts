import { SimulatorError } from "../errors.ts";
import { checkOut } from "../payments/checkout.ts";
import { buyMedium } from "../payments/paid-media.ts";
import type { Checkout, Invoice } from "../payments/records.ts";
import { tell } from "../world/post.ts";
import type { Room, StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Checked, payInput } from "./inputs.ts";
import { findMessage, findRoom } from "./rooms.ts";

/** The person pays an invoice, by its message or its link, or buys a paid medium. */
export function payAs(world: World, person: number, input: Checked<typeof payInput>): Checkout {
	const { chat, message_id, link, lose_update = false } = input;
	if (world.person(person).deactivated) throw new SimulatorError(`user ${person} is deactivated`);
	if (link !== undefined) return checkOut(world, person, findInvoice(world, link), lose_update);
	const room = findRoom(world, person, chat ?? 0);
	const stored = message_id === undefined ? newestInvoice(room) : findMessage(room, message_id);
	const medium = world.state.books.media.get(stored?.product ?? "");
	if (medium && stored) {
		const checkout = buyMedium(world, person, medium, lose_update);
		if (checkout.status === "paid") tell(world, room, stored, "edit");
		return checkout;
	}
	const invoice = world.state.books.invoices.get(stored?.product ?? "");
	if (!invoice) throw new SimulatorError("there is nothing to pay for", 404);
	return checkOut(world, person, invoice, lose_update);
}

function newestInvoice(room: Room): StoredMessage | undefined {
	return [...room.messages.values()].findLast(({ message }) => message.invoice);
}

/** The invoice of a link in any of its ways of writing, or of the bare slug. */
export function findInvoice(world: World, link: string): Invoice {
	const slug = /(?:\$|\/invoice\/|slug=)([\w-]+)$/.exec(link)?.[1] ?? link;
	const invoice = world.state.books.invoices.get(slug);
	if (!invoice) throw new SimulatorError("no such invoice", 404);
	return invoice;
}
