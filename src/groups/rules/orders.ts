import { cut } from "../../platform/text.ts";
import { dayMs, lengthOfTime } from "../../platform/time.ts";

/** Telegram takes more than that as for good: https://core.telegram.org/bots/api#banchatmember */
const longestMs = 366 * dayMs;

/** `30m`, `12h`, `1d`, `2w` in seconds; null if it is none, or longer than Telegram counts. */
export function durationOf(text: string): number | null {
	const ms = lengthOfTime(text);
	return ms && ms <= longestMs ? ms / 1000 : null;
}

/**
 * When a ban until then ends at Telegram; null: never, as it knows no end in basic groups and beyond 366 days. What
 * would end in less than 30 s it takes as for good too, so that lasts a little longer.
 */
export function banEnd(until: number | null, now: number, type: "group" | "supergroup"): number | null {
	if (until === null || type === "group" || until > now + longestMs) return null;
	return Math.max(until, now + 40_000);
}

export interface Order {
	/** Named by the id in front, below zero for a channel; null: whoever is replied to. */
	userId: number | null;
	seconds: number | null;
	reason: string | null;
	/** A time is meant, but not written as one: taken as a reason, it would be for good. */
	unclear: boolean;
}

/** How people write lengths of time, in the languages we speak. */
const unit =
	"s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|years?" +
	"|segundos?|minutos?|horas?|dias?|semanas?|m[eê]s|meses|anos?" +
	"|secondes?|heures?|jours?|j|semaines?|mois|ans?" +
	"|сек\\p{L}*|мин\\p{L}*|ч|час\\p{L}*|д|дн\\p{L}*|ден\\p{L}*|нед\\p{L}*|мес\\p{L}*|год\\p{L}*|лет";
/** A number in words: only in front of a unit of more than a letter, as "a d" is nothing. */
const one = "(?:half\\s+)?an?|one|uma?|meia|une|un|на|одну|один|полтора|полторы";
const length = `(?:[\\d.,]+\\s*(?:${unit})|(?<![\\p{L}\\d])(?:${one})\\s+(?=\\p{L}{2})(?:${unit}))`;
/** In front, after a word such as "for", or at the end. */
const meansTime = new RegExp(`^(?:\\p{L}+\\s+)?${length}(?![\\p{L}\\d])|(?<![\\p{L}\\d])${length}$`, "iu");
const beginsAsNumber = /^[+-]?\d/;

/**
 * What stands behind a command about somebody: `[id] [duration] [reason]`; the id only where nobody is replied to.
 * @param timed the command takes a duration
 */
export function orderOf(argument: string, { replies, timed }: { replies: boolean; timed: boolean }): Order {
	const words = argument.split(/\s+/).filter((word) => word !== "");
	const named = !replies && /^(\d{4,16}|-100\d{5,13})$/.test(words[0] ?? "") ? Number(words.shift()) : null;
	const seconds = timed ? durationOf(words[0] ?? "") : null;
	if (seconds !== null) words.shift();
	const text = words.join(" ");
	const unclear = timed && seconds === null && (beginsAsNumber.test(text) || meansTime.test(text));
	const reason = cut(text, 300);
	return { userId: named, seconds, reason: reason === "" ? null : reason, unclear };
}
