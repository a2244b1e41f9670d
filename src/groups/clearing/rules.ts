export const clearingStates = ["running", "done", "failed"] as const;
/** `failed`: the bot may not delete there, or is no longer in the group. */
export type ClearingState = (typeof clearingStates)[number];
