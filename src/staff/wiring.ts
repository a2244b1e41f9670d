import { withoutProfile } from "../people/context.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { always, type Room, work } from "../platform/room.ts";
import { deriveSecret } from "../platform/secrets.ts";
import type { Admins } from "../platform/staff-chat.ts";
import { type AccountService, createAccounts } from "./accounts.ts";
import { createAdmins } from "./admins.ts";
import { type Auth, type AuthOptions, createAuth } from "./auth.ts";
import { createInvitations, type Invitations } from "./invitations.ts";
import { createKeys, type Keys } from "./keys.ts";
import { createLinks } from "./links.ts";
import { invitationLifeMs, triesAllowed, triesWindowSeconds } from "./login/rules.ts";
import { createLogins, type Logins } from "./login/service.ts";
import { createMail } from "./mail.ts";
import { staffData } from "./personal-data.ts";
import { staffSettings } from "./settings.ts";
import { createTeam, type Team } from "./team.ts";

export interface StaffServices {
	accounts: AccountService;
	admins: Admins;
	team: Team;
	invitations: Invitations;
	keys: Keys;
	logins: Logins;
	auth: (options: Omit<AuthOptions, "sendLink">) => Promise<Auth>;
}

/** Who works here, and how they get in. */
export function staffRoom(house: House): Room<StaffServices> {
	const { config, pacer } = house;
	const links = createLinks({ ...house, mail: createMail(house) });
	const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
	const login = {
		...house,
		hash: (purpose: string, text: string) => deriveSecret(config.HASH_KEY, `${purpose}:${text}`),
		random,
		newSecret: () => [...random(24)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
	};
	const services: StaffServices = lazily<StaffServices>({
		auth: () => (options) => createAuth(house, { sendLink: links.signIn, ...options }),
		accounts: () => createAccounts(house),
		admins: () => createAdmins(house),
		team: () => createTeam(house),
		keys: () => createKeys({ ...house, auth: () => services.auth({ secure: true }) }),
		invitations: () =>
			createInvitations({
				...login,
				newCode: login.newSecret,
				authFor: (sendLink) =>
					createAuth(house, {
						secure: true,
						linkSeconds: invitationLifeMs / 1000,
						sendLink: (_, url) => sendLink(url),
					}),
				sendMail: links.invitation,
			}),
		logins: () =>
			createLogins({
				...login,
				admins: config.ADMIN_TELEGRAM_IDS,
				admit: async (id) => pacer(`login:telegram:${id}`).admit(triesAllowed, triesWindowSeconds),
				forgive: async (id) => pacer(`login:telegram:${id}`).forgive(),
			}),
	});
	return {
		name: "staff",
		services,
		events: {},
		brings: {
			settings: staffSettings,
			callbacks: ["adm"],
			startPayloads: { login: withoutProfile, invite: withoutProfile },
			personData: { team: () => staffData(house) },
			night: { team: work(0, always, () => services.team.purge()) },
		},
	};
}
