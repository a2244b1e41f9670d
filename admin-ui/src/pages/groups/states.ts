export const groupStates = ["waiting", "active", "inactive"] as const;
export type GroupState = (typeof groupStates)[number];

export const groupTabs = ["settings", "posts", "telegram", "history"] as const;
export type GroupTab = (typeof groupTabs)[number];
