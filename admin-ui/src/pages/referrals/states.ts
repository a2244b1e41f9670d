export const referralStates = ["held", "counted", "rejected"] as const;
export type ReferralState = (typeof referralStates)[number];

export const payoutStates = ["requested", "paid", "declined"] as const;
export type PayoutState = (typeof payoutStates)[number];
