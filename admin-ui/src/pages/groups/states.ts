export const groupStates = ["waiting", "active", "inactive"] as const;
export type GroupState = (typeof groupStates)[number];

export const groupTabs = ["settings", "telegram", "history"] as const;
export type GroupTab = (typeof groupTabs)[number];
