import { type Context, Hono } from "hono";
import { AppError } from "../platform/errors.ts";
import type { ApiEnv } from "../platform/http.ts";
import { rangeOf } from "./rules/links.ts";
import { linkQuery, uploadQuery } from "./shapes.ts";
import type { MediaServices } from "./wiring.ts";

const keyOf = (c: Context) => decodeURIComponent(new URL(c.req.url).pathname.slice("/media/".length));

/** The Worker's own signed addresses: who has one may use it, and nobody else. */
export const mediaFiles = new Hono<ApiEnv<MediaServices>>()
	.put("/media/*", async (c) => {
		const asked = uploadQuery.safeParse(c.req.query());
		if (!asked.success) throw wrongLink();
		const sent = {
			type: c.req.header("content-type"),
			length: c.req.header("content-length"),
			body: c.req.raw.body,
		};
		await c.var.deps.media.files.receive({ key: keyOf(c), ...asked.data }, sent);
		return c.body(null, 200);
	})
	.get("/media/*", async (c) => {
		const asked = linkQuery.safeParse(c.req.query());
		if (!asked.success) throw wrongLink();
		const { name = null, ...signed } = asked.data;
		const range = rangeOf(c.req.header("range"));
		const object = await c.var.deps.media.files.give({ key: keyOf(c), name, ...signed }, range);
		const headers = new Headers({
			"content-type": object.httpMetadata?.contentType ?? "application/octet-stream",
			"content-length": String(object.size),
			"accept-ranges": "bytes",
			"cache-control": "private, max-age=600",
			"x-content-type-options": "nosniff",
			"content-security-policy": "default-src 'none'; sandbox",
			"content-disposition": name
				? `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`
				: "inline",
		});
		const part = range && object.range && "offset" in object.range ? object.range : null;
		if (!part) return new Response(object.body, { headers });
		const offset = part.offset ?? 0;
		const length = part.length ?? object.size - offset;
		headers.set("content-length", String(length));
		headers.set("content-range", `bytes ${offset}-${offset + length - 1}/${object.size}`);
		return new Response(object.body, { status: 206, headers });
	});

const wrongLink = () => new AppError(403, "wrong_link", "This link is not one of ours, or its time is over.");
