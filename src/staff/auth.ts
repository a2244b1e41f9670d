import { apiKey } from "@better-auth/api-key";
import { passkey } from "@better-auth/passkey";
import type { BetterAuthPlugin } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthEndpoint, createAuthMiddleware } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { z } from "zod";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { newId } from "../platform/ids.ts";
import { type Log, reason } from "../platform/log.ts";
import { deriveSecret } from "../platform/secrets.ts";
import { type AuthHooks, authHooks } from "./auth-hooks.ts";
import { staff, staffKeys, staffPasskeys, staffSessions, staffVerifications } from "./schema.ts";

interface Needs {
	config: Config;
	db: Db;
	log: Log;
	now: () => number;
}

export interface AuthOptions {
	/** Whether the browser takes `Secure` cookies from here, see `cookiesAreSecure`. */
	secure: boolean;
	/** Where else than at PUBLIC_URL the page was opened, e.g. at 127.0.0.1. */
	origin?: string;
	/** How long a link by mail is good for. */
	linkSeconds?: number;
	sendLink: (email: string, url: string) => Promise<void>;
}

const keyOptions = {
	defaultPrefix: "rlt_",
	maximumNameLength: 100,
	requireName: true,
	startingCharactersConfig: { charactersLength: 8 },
	// The Pacer counts requests: the plugin would write a row for each.
	rateLimit: { enabled: false },
	keyExpiration: { minExpiresIn: 0, maxExpiresIn: 3660 },
};

/** Signs in whoever has confirmed in Telegram; no address leads here. */
const confirmedLogin = {
	id: "confirmed-login",
	endpoints: {
		signInConfirmed: createAuthEndpoint.serverOnly(
			{ method: "POST", body: z.object({ userId: z.string() }) },
			async (ctx) => {
				const { internalAdapter } = ctx.context;
				const session = await internalAdapter.createSession(ctx.body.userId);
				const user = session && (await internalAdapter.findUserById(session.userId));
				if (!user) throw new APIError("FORBIDDEN", { message: "This person can't sign in." });
				await setSessionCookie(ctx, { session, user });
				return ctx.json({ ok: true });
			},
		),
	},
} satisfies BetterAuthPlugin;

/** The paths of better-auth that pages may call. Everything else of it is for us alone, or off. */
export const authPaths: readonly string[] = [
	"/sign-in/magic-link",
	...["/passkey/generate-register-options", "/passkey/verify-registration"],
	...["/passkey/generate-authenticate-options", "/passkey/verify-authentication"],
	...["/passkey/list-user-passkeys", "/passkey/delete-passkey", "/passkey/update-passkey"],
];

/**
 * Where a link by mail leads: to a page whose button signs in. The library's own address signs in whoever opens it,
 * and programs that look through mail open every link.
 * @param url the library's, which knows where to go on to
 */
function linkPage(origin: string, token: string, url: string): string {
	const page = new URL("/admin/login/link", origin);
	page.searchParams.set("token", token);
	const [, next] = /^\/admin(\/.+)$/.exec(new URL(url).searchParams.get("callbackURL") ?? "") ?? [];
	if (next) page.searchParams.set("next", next);
	return page.href;
}

/** Sessions, links by mail, passkeys and keys. Made for one request, as its hooks write as of that one. */
export async function createAuth({ config, db, log, now }: Needs, options: AuthOptions) {
	const { origin } = new URL(config.PUBLIC_URL);
	const hooks: AuthHooks = authHooks({ db, now });
	const ours = { type: "string", required: false, input: false } as const;
	return betterAuth({
		appName: "Rialto",
		baseURL: origin,
		basePath: "/api/auth",
		// Nothing more to set: another ENCRYPTION_KEY ends every session.
		secret: await deriveSecret(config.ENCRYPTION_KEY, "staff-sessions"),
		trustedOrigins: [origin, ...(options.origin ? [options.origin] : [])],
		// D1 has no transactions but batches; the adapter asks for none unless told to.
		database: drizzleAdapter(db, {
			provider: "sqlite",
			schema: {
				...{ user: staff, session: staffSessions, verification: staffVerifications },
				...{ passkey: staffPasskeys, apikey: staffKeys },
			},
		}),
		user: {
			additionalFields: {
				role: ours,
				language: ours,
				telegramId: { type: "number", required: false, input: false },
				lastLoginAt: { type: "date", required: false, input: false },
				disabledAt: { type: "date", required: false, input: false },
			},
		},
		session: { expiresIn: 14 * 86_400, updateAge: 86_400 },
		// Requests are counted by the Pacer.
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		// What comes behind the message may hold what somebody sent.
		logger: { log: (level, message) => log[level]("staff", `better-auth: ${reason(message)}`) },
		advanced: {
			// The prefix `__Host-` asks for Secure and for the path `/`, and permits no domain.
			cookiePrefix: options.secure ? "__Host-rialto" : "rialto",
			useSecureCookies: false,
			defaultCookieAttributes: { secure: options.secure, httpOnly: true, sameSite: "lax", path: "/" },
			ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
			// Staff without a mail address are none of its own.
			database: { validateSchema: false, generateId: ({ model }) => newId(prefixes[model] ?? "auth") },
		},
		databaseHooks: hooks.database,
		hooks: { after: createAuthMiddleware(hooks.after) },
		plugins: [
			magicLink({
				expiresIn: options.linkSeconds ?? 15 * 60,
				storeToken: "hashed",
				sendMagicLink: ({ email, token, url }) =>
					options.sendLink(email.toLowerCase(), linkPage(origin, token, url)),
			}),
			passkey({ rpID: new URL(origin).hostname, rpName: "Rialto", origin }),
			apiKey(keyOptions),
			confirmedLogin,
		],
	});
}

const prefixes: Record<string, string> = {
	...{ user: "stf", session: "ses", verification: "ver", passkey: "psk", apikey: "key" },
};

export type Auth = Awaited<ReturnType<typeof createAuth>>;

/** The name of the session's cookie starts with one of these. */
export const sessionCookie = (secure: boolean) =>
	secure ? "__Host-rialto.session_token" : "rialto.session_token";
