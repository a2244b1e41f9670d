import type { World } from "../world/world.ts";
import { giveBack } from "./ledger.ts";
import { sendRefundReceipt } from "./receipts.ts";
import type { Payment } from "./records.ts";

/** Gives the Stars back; a subscription goes on, as only a cancellation ends it. */
export function refund(world: World, payment: Payment, loseUpdate = false): void {
	giveBack(world, payment);
	sendRefundReceipt(world, payment, loseUpdate);
}
