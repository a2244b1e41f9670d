import { deliveryStates } from "../../../../src/delivery/rules/campaigns.ts";
import type { ListedCampaign } from "../../api/types.ts";

export { deliveryStates };
export type DeliveryState = (typeof deliveryStates)[number];

type Status = ListedCampaign["status"];

export const statusColors: Record<Status, string> = {
	expanding: "blue",
	sending: "blue",
	paused: "yellow",
	cancelling: "orange",
	cancelled: "gray",
	finished: "teal",
};

export const deliveryColors: Record<Exclude<DeliveryState, "queued">, string> = {
	sent: "lagoon.7",
	failed: "red.6",
	skipped: "gray.5",
	unknown: "orange.5",
	cancelled: "gray.6",
};

/** Whether it changes by itself. */
export const isActive = (status: Status) => ["expanding", "sending", "cancelling"].includes(status);
export const mayPause = (status: Status) => status === "expanding" || status === "sending";
export const mayCancel = (status: Status) => mayPause(status) || status === "paused";

/** Who it failed for, and those of whom nobody knows, once it has ended. */
export const mayResend = ({ status, counts }: ListedCampaign) =>
	status === "finished" && counts.failed + counts.unknown > 0;
