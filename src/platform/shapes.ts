import { z } from "zod";
import { AppError } from "./errors.ts";
import { telegramId } from "./http.ts";

/** Parts that the routes of every capability take and give. */

export const time = z.iso.datetime();
export const whole = z.number().int();
export const advice = z
	.enum(["retry", "correct", "give_rights", "discard", "look"])
	.describe("What to do about it; `look`: it may have happened");

export const done = z.object({ ok: z.literal(true) });

export const idParam = z.object({ id: telegramId.describe("Telegram's own id") });

export const paging = {
	limit: z.coerce.number().int().min(1).max(200).default(50).describe("So many at most"),
	cursor: z.string().max(300).optional().describe("`next` of the page before"),
};
export const sort = z.enum(["newest", "oldest"]).default("newest").describe("Which come first");
export type Sort = z.infer<typeof sort>;
export const pageQuery = z.object(paging);
export const next = z
	.string()
	.nullable()
	.describe("Send it as `cursor` for the next page; null on the last one");

/** `{ms}.{id}` @throws AppError 400 */
export function readCursor(cursor: string | undefined): { at: number; id: string } | null {
	if (cursor === undefined) return null;
	const [, at, id] = /^(\d{1,16})\.([\w:-]+)$/.exec(cursor) ?? [];
	if (at === undefined || id === undefined) throw badCursor();
	return { at: Number(at), id };
}

export const badCursor = () =>
	new AppError(400, "invalid", "Some fields are not right.", { cursor: "must be `next` of the page before" });

export const writeCursor = (place: { at: number; id: number | string } | null) =>
	place && `${place.at}.${place.id}`;

/** What of optional fields was sent. */
export const present = <T extends object>(values: T) =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
		[Name in keyof T]?: Exclude<T[Name], undefined>;
	};
