type Area =
	| "http"
	| "insights"
	| "updates"
	| "people"
	| "chat"
	| "delivery"
	| "payments"
	| "groups"
	| "operations"
	| "referrals"
	| "vip"
	| "locks"
	| "staff"
	| "jobs"
	| "cron";
type Level = "debug" | "info" | "warn" | "error";

type Fields = Record<string, string | number | boolean | null | undefined>;

const rank: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };
// A bot token is `{digits}:{35 characters}`; it stands in the URL of every Bot API call, so error texts may carry it.
const token = /\d{5,}:[A-Za-z0-9_-]{20,}/g;

const clean = (value: Fields[string]) =>
	typeof value === "string" ? value.replace(token, "[token]") : value;

/** Structured lines of JSON. Ids and counts only: never a token, never what a person wrote. */
export class Log {
	readonly #level: Level;
	readonly #bound: Fields;

	constructor(level: Level, bound: Fields = {}) {
		this.#level = level;
		this.#bound = bound;
	}

	with(bound: Fields): Log {
		return new Log(this.#level, { ...this.#bound, ...bound });
	}

	debug(area: Area, message: string, fields?: Fields) {
		this.#write("debug", area, message, fields);
	}
	info(area: Area, message: string, fields?: Fields) {
		this.#write("info", area, message, fields);
	}
	warn(area: Area, message: string, fields?: Fields) {
		this.#write("warn", area, message, fields);
	}
	error(area: Area, message: string, fields?: Fields) {
		this.#write("error", area, message, fields);
	}

	#write(level: Level, area: Area, message: string, fields?: Fields) {
		if (rank[level] < rank[this.#level]) return;
		const line: Record<string, unknown> = { level, area, message, ...this.#bound };
		for (const [key, value] of Object.entries(fields ?? {})) line[key] = clean(value);
		console[level](JSON.stringify(line));
	}
}

/** What may be logged of something thrown. */
export function reason(error: unknown): string {
	return (
		(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
			// A failed query names what it was to write.
			.replace(/\nparams: [\s\S]*$/, "")
			.replace(token, "[token]")
			.slice(0, 500)
	);
}
