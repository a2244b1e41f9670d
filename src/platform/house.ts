import { type Alerts, createAlerts } from "./alerts.ts";
import { clock } from "./clock.ts";
import { type Db, openDb } from "./db.ts";
import { type Config, readConfig } from "./env.ts";
import { Log } from "./log.ts";
import { type Metrics, metricsBy } from "./metrics.ts";
import { getRegistry, type Registry } from "./registry.ts";
import type { Settings } from "./settings.ts";
import { createStaffCards, type StaffCards } from "./staff-cards.ts";

/** What every room stands on, made of the bindings of one invocation. */
export interface House {
	env: Env;
	config: Config;
	log: Log;
	db: Db;
	now: () => number;
	registry: Registry;
	settings: Settings;
	/** The queue of what follows a commit. */
	events: Queue;
	persons: Env["PERSON"];
	alerts: Alerts;
	cards: StaffCards;
	metrics: Metrics;
	/** The actor of a rate limit. */
	pacer: (name: string) => ReturnType<Env["PACER"]["getByName"]>;
}

export async function openHouse(env: Env, given?: Log): Promise<House> {
	const config = readConfig(env);
	const registry = await getRegistry(env);
	const log = given ?? new Log(config.LOG_LEVEL);
	const db = openDb(env.DB);
	const { now } = clock;
	return {
		...{ env, config, registry, log, db, now },
		settings: registry.settings,
		events: env.EVENTS,
		persons: env.PERSON,
		alerts: createAlerts({ env, registry, log }),
		cards: createStaffCards({ env, db, registry, log, now }),
		metrics: metricsBy(env.METRICS),
		pacer: (name) => env.PACER.getByName(name),
	};
}
