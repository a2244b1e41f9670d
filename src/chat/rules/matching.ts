import { type Gender, genders, type Wish } from "../../people/rules.ts";
import type { Ticket } from "./seating.ts";

/** One waiting person in one pool. */
export interface Waiter {
	/** Order of arrival; kept by who comes back from a chat that never opened. */
	seq: number;
	ticket: Ticket;
	/** The search message in the waiter's chat with the bot. */
	messageId: number;
	joinedAt: number;
	/** Waits in its language's pool as well, which looks after the search message. */
	passive: boolean;
	/** The pool of every language knows them. */
	inAny: boolean;
}

type Bucket = string;
const wishes: readonly Wish[] = [...genders, "any"];
const bucketName = (vip: boolean, gender: Gender, wish: Wish): Bucket =>
	`${vip ? "vip" : "free"}:${gender}:${wish}`;
const bucketOf = ({ ticket }: Waiter) => bucketName(ticket.vip, ticket.gender, ticket.wish);

const avoidsNow = ({ avoid, recent }: Ticket, { userId }: Ticket, now: number) =>
	avoid.includes(userId) || recent.some((meeting) => meeting.userId === userId && meeting.until >= now);

const wants = (wish: Wish, gender: Gender) => wish === "any" || wish === gender;

/** Whether the two may meet at `now`. */
export const compatible = (a: Ticket, b: Ticket, now: number) =>
	a.userId !== b.userId &&
	wants(a.wish, b.gender) &&
	wants(b.wish, a.gender) &&
	!avoidsNow(a, b, now) &&
	!avoidsNow(b, a, now);

/**
 * Who waits, in first-come order by tier, gender and wish. In memory; the actor keeps it in rows.
 * A join looks at the heads of the buckets that fit; it walks on only past people who avoid each other.
 */
export class Pool {
	readonly #buckets = new Map<Bucket, Waiter[]>();
	readonly #byUser = new Map<number, Waiter>();

	get size() {
		return this.#byUser.size;
	}

	get(userId: number): Waiter | undefined {
		return this.#byUser.get(userId);
	}

	all(): IterableIterator<Waiter> {
		return this.#byUser.values();
	}

	/** One entry per person: an earlier one is replaced. */
	add(waiter: Waiter): void {
		this.remove(waiter.ticket.userId);
		this.#byUser.set(waiter.ticket.userId, waiter);
		const name = bucketOf(waiter);
		const bucket = this.#buckets.get(name);
		if (!bucket) {
			this.#buckets.set(name, [waiter]);
			return;
		}
		// Nearly always the end; who comes back to the front has an older number.
		let at = bucket.length;
		while (at > 0 && (bucket[at - 1]?.seq ?? 0) > waiter.seq) at--;
		bucket.splice(at, 0, waiter);
	}

	remove(userId: number): Waiter | undefined {
		const waiter = this.#byUser.get(userId);
		if (!waiter) return undefined;
		this.#byUser.delete(userId);
		const bucket = this.#buckets.get(bucketOf(waiter));
		const at = bucket?.indexOf(waiter) ?? -1;
		if (at >= 0) bucket?.splice(at, 1);
		return waiter;
	}

	/** The partner for this ticket at `now`: VIPs first, then who came first. @param suits what else must hold of them */
	partnerFor(
		ticket: Ticket,
		now: number,
		suits: (other: Ticket) => boolean = () => true,
	): Waiter | undefined {
		for (const vip of [true, false]) {
			let best: Waiter | undefined;
			for (const name of bucketsFor(ticket, vip)) {
				const first = this.#buckets
					.get(name)
					?.find((waiter) => compatible(ticket, waiter.ticket, now) && suits(waiter.ticket));
				if (first && (!best || first.seq < best.seq)) best = first;
			}
			if (best) return best;
		}
		return undefined;
	}
}

/** The buckets whose people this ticket wants, and who may want it. */
function bucketsFor(ticket: Ticket, vip: boolean): Bucket[] {
	const names: Bucket[] = [];
	for (const gender of genders) {
		if (!wants(ticket.wish, gender)) continue;
		for (const wish of wishes) if (wants(wish, ticket.gender)) names.push(bucketName(vip, gender, wish));
	}
	return names;
}

/** Everybody who may meet: the people of all bots, or of one. */
export const cohortOf = (botId: number, crossBot: boolean) => (crossBot ? "all" : String(botId));

/** The name of a cohort's waiting pool. */
export const poolName = (cohort: string, language: string) => `${cohort}:${language}`;
