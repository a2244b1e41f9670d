import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { readConfig } from "./platform/env.ts";
import type { HttpEnv } from "./platform/http.ts";

/** Where files of the bucket come from and go to, if not by the Worker. */
const bucket = (c: Context) => {
	const { MEDIA_S3_URL, MEDIA_S3_KEY_ID, MEDIA_S3_SECRET } = readConfig(c.env);
	return MEDIA_S3_URL && MEDIA_S3_KEY_ID && MEDIA_S3_SECRET ? new URL(MEDIA_S3_URL).origin : "'self'";
};

/** Pages run what this Worker serves, and show pictures from anywhere. Styles are set by scripts at work. */
const guarded = secureHeaders({
	contentSecurityPolicy: {
		defaultSrc: ["'self'"],
		styleSrc: ["'self'", "'unsafe-inline'"],
		connectSrc: ["'self'", bucket],
		imgSrc: ["'self'", "data:", "blob:", "https:", bucket],
		mediaSrc: ["'self'", "blob:", "https:", bucket],
		objectSrc: ["'none'"],
		baseUri: ["'none'"],
		formAction: ["'self'"],
		frameAncestors: ["'none'"],
	},
	xFrameOptions: "DENY",
	referrerPolicy: "same-origin",
	crossOriginResourcePolicy: "same-origin",
	// The operator's own choice, also for the names beside this one.
	strictTransportSecurity: false,
});

/** The web apps. Every address of one is the same page: which part it shows is decided in the browser. */
export const web = new Hono<HttpEnv>()
	.get("/", (c) => c.redirect("/admin"))
	.use("/admin", guarded)
	.use("/admin/*", guarded)
	// What is there is served past the Worker; the rest is of a build that is gone.
	.get("/admin/assets/*", (c) => c.notFound())
	.get("/admin/:file{[\\w-]+\\.\\w+}", async (c) => copyOf(await asset(c.env, c.req.url, c.req.path)))
	.on("GET", ["/admin", "/admin/*"], async (c) => {
		const page = await asset(c.env, c.req.url, "/admin/index.html");
		if (page.ok) return copyOf(page, { "cache-control": "no-cache" });
		return c.text("The dashboard has not been built: `npm start` does it.", 503);
	});

const asset = (env: Env, url: string, path: string) => env.ASSETS.fetch(new URL(path, url));

/** Its headers can be added to. */
function copyOf(response: Response, headers: Record<string, string> = {}): Response {
	const copy = new Response(response.body, response);
	for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
	return copy;
}
