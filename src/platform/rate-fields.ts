import type { Context } from "hono";
import type { House } from "./house.ts";
import type { ApiEnv } from "./http.ts";

/** Puts into an answer what is left of what a pacer admits: the fields of draft-ietf-httpapi-ratelimit-headers. */
export async function admitted<Services extends Pick<House, "env">>(
	c: Context<ApiEnv<Services>>,
	{ name, pacer, limit, seconds }: { name: string; pacer: string; limit: number; seconds: number },
): Promise<void> {
	const { left, resetSeconds } = await c.var.deps.env.PACER.getByName(pacer).remaining(limit, seconds);
	c.header("RateLimit-Policy", `"${name}";q=${limit};w=${seconds}`);
	c.header("RateLimit", `"${name}";r=${left};t=${resetSeconds}`);
}
