import type { Context, MiddlewareHandler } from "hono";
import { z } from "zod";
import { readConfig } from "./env.ts";
import { AppError, RetryLater } from "./errors.ts";
import { Log, reason } from "./log.ts";
import { sameSecret } from "./secrets.ts";

export type HttpEnv = { Bindings: Env; Variables: { log: Log; requestId: string; actor: string } };

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
		return c.json(
			{ error: { code, message, ...(fields ? { fields } : {}) }, request_id: requestId },
			error.status,
		);
	}
	if (error instanceof RetryLater) {
		c.header("Retry-After", String(error.seconds));
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

/** Only who holds the bootstrap owner key, as `Authorization: Bearer`. */
export const requireOwner: MiddlewareHandler<HttpEnv> = async (c, next) => {
	const given = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
	if (!(await sameSecret(given, readConfig(c.env).OWNER_KEY))) {
		throw new AppError(401, "unauthorized", "Send the owner key as `Authorization: Bearer ...`.");
	}
	c.set("actor", "owner");
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
export function parse<T>(value: unknown, schema: z.ZodType<T>): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const fields = Object.fromEntries(
		result.error.issues.map((issue) => [issue.path.join(".") || "body", issue.message]),
	);
	throw new AppError(400, "invalid", "Some fields are not right.", fields);
}

export const telegramId = z.coerce
	.number("must be a Telegram id")
	.int("must be a Telegram id")
	.positive("must be a Telegram id");
