import type { Alerts } from "../../platform/alerts.ts";
import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import type { Log } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import type { StaffCards } from "../../platform/staff-cards.ts";

import type { GroupMoves } from "./moves.ts";

export interface Needs {
	env: Env;
	config: Config;
	db: Db;
	settings: Settings;
	alerts: Alerts;
	cards: StaffCards;
	moves: () => GroupMoves;
	log: Log;
	now: () => number;
}
