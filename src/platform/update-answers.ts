import { BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Db } from "./db.ts";
import { isHiccup, RetryLater } from "./errors.ts";
import { failUpdate } from "./failed-updates.ts";
import { type Log, reason } from "./log.ts";
import { callFailure } from "./telegram.ts";
import { ImpossibleUpdate } from "./update-shape.ts";

const handlerLimitMs = 15_000;

export class HandlerTimeout extends Error {}

/** The handler itself goes on: its claim holds until the lease ends, so no repeat runs beside it. */
export async function within<T>(work: Promise<T>): Promise<T> {
	let stop = () => {};
	const limit = new Promise<never>((_, reject) => {
		const timer = setTimeout(() => reject(new HandlerTimeout("handler takes too long")), handlerLimitMs);
		stop = () => clearTimeout(timer);
	});
	return Promise.race([work, limit]).finally(stop);
}

export const ok = () => new Response(null, { status: 200 });
export const later = (seconds: number, status = 503) =>
	new Response(null, { status, headers: { "Retry-After": String(seconds) } });

interface Needs {
	db: Db;
	log: Log;
	now: () => number;
}

/** How Telegram is answered where the handling threw: repeat it later, or, after the last try, never again. */
export async function failed({ db, log, now }: Needs, updateKey: string, update: Update, error: unknown) {
	if (error instanceof RetryLater) return { gaveUp: false, response: later(error.seconds) };
	if (error instanceof ImpossibleUpdate) {
		log.warn("updates", "update of an impossible shape", { at: error.at });
		return { gaveUp: true, response: ok() };
	}
	const failure = callFailure(error);
	if (failure.kind === "wait") return { gaveUp: false, response: later(failure.seconds) };
	// What the platform does wrong is not the update's fault: it is repeated as long as Telegram will.
	if (isHiccup(error)) {
		log.warn("updates", "update waits for the platform", { reason: failure.description });
		return { gaveUp: false, response: later(1) };
	}
	// The platform's own stumbling while it is told is no try.
	const gaveUp = await failUpdate(db, updateKey, update, error, now()).catch((trouble) => {
		log.warn("updates", "failure not counted", { reason: reason(trouble) });
		return null;
	});
	if (gaveUp === null) return { gaveUp: false, response: later(1) };
	log.error("updates", gaveUp ? "update given up" : "update failed", { reason: failure.description });
	return { gaveUp, response: gaveUp ? ok() : later(1, 500) };
}

/** The boundary around the handling of an update: whatever is thrown in it becomes an answer here. */
export async function answered(
	needs: Needs,
	updateKey: string,
	update: Update,
	work: Promise<Response>,
): Promise<Response> {
	try {
		return await within(work);
	} catch (thrown) {
		const error = thrown instanceof BotError ? thrown.error : thrown;
		if (error instanceof HandlerTimeout) return later(5);
		return (await failed(needs, updateKey, update, error)).response;
	}
}
