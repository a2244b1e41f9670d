export const requestKinds = ["support", "refund", "appeal", "payout"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** By whom open ones are looked after. */
export const takenBy = ["mine", "none"] as const;
export type Taken = (typeof takenBy)[number];
