import { cut } from "./text.ts";

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
	| "shop"
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

// Drizzle's words of a failed query end with what was to be written.
const parameters = /\nparams: [\s\S]*$/;
const clean = (text: string) => text.replace(parameters, "").replace(token, "[token]");

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
		for (const [key, value] of Object.entries(fields ?? {}))
			line[key] = typeof value === "string" ? clean(value) : value;
		console[level](JSON.stringify(line));
	}
}

/** Drizzle's wrapper around what D1 says, also where it came from another isolate and has lost its class. */
export const isFailedQuery = ({ message }: Error): boolean => message.includes("Failed query: ");

/** What something thrown says, without tokens and without what a failed query was to write. */
export function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return clean(String(error));
	const { message, cause } = error;
	// The statement is long, and D1's words say more.
	return isFailedQuery(error) && cause instanceof Error
		? `${wordsOf(cause)} (${clean(message)})`
		: clean(message);
}

/** What may be logged of something thrown. */
export const reason = (error: unknown): string =>
	cut(error instanceof Error ? `${error.name}: ${wordsOf(error)}` : wordsOf(error), 500);
