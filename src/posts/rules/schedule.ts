import { Cron } from "croner";

/** When a post goes out, as it is asked for. Times in ms. */
export interface Wish {
	/** Not before; null: now. */
	at: number | null;
	cron: string | null;
	timeZone: string;
	everySeconds: number | null;
	/** null: until somebody ends it. */
	rounds: number | null;
}

/** What is wrong with a wish, by field. */
export type Faults = Record<string, string>;

/** What a post knows of its rounds. */
export interface Rhythm {
	cron: string | null;
	timeZone: string;
	everySeconds: number | null;
	rounds: number | null;
	/** Rounds begun. */
	round: number;
	nextAt: number | null;
}

/** Five parts, so never more than once a minute. A time that a change of clocks leaves out comes right behind it. */
const parse = (cron: string, timeZone: string) =>
	new Cron(cron, { timezone: timeZone, mode: "5-part", paused: true });

/** The first time after `after`; null if there is none. */
const nextByCron = (cron: string, timeZone: string, after: number): number | null =>
	parse(cron, timeZone).nextRun(new Date(after))?.getTime() ?? null;

const isTimeZone = (name: string): boolean => {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
};

function isCron(cron: string): boolean {
	try {
		return parse(cron, "UTC").getPattern() !== undefined;
	} catch {
		return false;
	}
}

/** When its first round begins, or why it can't. */
export function firstRound(
	wish: Wish,
	now: number,
): { ok: true; at: number } | { ok: false; faults: Faults } {
	const faults: Faults = {};
	const { at, cron, timeZone, everySeconds, rounds } = wish;
	if (at !== null && at < now) faults.at = "is in the past";
	if (cron !== null && everySeconds !== null) faults.every_seconds = "can't be combined with cron";
	if (rounds !== null && cron === null && everySeconds === null)
		faults.rounds = "needs cron or every_seconds: without them it is posted once";
	if (!isTimeZone(timeZone)) faults.time_zone = "is no time zone, e.g. Europe/Lisbon";
	if (cron !== null && !isCron(cron)) faults.cron = "is no cron expression of five parts";
	if (Object.keys(faults).length > 0) return { ok: false, faults };
	const from = Math.max(now, at ?? now);
	if (cron === null) return { ok: true, at: from };
	// What begins `at` itself counts.
	const first = nextByCron(cron, timeZone, at === null ? from : from - 1);
	return first === null ? { ok: false, faults: { cron: "never comes" } } : { ok: true, at: first };
}

/**
 * When the round behind the one of `nextAt` begins; null: that was the last one. However many were missed meanwhile,
 * the next one lies ahead: an interval keeps its beat, so that a clock that is a little late does not shift it.
 */
export function roundAfter(post: Rhythm, now: number): number | null {
	const { cron, timeZone, everySeconds, rounds, round, nextAt } = post;
	if (nextAt === null || (rounds !== null && round + 1 >= rounds)) return null;
	if (cron !== null) return nextByCron(cron, timeZone, Math.max(now, nextAt));
	if (everySeconds === null) return null;
	const every = everySeconds * 1000;
	return nextAt + every * Math.max(1, Math.floor((now - nextAt) / every) + 1);
}

/** When a post that was paused goes on: what fell into the pause is left out, but for the one round of a single post. */
export function roundAfterPause(post: Rhythm, now: number): number | null {
	const { cron, everySeconds, nextAt } = post;
	const again = cron !== null || everySeconds !== null;
	if (nextAt === null || nextAt > now || !again) return nextAt;
	return roundAfter({ ...post, rounds: null }, now);
}

/** The first round at `from` or behind it, with the post as it will be then. */
function headOf<P extends Rhythm>(post: P, from: number): P {
	let head = post;
	const { everySeconds, nextAt } = post;
	if (nextAt !== null && nextAt < from && everySeconds !== null) {
		const skipped = Math.ceil((from - nextAt) / (everySeconds * 1000));
		const over = post.rounds !== null && post.round + skipped >= post.rounds;
		return {
			...post,
			round: post.round + skipped,
			nextAt: over ? null : nextAt + skipped * everySeconds * 1000,
		};
	}
	while (head.nextAt !== null && head.nextAt < from) {
		// Without a number of rounds what lies before `from` need not be walked through.
		const after = post.rounds === null ? from - 1 : head.nextAt;
		head = { ...head, round: head.round + 1, nextAt: roundAfter(head, after) };
	}
	return head;
}

/** The rounds that these posts are going to begin from `from` to `to`, the first `limit` of them, in order. */
export function plannedRounds<P extends Rhythm>(
	posts: readonly P[],
	{ from, to, limit }: { from: number; to: number; limit: number },
): { post: P; at: number }[] {
	const heads = posts.map((post) => headOf(post, from));
	const planned: { post: P; at: number }[] = [];
	while (planned.length < limit) {
		let first = -1;
		for (const [i, { nextAt }] of heads.entries())
			if (nextAt !== null && nextAt <= to && nextAt < (heads[first]?.nextAt ?? Number.POSITIVE_INFINITY))
				first = i;
		const head = heads[first];
		if (!head || head.nextAt === null) break;
		planned.push({ post: posts[first] as P, at: head.nextAt });
		heads[first] = { ...head, round: head.round + 1, nextAt: roundAfter(head, head.nextAt) };
	}
	return planned;
}
