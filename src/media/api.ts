import { Hono } from "hono";
import type { z } from "zod";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { done } from "../platform/shapes.ts";
import { iso } from "../platform/time.ts";
import type { Media, MediaRow } from "./service.ts";
import * as shapes from "./shapes.ts";
import type { MediaServices } from "./wiring.ts";

const tag = "Media";
/** The operator's own library. */
const account = null;

async function shown(media: Media, row: MediaRow): Promise<z.infer<typeof shapes.mediaAnswer>> {
	const { id, kind, type, bytes, width, height, duration, name } = row;
	const [url, download_url] = await Promise.all([media.url(row), media.downloadUrl(row)]);
	return {
		...{ id, kind, type, size: bytes, width, height, duration, name, url, download_url },
		created_at: iso(row.createdAt),
		created_by: row.createdBy,
	};
}

/** Pictures and videos of the library. */
export const mediaApi = new Hono<ApiEnv<MediaServices>>()
	.post(
		"/media",
		describe(tag, "Announces a picture or video, and answers where to upload it", shapes.beginAnswer, {
			status: 201,
			errors: [400],
			write: true,
			description:
				"Then send the file to `url` by PUT with `headers`, and complete it. JPEG, PNG, WebP, GIF, MP4 and MOV are taken.",
		}),
		valid("json", shapes.beginInput),
		async (c) => {
			const { deps, actor } = c.var;
			return c.json(await deps.media.begin({ account, ...c.req.valid("json") }, actor), 201);
		},
	)
	.post(
		"/media/:id/complete",
		describe(tag, "Looks at what was uploaded, cleans it and keeps it", shapes.mediaAnswer, {
			errors: [400, 404, 409],
			write: true,
			description:
				"Place, maker, time and other words about it are taken out; the orientation stays. What can't be cleaned is refused with 400 and a code that begins with `media_`. A repeat answers the same.",
		}),
		valid("param", shapes.mediaParam),
		async (c) => {
			const { deps, actor } = c.var;
			const row = await deps.media.complete(account, c.req.valid("param").id, actor);
			return c.json(await shown(deps.media, row));
		},
	)
	.get(
		"/media",
		describe(tag, "The library, newest first", shapes.libraryAnswer, { errors: [400] }),
		valid("query", shapes.libraryQuery),
		async (c) => {
			const { media } = c.var.deps;
			const { cursor, limit, kind, q } = c.req.valid("query");
			const filter = { kind: kind ?? null, q: q ?? null };
			const rows = await media.list(account, filter, cursor ?? null, limit + 1);
			const { page, last } = pageOf(rows, limit);
			const list = await Promise.all(page.map((row) => shown(media, row)));
			return c.json({ media: list, next: last?.id ?? null });
		},
	)
	.get(
		"/media/:id",
		describe(tag, "One picture or video", shapes.mediaAnswer, { errors: [404] }),
		valid("param", shapes.mediaParam),
		async (c) => {
			const { media } = c.var.deps;
			return c.json(await shown(media, await media.get(account, c.req.valid("param").id)));
		},
	)
	.patch(
		"/media/:id",
		describe(tag, "Calls it something else", shapes.mediaAnswer, { errors: [400, 404], write: true }),
		valid("param", shapes.mediaParam),
		valid("json", shapes.renameInput),
		async (c) => {
			const { deps, actor } = c.var;
			const { name } = c.req.valid("json");
			const row = await deps.media.rename(account, c.req.valid("param").id, name, actor);
			return c.json(await shown(deps.media, row));
		},
	)
	.delete(
		"/media/:id",
		describe(tag, "Deletes it", done, {
			errors: [404, 409],
			write: true,
			description: "409 `in_use` names what stands on it: take it out there first.",
		}),
		valid("param", shapes.mediaParam),
		async (c) => {
			const { deps, actor } = c.var;
			await deps.media.remove(account, c.req.valid("param").id, actor);
			return c.json({ ok: true as const });
		},
	);
