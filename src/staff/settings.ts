import { z } from "zod";
import { defineSetting, type Setting } from "../platform/settings.ts";

const perMinute = (name: string, value: number, label: string) =>
	defineSetting({
		key: `api.${name}_per_minute`,
		schema: z.coerce.number().int().min(1).max(100_000),
		default: value,
		label,
		help: "For each signed-in person and each key, and of wrong keys for each address. The bootstrap owner key has ten times as many.",
	});

export const requestsPerMinute = {
	default: perMinute("requests", 100, "Requests a minute"),
	users: perMinute("users", 100, "Requests of /api/users a minute"),
	stats: perMinute("stats", 60, "Requests of /api/stats a minute"),
	config: perMinute("config", 30, "Requests of /api/config a minute"),
};

export const staffSettings = Object.values(requestsPerMinute) as Setting[];
