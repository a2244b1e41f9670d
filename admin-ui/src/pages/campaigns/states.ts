import { deliveryStates } from "../../../../src/delivery/rules/campaigns.ts";
import type { ListedCampaign } from "../../api/types.ts";

export { deliveryStates };
export type DeliveryState = (typeof deliveryStates)[number];

type Status = ListedCampaign["status"];

/** As a list is looked through. */
export const listedStates = ["draft", "scheduled", "sending", "paused", "finished", "cancelled"] as const;
export type ListedState = (typeof listedStates)[number];

export const statusColors: Record<Status, string> = {
	draft: "gray",
	scheduled: "grape",
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
	deleted: "grape.5",
};

/** Nobody has it yet. */
export const isEditable = (status: Status) => status === "draft" || status === "scheduled";

/** Whether it changes by itself. */
export const isActive = (status: Status) => ["expanding", "sending", "cancelling"].includes(status);
export const mayPause = (status: Status) => status === "expanding" || status === "sending";
export const mayCancel = (status: Status) => mayPause(status) || status === "paused";

/** Something of it was sent, and nobody has taken it back. */
export const mayTakeBack = ({ status, take_back, counts }: ListedCampaign) =>
	!isEditable(status) && take_back === null && (mayCancel(status) || counts.sent > 0);

/** Who it failed for, and those of whom nobody knows, once it has ended. */
export const mayResend = ({ status, counts, take_back }: ListedCampaign) =>
	status === "finished" && take_back === null && counts.failed + counts.unknown > 0;
