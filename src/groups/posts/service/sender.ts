import { afterFailure } from "../../../delivery/rules/outcomes.ts";
import type { Grant } from "../../../delivery/rules/pace.ts";
import { type Pacer, Slots } from "../../../delivery/service/slots.ts";
import type { Outgoing, Transmit } from "../../../delivery/transmit.ts";
import { sixAtOnce } from "../../../platform/actor.ts";
import type { Db } from "../../../platform/db.ts";
import { type Log, reason } from "../../../platform/log.ts";
import { callFailure, migratedTo } from "../../../platform/telegram.ts";
import { optionsOf } from "../../options.ts";
import { failureClass } from "../../rules.ts";
import type { Calls } from "../../service/calls.ts";
import type { Group } from "../../store.ts";
import { problemOf } from "../rules/campaigns.ts";
import { mayPostAt, onePerGroup } from "../rules.ts";
import { noteProblem } from "../store/campaigns.ts";
import {
	changeWaiting,
	claim,
	type Due,
	duePostings,
	type Held,
	nextDue,
	type Posting,
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
		penalize(groupId: number, seconds: number): Promise<void>;
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
/** A slot that is further away is waited for by `dueAt`. */
const nearMs = 2_000;
const writeTries = 4;

/** What a run that ended wants: nothing, or another one after so many seconds. */
export type RunEnd = { again: false } | { again: true; delaySeconds: number };

/** Messages as they go to a group. */
export const outgoingOf = (post: Pick<Post, "content">): Outgoing => ({
	content: post.content,
	keyboard: post.content.buttons ? { inline_keyboard: post.content.buttons } : undefined,
});

/** Sends a bot's postings, one at a time in each group. */
export function createSender(needs: SenderNeeds) {
	const { db, log, calls, transmit, groupPacer, now, sleep, newToken } = needs;

	/** A result that gets lost would make unknown what is known. */
	async function write(held: Held, result: Partial<Posting>, unused: Unused | null): Promise<void> {
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
			...(topicId === 0 ? {} : { topicId }),
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

	/** What becomes of a posting that Telegram did not take, and whether it may be in the group all the same. */
	async function refused(
		{ posting, post }: Due,
		group: Group,
		error: unknown,
		slots: Slots,
	): Promise<{ result: Partial<Posting>; posted: boolean }> {
		const failure = callFailure(error);
		const tries = posting.tries + 1;
		const next = afterFailure(failure, tries);
		if (next.kind === "hold") {
			await Promise.all([groupPacer.penalize(group.id, next.seconds), slots.hold(next.seconds)]);
			const dueAt = now() + next.seconds * 1000;
			return { result: { state: "waiting", token: null, dueAt }, posted: false };
		}
		if (next.kind === "again") {
			const dueAt = now() + next.afterMs;
			return { result: { state: "waiting", token: null, dueAt, tries }, posted: false };
		}
		const { state, note } = next;
		log.warn("groups", "a post was not sent", { group: group.id, post: post.no, reason: note });
		if (state === "failed") {
			const gone = failureClass(failure) === "deactivate";
			if (gone) await calls.deactivate(group, "gone");
			const problem = problemOf(note, gone);
			if (problem && post.campaignNo !== null)
				await noteProblem(db, post.campaignNo, group.id, problem, now());
		}
		return { result: { state, note, tries }, posted: state === "unknown" };
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
			const { result, posted } = await refused(due, group, error, slots);
			const unused = { groupId: group.id, claimedAt, before: before.postedAt };
			return write(held, result, posted ? null : unused);
		}
		const sentAt = now();
		const deleteAt = post.deleteAfterSeconds === null ? null : sentAt + post.deleteAfterSeconds * 1000;
		return write(held, { state: "sent", messageId, sentAt, deleteAt, tries: 0, note: null }, null);
	}

	/** @returns whether this run changed anything */
	async function sendOne(due: Due, slots: Slots, until: number): Promise<boolean> {
		const { posting, post, group } = due;
		const unreachable = outOfReach(due);
		if (unreachable !== null || !group)
			return changeWaiting(db, posting, { state: "skipped", note: unreachable });
		const dueAt = await waitsUntil(due);
		if (dueAt !== null) return changeWaiting(db, posting, { dueAt });
		if (!(await slots.wait(1, until))) return false;
		const claimedAt = now();
		const token = newToken();
		const taking = { token, leaseUntil: claimedAt + leaseMs, now: claimedAt };
		if (!(await claim(db, { posting, post, group }, taking))) return false;
		await carryOut(due, group, token, claimedAt, slots);
		return true;
	}

	return async function run(botId: number): Promise<RunEnd> {
		const end = now() + runMs;
		const slots = new Slots({ ...needs, botId });
		let sent = 0;
		let any = false;
		for (let moved = true; moved && sent < runPostings && now() < end; ) {
			moved = false;
			const due = onePerGroup(await duePostings(db, botId, now(), readAtOnce));
			await sixAtOnce(due, async (one) => {
				if (now() >= end) return;
				if (await sendOne(one, slots, Math.min(end, now() + nearMs))) moved = true;
			});
			sent += due.length;
			any ||= moved;
		}
		// Whoever changed nothing leaves it to those who do: runs side by side become one.
		if (!any && slots.heldUntil <= now()) return { again: false };
		const next = await nextDue(db, botId);
		if (next === null) return { again: false };
		const at = Math.max(next, slots.heldUntil);
		return { again: true, delaySeconds: Math.max(0, Math.ceil((at - now()) / 1000)) };
	};
}
