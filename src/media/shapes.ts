import { z } from "zod";
import { paging, time, whole } from "../platform/shapes.ts";
import { kinds, mediaTypes } from "./rules/kinds.ts";

/** What staff send and read of pictures and videos: checked at the door, and the source of its document. */

const name = z.string().trim().min(1).max(200).describe("As the file is called");

export const beginInput = z.object({
	name,
	type: z.enum(mediaTypes, `must be one of ${mediaTypes.join(", ")}`),
	size: whole.min(1).describe("Bytes, exactly"),
});
export const beginAnswer = z.object({
	id: z.string(),
	url: z.string().describe("Takes a PUT of exactly these bytes, once, within 30 minutes"),
	headers: z.record(z.string(), z.string()).describe("To be sent with it as they are"),
});

export const mediaAnswer = z.object({
	id: z.string(),
	kind: z.enum(kinds),
	type: z.enum(mediaTypes).describe("By its content"),
	size: whole.describe("Bytes, of the cleaned file"),
	width: whole,
	height: whole,
	duration: whole.nullable().describe("Seconds"),
	name: z.string(),
	url: z.string().describe("For at most 15 minutes"),
	download_url: z.string().describe("The same as a file with its name"),
	created_at: time,
	created_by: z.string(),
});
export const libraryAnswer = z.object({
	media: z.array(mediaAnswer),
	next: z.string().nullable().describe("Send it as `cursor` for the next page; null on the last one"),
});
const mediaId = /^media_[0-9a-z]{26}$/;
export const libraryQuery = z.object({
	limit: paging.limit,
	cursor: z
		.string()
		.regex(mediaId, "must be `next` of the page before")
		.optional()
		.describe("`next` of the page before"),
	kind: z.enum(kinds).optional(),
	q: z.string().trim().min(1).max(100).optional().describe("A part of the name"),
});
export const renameInput = z.object({ name });
export const mediaParam = z.object({ id: z.string().max(100) });

const signed = {
	until: z.coerce.number().int(),
	signature: z.string(),
};
export const uploadQuery = z.object({
	...signed,
	type: z.string(),
	size: z.coerce.number().int().positive(),
});
export const linkQuery = z.object({ ...signed, name: z.string().optional() });
