import { cut } from "../../src/platform/text.ts";

/** What stands in the address of a list: names and values as they are read, nothing quoted. */

export function parseSearch(search: string): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
	const kept = Object.entries(search).filter(
		([, value]) => value !== undefined && value !== null && value !== "",
	);
	const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
	return text === "" ? "" : `?${text}`;
}

/** One of these words; what somebody wrote into the address otherwise counts as absent. */
export const oneOf = <T extends string>(value: unknown, words: readonly T[]): T | undefined =>
	words.find((word) => word === value);

export const digits = (value: unknown): string | undefined =>
	/^[1-9]\d{0,15}$/.test(String(value)) ? String(value) : undefined;

/** A group's id at Telegram, below zero. */
export const groupId = (value: unknown): string | undefined =>
	/^-[1-9]\d{0,15}$/.test(String(value)) ? String(value) : undefined;

/** What somebody searches for, as long as the API takes it. */
export const words = (value: unknown): string | undefined =>
	typeof value === "string" && value.trim() !== "" ? cut(value.trim(), 100) : undefined;

/** An address inside this app to go on to; anything else leads to the first page. */
export const safeNext = (value: unknown): string | undefined =>
	typeof value === "string" && /^\/(?![/\\])[^\n\r]*$/.test(value) && !value.startsWith("/login")
		? value
		: undefined;

/** A day as `2026-11-21`. */
export type Day = `${number}-${number}-${number}`;
export const isDay = (value: unknown): value is Day =>
	typeof value === "string" &&
	/^[12]\d{3}-\d\d-\d\d$/.test(value) &&
	new Date(value).toJSON()?.slice(0, 10) === value;
