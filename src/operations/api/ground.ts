import type { MiddlewareHandler } from "hono";
import { readConfig } from "../../platform/env.ts";
import type { HttpEnv } from "../../platform/http.ts";
import { reason } from "../../platform/log.ts";
import { getRegistry } from "../../platform/registry.ts";
import { sameSecret } from "../../platform/secrets.ts";

/**
 * The doctor where nothing can be made of the bindings: no tables, no database, another key. The rest of the Worker
 * answers 500 then, and the doctor is asked why. For the owner's key alone, as nobody else can be known.
 */
export const groundOfDoctor: MiddlewareHandler<HttpEnv> = async (c, next) => {
	try {
		await getRegistry(c.env, { fresh: true });
	} catch (error) {
		const secret = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
		if (!secret || !(await sameSecret(secret, readConfig(c.env).OWNER_KEY))) throw error;
		const sealed = error instanceof Error && error.name === "OperationError";
		const check = sealed
			? {
					name: "Key (ENCRYPTION_KEY)",
					fix: "Set the ENCRYPTION_KEY that the bots were added with; while it changes, the old one as ENCRYPTION_KEY_PREVIOUS.",
				}
			: {
					name: "Database (D1)",
					fix: "npm run deploy makes the database and applies its migrations (locally npm start).",
				};
		return c.json({ ok: false, checks: [{ ...check, ok: false, detail: reason(error) }] });
	}
	return next();
};
