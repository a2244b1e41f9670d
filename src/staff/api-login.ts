import { isAPIError } from "better-auth/api";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { notSignedIn, permissionsOf } from "../platform/access.ts";
import { AppError } from "../platform/errors.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { isLanguage } from "../platform/i18n/index.ts";
import { describe, valid } from "../platform/openapi.ts";
import { done } from "../platform/shapes.ts";
import { cut } from "../platform/text.ts";
import { iso } from "../platform/time.ts";
import { authOf, limitLogins, secureFor } from "./api-identify.ts";
import { sessionCookie } from "./auth.ts";
import { agentOf, loginLifeMs, shownCode } from "./login/rules.ts";
import { takesCodes } from "./login/service.ts";
import * as shapes from "./shapes.ts";
import type { StaffRow } from "./team.ts";
import type { StaffServices } from "./wiring.ts";

type Needs = StaffServices & House;

type C = Context<ApiEnv<Needs>>;

const loginCookie = (c: C) => (secureFor(c) ? "__Host-rialto.login" : "rialto.login");
const cookieOptions = (c: C) =>
	({ path: "/", httpOnly: true, sameSite: "Lax", secure: secureFor(c) }) as const;

/** @throws AppError 401; the routes' tag lets in nobody else */
function signedIn({ var: { identity } }: C) {
	if (!identity?.person) throw notSignedIn();
	return identity.person;
}

export const shownPerson = (
	{ id, name, email, telegramId, role, language }: StaffRow,
	accounts: readonly number[],
) => ({
	accounts: [...accounts],
	...{ id, name, email, telegram_id: telegramId, role },
	language: isLanguage(language) ? language : ("en" as const),
});

const shownSession = async (c: C, row: StaffRow) => ({
	staff: shownPerson(row, await c.var.deps.team.accounts(row.id)),
	permissions: permissionsOf(row.role),
});

interface SessionRow {
	id: string;
	createdAt: Date;
	expiresAt: Date;
	ipAddress: string | null;
	userAgent: string | null;
}

export const shownSessions = (rows: SessionRow[], current: string | undefined) => ({
	sessions: rows.map((row) => ({
		id: row.id,
		created_at: row.createdAt.toISOString(),
		expires_at: row.expiresAt.toISOString(),
		address: row.ipAddress || null,
		agent: agentOf(row.userAgent ?? ""),
		current: row.id === current,
	})),
});

/** The way in by Telegram. */
export const loginApi = new Hono<ApiEnv<Needs>>()
	.post(
		"/request-login",
		describe("Login", "Begins a login by Telegram", shapes.loginRequestAnswer, {
			errors: [429],
			write: true,
			description:
				"Send the code to the bot as `/admin_login CODE`, or open the link, and confirm there within ten minutes. The browser keeps a secret in a cookie, without which the code is of no use. Five in a quarter of an hour for each address.",
		}),
		limitLogins,
		async (c) => {
			const { logins, registry } = c.var.deps;
			const { cf } = c.req.raw;
			const text = (value: unknown) => (typeof value === "string" ? cut(value, 80) : null);
			const userAgent = c.req.header("user-agent") ?? "";
			const origin = { country: text(cf?.country), city: text(cf?.city), userAgent };
			const { code, secret, expiresAt } = await logins.request(origin);
			setCookie(c, loginCookie(c), secret, { ...cookieOptions(c), maxAge: loginLifeMs / 1000 });
			const bot = [...registry.bots.values()].find((one) => takesCodes(registry.settings, one));
			const link = `https://t.me/${bot?.username}?start=login_${code}`;
			return c.json({
				code: shownCode(code),
				expires_at: iso(expiresAt),
				bot: bot ? { id: bot.id, username: bot.username, link } : null,
			});
		},
	)
	.get(
		"/login",
		describe("Login", "How the login of this browser stands", shapes.loginStateAnswer),
		async (c) => {
			const secret = getCookie(c, loginCookie(c));
			return c.json({ state: secret ? await c.var.deps.logins.state(secret) : ("expired" as const) });
		},
	)
	.post(
		"/login",
		describe("Login", "Signs this browser in, once its login is confirmed", done, {
			errors: [409],
			write: true,
			description: "Once: the session comes as a cookie.",
		}),
		async (c) => {
			const secret = getCookie(c, loginCookie(c));
			const userId = secret ? await c.var.deps.logins.use(secret) : null;
			if (!userId) throw new AppError(409, "not_confirmed", "There is no confirmed login of this browser.");
			const { api } = await authOf(c);
			const { headers } = await api
				.signInConfirmed({ body: { userId }, headers: c.req.raw.headers, returnHeaders: true })
				.catch(() => {
					throw new AppError(409, "not_confirmed", "This person can't sign in any more.");
				});
			for (const cookie of headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true });
			setCookie(c, loginCookie(c), "", { ...cookieOptions(c), maxAge: 0 });
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/login/link",
		describe("Login", "Signs this browser in by the link of a mail", done, {
			errors: [400, 409],
			write: true,
			description: "Once: the session comes as a cookie. To open the link alone signs nobody in.",
		}),
		valid("json", shapes.linkInput),
		async (c) => {
			const { api } = await authOf(c);
			const { headers } = await api
				.magicLinkVerify({
					query: { token: c.req.valid("json").token },
					headers: c.req.raw.headers,
					returnHeaders: true,
				})
				.catch((error: unknown) => {
					// It would lead elsewhere, with the reason in the address.
					if (!isAPIError(error)) throw error;
					throw new AppError(409, "bad_link", "This link is no longer good, or not for anybody of the team.");
				});
			for (const cookie of headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true });
			return c.json({ ok: true as const });
		},
	);

/** Whoever is signed in, and their own sessions. */
export const sessionApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/session",
		describe("Session", "Who is signed in, and what they may", shapes.sessionAnswer),
		async (c) => c.json(await shownSession(c, await c.var.deps.team.find(signedIn(c).id))),
	)
	.patch(
		"/session",
		describe("Session", "Changes one's own name or language", shapes.sessionAnswer, {
			errors: [400],
			write: true,
		}),
		valid("json", shapes.sessionInput),
		async (c) =>
			c.json(await shownSession(c, await c.var.deps.team.rename(signedIn(c).id, c.req.valid("json")))),
	)
	.post("/logout", describe("Session", "Signs this browser out", done, { write: true }), async (c) => {
		await c.var.deps.team.logOut(signedIn(c));
		setCookie(c, sessionCookie(secureFor(c)), "", { ...cookieOptions(c), maxAge: 0 });
		return c.json({ ok: true as const });
	})
	.get("/session/list", describe("Session", "One's own sessions", shapes.sessionsAnswer), async (c) => {
		const { id, sessionId } = signedIn(c);
		return c.json(shownSessions(await c.var.deps.team.sessions(id), sessionId));
	})
	.delete(
		"/session/list/:id",
		describe("Session", "Ends one of one's own sessions", done, { errors: [400, 404], write: true }),
		valid("param", shapes.staffParam),
		async (c) => {
			const { id } = signedIn(c);
			await c.var.deps.team.endSession(id, c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
