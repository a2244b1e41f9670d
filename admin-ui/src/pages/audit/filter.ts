import { cut } from "../../../../src/platform/text.ts";
import { type Day, isDay } from "../../search.ts";

export const auditColumns = ["action", "actor", "subject"] as const;
export type AuditColumn = (typeof auditColumns)[number];

export interface AuditSearch {
	/** One of the three at most, as the API has it. */
	action?: string;
	actor?: string;
	subject?: string;
	from?: Day;
	/** The last day. */
	to?: Day;
}

/** What an address says, without what it can't mean. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
	const text = (value: unknown) => (typeof value === "string" && value !== "" ? cut(value, 100) : undefined);
	const column = auditColumns.find((name) => text(search[name]) !== undefined);
	const value = column && text(search[column]);
	return {
		...(column && value ? { [column]: value } : {}),
		...(isDay(search.from) ? { from: search.from } : {}),
		...(isDay(search.to) ? { to: search.to } : {}),
	};
}

/** As the API takes it: the reader's days, the last one included. */
export function auditQuery({ from, to, ...by }: AuditSearch) {
	const begin = (day: Day, later = 0) => {
		const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
		return new Date(year, month - 1, date + later).toISOString();
	};
	return { ...by, ...(from ? { from: begin(from) } : {}), ...(to ? { to: begin(to, 1) } : {}) };
}
