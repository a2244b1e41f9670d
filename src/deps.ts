import { type Chat, createChat } from "./chat/service.ts";
import { chatSettings } from "./chat/settings.ts";
import { type Channels, createChannels } from "./people/service/channels.ts";
import { createRights, type Rights } from "./people/service/rights.ts";
import { createSupport, type Support } from "./people/service/support.ts";
import { createPeople, type People } from "./people/service.ts";
import { peopleSettings } from "./people/settings.ts";
import { type Alerts, controlChat, createAlerts } from "./platform/alerts.ts";
import { type Db, openDb } from "./platform/db.ts";
import { type Config, readConfig } from "./platform/env.ts";
import { flags } from "./platform/flags.ts";
import type { HttpEnv } from "./platform/http.ts";
import { Log } from "./platform/log.ts";
import type { OutboxHandlers } from "./platform/outbox.ts";
import { getRegistry, type Registry } from "./platform/registry.ts";
import type { Setting } from "./platform/settings.ts";
import { createStaff, type Staff } from "./staff/service.ts";

/** Everything a handler may ask for, made of the bindings of one invocation. */
export interface Deps {
	env: Env;
	config: Config;
	log: Log;
	db: Db;
	now: () => number;
	registry: Registry;
	people: People;
	chat: Chat;
	channels: Channels;
	support: Support;
	rights: Rights;
	alerts: Alerts;
	staff: Staff;
	outbox: OutboxHandlers;
}

/** What a route of a capability's api finds. */
export type ApiEnv = HttpEnv & { Variables: { deps: Deps } };

/** Every setting there is: a new capability adds its own here. */
export const allSettings = [
	...Object.values(flags),
	controlChat,
	...peopleSettings,
	...chatSettings,
] as Setting[];

/** Bindings become services here, for requests, queues and the clock alike. */
export async function createDeps(env: Env, log?: Log): Promise<Deps> {
	const config = readConfig(env);
	const registry = await getRegistry(env);
	const deps = {
		env,
		config,
		registry,
		log: log ?? new Log(config.LOG_LEVEL),
		db: openDb(env.DB),
		now: () => Date.now(),
	};
	const chat = createChat(env);
	const alerts = createAlerts(deps);
	const needs = {
		...deps,
		settings: registry.settings,
		persons: env.PERSON,
		events: env.EVENTS,
		alerts,
		guests: { expel: (userId: number) => chat.expel(userId, "excluded", null) },
	};
	const people = createPeople(needs);
	const support = createSupport(needs);
	const staff = createStaff({ ...deps, allSettings });
	return {
		...deps,
		people,
		chat,
		channels: createChannels(needs),
		support,
		// Whoever keeps something of people is in here.
		rights: createRights({ ...needs, data: [chat.data, support.data] }),
		alerts,
		staff,
		outbox: { "person.changed": async ({ userId }) => void (await people.refresh(userId)) },
	};
}
