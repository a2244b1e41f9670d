import { isFailedQuery } from "./log.ts";

/** The one error that users and API clients may see; everything else becomes a logged 500. */
export class AppError extends Error {
	readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 416 | 429 | 503;
	readonly code: string;
	readonly fields: Record<string, string> | undefined;

	constructor(status: AppError["status"], code: string, message: string, fields?: Record<string, string>) {
		super(message);
		this.name = "AppError";
		this.status = status;
		this.code = code;
		this.fields = fields;
	}
}

/** Too often: 429 with `Retry-After`. */
export class TooMany extends AppError {
	readonly seconds: number;

	constructor(seconds: number, message: string) {
		super(429, "too_many", message);
		this.seconds = seconds;
	}
}

/** Not now: the sender of an update or job shall repeat it after so many seconds (never 0: Telegram takes that as absent). */
export class RetryLater extends Error {
	readonly seconds: number;

	constructor(seconds: number, why: string) {
		super(why);
		this.name = "RetryLater";
		this.seconds = Math.max(1, Math.ceil(seconds));
	}
}

/** One of many: what has to wait stays for the next round, and holds up no other. */
export async function unlessLater(task: () => Promise<void>): Promise<void> {
	try {
		await task();
	} catch (error) {
		if (!(error instanceof RetryLater)) throw error;
	}
}

// https://developers.cloudflare.com/d1/observability/debug-d1/#error-list and the actors' own words.
const hiccups =
	/network connection lost|reset because|internal error; reference|exceeded timeout|is overloaded|transient issue|code was updated/i;

/**
 * An error and what it was thrown for, as each says it. Drizzle's wrapper is left out: its words are the statement
 * and what was to be written, so whoever wrote that could make it say anything.
 */
function* causesOf(error: unknown): Generator<Error> {
	let cause = error;
	for (let depth = 0; depth < 10 && cause instanceof Error; depth++, cause = cause.cause)
		if (!isFailedQuery(cause)) yield cause;
}

/** Whether the platform stumbled, and not what it was asked: worth any number of repeats. */
export function isHiccup(error: unknown): boolean {
	for (const cause of causesOf(error)) {
		const marked = (mark: string) => Reflect.get(cause, mark) === true;
		if (marked("retryable") || marked("overloaded") || hiccups.test(cause.message)) return true;
	}
	return false;
}

/** A batch that a constraint refused: its precondition no longer held. Read again, and decide again. */
export type Violation = { kind: "unique"; columns: string } | { kind: "check"; name: string };

/** What a write was refused for; null if it failed for another reason. */
export function violationOf(error: unknown): Violation | null {
	for (const { message } of causesOf(error)) {
		const [, columns] = /UNIQUE constraint failed: ([\w., ]+)/.exec(message) ?? [];
		if (columns) return { kind: "unique", columns };
		const [, name] = /CHECK constraint failed: (\w+)/.exec(message) ?? [];
		if (name) return { kind: "check", name };
	}
	return null;
}
