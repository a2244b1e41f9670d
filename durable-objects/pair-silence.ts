import { lockUntil } from "../src/chat/rules/locks.ts";
import type { Pair } from "../src/chat/rules/pairing.ts";
import { idleEndMinutes, idleWarnMinutes } from "../src/chat/settings.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { say } from "./pair-actions.ts";

interface SilenceLimits {
	warnMs: number;
	endMs: number;
}

export async function silenceLimits(env: Env): Promise<SilenceLimits> {
	const { settings } = await getRegistry(env);
	const warnMs = settings.get(idleWarnMinutes) * 60_000;
	return { warnMs, endMs: Math.max(settings.get(idleEndMinutes) * 60_000, warnMs + 1_000) };
}

/** Silence counts from here. A lock's end is a sign of life too: nobody is warned or sent away the moment they may go. */
const lastSign = ({ openedAt, locks }: Pair, lastActivity: number): number =>
	Math.max(openedAt, locks.endedAt, lastActivity);

/** What a silence leads to now; `warnedAbout` is what to keep in the pair. */
export function silenceStep(
	pair: Pair,
	lastActivity: number,
	{ warnMs, endMs }: SilenceLimits,
	now: number,
): { kind: "end" } | { kind: "warn"; warnedAbout: number } | null {
	if (pair.state !== "open" || lockUntil(pair.locks, now) !== null) return null;
	const last = lastSign(pair, lastActivity);
	if (now >= last + endMs) return { kind: "end" };
	return now < last + warnMs || pair.warnedAbout === last ? null : { kind: "warn", warnedAbout: last };
}

/** When to look again: at a lock's end, else when the silence would have lasted long enough. */
export function nextLook(pair: Pair, lastActivity: number, { warnMs, endMs }: SilenceLimits): number {
	const last = lastSign(pair, lastActivity);
	return pair.locks.running?.until ?? last + (pair.warnedAbout === last ? endMs : warnMs);
}

export async function warnOfSilence(env: Env, { sides }: Pair, { warnMs, endMs }: SilenceLimits) {
	const minutes = Math.max(1, Math.round((endMs - warnMs) / 60_000));
	await Promise.allSettled(sides.map((side) => say(env, side, "idle-warning", { minutes })));
}
