import { Hono } from "hono";
import { describeRoute, generateSpecs } from "hono-openapi";
import type { ApiEnv } from "../platform/http.ts";
import { docsPage } from "./api-page.ts";
import { withComponents } from "./components.ts";
import { withExamples } from "./examples.ts";

const info = {
	title: "Rialto",
	version: "1",
	license: { name: "MIT", identifier: "MIT" },
	description:
		"The staff door. Sign in, or send a key as `Authorization: Bearer ...`: the bootstrap owner key, or one of those that owners make. Each route says which permission it needs. Lists go on with `cursor`, the `next` of the page before. A body of more than 1 MiB is answered 413.",
};

/** The document of `/api`, made of what its routes say, and the page that shows it. Open to everybody: it has no data. */
export function docsOf<Services extends object>(api: Hono<ApiEnv<Services>>) {
	const docs = new Hono<ApiEnv<Services>>()
		.get(
			"/openapi.json",
			describeRoute({
				tags: ["Documentation"],
				security: [],
				summary: "This document",
				responses: { 200: { description: "OpenAPI 3.1", content: { "application/json": {} } } },
			}),
			async (c) => c.json(withComponents(await document(new URL(c.req.url).origin))),
		)
		.get(
			"/docs",
			describeRoute({
				tags: ["Documentation"],
				security: [],
				summary: "This document as a page",
				responses: { 200: { description: "A page that needs nothing else", content: { "text/html": {} } } },
			}),
			async (c) => {
				// Nothing is loaded, so nothing may be; the styles stand in the page.
				c.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
				return c.html(docsPage(await document(new URL(c.req.url).origin)));
			},
		);
	const all: Hono<ApiEnv<Services>> = new Hono<ApiEnv<Services>>().route("/api", api).route("/api", docs);
	const document = async (origin: string): Promise<object> => {
		const plain = await generateSpecs(all, {
			documentation: {
				info,
				servers: [{ url: origin }],
				components: {
					securitySchemes: {
						key: { type: "http", scheme: "bearer", description: "The owner key, or a key of `/api/keys`" },
						session: { type: "apiKey", in: "cookie", name: "__Host-rialto.session_token" },
					},
				},
			},
			excludeStaticFile: false,
		});
		return withExamples(plain);
	};
	return docs;
}
