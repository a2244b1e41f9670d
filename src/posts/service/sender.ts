import { afterFailure } from "../../delivery/rules/outcomes.ts";
import type { Grant } from "../../delivery/rules/pace.ts";
import { type Pacer, Slots } from "../../delivery/service/slots.ts";
import type { Outgoing, Transmit } from "../../delivery/transmit.ts";
import { optionsOf } from "../../groups/rules/options.ts";
import { topicOf } from "../../groups/rules/topics.ts";
import { failureClass } from "../../groups/rules.ts";
import { sawMessage } from "../../groups/service/cache.ts";
import type { Calls } from "../../groups/service/calls.ts";
import type { Group } from "../../groups/service.ts";
import type { Db } from "../../platform/db.ts";
import { type Log, reason } from "../../platform/log.ts";
import { sixAtOnce } from "../../platform/six-at-once.ts";
import { type CallFailure, callFailure, migratedTo } from "../../platform/telegram.ts";
import { problemOf } from "../rules/campaigns.ts";
import { mayPostAt } from "../rules.ts";
import { noteProblem } from "../store/campaigns.ts";
import {
	changeWaiting,
	claim,
	type Due,
	deletedBy,
	duePostings,
	type Held,
	messageIn,
	nextDue,
	type Result,
	settle,
	type Unused,
} from "../store/postings.ts";
import type { Post } from "../store/posts.ts";

export interface SenderNeeds {
	db: Db;
	log: Log;
	calls: Calls;
	transmit: Transmit;
	pacer: Pacer;
	/** The rate limit of a group. */
	groupPacer: {
		lease(groupId: number): Promise<Grant>;
	};
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	newToken: () => string;
}

/** One run sends for so long, and so many: an invocation has 1,000 queries of the database. */
const runMs = 60_000;
const runPostings = 150;
const readAtOnce = 60;
/** Who takes longer is taken for dead; a call ends after 8 s. */
const leaseMs = 30_000;
/** A group's slot that is further away is waited for by `dueAt`; so long one waits for the bot's. */
const nearMs = 2_000;
const turnMs = 5_000;
const writeTries = 4;

/** What a run that ended wants: nothing, or another one after so many seconds. */
type RunEnd = { again: false } | { again: true; delaySeconds: number };

interface Run {
	end: number;
	slots: Slots;
	/** Groups that get nothing more for now. */
	resting: Set<number>;
}

/** Messages as they go to a group: `{post}` in a button's address is the post's number, by which it is known there. */
export function outgoingOf({ content, no = 0 }: Pick<Post, "content"> & { no?: number }): Outgoing {
	const rows = content.buttons?.map((row) =>
		row.map(({ text, url }) => ({ text, url: url.replaceAll("{post}", String(no)) })),
	);
	return { content, keyboard: rows ? { inline_keyboard: rows } : undefined };
}

/** Six at once; what fails is thrown when nothing is under way any more, as nobody may go on behind a run. */
export async function sixToTheEnd<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
	const failures: unknown[] = [];
	await sixAtOnce(items, async (item) => {
		if (failures.length > 0) return;
		await task(item).catch((error: unknown) => void failures.push(error));
	});
	if (failures.length > 0) throw failures[0];
}

/** Sends a bot's postings, one at a time in each group. */
export function createSender(needs: SenderNeeds) {
	const { db, log, calls, transmit, groupPacer, now, sleep, newToken } = needs;

	/** A result that gets lost would make unknown what is known. */
	async function write(held: Held, result: Result, unused: Unused | null): Promise<void> {
		for (let tries = 1; ; tries++) {
			try {
				return await settle(db, held, result, unused);
			} catch (error) {
				if (tries >= writeTries) throw error;
				log.warn("groups", "a result waits for the database", { reason: reason(error) });
				await sleep(500 * tries);
			}
		}
	}

	/** @returns why it is not to be sent at all, or null */
	function outOfReach({ posting, group }: Due): string | null {
		if (group?.state !== "active") return "the bot is not at work in this group";
		return group.botId === posting.botId ? null : "another bot works in this group now";
	}

	/** When it may go, if not now: the group's cooldown, then its pace. */
	async function waitsUntil({ post, group }: Due): Promise<number | null> {
		if (!group) return null;
		const { cooldown_seconds } = optionsOf(group.options);
		const free = mayPostAt(group.postedAt, cooldown_seconds, post.bypassCooldown);
		if (free > now()) return free;
		const { startAt, count } = await groupPacer.lease(group.id);
		if (count === 0 || startAt > now() + nearMs) return Math.max(startAt, now() + 1);
		if (startAt > now()) await sleep(startAt - now());
		return null;
	}

	/** One call, and again where a migrated group has gone; `group` is there from then on. @returns the message's id */
	async function send(post: Post, group: Group, topicId: number): Promise<number> {
		const message: Outgoing = {
			...outgoingOf(post),
			silent: post.silent ?? optionsOf(group.options).silent,
			...(topicOf(topicId) === 0 ? {} : { topicId }),
			...(post.replyTo === null ? {} : { replyTo: post.replyTo }),
		};
		try {
			return await transmit(group.botId, group.id, message);
		} catch (error) {
			const moved = migratedTo(error);
			if (moved === null) throw error;
			await calls.migrate(group.id, moved);
			group.id = moved;
			// What it was to answer has another id there.
			const { replyTo: _, ...rest } = message;
			return transmit(group.botId, moved, rest);
		}
	}

	/** What becomes of a posting that Telegram did not take; with whether it may be in the group all the same. */
	function judge(failure: CallFailure, tries: number): { result: Result; posted: boolean } {
		const next = afterFailure(failure, tries);
		switch (next.kind) {
			case "hold":
				return {
					result: { state: "waiting", token: null, dueAt: now() + next.seconds * 1000 },
					posted: false,
				};
			case "again":
				return {
					result: { state: "waiting", token: null, dueAt: now() + next.afterMs, tries },
					posted: false,
				};
			case "settle": {
				const { state, note } = next;
				return { result: { state, note, tries }, posted: state === "unknown" };
			}
		}
	}

	/** What follows from a failure beside the posting. */
	async function followUp(failure: CallFailure, post: Post, group: Group, slots: Slots): Promise<void> {
		if (failure.kind === "wait") {
			// The group's lane is held by who made the call; the others' only if it is the bot that is too fast.
			await slots.held();
			return;
		}
		const { description } = failure;
		log.warn("groups", "a post was not sent", { group: group.id, post: post.no, reason: description });
		const gone = failureClass(failure) === "deactivate";
		if (gone) await calls.deactivate(group, "gone");
		const problem = problemOf(description, gone);
		if (problem && post.campaignNo !== null) await noteProblem(db, post.campaignNo, group.id, problem, now());
	}

	/** Sends what was claimed, and says what came of it; `claimedAt` is what the group's time was set to. */
	async function carryOut(due: Due, before: Group, token: string, claimedAt: number, slots: Slots) {
		const { posting, post } = due;
		const group = { ...before };
		const held = { id: posting.id, token };
		let messageId: number;
		try {
			messageId = await send(post, group, posting.topicId);
		} catch (error) {
			const failure = callFailure(error);
			const { result, posted } = judge(failure, posting.tries + 1);
			const unused = { groupId: group.id, claimedAt, before: before.postedAt };
			await write(held, result, posted ? null : unused);
			return followUp(failure, post, group, slots);
		}
		const sentAt = now();
		// Telegram tells a bot nothing of what it wrote itself.
		sawMessage(group.id, messageId, sentAt);
		const deleteAt = deletedBy(
			post.deleteAfterSeconds === null ? null : sentAt + post.deleteAfterSeconds * 1000,
		);
		const sent = { messageId: messageIn(group.id, messageId), sentAt, deleteAt, tries: 0, note: null };
		return write(held, { state: "sent", ...sent }, null);
	}

	/** @returns `moved` if this run changed something, `late` if the bot's turn comes later, `taken` if others were faster */
	async function sendOne(due: Due, run: Run): Promise<"moved" | "late" | "taken"> {
		const { posting, post, group } = due;
		const changed = async (change: Parameters<typeof changeWaiting>[2]) =>
			(await changeWaiting(db, posting, change)) ? "moved" : "taken";
		const unreachable = outOfReach(due);
		if (unreachable !== null || !group) return changed({ state: "skipped", note: unreachable });
		const dueAt = await waitsUntil(due);
		if (dueAt !== null) {
			// What else waits for this group need not be looked at.
			run.resting.add(group.id);
			return changed({ dueAt });
		}
		if (!(await run.slots.wait(1, Math.min(run.end, now() + turnMs)))) return "late";
		const claimedAt = now();
		const token = newToken();
		const taking = { token, leaseUntil: claimedAt + leaseMs, now: claimedAt };
		if (!(await claim(db, { posting, post, group }, taking))) return "taken";
		await carryOut(due, group, token, claimedAt, run.slots);
		return "moved";
	}

	return async function run(botId: number): Promise<RunEnd> {
		const run: Run = { end: now() + runMs, slots: new Slots({ ...needs, botId }), resting: new Set() };
		const seen = { moved: 0, late: 0, taken: 0 };
		let before = -1;
		for (let tried = 0; seen.moved > before && tried < runPostings && now() < run.end; ) {
			before = seen.moved;
			const due = await duePostings(db, botId, now(), [...run.resting], readAtOnce);
			tried += due.length;
			await sixToTheEnd(due, async (one) => {
				// Once its turn is far, it is for all of them.
				if (now() < run.end && seen.late === 0) seen[await sendOne(one, run)] += 1;
			});
			if (seen.late > 0) break;
		}
		// Whoever changed nothing leaves it to those who do: runs side by side become one.
		if (seen.moved === 0 && seen.late === 0) return { again: false };
		const next = await nextDue(db, botId, now());
		if (next === null) return { again: false };
		const at = Math.max(next, run.slots.heldUntil, seen.late > 0 ? now() + 1_000 : 0);
		return { again: true, delaySeconds: Math.max(0, Math.ceil((at - now()) / 1000)) };
	};
}
