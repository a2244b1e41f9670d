import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { Identity } from "./access.ts";
import { readConfig } from "./env.ts";
import { AppError, isHiccup, RetryLater, TooMany } from "./errors.ts";
import { Log, reason } from "./log.ts";

export type HttpEnv = {
	Bindings: Env;
	Variables: { log: Log; requestId: string; actor: string; identity: Identity | null };
};

/** What a route finds: the services it asks for. */
export type ApiEnv<Services extends object> = HttpEnv & { Variables: { deps: Services } };

/** Gives every request an id and a log that carries it. */
export const withRequest: MiddlewareHandler<HttpEnv> = async (c, next) => {
	const requestId = c.req.header("cf-ray") ?? crypto.randomUUID();
	c.set("requestId", requestId);
	c.set("log", new Log(readConfig(c.env).LOG_LEVEL, { request_id: requestId }));
	await next();
	c.header("X-Request-Id", requestId);
};

/** The only place where errors become answers. */
export function toResponse<E extends HttpEnv>(error: Error, c: Context<E>): Response {
	const log: Log = c.get("log") ?? new Log("info");
	const requestId = c.get("requestId") ?? null;
	if (error instanceof AppError) {
		const { code, message, fields } = error;
		// Whoever deploys reads the log first.
		if (code === "incomplete") log.error("http", message);
		if (error instanceof TooMany) c.header("Retry-After", String(error.seconds));
		return c.json(
			{ error: { code, message, ...(fields ? { fields } : {}) }, request_id: requestId },
			error.status,
		);
	}
	if (error instanceof HTTPException && error.status === 400) {
		return toResponse(new AppError(400, "not_json", "The body must be JSON."), c);
	}
	const hiccup = isHiccup(error);
	if (hiccup) log.warn("http", "request waits for the platform", { reason: reason(error), path: c.req.path });
	if (hiccup || error instanceof RetryLater) {
		c.header("Retry-After", String(error instanceof RetryLater ? error.seconds : 1));
		return c.json(
			{ error: { code: "retry_later", message: "Try again later." }, request_id: requestId },
			503,
		);
	}
	log.error("http", "request failed", { reason: reason(error), path: c.req.path });
	return c.json(
		{ error: { code: "internal", message: "Something went wrong on our side." }, request_id: requestId },
		500,
	);
}

/** Nothing that is sent here is longer. */
export const limitBody: MiddlewareHandler<HttpEnv> = bodyLimit({
	maxSize: 1024 * 1024,
	onError: () => {
		throw new AppError(413, "too_big", "A body has at most 1 MiB.");
	},
});

/** What browsers must know of answers that are data: they are what they say they are, and nobody's to keep. */
export const answersAreData: MiddlewareHandler<HttpEnv> = async (c, next) => {
	await next();
	c.header("X-Content-Type-Options", "nosniff");
	c.header("Cache-Control", "no-store");
};

/** A body that says nothing of its kind, or what curl says by itself, is taken as JSON; Hono would pass it over. */
export const bodiesAreJson: MiddlewareHandler<HttpEnv> = async (c, next) => {
	const kind = c.req.header("content-type") ?? "";
	if (c.req.raw.body && /^($|text\/plain|application\/x-www-form-urlencoded)/.test(kind)) {
		const headers = new Headers(c.req.raw.headers);
		headers.set("content-type", "application/json");
		c.req.raw = new Request(c.req.raw, { headers });
	}
	await next();
};

/** A page of somebody else must not write in a signed-in browser's name. Clients that are no browser send no `Origin`. */
export const refuseForeignOrigin: MiddlewareHandler<HttpEnv> = async (c, next) => {
	const origin = c.req.header("origin");
	const ours = [readConfig(c.env).PUBLIC_URL, c.req.url].map((url) => new URL(url).origin);
	if (origin !== undefined && !["GET", "HEAD", "OPTIONS"].includes(c.req.method) && !ours.includes(origin)) {
		throw new AppError(403, "foreign_origin", "Writes are taken from this Worker's own pages only.");
	}
	await next();
};

/** @throws AppError 400 that names each field at fault */
export async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
	const json: unknown = await c.req.json().catch(() => {
		throw new AppError(400, "not_json", "The body must be JSON.");
	});
	return parse(json, schema);
}

/** @throws AppError 400 that names each field at fault */
function parse<T>(value: unknown, schema: z.ZodType<T>): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw invalid(result.error.issues);
}

/** Names each field at fault. */
export function invalid(issues: { path: PropertyKey[]; message: string }[]): AppError {
	const fields = issues.map(({ path, message }) => [path.map(String).join(".") || "body", message]);
	return new AppError(400, "invalid", "Some fields are not right.", Object.fromEntries(fields));
}

export const telegramId = z.coerce
	.number("must be a Telegram id")
	.int("must be a Telegram id")
	.positive("must be a Telegram id");
