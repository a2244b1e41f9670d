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

/**
 * What a page reads of its address. The router leaves whatever its check does not name as it was written,
 * so everything else is named as absent.
 */
export const reads =
	<T extends object>(check: (search: Record<string, unknown>) => T) =>
	(search: Record<string, unknown>): T => ({
		...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])),
		...check(search),
	});

/** One of these words; what somebody wrote into the address otherwise counts as absent. */
export const oneOf = <T extends string>(value: unknown, words: readonly T[]): T | undefined =>
	words.find((word) => word === value);

/** A number above zero, as far as numbers go. */
export const digits = (value: unknown): string | undefined =>
	/^[1-9]\d{0,15}$/.test(String(value)) && Number.isSafeInteger(Number(value)) ? String(value) : undefined;

/** A group's id at Telegram, below zero. */
export const groupId = (value: unknown): string | undefined =>
	/^-[1-9]\d{0,15}$/.test(String(value)) && Number.isSafeInteger(Number(value)) ? String(value) : undefined;

/** The id of a creator or product. */
export const shopId = (value: unknown): string | undefined =>
	typeof value === "string" && /^(crt|prd)_[0-9a-z]{26}$/.test(value) ? value : undefined;

/** What a link by mail carries. */
export const letters = (value: unknown): string | undefined =>
	typeof value === "string" && /^[A-Za-z0-9_-]{1,100}$/.test(value) ? value : undefined;

/** What somebody searches for, as long as the API takes it. */
export const words = (value: unknown): string | undefined =>
	typeof value === "string" && value.trim() !== "" ? cut(value.trim(), 100) : undefined;

/** An address inside this app to go on to; anything else leads to the first page. */
export function safeNext(value: unknown): string | undefined {
	if (typeof value !== "string" || !value.startsWith("/")) return undefined;
	// As a browser reads it: dots, backslashes and tabs can make another site of what looks like a path.
	const { pathname, search, hash } = new URL(`http://here${value}`);
	if (pathname.startsWith("//") || /^\/login(\/|$)/.test(pathname)) return undefined;
	return `${pathname}${search}${hash}`;
}

/** A day as `2026-11-21`. */
export type Day = `${number}-${number}-${number}`;
export const isDay = (value: unknown): value is Day =>
	typeof value === "string" &&
	/^[12]\d{3}-\d\d-\d\d$/.test(value) &&
	new Date(value).toJSON()?.slice(0, 10) === value;
