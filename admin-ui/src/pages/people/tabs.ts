/** Beside the profile. */
export const personTabs = ["money", "record"] as const;
export type PersonTab = (typeof personTabs)[number];
