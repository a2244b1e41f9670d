import { BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Db } from "./db.ts";
import { isHiccup, RetryLater } from "./errors.ts";
import { failUpdate } from "./failed-updates.ts";
import type { Log } from "./log.ts";
import { callFailure } from "./telegram.ts";

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
	const failure = callFailure(error);
	if (failure.kind === "wait") return { gaveUp: false, response: later(failure.seconds) };
	// What the platform does wrong is not the update's fault: it is repeated as long as Telegram will.
	if (isHiccup(error)) {
		log.warn("updates", "update waits for the platform", { reason: failure.description });
		return { gaveUp: false, response: later(1) };
	}
	const gaveUp = await failUpdate(db, updateKey, update, error, now());
	log.error("updates", gaveUp ? "update given up" : "update failed", { reason: failure.description });
	return { gaveUp, response: gaveUp ? ok() : later(1, 500) };
}

/** For updates that no person's actor is asked about: whoever handles them sees to their one effect. */
export async function answered(
	needs: Needs,
	updateKey: string,
	update: Update,
	work: Promise<unknown>,
): Promise<Response> {
	try {
		await within(work);
		return ok();
	} catch (thrown) {
		const error = thrown instanceof BotError ? thrown.error : thrown;
		if (error instanceof HandlerTimeout) return later(5);
		return (await failed(needs, updateKey, update, error)).response;
	}
}
