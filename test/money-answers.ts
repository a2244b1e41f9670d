import * as shapes from "../src/payments/shapes.ts";
import { read } from "./staff-answers.ts";

/** The money part of the staff door, each answer checked against its document. */
export const money = {
	requests: (path: string) => read(path, shapes.requestsAnswer),
	findings: (path: string) => read(path, shapes.findingsAnswer),
	payments: (path: string) => read(path, shapes.paymentsAnswer),
	of: (userId: number) => read(`/api/users/${userId}/money`, shapes.moneyAnswer),
	orders: (path: string) => read(path, shapes.ordersAnswer),
	ledger: (path: string) => read(path, shapes.ledgerAnswer),
	plans: () => read("/api/plans", shapes.plans),
};
