import type { CalendarView } from "./states.ts";

/** A day as the address has it: `2026-11-21`. All of it in the browser's time zone. */
export const dayOf = (date: Date): string =>
	[date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map((part) => String(part).padStart(2, "0"))
		.join("-");

/** @returns undefined if there is no such day */
export function isDay(value: unknown): string | undefined {
	const text = String(value);
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
	return dayOf(startOf(text)) === text ? text : undefined;
}

export function startOf(day: string): Date {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	return new Date(year, month - 1, date);
}

export function plusDays(day: string, count: number): string {
	const date = startOf(day);
	date.setDate(date.getDate() + count);
	return dayOf(date);
}

/** The Monday of its week. */
const mondayOf = (day: string) => plusDays(day, -((startOf(day).getDay() + 6) % 7));

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

function nextMonth(day: string, count: number): string {
	const date = startOf(firstOfMonth(day));
	date.setMonth(date.getMonth() + count);
	return dayOf(date);
}

/** The days that are shown: a week, or the whole weeks that a month lies in. */
export function daysOf(view: CalendarView, day: string): string[] {
	const first = mondayOf(view === "week" ? day : firstOfMonth(day));
	const after = view === "week" ? plusDays(first, 7) : nextMonth(day, 1);
	const days: string[] = [];
	for (let one = first; one < after || days.length % 7 !== 0; one = plusDays(one, 1)) days.push(one);
	return days;
}

/** The same view before or after. */
export const turned = (view: CalendarView, day: string, by: 1 | -1): string =>
	view === "week" ? plusDays(day, 7 * by) : nextMonth(day, by);
