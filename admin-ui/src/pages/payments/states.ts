export const moneyTabs = ["payments", "orders", "findings"] as const;
export type MoneyTab = (typeof moneyTabs)[number];
