import type { Context, MiddlewareHandler } from "hono";
import type { StatusCode } from "hono/utils/http-status";
import { type Identity, isOfAccounts, isRole, permissionsOf, type Role } from "../platform/access.ts";
import { AppError, TooMany } from "../platform/errors.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { admitted } from "../platform/rate-fields.ts";
import { sameSecret } from "../platform/secrets.ts";
import { authPaths, sessionCookie } from "./auth.ts";
import { cookiesAreSecure, networkOf, triesAllowed, triesWindowSeconds } from "./login/rules.ts";
import { requestsPerMinute } from "./settings.ts";
import type { StaffServices } from "./wiring.ts";

type Needs = StaffServices & House;

type C = Context<ApiEnv<Needs>>;

/** Whether this browser takes `__Host-` cookies from here. */
export const secureFor = (c: C): boolean =>
	cookiesAreSecure(c.var.deps.config.PUBLIC_URL, c.req.header("user-agent") ?? "");

/** better-auth for this request; a browser may have opened the page by another address of this machine. */
export const authOf = (c: C) => c.var.deps.auth({ secure: secureFor(c), origin: new URL(c.req.url).origin });

/** Cloudflare sets it, and nobody else can. */
const addressOf = (c: C): string => networkOf(c.req.header("cf-connecting-ip") ?? "local");

async function bySession(c: C): Promise<Identity | null> {
	if (!c.req.header("cookie")?.includes(sessionCookie(secureFor(c)))) return null;
	const { api } = await authOf(c);
	const { headers, response } = await api.getSession({ headers: c.req.raw.headers, returnHeaders: true });
	// Once a day the session is prolonged, and its cookie with it.
	for (const cookie of headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true });
	const { id, role, disabledAt } = response?.user ?? {};
	if (!response || !id || disabledAt || !isRole(role ?? "")) return null;
	return {
		actor: `staff:${id}`,
		permissions: permissionsOf(role as Role),
		accounts: isOfAccounts(role as Role) ? await c.var.deps.team.accounts(id) : "all",
		person: { id, sessionId: response.session.id },
		staffId: id,
	};
}

/** Who sends `Authorization: Bearer`: the bootstrap key, or one of the keys that owners make. */
async function byKey(c: C, secret: string): Promise<Identity | null> {
	if (secret.startsWith("rlt_")) return c.var.deps.keys.identify(secret);
	if (!(await sameSecret(secret, c.var.deps.config.OWNER_KEY))) return null;
	return {
		actor: "owner",
		permissions: permissionsOf("owner"),
		accounts: "all",
		person: null,
		staffId: null,
	};
}

/** Who sends a key. Wrong ones are counted by address, and then none is looked at for a while. @throws TooMany */
async function byHeader(c: C, header: string): Promise<Identity | null> {
	const { env, registry } = c.var.deps;
	const limit = registry.settings.get(requestsPerMinute.default);
	const wrong = env.PACER.getByName(`api:address:${addressOf(c)}:keys`);
	let found = await wrong.standing(limit, 60);
	if (found.allowed) {
		const [, secret] = /^Bearer (.+)$/.exec(header) ?? [];
		const identity = secret ? await byKey(c, secret) : null;
		if (identity) return identity;
		found = await wrong.take(limit, 60);
	}
	c.header("RateLimit-Policy", `"keys";q=${limit};w=60`);
	c.header("RateLimit", `"keys";r=${found.left};t=${found.resetSeconds}`);
	if (!found.allowed) throw new TooMany(found.resetSeconds, "So many wrong keys in a minute are too many.");
	return null;
}

/** Says who calls, and counts the call. What they may is each route's own, by `describe`. */
export const identify: MiddlewareHandler<ApiEnv<Needs>> = async (c, next) => {
	const header = c.req.header("authorization");
	// A key that is sent is what counts: a wrong one is not made good by a cookie.
	const identity = header === undefined ? await bySession(c) : await byHeader(c, header);
	c.set("identity", identity);
	if (identity) c.set("actor", identity.actor);
	const path = c.req.path;
	if (identity || /^\/api\/login(\/link)?$/.test(path)) {
		const counted = await count(c, identity?.actor ?? `address:${addressOf(c)}`);
		await next();
		await counted();
	} else {
		await next();
	}
};

const policies = [
	{ name: "users", paths: /^\/api\/users(\/|$)/ },
	{ name: "stats", paths: /^\/api\/stats$/ },
	{ name: "config", paths: /^\/api\/config(\/|$)/ },
	{ name: "default", paths: /./ },
] as const;

/**
 * Counts a request: one call of an actor and no row. Broadcasts are counted an hour, where they begin.
 * @returns what puts the fields of draft-ietf-httpapi-ratelimit-headers into the answer
 * @throws TooMany
 */
async function count(c: C, who: string): Promise<() => void | Promise<void>> {
	const { env, registry } = c.var.deps;
	if (c.req.method === "POST" && c.req.path === "/api/broadcast") return () => undefined;
	const name = policies.find(({ paths }) => paths.test(c.req.path))?.name ?? "default";
	const limit = registry.settings.get(requestsPerMinute[name]) * (who === "owner" ? 10 : 1);
	const taken = await env.PACER.getByName(`api:${who}:${name}`).take(limit, 60);
	const fields = () => {
		c.header("RateLimit-Policy", `"${name}";q=${limit};w=60`);
		c.header("RateLimit", `"${name}";r=${taken.left};t=${taken.resetSeconds}`);
	};
	if (taken.allowed) return fields;
	fields();
	throw new TooMany(taken.resetSeconds, "So many requests in a minute are too many.");
}

/** Requests that cost mail or lead to a guess: five in a quarter of an hour, by address. @throws TooMany */
export const limitLogins: MiddlewareHandler<ApiEnv<Needs>> = async (c, next) => {
	const pacer = `login:address:${addressOf(c)}`;
	const seconds = await c.var.deps.env.PACER.getByName(pacer).admit(triesAllowed, triesWindowSeconds);
	await admitted(c, { name: "login", pacer, limit: triesAllowed, seconds: triesWindowSeconds });
	if (seconds > 0) throw new TooMany(seconds, "So many tries are too many. Wait a little.");
	await next();
};

/** What pages call of better-auth: links by mail and passkeys. Nothing else of it is reachable. */
export const authRoutes: MiddlewareHandler<ApiEnv<Needs>> = async (c) => {
	const path = c.req.path.replace(/^\/api\/auth/, "");
	if (!authPaths.includes(path)) throw new AppError(404, "not_found", "There is nothing here.");
	if (path === "/sign-in/magic-link") await limitLogins(c, async () => undefined);
	else {
		const fields = await count(c, `address:${addressOf(c)}`);
		await fields();
	}
	const { handler } = await authOf(c);
	const answer = await handler(c.req.raw);
	for (const [name, value] of answer.headers) c.header(name, value, { append: name === "set-cookie" });
	return c.newResponse(answer.body, answer.status as StatusCode);
};
