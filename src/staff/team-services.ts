import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import type { Log } from "../platform/log.ts";
import type { Registry } from "../platform/registry.ts";
import { deriveSecret } from "../platform/secrets.ts";
import { type Auth, type AuthOptions, createAuth } from "./auth.ts";
import { createInvitations, type Invitations } from "./invitations.ts";
import { createKeys, type Keys } from "./keys.ts";
import { createLinks } from "./links.ts";
import { invitationLifeMs, triesAllowed, triesWindowSeconds } from "./login/rules.ts";
import { createLogins, type Logins } from "./login/service.ts";
import { createMail } from "./mail.ts";
import { createTeam, type Team } from "./team.ts";

/** Who works here, and how they get in. */
export interface TeamServices {
	team: Team;
	invitations: Invitations;
	keys: Keys;
	logins: Logins;
	auth: (options: Omit<AuthOptions, "sendLink">) => Promise<Auth>;
}

interface Needs {
	env: Env;
	config: Config;
	db: Db;
	log: Log;
	registry: Registry;
	now: () => number;
}

/** @param pacerOf the actor of a rate limit */
export function createTeamServices(
	deps: Needs,
	pacerOf: (name: string) => ReturnType<Env["PACER"]["getByName"]>,
): TeamServices {
	const { config } = deps;
	const links = createLinks({ ...deps, mail: createMail(deps) });
	const auth: TeamServices["auth"] = (options) => createAuth(deps, { sendLink: links.signIn, ...options });
	const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
	const login = {
		...deps,
		hash: (purpose: string, text: string) => deriveSecret(config.HASH_KEY, `${purpose}:${text}`),
		random,
		newSecret: () => [...random(24)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
	};
	return {
		auth,
		team: createTeam(deps),
		keys: createKeys({ ...deps, auth: () => auth({ secure: true }) }),
		invitations: createInvitations({
			...login,
			home: "/admin",
			newCode: login.newSecret,
			authFor: (sendLink) =>
				createAuth(deps, {
					secure: true,
					linkSeconds: invitationLifeMs / 1000,
					sendLink: (_, url) => sendLink(url),
				}),
			sendMail: links.invitation,
		}),
		logins: createLogins({
			...login,
			admins: config.ADMIN_TELEGRAM_IDS,
			admit: async (id) => pacerOf(`login:telegram:${id}`).admit(triesAllowed, triesWindowSeconds),
			forgive: async (id) => pacerOf(`login:telegram:${id}`).forgive(),
		}),
	};
}
