import { Hono } from "hono";
import { describeRoute, generateSpecs } from "hono-openapi";
import type { ApiEnv } from "../deps.ts";
import { docsPage } from "./docs-page.ts";

const info = {
	title: "Rialto",
	version: "1",
	description:
		"The staff door. Every route but those of the documentation needs the owner key as `Authorization: Bearer ...`. Lists go on with `cursor`, the `next` of the page before.",
};

/** The document of `/api`, made of what its routes say, and the page that shows it. Open to everybody: it has no data. */
export function docsOf(api: Hono<ApiEnv>) {
	const docs = new Hono<ApiEnv>()
		.get(
			"/openapi.json",
			describeRoute({
				tags: ["Documentation"],
				summary: "This document",
				responses: { 200: { description: "OpenAPI 3.1", content: { "application/json": {} } } },
			}),
			async (c) => c.json(await document(new URL(c.req.url).origin)),
		)
		.get(
			"/docs",
			describeRoute({
				tags: ["Documentation"],
				summary: "This document as a page",
				responses: { 200: { description: "A page that needs nothing else", content: { "text/html": {} } } },
			}),
			async (c) => {
				// Nothing is loaded, so nothing may be; the styles stand in the page.
				c.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
				return c.html(docsPage(await document(new URL(c.req.url).origin)));
			},
		);
	const all: Hono<ApiEnv> = new Hono<ApiEnv>().route("/api", api).route("/api", docs);
	const document = async (origin: string): Promise<object> =>
		generateSpecs(all, {
			documentation: {
				info,
				servers: [{ url: origin }],
				components: { securitySchemes: { ownerKey: { type: "http", scheme: "bearer" } } },
			},
			excludeStaticFile: false,
		});
	return docs;
}
