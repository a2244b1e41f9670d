export const moneyTabs = ["payments", "orders", "requests", "findings"] as const;
export type MoneyTab = (typeof moneyTabs)[number];

export const requestStates = ["open", "refunded", "declined"] as const;
export type RequestState = (typeof requestStates)[number];
