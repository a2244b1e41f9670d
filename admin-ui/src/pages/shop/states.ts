import type { ListedCreator } from "../../api/types.ts";

export const creatorTabs = ["profile", "gallery", "products", "codes", "buyers", "revenue"] as const;
export type CreatorTab = (typeof creatorTabs)[number];

export const saleStates = ["sold", "refunded"] as const;
export type SaleState = (typeof saleStates)[number];

export const tiers = [
	"bronze",
	"silver",
	"gold",
	"platinum",
] as const satisfies readonly ListedCreator["tier"][];
export const productTypes = ["content", "ppv", "subscription"] as const;

/** What people can see of a creator. */
export const creatorState = ({ verified_at, active }: Pick<ListedCreator, "verified_at" | "active">) =>
	verified_at === null ? "unverified" : active ? "visible" : "hidden";
export const stateColors = { unverified: "yellow", visible: "teal", hidden: "gray" } as const;
