import { cut } from "../platform/text.ts";

export const clearingStates = ["running", "done", "failed"] as const;
/** `failed`: the bot may not delete there, is no longer in the group, or Telegram gave no answer. */
export type ClearingState = (typeof clearingStates)[number];

/** So many ids go in one call: https://core.telegram.org/bots/api#deletemessages */
const batchSize = 100;
/** A clearing in which nothing happened for so long is begun again. */
export const stillMs = 2 * 60_000;
/** What was not done by then is not done at all: by now every message of it is too old. */
export const giveUpMs = 3 * 24 * 3_600_000;

/** What came of one call. */
export type Erased =
	| { kind: "deleted" }
	/** Something in it can't be deleted, the rest could be: nothing was. `switchOn`: it may be for a right the bot lacks. */
	| { kind: "refused"; description: string; switchOn?: string }
	| Stop;

/** Why to go no further for now. */
export type Stop =
	/** Too fast: not counted as a try. */
	| { kind: "wait"; seconds: number }
	/** 5xx, or no answer. What is missing already counts as deleted, so a repeat is harmless. */
	| { kind: "trouble"; description: string }
	/** Nothing of it can be deleted any more. */
	| { kind: "over"; note: string };

export type Erase = (messageIds: readonly number[]) => Promise<Erased>;

/** What is settled of a list, from its beginning on. */
export interface Settled {
	deleted: number[];
	tooOld: number[];
	failed: number[];
	/** Telegram's words for the last that failed. */
	words: string | null;
	stop: Stop | null;
}

export const settledCount = ({ deleted, tooOld, failed }: Settled) =>
	deleted.length + tooOld.length + failed.length;

/**
 * A single message that was refused. Telegram has two wordings for what is older than 48 h, by the kind of chat;
 * whether the bot lacks a right is asked before, as it uses the same words for it.
 */
export const refusedAs = (description: string): "tooOld" | "failed" =>
	/can't be deleted|too old|MESSAGE_DELETE_FORBIDDEN/i.test(description) ? "tooOld" : "failed";

/** Deletes these, from left to right. A call that is refused is halved until it is known for which messages. */
export async function settle(ids: readonly number[], erase: Erase): Promise<Settled> {
	const settled: Settled = { deleted: [], tooOld: [], failed: [], words: null, stop: null };
	const parts = [ids];
	for (let part = parts.pop(); part; part = parts.pop()) {
		const [first] = part;
		if (first === undefined) continue;
		const answer = await erase(part);
		if (answer.kind === "deleted") settled.deleted = settled.deleted.concat(part);
		else if (answer.kind !== "refused") return { ...settled, stop: answer };
		else if (part.length > 1) {
			const half = Math.ceil(part.length / 2);
			parts.push(part.slice(half), part.slice(0, half));
		} else {
			const { description, switchOn } = answer;
			const as = switchOn === undefined ? refusedAs(description) : "failed";
			settled[as].push(first);
			if (as === "failed")
				settled.words = `${cut(description, 200)}${switchOn === undefined ? "" : `. Switch on: ${switchOn}`}`;
		}
	}
	return settled;
}

/** What is settled without a gap: what lies behind one that stopped is done again. */
export function joined(parts: readonly Settled[]): Settled {
	const all: Settled = { deleted: [], tooOld: [], failed: [], words: null, stop: null };
	for (const part of parts) {
		all.deleted = all.deleted.concat(part.deleted);
		all.tooOld = all.tooOld.concat(part.tooOld);
		all.failed = all.failed.concat(part.failed);
		all.words = part.words ?? all.words;
		all.stop = part.stop;
		if (all.stop) break;
	}
	return all;
}

export function batchesOf(ids: readonly number[], from: number, batches: number): number[][] {
	const window = ids.slice(from, from + batches * batchSize);
	return Array.from({ length: Math.ceil(window.length / batchSize) }, (_, i) =>
		window.slice(i * batchSize, (i + 1) * batchSize),
	);
}

const backoffSeconds = [2, 10, 30];
/** The first try, three more, and so many begun by the clock. */
const tryLimit = 10;

/** After so many tries in a row that got no answer: soon again, left to the clock, or given up. */
export function afterTrouble(tries: number): { kind: "again"; seconds: number } | { kind: "stand" | "fail" } {
	const seconds = backoffSeconds[tries - 1];
	if (seconds !== undefined) return { kind: "again", seconds };
	return { kind: tries < tryLimit ? "stand" : "fail" };
}
