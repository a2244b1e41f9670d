export const staffTabs = ["team", "invitations", "keys"] as const;
export type StaffTab = (typeof staffTabs)[number];
