export const requestKinds = ["support", "refund", "appeal", "payout"] as const;
export type RequestKind = (typeof requestKinds)[number];
